"""What `make bench` compares says the same; counted calls are guarded; figures are kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builds import EXAMPLES, BuildOnce
from markdown import markdown

from bench.as_markdown import as_markdown
from bench.figures import Figure
from bench.guard import PYTHON, RECORD, read_recorded, record, scenarios, verdict
from bench.history import add_row
from bench.html_tree import Element, parse, structure, visible_text

EXTENSIONS = ["attr_list", "def_list", "tables"]


def test_no_command_makes_more_calls_than_it_was_recorded_with(tmp_path: Path) -> None:
    recorded = read_recorded()
    if not recorded:
        pytest.skip(f"no calls are recorded for Python {PYTHON}: {RECORD}")
    counted = dict(scenarios(tmp_path / "guard"))
    assert set(counted) == set(recorded)
    said = [verdict(name, recorded[name].calls, calls) for name, calls in counted.items()]
    assert not any(said), "\n".join(filter(None, said))


def test_a_tenth_more_calls_is_too_many_and_a_tenth_fewer_is_recorded() -> None:
    before = {"mkdocs_privacy.pages": 700, "babel": 300}
    assert verdict("check", before, {"mkdocs_privacy.pages": 800, "babel": 300}) is None
    assert verdict("check", before, {"mkdocs_privacy.pages": 600, "babel": 300}) is None
    assert verdict("check", before, {"mkdocs_privacy.pages": 820, "babel": 290, "yaml": 5}) == (
        "check: 12% more calls than recorded, 1,115 against 1,000 (mkdocs_privacy.pages +120, "
        "babel -10, yaml +5). Make it faster, or record the new figure with a reason: "
        'make bench-record REASON="…"'
    )
    assert verdict("check", before, {"mkdocs_privacy.pages": 700}) == (
        "check: 30% fewer calls than recorded, 700 against 1,000 (babel -300). "
        'Record that, so that nothing takes it back unseen: make bench-record REASON="…"'
    )


def test_a_reason_stays_with_what_did_not_change_and_other_pythons_keep_their_calls(
    tmp_path: Path,
) -> None:
    file = tmp_path / "guard.yml"
    record({"check": {"babel": 100}, "--help": {"click": 10}}, "first", file, "3.11")
    record({"check": {"babel": 100}}, "another Python", file, "3.12")
    record({"check": {"babel": 101}, "--help": {"click": 20}}, "new commands", file, "3.11")
    assert {
        name: (one.why, dict(one.calls)) for name, one in read_recorded(file, "3.11").items()
    } == {
        "check": ("first", {"babel": 101}),
        "--help": ("new commands", {"click": 20}),
    }
    assert read_recorded(file, "3.12")["check"].why == "another Python"
    assert read_recorded(file, "3.13") == {}


def test_each_release_of_the_package_has_one_row(tmp_path: Path) -> None:
    file = tmp_path / "history.csv"
    day = date(2027, 1, 2)
    build, peak = Figure("webshop", 3.4567, "s", 3), Figure("peak", 120.4, "MiB", 115, 0)
    add_row("0.1.0", "busy", [build], file, day)
    add_row("0.1.0", "", [build, peak], file, day)
    add_row("0.2.0", "", [peak], file, day)
    head, *rows = file.read_text("utf-8").splitlines()
    assert head == "version,day,machine,note,webshop (s),peak (MiB)"
    assert [row.split(",")[0] for row in rows] == ["0.1.0", "0.2.0"]
    assert [row.split(",")[-3:] for row in rows] == [["", "3.46", "120"], ["", "", "120"]]


def test_a_goal_is_met_as_the_table_prints_it() -> None:
    assert Figure("peak", 115.4, "MiB", 115, 0).is_met
    assert Figure("ratio", 0.584, "times", 0.58).row.split("|")[1:-1] == [
        f" {'ratio':62} ",
        f" {'0.58 times':14} ",
        f" {'<= 0.58':8} ",
        f" {'met':7} ",
    ]
    assert "NOT MET" in Figure("ratio", 0.586, "times", 0.58).row


def test_by_hand_the_webshop_says_the_same(build_once: BuildOnce) -> None:
    """In Dutch, where it leads to and what old versions say aside: those are long and all alike."""
    site = build_once(EXAMPLES / "webshop" / "mkdocs.yml")
    different = []
    for file in sorted(site.rglob("index.html")):
        name = file.relative_to(site)
        if name.parts[0] in ("fr", "en") or len(name.parts) > 3:
            continue
        ours = _article(file.read_text("utf-8"))
        written = as_markdown(ours, lambda address: address, lambda _: "picture.svg")
        theirs = parse(markdown(written, extensions=EXTENSIONS))
        if (visible_text(ours), structure(ours)) != (visible_text(theirs), structure(theirs)):
            different.append(str(name))
    assert different == []


def _article(html: str) -> Element:
    return parse(html).first("article", "md-content__inner")
