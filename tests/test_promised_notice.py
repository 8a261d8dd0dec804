"""A release keeps the time that people were promised before a change, or says why it does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from builds import build_cleanly
from click.testing import CliRunner, Result
from worlds import write_files

from mkdocs_privacy.cli import main

CONFIG = """\
site_url: https://privacy.tuimelkous.example
site_name: Tuimelkous
theme: {name: material, language: nl, font: false}
plugins:
  - privacy-center: {today: 2026-02-01}
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: nl, name: Nederlands, default: true}
        - {locale: fr, name: Français}
        - {locale: en, name: English}
"""
SUB_PROCESSOR = "processors:\n  cloud: {name: Cloud, category: hosting, role: sub_processor}\n"
PROMISE = "changes: {notice_period: P2M}\n"


def reason(option: str, nl: str, fr: str, en: str) -> tuple[str, ...]:
    """A reason in each language of the site."""
    return (f"--{option}-nl", nl, f"--{option}-fr", fr, f"--{option}-en", en)


A_NEW_LAW = reason("short-notice", "Een nieuwe wet", "Une loi nouvelle", "A new law")

Site = Callable[[str], None]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Writes the small center with a promise, and releases it for the first of February."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def write(promise: str) -> None:
        write_files(
            tmp_path, {"mkdocs.yml": CONFIG, "docs/a.md": "# A\n", "privacy/changes.yml": promise}
        )
        assert release("2026-02-01").exit_code == 0  # the first one changes nothing for anybody

    return write


def release(effective: str, *more: str) -> Result:
    return CliRunner().invoke(main, ["release", "--effective", effective, *more])


def keep_orders_longer() -> None:
    path = Path("privacy/activities.yml")
    path.write_text(path.read_text("utf-8").replace("P7Y", "P10Y"), "utf-8")


def test_an_important_change_waits_for_the_promised_notice(site: Site) -> None:
    site(PROMISE)
    keep_orders_longer()
    refused = release("2026-03-31")
    assert refused.exit_code == 1
    assert (
        "it would take effect on 2026-03-31, announced on 2026-02-01, but it has important "
        "changes, and you promise to announce these 2 months ahead (`changes.notice_period`): give "
        "2026-04-01 or a later day, or the reason for the shorter notice, which visitors see "
        "(`--short-notice REASON`)"
    ) in refused.stderr
    assert release("2026-04-01").exit_code == 0


def test_readers_see_why_it_did_not_wait(site: Site, tmp_path: Path) -> None:
    site(PROMISE)
    keep_orders_longer()
    assert release("2026-02-01", *A_NEW_LAW).exit_code == 0
    manifest = Path("privacy/releases/2026-02-01-2/release.yml").read_text("utf-8")
    assert (
        "short_notice:\n  en: A new law\n  fr: Une loi nouvelle\n  nl: Een nieuwe wet\n" in manifest
    )
    build_cleanly(tmp_path / "mkdocs.yml", tmp_path / "site")
    reasons = {
        "site/changes/index.html": "Later aangekondigd dan beloofd: <span>Een nieuwe wet</span>",
        "site/en/versions/index.html": "than promised: <span>A new law</span>",
    }
    for page, reason in reasons.items():
        assert reason in Path(page).read_text("utf-8")
    versions = json.loads(Path("site/versions.json").read_text("utf-8"))["versions"]
    assert [version["short_notice"] for version in versions] == [
        {"en": "A new law", "fr": "Une loi nouvelle", "nl": "Een nieuwe wet"},
        None,
    ]


def test_a_release_cannot_take_back_the_promise_that_it_breaks(site: Site) -> None:
    site(PROMISE)
    Path("privacy/changes.yml").unlink()
    assert "you promise to announce these 2 months ahead" in release("2026-02-02").stderr


def test_a_release_cannot_shorten_the_promise_that_it_breaks(site: Site) -> None:
    site(PROMISE)
    keep_orders_longer()
    Path("privacy/changes.yml").write_text("changes: {notice_period: P1M}\n", "utf-8")
    assert "you promise to announce these 2 months ahead" in release("2026-03-31").stderr
    assert release("2026-04-01").exit_code == 0


def test_customers_may_object_before_a_sub_processor_begins(site: Site) -> None:
    site("changes: {objection_period: P30D}\n")
    Path("privacy/processors.yml").write_text(SUB_PROCESSOR, "utf-8")
    refused = release("2026-02-10")
    assert (
        "it adds a sub-processor, and you promise customers 30 days to object "
        "(`changes.objection_period`): give 2026-03-03"
    ) in refused.stderr
    assert release("2026-03-03").exit_code == 0


@pytest.mark.parametrize(
    ("promise", "written"),
    [
        pytest.param(PROMISE, ("organisation", "Putte", "Gent"), id="an address that changes"),
        pytest.param("changes: {objection_period: P30D}\n", ("activities", "P7Y", "P10Y"), id="us"),
        pytest.param("changes: {how: Op deze pagina’s.}\n", ("activities", "P7Y", "P10Y"), id="-"),
    ],
)
def test_nothing_waits_that_no_promise_is_about(
    promise: str, written: tuple[str, str, str], site: Site
) -> None:
    site(promise)
    name, old, new = written
    path = Path(f"privacy/{name}.yml")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    refused = release("2026-02-01", *A_NEW_LAW)
    assert "it breaks no promise of notice" in refused.stderr
    assert release("2026-02-01").exit_code == 0


def test_the_reason_may_not_be_empty(site: Site) -> None:
    site(PROMISE)
    keep_orders_longer()
    refused = release("2026-02-01", *reason("short-notice", "Een nieuwe wet", " ", "A new law"))
    assert "--short-notice: the text is empty in fr (French)" in refused.stderr


def test_what_is_recorded_afterwards_waits_for_nobody(site: Site) -> None:
    site(PROMISE)
    keep_orders_longer()
    config = Path("mkdocs.yml")
    config.write_text(config.read_text("utf-8").replace("2026-02-01", "2026-02-20"), "utf-8")
    assert (
        release("2026-02-10", *reason("backdate", "Te laat", "Trop tard", "Too late")).exit_code
        == 0
    )


def test_the_promise_stands_on_the_page_in_every_language(site: Site, tmp_path: Path) -> None:
    site(PROMISE)
    build_cleanly(tmp_path / "mkdocs.yml", tmp_path / "site")
    promises = {
        "site": "kondigen wij minstens 2 maanden vooraf aan",
        "site/fr": "au moins 2 mois avant leur entrée en vigueur",
        "site/en": "at least 2 months before they take effect",
    }
    for folder, promise in promises.items():
        page = Path(folder, "policy/index.html").read_text("utf-8")
        assert promise in " ".join(unescape(page).split())  # no-break spaces are spaces too
