"""`catalogue.lock`: a new version of the package changes no site before its owner wants it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from test_show import ORGANISATION
from worlds import LANGUAGES

from mkdocs_privacy.catalogue import Catalogue, shipped_catalogue, whole_entry, with_layer
from mkdocs_privacy.cli import main
from mkdocs_privacy.loading import Loaded, load_center
from mkdocs_privacy.loading.catalogue_lock import lock_text

MKDOCS = """\
site_name: Privacy
theme: {name: material, language: nl, font: false}
plugins: [privacy-center]
"""
ACTIVITIES = """\
activities:
  payments: {use: payments}
processors:
  mollie: {use: mollie, personal_data: all}
"""
TAKEN = [
    "activities.payments",
    "audiences.customers",
    "personal_data.bank-account",
    "personal_data.email",
    "personal_data.name",
    "personal_data.order",
    "personal_data.payment",
    "processors.mollie",
    "authorities.BE",
]
SHIPPED = shipped_catalogue()
LOCK = Path("privacy/catalogue.lock")


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {
        "mkdocs.yml": MKDOCS,
        "privacy/organisation.yml": ORGANISATION,
        "privacy/activities.yml": ACTIVITIES,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def update(*arguments: str) -> str:
    result = run("catalogue", "update", *arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def mollie(**changes: Any) -> dict[str, Any]:
    entry = {**(whole_entry(SHIPPED, "processors", "mollie") or {}), **changes}
    return {key: value for key, value in entry.items() if value is not None}


def lock(**changes: Any) -> None:
    """As an older version of the package wrote it, in which Mollie was otherwise."""
    LOCK.write_text(lock_text([(("processors", "mollie"), mollie(**changes))]), "utf-8")


def loaded(catalogue: Catalogue | None = None) -> Loaded:
    return load_center(Path("privacy"), LANGUAGES, catalogue=catalogue, base=Path())


def of_mollie(loaded: Loaded) -> Mapping[str, Any]:
    assert loaded.center, loaded.findings
    return (loaded.center.processors or {})["mollie"].model_dump(mode="json")


def told(loaded: Loaded) -> list[str]:
    return [str(one) for one in loaded.findings]


# ---------------------------------------------------------------------------------- the file


def test_it_holds_every_entry_that_the_site_takes_and_no_other(shop: Path) -> None:
    assert update() == "wrote privacy/catalogue.lock\n"
    written = LOCK.read_text("utf-8")
    kind, found = "", []
    for line in written.splitlines():
        if line[:1].isalpha():
            kind = line.rstrip(":")
        elif line.startswith("  ") and line[2].strip():
            found.append(f"{kind}.{line.strip().rstrip(':')}")
    assert found == TAKEN
    assert update() == "Nothing has changed.\n"
    assert LOCK.read_text("utf-8") == written


def test_words_and_what_comes_along_are_in_it_too(shop: Path) -> None:
    (shop / "privacy" / "words.yml").write_text(
        "measures: {safe: {use: tls}}\nnotice: {promises: [{use: not-sold}]}\n"
    )
    (shop / "privacy" / "activities.yml").write_text(
        ACTIVITIES + "  google: {use: google-analytics, personal_data: all}\n"
    )
    before = loaded().center
    update()
    written = LOCK.read_text("utf-8")
    for kind, id in (
        ("measures", "tls"),
        ("promises", "not-sold"),
        ("processors", "google-analytics"),
        ("cookies", "google-analytics-4"),
    ):
        assert f"  {id}:\n    sha256: " in written.partition(f"\n{kind}:\n")[2]
    assert "comes_along: 'true'" in written
    assert loaded().center == before


def test_an_entry_stands_there_whole_below_its_hash(shop: Path) -> None:
    update()
    name = (
        '{"examples":{"en":"first name and surname","fr":"prénom et nom","nl":"voornaam en '
        'achternaam"},"source":"person","title":{"en":"Name","fr":"Nom","nl":"Naam"}}'
    )
    written = LOCK.read_text("utf-8").partition("  name:\n")[2].partition("  order:\n")[0]
    assert (
        written
        == f"""\
    sha256: {sha256(name.encode()).hexdigest()}
    entry:
      title:
        nl: Naam
        fr: Nom
        en: Name
      examples:
        nl: voornaam en achternaam
        fr: prénom et nom
        en: first name and surname
      source: person
