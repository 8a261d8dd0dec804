"""A catalogue of a site's own: what it brings, and what is wrong with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.config import load_config
from worlds import LANGUAGES, SMALL_CENTER

from mkdocs_privacy.cli import main
from mkdocs_privacy.loading import Loaded, load_center

TILL = """\
till:
  name: Kassa
  legal_name: Kassa BV
  category: payment
  role: processor
  service: {nl: int betalingen}
  country: BE
  facts: {source: our contract, as_of: 2026-11-01, verified: true}
"""
TAKEN = {
    "site/privacy/activities.yml": """\
activities:
  payments: {use: payments}
processors:
  till: {use: till, personal_data: all}
"""
}


def load(
    base: Path,
    files: dict[str, str],
    *folders: str,
    languages: tuple[str, ...] = LANGUAGES,
    informal: tuple[str, ...] = (),
) -> Loaded:
    organisation = SMALL_CENTER["privacy/organisation.yml"].replace("\naudiences:", "\nx:")
    organisation = organisation[: organisation.index("x:")]
    for name, text in {"site/privacy/organisation.yml": organisation, **TAKEN, **files}.items():
        path = base / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    dirs = [base / folder for folder in folders]
    return load_center(base / "site" / "privacy", languages, informal=informal, catalogue_dirs=dirs)


def told(loaded: Loaded) -> list[str]:
    return [str(one) for one in loaded.findings]


def test_an_entry_of_ones_own_is_taken_as_a_shipped_one_is(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"shared/processors.yml": TILL}, "shared", languages=("nl",))
    assert told(loaded) == []
    assert loaded.center
    till = (loaded.center.processors or {})["till"]
    assert (till.name.in_language("nl"), till.country, till.use) == ("Kassa", "BE", "till")
    assert till.service
    assert till.service.in_language("nl") == "int betalingen"
    assert till.personal_data == loaded.center.activities["payments"].personal_data


def test_the_first_folder_goes_before_the_next_and_both_before_the_shipped_catalogue(
    tmp_path: Path,
) -> None:
    files = {
        "ours/processors.yml": "till: {use: till, country: NL}\n",
        "shared/processors.yml": TILL + "mollie: {use: mollie, service: {nl: int}}\n",
        "site/privacy/more.yml": "processors: {mollie: {use: mollie, personal_data: all}}\n",
    }
    loaded = load(tmp_path, files, "ours", "shared", languages=("nl",))
    assert told(loaded) == []
    processors = (loaded.center and loaded.center.processors) or {}
    assert {id: (one.name.in_language("nl"), one.country) for id, one in processors.items()} == {
        "till": ("Kassa", "NL"),
        "mollie": ("Mollie", "NL"),
    }
    service = processors["mollie"].service
    assert service
    assert service.by_language == {"nl": "int"}
    assert processors["mollie"].role == "independent_controller"


def test_activities_and_personal_data_address_the_reader_and_follow_the_country(
    tmp_path: Path,
) -> None:
    files = {
        "shared/activities.yml": """\
massage:
  title: Massage
  audiences: [customers]
  purposes: [{nl: "{u|je} te masseren"}]
  personal_data: [complaints, name]
  legal_basis: contract
  retention: {by_country: {BE: {period: P5Y}, otherwise: {period: P1Y}}}
  recipient_categories: [payment]
""",
        "shared/personal_data.yml": "complaints: {title: Klachten, source: person}\n",
        "shared/processors.yml": TILL,
        "site/privacy/activities.yml": """\
activities: {massage: {use: massage, without: [name]}}
processors: {till: {use: till, personal_data: all}}
""",
    }
    loaded = load(tmp_path, files, "shared", languages=("nl",), informal=("nl",))
    assert told(loaded) == []
    assert loaded.center
    massage = loaded.center.activities["massage"]
    assert [one.in_language("nl") for one in massage.purposes] == ["je te masseren"]
    assert massage.personal_data == ("complaints",)
    assert [one.period for one in massage.retention] == ["P5Y"]
    assert [one.id for one in massage.processors or ()] == ["till"]
    assert loaded.center.personal_data["complaints"].title.in_language("nl") == "Klachten"


def test_words_of_ones_own_are_taken_in_the_same_way(tmp_path: Path) -> None:
    files = {
        "shared/measures.yml": "safe: {title: {nl: Kluis}, description: {nl: "
        '"{Wij|We} sluiten alles op."}}\n',
        "shared/promises.yml": "kind: {text: {nl: Wij blijven vriendelijk.}}\n",
        "shared/sections.yml": "more: {title: {nl: Meer}, body: [{nl: Een.}, {nl: Twee.}]}\n",
        "site/privacy/activities.yml": """\
