"""Making a release: what is written and what is refused, whole or not at all."""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import shutil
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from builds import REPOSITORY
from filelock import FileLock
from hypothesis import example, given, settings
from hypothesis import strategies as st
from killing import is_killed_at
from release_worlds import (
    AHEAD,
    IN_FORCE,
    OLD_TEXT,
    TODAY,
    a_center,
    a_document,
    a_release,
    files_in,
    hash_of,
    ids,
)
from worlds import LANGUAGES, small_center

from mkdocs_privacy import __version__
from mkdocs_privacy.loading import load_center
from mkdocs_privacy.model import Text, without_internal
from mkdocs_privacy.releases import (
    History,
    NewRelease,
    Release,
    ReleaseRefused,
    check_new,
    lay_out,
    read_archive,
    write_release,
)


def test_a_release_says_what_it_is_and_seals_it(releases: Path) -> None:
    release = releases / "2026-01-01"
    written = (release / "release.yml").read_text(encoding="utf-8")
    before = (releases / "2018-05-12" / "release.yml").read_text(encoding="utf-8")
    sealed, _, seal = written.rpartition("sha256: ")
    assert (
        sealed
        == f"""\
# Written by mkdocs-privacy. Do not edit: every build checks the hashes.
format: 1
id: '2026-01-01'
announced: '2025-12-01'
effective: '2026-01-01'
replaces: '2018-05-12'
previous: {before.rpartition("sha256: ")[2].strip()}
backdated: taken over
note:
  nl: 'Korter: bewaring'
  fr: Plus court
  en: Shorter
made_with: {__version__}
files:
  center.json: {hash_of(release / "center.json")}
  policy.nl.html: {hash_of(release / "policy.nl.html")}
  policy.en.html: {hash_of(release / "policy.en.html")}
"""
    )
    assert seal == sha256(sealed.encode()).hexdigest() + "\n"


def test_an_old_text_says_no_more_than_there_is(tmp_path: Path) -> None:
    _, files = lay_out(OLD_TEXT, History())
    words = sha256(OLD_TEXT.documents["nl"].encode()).hexdigest()
    assert list(files) == ["release.yml", "policy.nl.html"]
    assert files["policy.nl.html"].decode() == OLD_TEXT.documents["nl"]
    assert files["release.yml"].decode().rpartition("sha256: ")[0] == (
        f"""\
# Written by mkdocs-privacy. Do not edit: every build checks the hashes.
format: 1
id: '2018-05-12'
announced: '2018-05-12'
effective: '2018-05-12'
made_with: {__version__}
files:
  policy.nl.html: {words}
"""
    )


def test_the_data_is_written_as_a_person_can_read_it_and_without_what_is_internal() -> None:
    activity = {**small_center()["activities"]["orders"], "internal": {"note": "SECRET"}}
    center = a_center(activities={"orders": activity})
    _, files = lay_out(a_release(center=center), History())
    written = files["center.json"].decode()
    assert json.loads(written)["audiences"] == {
        "customers": {
            "title": {"nl": "Klanten", "fr": "Clients", "en": "Customers"},
            "our_role": "controller",
            "represented_by": [],
        }
    }
    assert '\n "organisation": {\n  "name": "Tuimelkous",\n' in written
    assert "SECRET" not in written


def test_what_was_written_is_read_back(releases: Path) -> None:
    old, in_force, ahead = read_archive(releases).history
    assert (old.id, old.replaces, old.center) == ("2018-05-12", None, None)
    assert dict(old.words) == {"nl": "<h1>Oud</h1>\n<p>Zo was het.</p>"}
    assert in_force.center == without_internal(a_center())
    assert in_force.note == IN_FORCE.note
    assert (in_force.announced, in_force.effective) == (date(2025, 12, 1), date(2026, 1, 1))
    assert in_force.made_with == __version__
    assert (ahead.replaces, ahead.note) == ("2026-01-01", Text(everywhere="New"))


def test_the_data_of_a_center_with_every_field_is_read_back(tmp_path: Path) -> None:
    center = load_center(REPOSITORY / "tests" / "everything" / "privacy", LANGUAGES).center
    assert center
    write_release(tmp_path, a_release(center=center), TODAY)
    [release] = read_archive(tmp_path).history
    rights = center.rights.model_copy(update={"fields": {}})  # forms are no part of a policy
    assert release.center == without_internal(center.model_copy(update={"rights": rights}))


def test_the_same_release_is_the_same_bytes_anywhere(tmp_path: Path) -> None:
    one = tmp_path / "one"
    other = tmp_path / "a folder with 'quotes', $dollars; ünïcode \udcff"
    for folder in (one, other):
        for new in (OLD_TEXT, IN_FORCE, AHEAD):
            write_release(folder, new, TODAY)
    assert files_in(one) == files_in(other)
    assert ids(other) == ["2018-05-12", "2026-01-01", "2027-01-01"]


def test_releases_of_one_day_are_numbered(tmp_path: Path) -> None:
    for _ in range(11):
        write_release(tmp_path, a_release(), TODAY)
    expected = ["2026-03-01", *(f"2026-03-01-{number}" for number in range(2, 12))]
    assert ids(tmp_path) == expected


