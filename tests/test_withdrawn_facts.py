"""A fact that the catalogue withdraws: what a site says, what it is told, and what its readers are.

The Data Privacy Framework is annulled here, in a catalogue of the site's own.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from worlds import LANGUAGES, SMALL_CENTER, write_files

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.cli import main
from mkdocs_privacy.loading import load_center
from mkdocs_privacy.localization import Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.releases import compare

CONFIG = """\
site_name: Tuimelkous
theme: {name: material, language: nl}
plugins:
  - privacy-center: {today: %s%s}
  - i18n:
      languages:
        - {locale: nl, name: Nederlands, default: true}
        - {locale: fr, name: Français}
        - {locale: en, name: English}
"""
NEWSLETTER = """\
processors:
  mailchimp: {use: mailchimp, personal_data: [email]}
"""
ANNULLED = """\
US:
  use: US
  facts:
    source: judgment of the Court of Justice of 4 March 2027
    as_of: 2027-03-04
    valid_until: 2027-03-03
    verified: true
"""
LAST, AFTER = date(2027, 3, 3), date(2027, 3, 10)
SENTENCES = {
    "nl": "Dit besluit gold tot en met 3 maart 2027 en beschermt de doorgifte niet meer.",
    "fr": "Cette décision était valable jusqu’au 3 mars 2027 inclus et ne protège plus le "
    "transfert.",
    "en": "This decision was valid until 3 March 2027 and no longer protects the transfer.",
}


def run(typed: str) -> Result:
    result = CliRunner().invoke(main, typed.split())
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def said(release: str, language: str) -> str:
    """The words of a released policy, without marks."""
    page = Path(f"privacy/releases/{release}/policy.{language}.html").read_text("utf-8")
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with one release and a lock, made while the framework held."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    write_files(tmp_path, {"docs/about.md": "# Winkel\n", "privacy/processors.yml": NEWSLETTER})
    Path("mkdocs.yml").write_text(CONFIG % ("2027-02-01", ""), "utf-8")
    result = run("release --effective 2027-02-01")
    assert result.exit_code == 0, result.output
    assert "mechanism: dpf" in Path("privacy/catalogue.lock").read_text("utf-8")
    return tmp_path


def annul(today: str) -> None:
    Path("shared").mkdir()
    Path("shared/adequacy.yml").write_text(ANNULLED, "utf-8")
    Path("mkdocs.yml").write_text(CONFIG % (today, ", catalogue_dirs: [shared]"), "utf-8")


def test_until_its_last_day_has_passed_a_decision_changes_nothing(site: Path) -> None:
    annul("2027-03-03")
    assert "decision-ended" not in run("check").output
    assert run("diff").exit_code == 0


def test_check_names_every_transfer_that_rests_on_a_decision_of_the_past(site: Path) -> None:
    annul("2027-03-10")
    result = run("check --select decision-ended")
    assert result.stdout.splitlines()[0] == (
        "privacy/processors.yml:2:14: warning: processors.mailchimp.transfers.0: the adequacy "
        "decision for this transfer (US) was valid until 2027-03-03: another safeguard covers "
        "it, so take this one out of `transfers` (your data has no line for it yet: add "
        "`transfers: […]` to `processors.mailchimp`, from what `mkdocs-privacy show "
        "processors.mailchimp.transfers` prints) [decision-ended]"
    )


def test_the_next_release_says_that_it_protects_nobody_any_more(site: Path) -> None:
    annul("2027-03-10")
    assert run("release --effective 2027-03-10").exit_code == 0
    for language, sentence in SENTENCES.items():
        assert sentence in said("2027-03-10", language)
        assert sentence not in said("2027-02-01", language)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "nl",
            "Mailchimp: het adequaatheidsbesluit voor de doorgifte geldt niet meer; "
            "de laatste dag was 3 maart 2027",
        ),
        (
            "fr",
            "Mailchimp\u00a0: la décision d’adéquation qui couvrait le transfert n’est plus "
            "valable\u202f; son dernier jour était le 3\u00a0mars 2027",
        ),
        (
            "en",
            "Mailchimp: the adequacy decision for the transfer is no longer valid; its last day "
            "was 3 March 2027",
        ),
    ],
)
def test_its_changes_tell_of_it(site: Path, language: str, line: str) -> None:
    annul("2027-03-10")
    result = run(f"diff --language {language}")
    assert result.exit_code == 1
    told = re.sub(r"[\u2066-\u2069]", "", result.stdout)
    assert line in told


def test_it_is_the_only_change_and_people_must_be_told(site: Path) -> None:
    annul("2027-03-10")
    [change] = json.loads(run("diff --format json").stdout)
    assert (change["kind"], change["material"]) == ("processor.transfers.ended.added", True)


# --------------------------------------------------------------------- what rests on what


def with_decision_ended(base: Path, files: dict[str, str], day: date = AFTER) -> PrivacyCenter:
    """The center of a world on a day, where the decision on Switzerland and the framework ended."""
    write_files(base, {**files, "shared/adequacy.yml": ANNULLED + ANNULLED.replace("US", "CH")})
    loaded = load_center(base / "privacy", LANGUAGES, catalogue_dirs=[base / "shared"], today=day)
    assert loaded.center, loaded.findings
    return loaded.center


def of_host(transfers: str) -> dict[str, str]:
    return {
        "privacy/processors.yml": "processors:\n  host: {name: Host, category: hosting, "
        f"role: processor, transfers: [{transfers}]}}\n"
    }


@pytest.mark.parametrize(
    ("written", "ended"),
    [
        pytest.param("{countries: [US], mechanism: dpf}", [("dpf", "US", LAST)], id="dpf"),
        pytest.param("{countries: [US], mechanism: scc}", [("scc", "US", None)], id="clauses"),
        pytest.param(
            "{countries: [CH, GB], mechanism: adequacy}",
            [("adequacy", "GB", None), ("adequacy", "CH", LAST)],
            id="one of two countries",
        ),
        pytest.param(
            "{countries: [US], mechanism: dpf, ended: 2026-01-31}",
            [("dpf", "US", date(2026, 1, 31))],
            id="the owner wrote a day",
        ),
    ],
)
def test_only_what_rests_on_the_decision_ends_with_it(
    written: str, ended: list[tuple[str, str, date | None]], tmp_path: Path
) -> None:
    center = with_decision_ended(tmp_path, of_host(written))
    transfers = (center.processors or {})["host"].transfers or ()
    assert [(one.mechanism, *one.countries, one.ended) for one in transfers] == ended


def swiss(served: str) -> dict[str, str]:
    organisation = SMALL_CENTER["privacy/organisation.yml"].replace("country: BE", "country: CH")
    where = f"  serves_countries: [{served}]\naudiences:"
    return {"privacy/organisation.yml": organisation.replace("audiences:", where)}


def test_who_relied_on_the_decision_for_its_own_country_says_that_it_ended(
    tmp_path: Path,
) -> None:
    before = with_decision_ended(tmp_path / "before", swiss("BE"), LAST)
    after = with_decision_ended(tmp_path / "after", swiss("BE"))
    assert before.organisation.transfers == ()
    assert [change.kind.id for change in compare(before, after)] == [
        "organisation.transfers.ended.added"
    ]


def test_who_addresses_nobody_in_the_area_says_nothing_of_it(tmp_path: Path) -> None:
    assert with_decision_ended(tmp_path, swiss("GB")).organisation.transfers == ()


def test_who_lives_where_a_decision_has_a_condition_says_nothing_of_it(tmp_path: Path) -> None:
    american = {
        name: text.replace("country: CH", "country: US") for name, text in swiss("BE").items()
    }
    assert with_decision_ended(tmp_path, american).organisation.transfers == ()


def test_coverage_asks_for_a_safeguard_in_its_place(site: Path) -> None:
    Path("privacy/processors.yml").write_text(
        "processors:\n  host: {name: Host, category: hosting, role: processor, country: US, "
        "transfers: [{countries: [US], mechanism: dpf}]}\n"
    )
    Path("privacy/activities.yml").write_text(
        SMALL_CENTER["privacy/activities.yml"].replace("processors: []", "processors: [host]")
    )
    asked = "give the safeguard of ‘host’ (US) in `transfers`"
    assert asked not in run("check --coverage").output
    annul("2027-03-10")
    assert asked in run("check --coverage").output


# ------------------------------------------------------------------------ facts of one's own


def test_the_law_of_a_country_is_corrected_in_a_catalogue_of_ones_own(tmp_path: Path) -> None:
    own = {
        "shared/child_consent.yml": "BE: {age: 14, facts: {source: Act, as_of: 2026-11-01}}\n",
        "shared/consent_exemptions.yml": "BE: {law: a new Act, statistics: exempt, "
        "facts: {source: Act, as_of: 2026-11-01}}\n",
    }
    write_files(tmp_path, own)
    loaded = load_center(tmp_path / "privacy", LANGUAGES, catalogue_dirs=[tmp_path / "shared"])
    assert loaded.center
    assert loaded.catalogue.child_consent["BE"].age == 14
    assert loaded.catalogue.child_consent["NL"] == shipped_catalogue().child_consent["NL"]
    assert loaded.catalogue.consent_exemptions["BE"].statistics == "exempt"
    localized = LocalizedCenter(
        loaded.center, Localization("en", load_catalog("en")), loaded.catalogue
    )
    assert [(code, law and law.age) for code, law in localized.ages_of_consent] == [("BE", 14)]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        pytest.param(
            "US: {use: UK}\n",
            "shared/adequacy.yml:1: error: adequacy.US.use: no entry has ‘UK’: correct it "
            "[unknown-use]",
            id="an unknown country to take from",
        ),
        pytest.param(
            "US: {use: US, until: 2027-03-03}\n",
            "shared/adequacy.yml:1: error: adequacy.US.until: ",
            id="an unknown key",
        ),
        pytest.param(
            "America: {use: US}\n",
            "shared/adequacy.yml:1: error: adequacy.America: ",
            id="no code of a country",
        ),
    ],
)
def test_what_is_wrong_with_it_is_found_where_it_stands(
    written: str, message: str, tmp_path: Path
) -> None:
    write_files(tmp_path, {"shared/adequacy.yml": written})
    loaded = load_center(tmp_path / "privacy", LANGUAGES, catalogue_dirs=[tmp_path / "shared"])
    [finding] = [str(one) for one in loaded.findings]
    assert finding.startswith(message)