activities: {payments: {use: payments}}
measures: {lock: {use: safe}}
notice: {promises: [{use: kind}]}
sections: {more: {use: more}}
""",
    }
    loaded = load(tmp_path, files, "shared", languages=("nl",), informal=("nl",))
    assert told(loaded) == []
    assert loaded.center
    description = loaded.center.measures["lock"].description
    assert description
    assert description.in_language("nl") == "We sluiten alles op."
    [promise] = loaded.center.notice.promises
    assert promise.in_language("nl") == "Wij blijven vriendelijk."
    assert loaded.center.sections["more"].body.in_language("nl") == "Een.\n\nTwee."


def test_a_language_is_missed_where_the_entry_stands_and_only_if_the_site_takes_it(
    tmp_path: Path,
) -> None:
    never_taken = TILL.replace("till:", "unused:")
    loaded = load(tmp_path, {"shared/processors.yml": TILL + never_taken}, "shared")
    assert told(loaded) == [
        "../shared/processors.yml:6: error: processors.till.service: missing translation: write "
        "this text in fr (French), en (English) [missing-translation]"
    ]


WRONG = {
    "an unknown field": (
        "processors.yml",
        TILL.replace("country: BE", "contry: BE"),
        "../shared/processors.yml:7: error: processors.till.contry: unknown key ‘contry’ (did you "
        "mean ‘country’?) [unknown-key]",
    ),
    "a field that is missing": (
        "processors.yml",
        "till: {name: Till, role: processor}\n",
        "../shared/processors.yml:1: error: processors.till.category: `category` is missing: the "
        "group of the register it stands in [missing-key]",
    ),
    "an id that is none": (
        "processors.yml",
        TILL.replace("till:", "Till:"),
        "../shared/processors.yml:1: error: processors.Till: ‘Till’ is not a valid id: use "
        "lower-case letters, digits and hyphens, such as mollie-payments [bad-id]",
    ),
    "a period in one country": (
        "activities.yml",
        """\
massage:
  title: {nl: Massage}
  audiences: [customers]
  purposes: [{nl: u te masseren}]
  personal_data: [name]
  retention:
    by_country:
      NL: {period: P1Y}
      BE: {period: a year}
""",
        "../shared/activities.yml:9: error: activities.massage.retention.period: ‘a year’ is not "
        "an ISO 8601 period: write P7Y (7 years), P13M (13 months), P30D (30 days) or PT30M (30 "
        "minutes) [bad-period]",
    ),
    "no values by country": (
        "activities.yml",
        "massage: {title: Massage, law: {by_country: law of invocies}}\n",
        "../shared/activities.yml:1: error: activities.massage.law.by_country: values by country "
        "are expected here: `{BE: …, NL: …}` [wrong-type]",
    ),
    "a term that no law sets": (
        "activities.yml",
        "massage: {title: Massage, law: {by_country: {law: invoces}}}\n",
        "../shared/activities.yml:1: error: activities.massage.law.by_country: no law on retention "
        "has this id: write `law` or `term`, with `invoices` [unknown-id]",
    ),
    "a claim that there is not": (
        "promises.yml",
        "ours: {text: Niets., claim: nothing}\n",
        "../shared/promises.yml:1: error: promises.ours.claim: ‘nothing’ is not one of not_sold, "
        "stays_in_eea, no_advertising, no_profiling, no_automated_decisions, no_training, "
        "no_consent_cookies, statistics_with_consent, marketing_with_consent, fixed_retention, "
        "changes_announced, sub_processors_announced or not_for_children (did you mean "
        "‘no_training’?) [unknown-word]",
    ),
    "a field that a measure has not": (
        "measures.yml",
        "lock: {title: Slot, kindd: technical}\n",
        "../shared/measures.yml:1: error: measures.lock.kindd: unknown key ‘kindd’ (did you mean "
        "‘kind’?) [unknown-key]",
    ),
    "a text for no field": (
        "texts.yml",
        "ours: {text: Welkom., where: notice.intro}\n",
        "../shared/texts.yml:1: error: texts.ours.where: ‘notice.intro’ is not one of "
        "organisation.complaints or notice.introduction (did you mean ‘notice.introduction’?) "
        "[unknown-word]",
    ),
    "a recipient of cookies that nobody knows": (
        "cookies.yml",
        "counter: {name: Teller, category: statistics, purpose: telt, recipient: qqqqqq}\n",
        "../shared/cookies.yml:1: error: cookies.counter.recipient: no processors.yml has "
        "‘qqqqqq’: correct it [unknown-id]",
    ),
    "an entry below that there is not": (
        "processors.yml",
        "till: {use: molie}\n",
        "../shared/processors.yml:1: error: processors.till.use: the catalogue has no ‘molie’ (did "
        "you mean ‘mollie’?): correct it [unknown-use]",
    ),
    "a file that no catalogue has": (
        "processor.yml",
        TILL,
        "../shared/processor.yml:1: error: no file of a catalogue has this name (did you mean "
        "‘processors’?): choose from activities.yml, audiences.yml, personal_data.yml, "
        "processors.yml, cookies.yml, further_rights.yml, authorities.yml, measures.yml, "
        "promises.yml, rights.yml, requests.yml, consent.yml, changes.yml, sections.yml, "
        "texts.yml, adequacy.yml, child_consent.yml, consent_exemptions.yml "
        "[unknown-catalogue-file]",
    ),
    "an entry that is no mapping": (
        "processors.yml",
        "till: Till\n",
        "../shared/processors.yml:1: error: processors.till: a mapping is expected here: `key: "
        "value` lines, indented [wrong-type]",
    ),
    "a list": (
        "processors.yml",
        "- till\n",
        "../shared/processors.yml:1: error: processors: entries are expected here, each below its "
        "own id: `an-id:`, then its lines [wrong-type]",
    ),
    "no YAML": (
        "processors.yml",
        "till: {name: [\n",
        "../shared/processors.yml:2: error: this `[` or `{` is never closed, or a comma is "
        "missing: add it [yaml-syntax]",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_at_its_line(name: str, tmp_path: Path) -> None:
    file, text, finding = WRONG[name]
    files = {
        f"shared/{file}": text,
        "site/privacy/activities.yml": "activities: {a: {use: orders}}",
    }
    assert told(load(tmp_path, files, "shared")) == [finding]


def test_a_link_that_leads_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("till: {name: secret}\n")
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "processors.yml").symlink_to(tmp_path / "secret.yml")
    loaded = load(
        tmp_path, {"site/privacy/activities.yml": "activities: {a: {use: orders}}"}, "shared"
    )
    assert told(loaded) == [
        "../shared/processors.yml:1: error: this link leads out of the folder shared, and nothing "
        "outside it is read: replace it with a copy, or remove it [unreadable-file]"
    ]


# ------------------------------------------------------------------------------- the commands

MKDOCS = """\
site_name: Privacy
theme: {name: material, language: nl, font: false}
plugins:
  - privacy-center:
      catalogue_dirs: [../shared]