"""
    )


def test_with_it_the_data_is_the_same_as_without(shop: Path) -> None:
    before = loaded()
    update()
    assert loaded().center == before.center
    assert told(loaded()) == told(before) == []


def test_a_release_writes_it_and_adds_what_was_not_in_it_yet(shop: Path) -> None:
    result = run("release", "--effective", "2027-01-01")
    assert result.exit_code == 0, result.output
    assert "wrote privacy/catalogue.lock" in result.output
    whole = LOCK.read_text("utf-8")
    lock(country="BE")
    (shop / "privacy" / "organisation.yml").write_text(
        ORGANISATION.replace("city: Putte", "city: Gent")
    )
    result = run("release", "--effective", "2027-02-01", "--dry-run")
    assert result.exit_code == 0, result.output
    assert "==> privacy/catalogue.lock <==\n# What this site takes" in result.output
    assert "activities:" not in LOCK.read_text("utf-8")
    assert run("release", "--effective", "2027-02-01").exit_code == 0
    assert of_mollie(loaded())["country"] == "BE"
    assert LOCK.read_text("utf-8") != whole
    assert LOCK.read_text("utf-8").count("sha256") == len(TAKEN)


def test_with_releases_and_without_it_check_says_so(shop: Path) -> None:
    run("release", "--effective", "2027-01-01")
    assert "[no-lock]" not in run("check").stdout
    LOCK.unlink()
    [line] = [line for line in run("check").stdout.splitlines() if "[no-lock]" in line]
    assert line == (
        "info: there is no catalogue.lock, so a new version of this package may change your data: "
        "run `mkdocs-privacy catalogue update` [no-lock]"
    )


# --------------------------------------------------------------------- a new version of the package


def test_what_moved_is_told_and_the_site_goes_on_as_before(shop: Path) -> None:
    service = {"nl": "int", "fr": "encaisse", "en": "takes payments"}
    lock(country="BE", service=service, parent_name="M")
    entry = loaded()
    assert of_mollie(entry)["country"] == "BE"
    assert of_mollie(entry)["service"] == service
    today = SHIPPED.processors["mollie"]["service"]["nl"]
    assert told(entry) == [
        f"privacy/catalogue.lock:4: info: processors.mollie.service: nl: ‘int’ → "
        f"‘{today}’ (and 2 more) [catalogue-moved]",
        "privacy/catalogue.lock:4: info: processors.mollie.country: ‘BE’ → ‘NL’ [catalogue-moved]",
        "privacy/catalogue.lock:4: info: processors.mollie.parent_name: ‘M’ → nothing "
        "[catalogue-moved]",
    ]


def test_long_texts_are_told_from_where_they_differ(shop: Path) -> None:
    lock(website=f"It {'pays ' * 20}by card.", privacy_url="https://a.example/" + "a" * 90)
    catalogue = with_mollie(
        website=f"It {'pays ' * 20}by bank.", privacy_url="https://a.example/" + "b" * 90
    )
    first, second = (one for one in told(loaded(catalogue)) if "mollie." in one)
    assert "processors.mollie.website: ‘…card.’ → ‘…bank.’ [" in first + second
    assert "‘https://a.example/aaaa" in first + second


def test_what_moved_is_shown_line_by_line_and_taken_over_when_asked(shop: Path) -> None:
    lock(country="BE")
    facts = SHIPPED.processors["mollie"]["facts"]
    assert facts
    difference = update("mollie", "--diff").splitlines()
    assert difference[:2] == [
        "--- processors.mollie as it was taken",
        "+++ processors.mollie as it is shipped",
    ]
    assert [line for line in difference[2:] if line[0] in "+-"] == ["-country: BE", "+country: NL"]
    assert of_mollie(loaded())["country"] == "BE"
    assert update("processors.mollie") == (
        "wrote privacy/catalogue.lock\nupdated processors.mollie\n"
    )
    assert of_mollie(loaded())["country"] == "NL"
    assert update("--diff") == "Nothing has changed.\n"


def test_only_what_is_asked_for_is_taken_over(shop: Path) -> None:
    lock(country="BE")
    assert update("payments") == "wrote privacy/catalogue.lock\n"
    assert of_mollie(loaded())["country"] == "BE"


def test_what_the_site_does_not_take_is_told_with_what_may_be_meant(shop: Path) -> None:
    result = run("catalogue", "update", "molie")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == (
        "Error: this site takes no entry ‘molie’ of the catalogue (did you mean ‘mollie’?)"
    )


def test_an_entry_that_is_shipped_no_more_stays(shop: Path) -> None:
    update()
    gone = {id: one for id, one in SHIPPED.processors.items() if id != "mollie"}
    after = loaded(replace(SHIPPED, processors=gone))
    assert of_mollie(after)["name"] == "Mollie"
    [finding] = told(after)
    assert finding.endswith(
        "info: processors.mollie: the catalogue no longer has this entry, and your site keeps it "
        "as it was [catalogue-moved]"
    )


def with_mollie(**changes: Any) -> Catalogue:
    return with_layer(SHIPPED, {"processors": {"mollie": mollie(**changes)}})


def test_a_correction_is_told_as_a_warning_until_it_is_taken_over(shop: Path) -> None:
    lock()
    corrected = with_mollie(
        role="processor", correction={"as_of": "2026-12-01", "why": "a court said so"}
    )
    assert told(loaded(corrected)) == [
        "privacy/catalogue.lock:4: warning: processors.mollie: the catalogue corrects what you "
        "took: 2026-12-01 a court said so: run `mkdocs-privacy catalogue update mollie` "
        "[catalogue-corrected]",
        "privacy/catalogue.lock:4: info: processors.mollie.role: ‘independent_controller’ → "
        "‘processor’ [catalogue-moved]",
    ]
    entry = whole_entry(corrected, "processors", "mollie") or {}
    LOCK.write_text(lock_text([(("processors", "mollie"), entry)]), "utf-8")
    assert told(loaded(corrected)) == []
    assert of_mollie(loaded(corrected))["role"] == "processor"


def test_what_is_withdrawn_is_told_as_a_warning_with_a_lock_or_without(shop: Path) -> None:
    withdrawn = with_mollie(withdrawn="the service has ended.")
    warning = (
        "warning: processors.mollie: do not use this entry of the catalogue any more: the service "
        "has ended [catalogue-withdrawn]"
    )
    assert told(loaded(withdrawn)) == [f"privacy/activities.yml:4: {warning}"]
    lock()
    assert told(loaded(withdrawn)) == [f"privacy/activities.yml:4: {warning}"]


def test_a_catalogue_of_ones_own_is_not_locked_but_what_it_stands_on_is(shop: Path) -> None:
    (shop / "shared").mkdir()
    (shop / "shared" / "processors.yml").write_text(
        "mollie: {use: mollie, website: https://m.be}\n"
    )
    (shop / "mkdocs.yml").write_text(
        MKDOCS.replace("[privacy-center]", "[{privacy-center: {catalogue_dirs: [shared]}}]")
    )
    lock(country="BE")
    shown = run("show", "processors.mollie").stdout
    assert "country: BE" in shown
    assert "website: https://m.be" in shown
    update()
    written = LOCK.read_text("utf-8")
    assert "m.be" not in written
    assert "country: NL" in written


# -------------------------------------------------------------------------------- what is broken

AGAIN = "restore the file, or write it anew with `mkdocs-privacy catalogue update`"
BROKEN = {
    "edited": (
        lambda text: text.replace("country: NL", "country: BE"),
        f"privacy/catalogue.lock:4: error: processors.mollie: this entry is not as it was written: "
        f"{AGAIN} [broken-lock]",
    ),
    "without a hash": (
        lambda text: text.replace("sha256:", "sha:"),
        f"privacy/catalogue.lock:4: error: processors.mollie: this entry is not as it was written: "
        f"{AGAIN} [broken-lock]",
    ),
    "of another kind": (
        lambda text: text.replace("processors:", "processor:"),
        f"privacy/catalogue.lock:3: error: this is no part of a lock of this version: {AGAIN} "
        "[broken-lock]",
    ),
    "a list": (
        lambda text: "- mollie\n",
        f"privacy/catalogue.lock:1: error: this is no part of a lock of this version: {AGAIN} "
        "[broken-lock]",
    ),
    "half merged": (
        lambda text: text.replace("  mollie:", "<<<<<<< HEAD\n  mollie:"),
        None,
    ),
    "empty": (lambda text: "", None),
    "no text": (lambda text: "\udcff", None),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_lock_is_an_error_at_its_line_and_is_written_anew(name: str, shop: Path) -> None:
    change, finding = BROKEN[name]
    lock()
    text = change(LOCK.read_text("utf-8"))
    LOCK.write_bytes(text.encode("utf-8", "surrogateescape"))
    found = told(loaded())
    if finding:
        assert found == [finding]
    assert all(one.startswith("privacy/catalogue.lock:") for one in found)
    assert all(one.endswith(f"{AGAIN} [broken-lock]") for one in found)
    result = run("catalogue", "update", "mollie")
    assert result.exit_code == 1
    assert "catalogue.lock is broken; without IDs this command writes it anew" in result.stderr
    update()
    assert told(loaded()) == []


def test_a_link_in_its_place_is_not_followed(shop: Path, tmp_path: Path) -> None:
    (shop / "secret").write_text("processors: {}\n")
    LOCK.symlink_to(shop / "secret")
    [finding] = told(loaded())
    assert finding.startswith("privacy/catalogue.lock:1: error: this link leads out of the folder")
    update()
    assert not LOCK.is_symlink()
    assert (shop / "secret").read_text() == "processors: {}\n"