def test_git_is_told_to_keep_line_ends_and_to_leave_our_own_files_out(tmp_path: Path) -> None:
    write_release(tmp_path, a_release(), TODAY)
    assert (tmp_path / ".gitattributes").read_text() == "* -text\n"
    assert (tmp_path / ".gitignore").read_text() == ".lock\n.new-*\n"
    (tmp_path / ".gitignore").write_text("mine\n")
    write_release(tmp_path, a_release(), TODAY)
    assert (tmp_path / ".gitignore").read_text() == "mine\n"


printable = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\t\u2028: #'\"-")  # U+0085 is a line end in YAML, and becomes a plain one
)


@settings(max_examples=60)
@given(note=printable.filter(str.strip), reason=printable.filter(str.strip))
@example(note="a\r\nb", reason="\ufeffx")
def test_a_note_is_read_back_as_it_was_written(
    note: str, reason: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("releases")
    new = replace(
        OLD_TEXT, note=Text(by_language={"nl": note.strip()}), backdated=Text(reason.strip())
    )
    if any("cannot be printed" in one for one in check_new(new, History(), TODAY)):
        return
    write_release(folder, new, TODAY)
    [release] = read_archive(folder).history
    assert release.note == new.note
    assert release.backdated == new.backdated


# What is refused


def reasons(*earlier: NewRelease, **changes: Any) -> tuple[str, ...]:
    """Why a release with these changes is refused after earlier ones."""
    history = History()
    for new in earlier:
        history = History((*history.releases, as_released(new, history)))
    return check_new(a_release(**changes), history, TODAY)


def as_released(new: NewRelease, history: History) -> Any:
    return Release(
        id=lay_out(new, history)[0],
        announced=new.announced,
        effective=new.effective,
        replaces=None,
        note=None,
        backdated=None,
        read_center=None,
        words={},
        sha256="",
        made_with="",
    )


def test_nothing_is_wrong_with_a_release_of_today_or_of_a_day_ahead() -> None:
    assert reasons() == ()
    assert reasons(IN_FORCE) == ()
    assert reasons(AHEAD, effective=AHEAD.effective) == ()


def test_an_old_text_needs_no_reason_why_it_is_recorded_late() -> None:
    assert check_new(OLD_TEXT, History(), TODAY) == ()


@pytest.mark.parametrize(
    ("earlier", "changes", "expected"),
    [
        (
            [AHEAD],
            {"effective": date(2026, 12, 31)},
            "it would take effect on 2026-12-31, before the release that it replaces: give "
            "2027-01-01 or a later day",
        ),
        (
            [],
            {"effective": date(2026, 2, 28), "announced": date(2026, 2, 1)},
            "2026-02-28 has passed: give 2026-03-01 or a later day, or the reason why you record "
            "it afterwards (`--backdate REASON`)",
        ),
        (
            [],
            {"backdated": Text("taken over")},
            "`--backdate` is for a day that has passed, and 2026-03-01 has not: leave it out",
        ),
        (
            [],
            {"effective": date(2026, 4, 1), "announced": date(2026, 3, 2)},
            "the announcement date 2026-03-02 is in the future: give 2026-03-01 or an earlier day",
        ),
        (
            [],
            {
                "effective": date(2026, 2, 1),
                "announced": date(2026, 2, 2),
                "backdated": Text("taken over"),
            },
            "it would be announced on 2026-02-02, after it takes effect: give 2026-02-01 or an "
            "earlier day",
        ),
        (
            [IN_FORCE],
            {"announced": date(2025, 11, 30)},
            "it would be announced on 2025-11-30, before the release that it replaces: give "
            "2025-12-01 or a later day",
        ),
        ([], {"documents": {}}, "it has no text: give the policy in at least one language"),
        (
            [],
            {"documents": {"../nl": a_document()}},
            "‘../nl’ is not a language code: write nl or nl-BE",
        ),
        (
            [],
            {"documents": {"nl": "<h1>Privacy</h1>"}},
            "the document in nl has no text inside <body>: write it there",
        ),
        (
            [],
            {"documents": {"nl": a_document("<h1>One</h1><h1 id=x>Two</h1>")}},
            "the document in nl has 2 headings <h1>: it needs exactly one",
        ),
        (
            [],
            {"documents": {"nl": a_document("<h1>A bell: \a</h1>")}},
            "the document in nl: the character U+0007 cannot be printed: remove it",
        ),
        (
            [],
            {"note": Text(by_language={"nl": "\udcff"})},
            "the note: the character U+DCFF cannot be printed: remove it",
        ),
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_right_looks_like(
    earlier: list[NewRelease], changes: dict[str, Any], expected: str
) -> None:
    assert reasons(*earlier, **changes) == (expected,)


def test_every_reason_to_refuse_is_given_at_once(tmp_path: Path) -> None:
    write_release(tmp_path, a_release(), TODAY)
    before = files_in(tmp_path)
    wrong = a_release(effective=date(2026, 2, 1), announced=date(2026, 4, 1), documents={})
    with pytest.raises(ReleaseRefused) as refused:
        write_release(tmp_path, wrong, TODAY)
    assert len(str(refused.value).splitlines()) == 5
    assert files_in(tmp_path) == before


def test_nothing_is_released_after_a_release_that_was_altered(releases: Path) -> None:
    (releases / "2018-05-12" / "policy.nl.html").write_text("something else")
    with pytest.raises(ReleaseRefused, match="fix these first:\nreleases/2018-05-12/pol"):
        write_release(releases, a_release(effective=date(2028, 1, 1)), TODAY)


def test_what_was_released_in_the_meantime_is_looked_at_first(tmp_path: Path) -> None:
    seen = read_archive(tmp_path).history
    write_release(tmp_path, IN_FORCE, TODAY, seen)
    with pytest.raises(ReleaseRefused, match="2026-01-01 has been released in the meantime"):
        write_release(tmp_path, a_release(), TODAY, seen)
    write_release(tmp_path, a_release(), TODAY, read_archive(tmp_path).history)
    assert ids(tmp_path) == ["2026-01-01", "2026-03-01"]


def test_what_was_taken_back_in_the_meantime_is_looked_at_first(releases: Path) -> None:
    seen = read_archive(releases).history
    shutil.rmtree(releases / "2027-01-01")
    before = files_in(releases)
    new = a_release(effective=date(2027, 2, 1))
    with pytest.raises(ReleaseRefused, match="2027-01-01 has been taken back in the meantime"):
        write_release(releases, new, TODAY, seen)
    assert files_in(releases) == before
    shutil.rmtree(releases)
    with pytest.raises(ReleaseRefused, match="2027-01-01 has been taken back in the meantime"):
        write_release(releases, new, TODAY, seen)


def test_a_folder_that_cannot_be_written_in_is_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "releases").write_text("a file")
    with pytest.raises(ReleaseRefused, match=r"could not be written: [^\[]+: File exists"):
        write_release(tmp_path / "releases", a_release(), TODAY)


# Killed, and two at once


OUR_OWN = [".gitattributes", ".gitignore", ".lock"]


@pytest.mark.parametrize("earlier", [[], [OLD_TEXT, IN_FORCE]], ids=["the first", "a later one"])
def test_a_release_that_is_killed_leaves_the_old_state_or_the_new_one(
    earlier: list[NewRelease], tmp_path: Path
) -> None:
    old = tmp_path / "old"
    for new in earlier:
        write_release(old, new, TODAY)
    before = [lay_out(new, History())[0] for new in earlier]
    changes = 0
    is_killed = True
    outcomes = []
    while is_killed:
        changes += 1
        folder = tmp_path / str(changes)
        if earlier:
            shutil.copytree(old, folder)
            (folder / ".new-2020-01-01").mkdir()  # what an earlier killed process left
            (folder / ".new-2020-01-01" / "policy.nl.html").write_text("<h1>")
            (folder / ".new-file").write_text("")
        is_killed = is_killed_at(changes, lambda to=folder: write_release(to, a_release(), TODAY))
        outcomes.append(ids(folder)[len(before) :])
        write_release(folder, a_release(), TODAY)
        assert ids(folder) == [*before, *outcomes[-1], "2026-03-01" + "-2" * bool(outcomes[-1])]
        assert sorted(path.name for path in folder.glob(".*")) == OUR_OWN
    assert changes > 15
    assert outcomes == sorted(outcomes)  # the old state until it is there, and then it stays
    assert outcomes[0] == []
    assert outcomes[-2:] == [["2026-03-01"], ["2026-03-01"]]


def release_and_report(folder: Path, told: Any, seen: History | None) -> None:
    told.wait()
    try:
        written = write_release(folder, a_release(), TODAY, seen)
        (folder.parent / f"{os.getpid()}.txt").write_text(f"wrote {written.name}")
    except ReleaseRefused as refused:
        (folder.parent / f"{os.getpid()}.txt").write_text(str(refused))


def test_of_two_at_once_one_wins_and_the_other_says_why(tmp_path: Path) -> None:
    processes = multiprocessing.get_context("fork")
    for attempt in range(5):
        folder = tmp_path / str(attempt) / "releases"
        folder.mkdir(parents=True)
        told = processes.Barrier(4)
        running = [
            processes.Process(target=release_and_report, args=(folder, told, History()))
            for _ in range(4)
        ]
        for one in running:
            one.start()
        for one in running:
            one.join()
        reports = sorted(report.read_text() for report in folder.parent.glob("*.txt"))
        assert len(reports) == 4
        assert [report for report in reports if report.startswith("wrote")] == ["wrote 2026-03-01"]
        for report in reports[:-1]:
            assert re.match(
                r"another process is writing a release in .*|2026-03-01 has been released in the m",
                report,
            )
        assert ids(folder) == ["2026-03-01"]


def test_who_finds_another_process_at_work_does_not_wait(tmp_path: Path) -> None:
    with FileLock(tmp_path / ".lock"), pytest.raises(ReleaseRefused) as refused:
        write_release(tmp_path, a_release(), TODAY)
    assert str(refused.value) == (
        f"another process is writing a release in {tmp_path}: wait until it is finished, then "
        "check what it released"
    )
