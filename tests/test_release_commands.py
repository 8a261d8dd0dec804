"""The commands that make and look at releases, as somebody types them in the folder of a site."""

from __future__ import annotations

import email
import errno
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from email.policy import default as email_policy
from pathlib import Path
from typing import NoReturn

import pytest
from builds import build_cleanly, write_config
from click.testing import CliRunner, Result
from told import told
from worlds import write_files

from mkdocs_privacy import clock
from mkdocs_privacy.cli import freezing, main
from mkdocs_privacy.cli.told_changes import FORMATS
from mkdocs_privacy.localization import FormOfAddress, Localization, load_catalog
from mkdocs_privacy.site import OpenedSite

CONFIG = """\
site_url: https://privacy.tuimelkous.example
site_name: Tuimelkous
theme: {name: material, language: nl}
plugins:
  - privacy-center: {today: 2026-02-01, findings: {ignore: [unused-recipient]}}
  - i18n:
      languages:
        - {locale: nl, name: Nederlands, default: true}
        - {locale: fr, name: Français}
        - {locale: en, name: English}
"""
DUTCH = "site_name: Tuimelkous\ntheme: {name: material, language: nl}\n"
RELEASES = Path("privacy/releases")
TEXT = "# Privacybeleid\n\nWij bewaren weinig.\n\n### Cookies\n\nGeen.\n"

MOLLIE = """\
processors:
  mollie:
    name: Mollie
    legal_name: Mollie B.V.
    category: payment
    role: processor
    country: NL
"""

Site = Callable[..., None]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Writes the small center in three languages into the folder where the commands then run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def write(config: str = CONFIG) -> None:
        write_files(tmp_path, {"docs/about.md": "# Winkel\n"})
        Path("mkdocs.yml").write_text(config, "utf-8")

    return write