"""


def check(folder: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> Result:
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, ["check", *options])


def a_site(base: Path) -> Path:
    load(base, {"shared/processors.yml": TILL, "site/mkdocs.yml": MKDOCS})
    (base / "site" / "docs").mkdir()
    return base / "site"


def test_the_option_is_relative_to_mkdocs_yml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = check(a_site(tmp_path), monkeypatch)
    assert result.exit_code == 0, result.output
    assert "unknown-use" not in result.output


def test_a_folder_that_is_not_there_is_told_at_the_line_of_the_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = a_site(tmp_path)
    shutil.rmtree(tmp_path / "shared")
    result = check(site, monkeypatch)
    assert result.exit_code == 1
    assert result.output.splitlines()[0] == (
        "mkdocs.yml:5:23: error: the folder ../shared does not exist: correct `catalogue_dirs`, or "
        "write its files [no-catalogue]"
    )


def test_without_mkdocs_yml_the_folder_is_an_option_of_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = a_site(tmp_path)
    (site / "mkdocs.yml").unlink()
    asked = ("--data", "privacy", "--languages", "nl")
    assert "unknown-use" in check(site, monkeypatch, *asked).output
    result = check(site, monkeypatch, *asked, "--catalogue-dir", "../shared")
    assert result.exit_code == 0, result.output
    assert "unknown-use" not in result.output


def test_a_preview_watches_the_folder(tmp_path: Path) -> None:
    config = load_config(str(a_site(tmp_path) / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    config.plugins.on_config(config)
    assert [Path(one).resolve() for one in config.watch] == [
        tmp_path / "site" / "privacy",
        tmp_path / "shared",
    ]


def test_words_of_an_own_catalogue_are_taken_like_the_shipped_ones(tmp_path: Path) -> None:
    files = {
        "shared/measures.yml": """\
lock: {title: {nl: "{Uw|Je} slot"}}
tls: {use: tls, title: {nl: TLS}}
""",
        "shared/promises.yml": "ours: {text: {nl: Alles blijft hier.}, claim: stays_in_eea}\n",
        "shared/sections.yml": """\
house:
  title: {nl: Huis}
  page: contact
  body:
    - {nl: Een.}
    - by_country: {BE: {nl: Belgen.}, otherwise: {nl: Anderen.}}
""",
        "shared/texts.yml": "welcome: {where: notice.introduction, text: {nl: Welkom.}}\n",
        "site/privacy/activities.yml": """\
activities: {a: {use: orders}}
measures: {a: {use: lock}, b: {use: tls}}
notice: {introduction: {use: welcome}, promises: [{use: ours}, {use: not-sold}]}
sections: {house: {use: house}}
""",
    }
    loaded = load(tmp_path, files, "shared", languages=("nl",), informal=("nl",))
    assert told(loaded) == []
    assert loaded.center
    center = loaded.center
    assert [one.title.in_language("nl") for one in center.measures.values()] == ["Je slot", "TLS"]
    assert center.measures["b"].kind == "technical"
    assert center.notice.introduction
    assert center.notice.introduction.in_language("nl") == "Welkom."
    assert center.notice.claims == ("stays_in_eea", "not_sold")
    assert center.sections["house"].body.in_language("nl") == "Een.\n\nBelgen."
    assert center.sections["house"].page == "contact"