@pytest.fixture(scope="module")
def first_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The releases of the small center after `release --effective 2026-03-01`, made once."""
    folder = tmp_path_factory.mktemp("released")
    write_files(folder, {"docs/about.md": "# Winkel\n"})
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run("release --effective 2026-03-01").exit_code == 0
    return folder / RELEASES


@pytest.fixture
def released(site: Site, first_release: Path) -> None:
    """The small center, whose data is that of its one release: 2026-03-01."""
    site()
    shutil.copytree(first_release, RELEASES)


def run(typed: str, *more: str) -> Result:
    """A command as typed in the folder of the site."""
    result = CliRunner().invoke(main, [*typed.split(), *more])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def keep_orders_longer() -> None:
    change("privacy/activities.yml", "P7Y", "P10Y")


def change(file: str, old: str, new: str) -> None:
    words = Path(file).read_text("utf-8")
    assert old in words
    Path(file).write_text(words.replace(old, new), "utf-8")


def write(file: str, words: str | bytes) -> None:
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    Path(file).write_bytes(words.encode() if isinstance(words, str) else words)


def written() -> dict[str, str]:
    """Every file of the releases, and what was taken for them; `.lock` belongs to nobody."""
    return {
        path.as_posix(): path.read_text("utf-8")
        for path in sorted([*RELEASES.rglob("*"), *RELEASES.parent.glob("catalogue.lock")])
        if path.is_file() and path.name != ".lock"
    }


# ---------------------------------------------------------------- from one release to the next


def test_nothing_is_released_where_what_it_took_cannot_be_kept(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site()
    with monkeypatch.context() as full:
        full.setattr(freezing, "write_lock", on_a_full_disk)
        result = run("release --effective 2026-03-01")
    assert (result.exit_code, result.stderr) == (1, "Error: No space left on device\n")
    assert not RELEASES.exists()
    assert "wrote privacy/releases/2026-03-01/" in run("release --effective 2026-03-01").stdout


def on_a_full_disk(_site: OpenedSite, _text: str) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_the_first_release_is_written_file_by_file(site: Site) -> None:
    site()
    result = run("release --effective 2026-03-01")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "This is the first release.\n"
        "\n"
        "wrote privacy/catalogue.lock\n"
        "wrote privacy/releases/2026-03-01/center.json\n"
        "wrote privacy/releases/2026-03-01/policy.en.html\n"
        "wrote privacy/releases/2026-03-01/policy.fr.html\n"
        "wrote privacy/releases/2026-03-01/policy.nl.html\n"
        "wrote privacy/releases/2026-03-01/release.yml\n"
        "\n"
        "Commit privacy/releases without changes: every build checks the hashes.\n"
        "If nobody has seen this release yet, you can undo it: delete "
        "privacy/releases/2026-03-01\n"
    )


def test_the_words_that_are_frozen_are_those_of_each_language(released: None) -> None:
    french = written()["privacy/releases/2026-03-01/policy.fr.html"]
    assert '<html lang="fr">' in french
    assert "<h1>Politique de confidentialité – Tuimelkous</h1>" in french
    assert re.search(r"7\sans", french)


def test_what_has_changed_is_told_before_the_next_release(released: None) -> None:
    keep_orders_longer()
    write("privacy/processors.yml", MOLLIE)
    result = run("release --effective 2026-04-01")
    assert result.exit_code == 0
    assert result.stderr == "2 infos: `mkdocs-privacy check` lists them\n"
    assert result.stdout == (
        "What has changed since 2026-03-01:\n"
        "\n"
        "Belangrijke wijzigingen\n"
        "- Nieuwe verwerker: Mollie (betaling, Nederland)\n"
        "- Bewaartermijn van ‘Bestellingen’ verlengd van 7 jaar naar 10 jaar\n"
        "\n"
        "wrote privacy/catalogue.lock\n"
        "wrote privacy/releases/2026-04-01/center.json\n"
        "wrote privacy/releases/2026-04-01/policy.en.html\n"
        "wrote privacy/releases/2026-04-01/policy.fr.html\n"
        "wrote privacy/releases/2026-04-01/policy.nl.html\n"
        "wrote privacy/releases/2026-04-01/release.yml\n"
        "\n"
        "Commit privacy/releases without changes: every build checks the hashes.\n"
        "If nobody has seen this release yet, you can undo it: delete "
        "privacy/releases/2026-04-01\n"
        "Publish the site. Then tell people of this release: mkdocs-privacy notice 2026-04-01\n"
    )


def test_the_changes_may_be_told_in_another_language_of_the_site(site: Site) -> None:
    site()
    run("release --effective 2026-03-01")
    keep_orders_longer()
    result = run("release --effective 2026-04-01 --language en --dry-run")
    assert result.stdout.startswith(
        "What has changed since 2026-03-01:\n"
        "\n"
        "Important changes\n"
        "- Retention period of ‘Orders’ lengthened from 7 years to 10 years\n"
    )


@pytest.mark.parametrize("options", ["", "--announced 2026-01-15 --note-file note.yml"])
def test_a_dry_run_prints_exactly_what_is_then_written(site: Site, options: str) -> None:
    site()
    write("note.yml", "nl: Eerste\nfr: |\n  Première\n  fois\nen: First\n")
    dry = run(f"release --effective 2026-03-01 --dry-run {options}")
    assert (dry.exit_code, dry.stderr) == (0, "Nothing was written.\n")
    assert written() == {}
    run(f"release --effective 2026-03-01 {options}")
    _, *printed = re.split(r"^==> (.*) <==\n", dry.stdout, flags=re.MULTILINE)
    contents = (content.removesuffix("\n") for content in printed[1::2])
    assert dict(zip(printed[::2], contents, strict=True)) == written()


def test_dates_note_and_reason_stand_in_the_release(site: Site) -> None:
    site()
    notes = ("--note-nl", "Onze oude tekst", "--note-fr", "Ancien", "--note-en", "Our old text")
    reason = ("--backdate-nl", "Overgenomen", "--backdate-fr", "Repris", "--backdate-en", "Taken")
    assert run("release --effective 2024-05-01", *notes, *reason).exit_code == 0
    manifest = written()["privacy/releases/2024-05-01/release.yml"]
    assert "announced: '2024-05-01'\neffective: '2024-05-01'\n" in manifest
    assert "backdated:\n  en: Taken\n  fr: Repris\n  nl: Overgenomen\n" in manifest
    assert "note:\n  en: Our old text\n  fr: Ancien\n  nl: Onze oude tekst\n" in manifest


def test_a_chosen_consent_revision_stands_in_the_release_with_its_reason(site: Site) -> None:
    site()
    reason = [f"--consent-reason-{code}={code}" for code in ("nl", "fr", "en")]
    result = run("release --effective 2026-03-01 --consent-revision 4", *reason)
    assert result.exit_code == 0
    manifest = written()["privacy/releases/2026-03-01/release.yml"]
    assert (
        "consent_revision:\n  number: 4\n  reason:\n    en: en\n    fr: fr\n    nl: nl\n"
    ) in manifest


def test_a_consent_revision_without_a_reason_is_refused(site: Site) -> None:
    site()
    result = run("release --effective 2026-03-01 --consent-revision 4")
    assert result.exit_code == 2
    assert "--consent-revision and --consent-reason go together" in result.stderr


def test_a_reason_in_one_language_is_asked_in_each_and_not_for_its_number(site: Site) -> None:
    site()
    result = run("release --effective 2026-03-01 --consent-revision 4 --consent-reason New")
    assert result.exit_code == 2
    assert result.stderr.endswith(
        "\n  --consent-reason: readers see the reason in each language: give "
        "`--consent-reason-nl …`, `--consent-reason-fr …`, `--consent-reason-en …`\n"
    )


def test_what_replaces_an_announced_release_is_told_against_what_applies(released: None) -> None:
    write("privacy/processors.yml", MOLLIE)
    run("release --effective 2026-05-01")
    keep_orders_longer()
    result = run("release --effective 2026-05-01 --language en")
    assert (
        "It replaces 2026-05-01, which will not apply.\n"
        "What has changed since 2026-03-01:\n"
        "\n"
        "Important changes\n"
        "- New processor: Mollie (payment, Netherlands)\n"
        "- Retention period of ‘Orders’ lengthened from 7 years to 10 years\n"
    ) in result.stdout


def test_a_cancelled_announcement_is_told_as_the_same_as_what_applies(released: None) -> None:
    write("privacy/processors.yml", MOLLIE)
    run("release --effective 2026-05-01")
    Path("privacy/processors.yml").unlink()
    result = run("release --effective 2026-05-01")
    assert result.stdout.startswith(
        "It replaces 2026-05-01, which will not apply.\n"
        "The data and the wording are the same as in 2026-03-01.\n"
    )


def test_words_alone_may_be_released_too(released: None) -> None:
    write(
        "privacy/locales/fr/LC_MESSAGES/privacy.po",
        'msgid "policy.heading"\nmsgstr "Vos données chez {organisation}"\n',
    )
    result = run("release --effective 2026-03-01")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "The data is the same as in 2026-03-01; the wording differs in fr.\n"
    )
    assert "privacy/releases/2026-03-01-2/release.yml" in written()


def test_the_form_of_address_of_the_site_is_frozen(site: Site) -> None:
    site()
    formal = run("release --effective 2026-03-01 --dry-run").stdout
    site(CONFIG.replace("{today:", "{form_of_address: {nl: informal}, today:"))
    informal = run("release --effective 2026-03-01 --dry-run").stdout
    assert (" uw " in formal, " uw " in informal) == (True, False)
    assert (" votre " in formal, " votre " in informal) == (True, True)


def test_what_is_frozen_is_what_the_draft_of_the_page_shows(site: Site, tmp_path: Path) -> None:
    options = {"form_of_address": {"nl": "informal"}, "requests": {"endpoint": "https://r.example"}}
    site()
    config = write_config(tmp_path, plugins=["search", {"privacy-center": options}])
    run("release --effective 2099-03-01")
    document = written()["privacy/releases/2099-03-01/policy.nl.html"]
    shutil.rmtree(RELEASES)
    page = (build_cleanly(config, tmp_path / "site") / "policy/index.html").read_text("utf-8")
    below_title = document.partition("</h1>")[2].partition("</body>")[0].strip()
    assert len(below_title) > 1000
    assert below_title in page


def test_own_templates_are_frozen_as_the_site_shows_them(site: Site) -> None:
    site()
    write("privacy/templates/releases/words.html", "<h1>Bel ons!</h1>")
    assert "<h1>Bel ons!</h1>" in run("release --effective 2026-03-01 --dry-run").stdout


# --------------------------------------------------------------------------- what is refused


def refusal(typed: str, *more: str) -> list[str]:
    """Why nothing was released, line by line; nothing may have been written."""
    before = written()
    result = run(typed, *more)
    assert result.exit_code == 1
    assert written() == before
    first, *reasons = result.stderr.splitlines()
    assert first == "Error: nothing was released:"
    return [reason.strip() for reason in reasons]


def test_nothing_new_is_no_release(released: None) -> None:
    assert refusal("release --effective 2026-04-01") == [
        "there is nothing new: the data and the wording are the same as in 2026-03-01"
    ]


def test_every_reason_to_refuse_is_given_at_once(released: None) -> None:
    assert refusal("release --effective 2026-01-01 --announced 2026-05-01") == [
        "it would take effect on 2026-01-01, before the release that it replaces: give 2026-03-01 "
        "or a later day",
        "2026-01-01 has passed: give 2026-02-01 or a later day, or the reason why you record it "
        "afterwards (`--backdate REASON`)",
        "the announcement date 2026-05-01 is in the future: give 2026-02-01 or an earlier day",
        "it would be announced on 2026-05-01, after it takes effect: give 2026-01-01 or an "
        "earlier day",
        "there is nothing new: the data and the wording are the same as in 2026-03-01",
    ]


def test_a_reason_stands_in_each_language_of_the_site(site: Site) -> None:
    site()
    plain = run("release --effective 2026-01-01", "--backdate", "Taken over")
    assert (
        plain.exit_code,
        "each language: give `--backdate-nl …`, `--backdate-fr …`" in plain.stderr,
    ) == (2, True)
    half = run("release --effective 2026-01-01", "--backdate-nl", "Overgenomen")
    assert half.exit_code == 2
    assert (
        "missing translation: write this text in fr (French), en (English), with "
        "`--backdate-fr …`, `--backdate-en …`"
    ) in half.stderr


def test_a_site_in_one_language_gives_its_reason_in_that_one(site: Site) -> None:
    site()
    config = Path("mkdocs.yml").read_text("utf-8")
    write("mkdocs.yml", config.partition("  - i18n:")[0])
    assert run("release --effective 2024-05-01", "--backdate", "Overgenomen").exit_code == 0
    assert "backdated:\n  nl: Overgenomen\n" in written()["privacy/releases/2024-05-01/release.yml"]


def test_data_with_errors_is_not_released(site: Site) -> None:
    site()
    change("privacy/organisation.yml", "country: BE", "country: XX")
    write("privacy/locales/nl/LC_MESSAGES/privacy.po", 'msgid "no.such"\nmsgstr "x"\n')
    result = run("release --effective 2026-03-01")
    assert result.exit_code == 1
    assert "privacy/organisation.yml:3: error: " in result.stdout
    assert "privacy/locales/nl/LC_MESSAGES/privacy.po:1: error: " in result.stdout
    assert result.stderr == "Error: nothing was released: fix the errors first\n"
    assert written() == {}


def test_nothing_is_released_on_top_of_a_release_that_was_altered(released: None) -> None:
    change("privacy/releases/2026-03-01/policy.nl.html", "Tuimelkous", "Iemand")
    keep_orders_longer()
    result = run("release --effective 2026-04-01")
    assert result.exit_code == 1
    assert "privacy/releases/2026-03-01/policy.nl.html:1: error: " in result.stdout


def test_every_option_that_cannot_be_used_is_named_at_once(site: Site) -> None:
    site()
    result = run(
        "release --effective 2026-02-30 --announced 01/02/2026 --note-nl x --language de",
        "--note-fr",
        "",
    )
    assert result.exit_code == 2
    assert result.stderr.split("Error: ")[1] == (
        "some options cannot be used:\n"
        "  --language: this site has no language ‘de’: choose from nl, fr, en\n"
        "  --effective: ‘2026-02-30’ is not a day of the calendar: correct it\n"
        "  --announced: ‘01/02/2026’ is not a date as year-month-day, such as 2021-01-07 "
        "(07/01/2021 could be 7 January or 1 July)\n"
        "  the note: the text is empty in fr (French); missing translation: write this text in en "
        "(English), with `--note-en …`\n"
    )
    assert written() == {}


@pytest.mark.parametrize(
    ("note", "problem"),
    [
        ("nl: Kort\nfr: Bref\n", "note.yml: missing translation: write this text in en (English)"),
        ("nl: a\nfr: b\nen: c\nde: d\n", "note.yml: this site has no language ‘de’: choose from"),
        ("nl: a\nfr: b\nen: {x: y}\n", "note.yml: a single text is expected in en (English)"),
        ("Kort", "note.yml: write the note under a language code: `nl: …`"),
        ("nl: a\nnl: b\n", "note.yml:2: error: nl: the key ‘nl’ occurs twice, first on line 1"),
        ('nl: a\nfr: b\nen: "\\a"\n', "note.yml:3: error: en: the character U+0007"),
        (b"nl: \xff", "note.yml:1: error: the file is not UTF-8 text"),
    ],
)
def test_a_note_file_that_cannot_be_used_is_refused(
    site: Site, note: str | bytes, problem: str
) -> None:
    site()
    write("note.yml", note)
    result = run("release --effective 2026-03-01 --note-file note.yml")
    assert result.exit_code == 2
    assert f"\n  {problem}" in result.stderr


def test_a_note_is_typed_or_in_a_file_not_both(site: Site) -> None:
    site()
    write("note.yml", "nl: a\nfr: b\nen: c\n")
    result = run("release --effective 2026-03-01 --note-file note.yml --note-nl x")
    assert result.exit_code == 2
    assert "--note-file and --note-… cannot be combined: use one of the two" in result.stderr


def test_a_note_with_a_bell_in_it_is_refused(site: Site) -> None:
    site(DUTCH)
    result = run("release --effective 2026-03-01", "--note-nl", "\a")
    assert result.exit_code == 2
    assert "the note: nl: the character U+0007 cannot be printed: remove it" in result.stderr


@pytest.mark.parametrize(
    ("template", "line", "problem"),
    [
        ("<h1>\n{% if %}", 2, "Expected an expression, got 'end of statement block'"),
        ("<h1>\n{{ nothing }}", 2, "'nothing' is undefined"),
        ("{% include 'gone.html' %}", 1, "there is no template ‘gone.html’: check its name"),
        ("<h1>\n{% include 'releases/words.html' %}", 2, "it includes or calls itself"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("<h1>\n{{ 1 + 'a' }}", 2, "unsupported operand type(s) for +: 'int' and 'str'"),
        ("<h1>\ncaf\udce9", 2, "the file is not UTF-8 text: save it with the encoding UTF-8"),
    ],
)
def test_a_template_that_cannot_be_used_is_an_error_at_its_line(
    site: Site, template: str, line: int, problem: str
) -> None:
    site()
    run("release --effective 2026-02-01")
    write("privacy/templates/releases/words.html", "")
    own = Path("privacy/templates/releases/words.html")
    own.write_bytes(template.encode("utf-8", "surrogateescape"))
    for typed in ("release --effective 2026-03-01", "check"):
        result = run(typed)
        assert result.exit_code == 1
        assert result.stdout == (
            f"privacy/templates/releases/words.html:{line}: error: "
            f"this template cannot be used: {problem} [template]\n"
        )


# -------------------------------------------------------------------------------------- diff


def test_diff_is_silent_where_the_data_is_as_released(released: None) -> None:
    result = run("diff")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == ("from 2026-03-01 to the current data: no changes in the data\n")


def test_diff_tells_changes_and_ends_with_1(released: None) -> None:
    keep_orders_longer()
    result = run("diff")
    assert (result.exit_code, result.stdout) == (
        1,
        "Belangrijke wijzigingen\n"
        "- Bewaartermijn van ‘Bestellingen’ verlengd van 7 jaar naar 10 jaar\n",
    )
    assert result.stderr == ("from 2026-03-01 to the current data: 1 change, 1 of them important\n")


def test_diff_compares_any_two_releases_in_either_direction(released: None) -> None:
    keep_orders_longer()
    run("release --effective 2026-04-01")
    change("privacy/activities.yml", "P10Y", "P20Y")
    run("release --effective 2026-05-01")
    assert "verlengd van 7 jaar naar 10 jaar" in run("diff 2026-03-01 2026-04-01").stdout
    assert "verkort van 10 jaar naar 7 jaar" in run("diff 2026-04-01 2026-03-01").stdout
    assert "van 7 jaar naar 20 jaar" in run("diff 2026-03-01").stdout
    assert run("diff 2026-05-01 2026-05-01").exit_code == 0


def test_diff_as_markdown_keeps_every_character_as_it_is(released: None) -> None:
    write("privacy/processors.yml", MOLLIE.replace(" Mollie\n", " '<b>*M_[x](y)* & `z`'\n"))
    result = run("diff --format markdown --language en")
    assert result.stdout == (
        "### Important changes\n"
        "\n"
        r"- New processor: \<b\>\*M\_\[x\](y)\* \& \`z\` (payment, Netherlands)"
        "\n"
    )


SENTENCES = [
    ("  two\n\n    lines\t and\u00a0more ", "two lines and\u00a0more", "two lines and\u00a0more"),
    ("1. one", "1. one", r"1\. one"),
    ("12) one", "12) one", r"12\) one"),
    ("- one", "- one", r"\- one"),
    ("+ one", "+ one", r"\+ one"),
    ("---", "---", r"\---"),
    ("# one", "# one", r"\#&#8203; one"),
    ("ask @octocat", "ask @octocat", "ask @&#8203;octocat"),
    ("a/b#1 GH-2", "a/b#1 GH-2", r"a/b\#&#8203;1 GH-&#8203;2"),
    ("https://x.be", "https://x.be", "https:&#8203;//x.be"),
    ("www.x.be", "www.x.be", "www&#8203;.x.be"),
    ("so: :+1:", "so: :+1:", "so: :&#8203;+1:"),
    ("$1$", "$1$", r"\$1\$"),
]


@pytest.mark.parametrize(("sentence", "text", "markdown"), SENTENCES)
def test_diff_writes_one_line_for_each_change_whatever_stands_in_it(
    sentence: str, text: str, markdown: str
) -> None:
    groups = [told("organisation.address.changed", "organisation.address", sentence)]
    english = Localization("en", load_catalog("en", FormOfAddress.FORMAL))
    assert FORMATS["text"](groups, english) == f"Other changes\n- {text}"
    assert FORMATS["markdown"](groups, english) == f"### Other changes\n\n- {markdown}"


def test_diff_as_json_is_for_programs(released: None) -> None:
    assert json.loads(run("diff --format json").stdout) == []
    keep_orders_longer()
    write("privacy/processors.yml", MOLLIE)
    recipient, retention = json.loads(run("diff --format json --language fr").stdout)
    assert retention == {
        "kind": "activity.retention.period.lengthened",
        "topic": "retention",
        "material": True,
        "ground": retention["ground"],
        "path": ["activities", "orders", "retention", "period"],
        "before": "P7Y",
        "after": "P10Y",
        "sentence": retention["sentence"],
        "told_with": 1,
        "cause": "alone",
        "told": (
            "Durée de conservation de «\u202fCommandes\u202f» portée de 7\u00a0ans à 10\u00a0ans"
        ),
        "meanings": [],
        "language": "fr",
    }
    assert (recipient["before"], recipient["after"]["legal_name"]) == (None, "Mollie B.V.")


def test_diff_says_what_a_change_means_as_the_changelog_does(released: None) -> None:
    abroad = "independent_controller\n    transfers: [{countries: [US], mechanism: scc}]"
    write("privacy/processors.yml", MOLLIE.replace("role: processor", f"role: {abroad}"))
    meant = [
        "Mollie is itself responsible for its own use of your data.",
        "Through Mollie, data can be transferred outside the European Economic Area "
        "(United States).",
    ]
    (told,) = json.loads(run("diff --language en --format json").stdout)
    assert told["meanings"] == meant
    line = f"- {told['told']}. {' '.join(meant)}\n"
    assert line in run("diff --language en").stdout
    assert line in run("diff --language en --format markdown").stdout


def test_changes_can_be_told_in_a_language_that_was_added_later(site: Site) -> None:
    site(DUTCH)
    run("release --effective 2099-03-01")
    site()
    keep_orders_longer()
    assert "Orders" in run("diff --language en").stdout


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("diff", "there is no release to compare with: run `mkdocs-privacy release` first"),
        ("diff 2026-03-01", "there is no release ‘2026-03-01’: nothing has been released yet"),
        ("diff --language de", "this site has no language ‘de’"),
        (
            "diff --config-file gone.yml",
            "Error: gone.yml: there is no such file: go to ",
        ),
        ("diff a b c", "unexpected extra argument"),
    ],
)
def test_diff_ends_with_2_where_it_cannot_tell(site: Site, typed: str, sentence: str) -> None:
    site()
    result = run(typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr


def test_diff_suggests_a_release_and_names_both_that_are_wrong(released: None) -> None:
    result = run("diff 2026-3-1 yesterday")
    assert result.exit_code == 2
    assert result.stderr == (
        "Error: there is no release ‘2026-3-1’ (did you mean ‘2026-03-01’?): choose from "
        "2026-03-01; there is no release ‘yesterday’: choose from 2026-03-01\n"
    )


def test_diff_says_what_must_be_mended_first(released: None) -> None:
    change("privacy/organisation.yml", "country: BE", "country: XX")
    result = run("diff")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "privacy/organisation.yml:3: error: " in result.stderr
    assert run("diff 2026-03-01 2026-03-01").exit_code == 0


# ------------------------------------------------------------------------------------ verify


def test_verify_lists_every_release(released: None) -> None:
    keep_orders_longer()
    run("release --effective 2026-03-01")
    result = run("verify")
    assert (result.exit_code, result.stdout) == (0, "2026-03-01  ok\n2026-03-01-2  ok\n")
    assert result.stderr == "2 releases in privacy/releases: nothing to report\n"


def test_verify_names_the_file_that_was_altered(released: None) -> None:
    keep_orders_longer()
    run("release --effective 2026-04-01")
    change("privacy/releases/2026-03-01/center.json", "P7Y", "P9Y")
    result = run("verify")
    assert result.exit_code == 1
    first, second, finding = result.stdout.splitlines()
    assert (first, second) == ("2026-03-01  not as it was released", "2026-04-01  ok")
    assert finding.startswith("privacy/releases/2026-03-01/center.json:1: error: ")
    assert finding.endswith(" [release-altered]")
    assert result.stderr == "2 releases in privacy/releases: 1 error\n"


def test_verify_does_not_take_a_plain_file_for_a_release(released: None) -> None:
    write("privacy/releases/2026-04-01", "x")
    result = run("verify")
    first, finding = result.stdout.splitlines()
    assert first == "2026-03-01  ok"
    assert finding.startswith("privacy/releases/2026-04-01:1: error: this is not a release")
    assert result.stderr == "1 release in privacy/releases: 1 error\n"


def test_verify_can_write_json_and_nothing_else_to_standard_output(site: Site) -> None:
    site()
    assert json.loads(run("verify --format json").stdout) == []
    run("release --effective 2026-03-01")
    (RELEASES / "2026-03-01/policy.fr.html").unlink()
    (finding,) = json.loads(run("verify --format json").stdout)
    assert (finding["rule"], finding["file"]) == (
        "release-missing-file",
        "privacy/releases/2026-03-01/policy.fr.html",
    )


def test_verify_needs_no_data_without_errors(released: None) -> None:
    Path("privacy/organisation.yml").unlink()
    assert run("verify").exit_code == 0


# ------------------------------------------------------------------------------------- check


def test_check_says_nothing_where_the_data_is_as_released(site: Site) -> None:
    site()
    run("release --effective 2026-02-01")
    result = run("check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("nothing to report in 2 files\n")


def test_check_warns_of_changes_that_were_not_released(site: Site) -> None:
    site()
    run("release --effective 2026-02-01")
    keep_orders_longer()
    result = run("check")
    assert (result.exit_code, result.stderr.partition("\n")[0]) == (0, "1 warning in 2 files")
    assert result.stdout == (
        "warning: the data has 1 change since the newest release, 2026-02-01: “Bewaartermijn van "
        "‘Bestellingen’ verlengd van 7 jaar naar 10 jaar” (`mkdocs-privacy diff` lists all); "
        "release it with `mkdocs-privacy release --effective YYYY-MM-DD` [unreleased-changes]\n"
    )


def test_check_tells_the_first_few_of_many_changes(site: Site) -> None:
    site()
    run("release --effective 2026-02-01")
    entries = [MOLLIE.removeprefix("processors:\n").replace("mollie:", f"m{n}:") for n in range(5)]
    write("privacy/processors.yml", f"processors:\n{''.join(entries)}")
    said = run("check").stdout
    assert "the data has 5 changes" in said
    assert said.count("“") == 3
    assert ", 2 more (" in said


def test_check_notes_that_the_words_around_the_data_have_moved(site: Site) -> None:
    site()
    run("release --effective 2026-02-01")
    heading = 'msgid "policy.heading"\nmsgstr "{organisation} !"\n'
    write("privacy/locales/nl/LC_MESSAGES/privacy.po", heading)
    result = run("check")
    assert (result.exit_code, result.stderr.partition("\n")[0]) == (0, "1 info in 2 files")
    assert result.stdout == (
        "info: the wording of the plugin or of your own templates (nl) has changed since release "
        "2026-02-01. The policy page keeps the released wording; your next release will use the "
        "new one. You need not do anything [wording-moved]\n"
    )


def test_check_without_a_configuration_does_not_guess_how_readers_are_addressed(
    site: Site,
) -> None:
    site(CONFIG.replace("{today:", "{form_of_address: {nl: informal}, today:"))
    run("release --effective 2026-02-01")
    assert run("check").stdout == ""
    assert run("check --data privacy --languages nl,fr,en").stdout == ""


def test_check_finds_a_release_that_was_altered(site: Site) -> None:
    site()
    run("release --effective 2026-02-01")
    write("privacy/releases/2026-02-01/notes.txt", "x")
    result = run("check")
    assert result.exit_code == 1
    assert "privacy/releases/2026-02-01/notes.txt:1: error: " in result.stdout


# ---------------------------------------------------------------------------- import-version


def test_an_old_text_becomes_the_first_release(site: Site) -> None:
    site()
    write("old/policy.nl.md", TEXT)
    result = run("import-version --effective 2018-05-25 --text old/policy.nl.md")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(
        "wrote privacy/catalogue.lock\n"
        "wrote privacy/releases/2018-05-25/policy.nl.html\n"
        "wrote privacy/releases/2018-05-25/release.yml\n"
    )
    document = written()["privacy/releases/2018-05-25/policy.nl.html"]
    assert "<title>Privacybeleid</title>" in document
    assert document.split("<body>")[1] == (
        "\n<h1>Privacybeleid</h1>\n<p>Wij bewaren weinig.</p>\n<h2>Cookies</h2>\n<p>Geen.</p>\n"
        "</body>\n</html>\n"
    )
    assert "announced: '2018-05-25'" in written()["privacy/releases/2018-05-25/release.yml"]


def test_what_rules_on_wording_find_in_an_old_text_is_a_note(site: Site) -> None:
    site()
    write("policy.nl.md", f"{TEXT}\nWij bewaren uw mail voor altijd.\n")
    result = run("import-version --effective 2018-05-25 --text policy.nl.md")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "policy.nl.md:9: info: ‘bewaren uw mail voor altijd’, and nothing ends it: name a period "
        "or an event after which it goes [kept-forever]\n"
    )


def test_data_is_released_on_top_of_an_old_text(site: Site) -> None:
    site()
    write("policy.nl.md", TEXT)
    run("import-version --effective 2018-05-25 --text policy.nl.md")
    assert "2018-05-25, was imported as text" in run("check").stdout
    result = run("diff")
    assert result.exit_code == 2
    assert "has no data: compare its words on the page `versions/` of the site" in result.stderr
    assert run("release --effective 2026-02-01").stdout.startswith(
        "2018-05-25 was imported as text: only the words can be compared with it.\n"
    )
    assert run("verify").stdout == "2018-05-25  ok\n2026-02-01  ok\n"


@pytest.mark.parametrize(
    ("name", "words", "body"),
    [
        ("a.nl.md", "## Een\n\n#### Twee", "<h1>{}</h1>\n<h2>Een</h2>\n<h4>Twee</h4>"),
        ("a.nl.md", "# Een\n\n# Twee\n", "<h1>{}</h1>\n<h2>Een</h2>\n<h2>Twee</h2>"),
        ("a.nl.md", "Titel\n=====\n\nx", "<h1>Titel</h1>\n<p>x</p>"),
        ("a.nl.md", "# A\n\n<b onclick='x'>b</b><script>c</script>", "<h1>A</h1>\n<p>b</p>"),
        ("a.nl.md", "\ufeff# A\r\n\r\nb\r\n", "<h1>A</h1>\n<p>b</p>"),
        (
            "a.nl.txt",
            "# A & b\nhttps://c.example\n \n\n<d>",
            "<h1>{}</h1>\n<p># A &amp; b<br>\nhttps://c.example</p>\n<p>&lt;d&gt;</p>",
        ),
    ],
)
def test_a_text_gets_one_title_and_loses_what_could_do_harm(
    site: Site, name: str, words: str, body: str
) -> None:
    site()
    write(name, words)
    printed = run(f"import-version --effective 2018-05-25 --text {name} --dry-run").stdout
    expected = body.format("Privacyverklaring van Tuimelkous")
    assert f"<body>\n{expected}\n</body>" in printed


def test_a_text_needs_no_language_in_its_name_on_a_site_in_one_language(site: Site) -> None:
    site(DUTCH)
    write("old.policy.md", TEXT)
    assert run("import-version --effective 2018-05-25 --text old.policy.md").exit_code == 0
    assert "privacy/releases/2018-05-25/policy.nl.html" in written()


def test_a_text_that_is_there_already_is_not_imported_again(site: Site) -> None:
    site(DUTCH)
    write("policy.md", TEXT)
    run("import-version --effective 2018-05-25 --text policy.md")
    again = run("import-version --effective 2018-05-25 --text policy.md")
    assert (again.exit_code, again.stderr) == (
        1,
        "Error: nothing was released:\n  this is already there, as 2018-05-25\n",
    )
    write("policy.md", f"{TEXT}\nMeer.\n")
    assert run("import-version --effective 2018-05-25 --text policy.md").exit_code == 0


def test_everything_that_is_wrong_with_texts_is_found_at_once(site: Site) -> None:
    site()
    write("policy.nl.md", TEXT)
    write("again.nl.txt", TEXT)
    write("bytes.fr.md", b"a\nb\xff")
    write("bell.fr.md", "a\n\a")
    write("empty.en.md", " \n")
    write("policy.md", TEXT)
    write("policy.dd.md", TEXT)
    write("policy.nl.docx", TEXT)
    files = (
        *("policy.nl.md", "again.nl.txt", "bytes.fr.md", "bell.fr.md", "empty.en.md"),
        *("policy.md", "policy.dd.md", "policy.nl.docx", "gone.nl.md"),
    )
    texts = [word for file in files for word in ("--text", file)]
    result = run("import-version --effective 2018-05-25", *texts)
    assert result.exit_code == 1
    assert result.stdout == (
        "again.nl.txt:1: error: the text in ‘nl’ is also given in policy.nl.md: keep one of the "
        "two [import-twice]\n"
        "bell.fr.md:2: error: the character U+0007 cannot be printed: remove it [character]\n"
        "bytes.fr.md:2: error: the file is not UTF-8 text: save it with the encoding UTF-8 "
        "[not-utf-8]\n"
        "empty.en.md:1: error: the file holds no text [import-empty]\n"
        "gone.nl.md:1: error: there is no such file [import-missing]\n"
        "policy.dd.md:1: error: there is no translation for ‘dd’: choose from en, fr, nl "
        "[import-language]\n"
        "policy.md:1: error: name the file <name>.<language>.md (or .txt), such as policy.nl.md "
        "[import-name]\n"
        "policy.nl.docx:1: error: name the file <name>.<language>.md (or .txt), such as "
        "policy.nl.md [import-name]\n"
    )
    assert result.stderr == "Error: nothing was imported: fix the errors first\n"
    assert written() == {}


def test_a_text_with_a_title_needs_no_data(site: Site) -> None:
    site()
    Path("privacy/organisation.yml").unlink()
    write("policy.nl.md", TEXT)
    write("policy.fr.txt", "Bonjour")
    result = run("import-version --effective 2018-05-25 --text policy.nl.md --text policy.fr.txt")
    assert result.exit_code == 1
    assert result.stdout == (
        "policy.fr.txt:1: error: the text has no title: begin it with `# Title` (in a .md file). "
        "Without a title, the title of your current policy is used, but your data has errors: run "
        "`mkdocs-privacy check` [import-title]\n"
    )
    assert run("import-version --effective 2018-05-25 --text policy.nl.md").exit_code == 0


def test_an_old_text_comes_neither_before_a_release_nor_after_today(site: Site) -> None:
    site()
    write("policy.nl.md", TEXT)
    assert refusal("import-version --effective 2026-02-02 --text policy.nl.md") == [
        "the date 2026-02-02 is in the future. Use import-version for a policy that has already "
        "applied, and `mkdocs-privacy release` for a new one"
    ]
    run("import-version --effective 2021-01-07 --text policy.nl.md")
    before, announced = refusal("import-version --effective 2018-05-25 --text policy.nl.md")
    assert "before the release that it replaces: give 2021-01-07 or a later day" in before
    assert "give 2021-01-07 or a later day" in announced


# ------------------------------------------------------------------------------------ notice


def test_a_notice_is_written_in_every_language(released: None) -> None:
    keep_orders_longer()
    run("release --effective 2026-04-01")
    result = run("notice 2026-04-01 --output e-mails")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "wrote e-mails/notice-2026-04-01.nl.eml\n"
        "wrote e-mails/notice-2026-04-01.fr.eml\n"
        "wrote e-mails/notice-2026-04-01.en.eml\n"
        "\n"
        "Publish the site first, because the e-mail links to it. Then open each file in a mail "
        "program, check it, add the recipients and send it.\n"
    )
    french = email.message_from_bytes(
        Path("e-mails/notice-2026-04-01.fr.eml").read_bytes(), policy=email_policy
    )
    assert french["Content-Language"] == "fr"
    text = french.get_body(("plain",)).get_content()
    assert re.search(r"de 7\sans à 10\sans", text)
    assert "https://privacy.tuimelkous.example/fr/versions/2026-04-01/changes/\r\n" in text


def test_a_notice_leads_to_the_pages_where_they_stand(site: Site) -> None:
    site(f"{CONFIG.replace('{today:', '{path: legal/, today:')}use_directory_urls: false\n")
    run("release --effective 2026-03-01")
    run("notice 2026-03-01")
    dutch = email.message_from_bytes(
        Path("notice-2026-03-01.nl.eml").read_bytes(), policy=email_policy
    )
    text = dutch.get_body(("plain",)).get_content()
    assert "https://privacy.tuimelkous.example/legal/versions/2026-03-01.html\r\n" in text


@pytest.mark.parametrize(
    ("config", "typed", "sentence"),
    [
        (CONFIG, "notice 2026-03-02", "‘2026-03-02’ (did you mean ‘2026-03-01’?)"),
        (CONFIG.partition("\n")[2], "notice 2026-03-01", "`site_url: https://"),
        (CONFIG.replace("https://privacy", "privacy"), "notice 2026-03-01", "URL isn't valid"),
        (CONFIG.replace("privacy.", "privacy.."), "notice 2026-03-01", "not the address of a site"),
    ],
)
def test_a_notice_that_cannot_be_written_says_why(
    site: Site, config: str, typed: str, sentence: str
) -> None:
    site(config)
    run("release --effective 2026-03-01")
    result = run(typed)
    assert result.exit_code == 1
    assert sentence in result.output
    assert not list(Path().glob("*.eml"))


def test_a_notice_is_never_overwritten(released: None) -> None:
    write("notice-2026-03-01.fr.eml", "mine")
    result = run("notice 2026-03-01")
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: nothing was written, because these files exist already:\n"
        "  notice-2026-03-01.fr.eml\n"
    )
    assert [path.name for path in Path().glob("*.eml")] == ["notice-2026-03-01.fr.eml"]


# ------------------------------------------------------------------------------------- today


def test_today_is_what_the_site_says_then_the_epoch_then_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225599")
    assert clock.today(date(2020, 2, 29)) == date(2020, 2, 29)
    assert clock.today() == date(2025, 12, 31)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert abs((clock.today() - date.today()).days) <= 1


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_epoch_is_the_same_day_in_every_time_zone(zone: str) -> None:
    script = "from mkdocs_privacy.clock import today; print(today())"
    environment = {"TZ": zone, "SOURCE_DATE_EPOCH": "1767225600"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "2026-01-01\n"


@pytest.mark.parametrize("epoch", ["yesterday", "9" * 30])
def test_an_epoch_that_is_no_moment_is_a_sentence(
    site: Site, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    site(DUTCH)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = run("release --effective 2026-03-01")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"Error: SOURCE_DATE_EPOCH is ‘{epoch}’: it must be a number of seconds since 1970, "
        "such as 1767225600\n"
    )


# ------------------------------------------------------------------------- in a real process


def test_the_ends_are_those_of_a_real_process(site: Site) -> None:
    site()
    ends = [
        _real("release", "--effective", "2026-03-01"),
        _real("release", "--effective", "2026-03-01"),
        _real("release"),
    ]
    assert ends == [0, 1, 2]


def _real(*arguments: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", "from mkdocs_privacy.cli import main; main()", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.returncode
