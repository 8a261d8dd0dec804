"""Releases on disk: never altered unseen, and harmless whatever is in them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from builds import EXAMPLES, REPOSITORY
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from release_worlds import (
    IN_FORCE,
    TODAY,
    a_center,
    a_document,
    a_release,
    files_in,
    forge,
    ids,
    problems,
)
from worlds import LANGUAGES

from mkdocs_privacy import __version__
from mkdocs_privacy.findings.rules.releases import RELEASE_FORMAT
from mkdocs_privacy.loading import load_center
from mkdocs_privacy.localization import FormOfAddress, Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import Text, without_internal
from mkdocs_privacy.pages import Site, policy_document
from mkdocs_privacy.releases import (
    read_archive,
    write_release,
)
from mkdocs_privacy.releases.published_words import words_in
from mkdocs_privacy.releases.sanitising import sanitise


def flipped(content: bytes, position: int) -> bytes:
    changed = bytearray(content)
    changed[position] ^= 1
    return bytes(changed)


def alterations(content: bytes) -> Iterator[bytes]:
    """A file with one thing wrong with it; in every line where it has but few."""
    lines = [0, *(found.end() for found in re.finditer(rb"\n", content[:-1]))]
    if len(lines) < 40:
        for start in lines:
            end = content.index(b"\n", start)
            value = content.find(b": ", start, end)
            yield from (flipped(content, at) for at in {start, value, value + 2, end - 1, end})
    for position in (0, len(content) // 2, len(content) - 1):
        yield flipped(content, position)
    yield content + b"\n"
    yield b"\xef\xbb\xbf" + content
    yield content[:-1]
    yield content[: len(content) // 2]
    yield b""
    yield content.replace(b"\n", b"\r\n")


def test_whatever_is_altered_is_seen_and_named(releases: Path) -> None:
    tried = 0
    for path in sorted(releases.glob("*/*")):
        name = path.relative_to(releases).as_posix()
        original = path.read_bytes()
        for altered in alterations(original):
            path.write_bytes(altered)
            [(rule, named)] = problems(releases)
            assert (rule in ("release-altered", "release-format"), named) == (True, name)
            tried += 1
        path.write_bytes(original)
    assert problems(releases) == []
    assert tried > 200


def test_everything_that_is_wrong_is_said_at_once_and_how_to_mend_it(releases: Path) -> None:
    (releases / "2018-05-12" / "policy.nl.html").unlink()
    (releases / "2026-01-01" / "center.json").write_text("{}")
    (releases / "2026-01-01" / "policy.nl.html").write_bytes(
        IN_FORCE.documents["nl"].replace("\n", "\r\n").encode()
    )
    (releases / "2026-01-01" / "notes.txt").write_text("mine")
    (releases / "2026-01-01" / "drafts").mkdir()
    (releases / "2027-01-01" / "release.yml").unlink()
    (releases / "2026-02-30").mkdir()
    (releases / "read me.txt").write_text("mine")
    findings = read_archive(releases, releases.parent.parent).findings
    not_a_release = (
        "this is not a release: move it elsewhere or remove it. A release is a folder named after "
        "its effective date, such as 2030-01-01"
    )
    not_of_it = "this does not belong to the release: move it elsewhere or remove it"
    base = "privacy/releases"
    assert list(map(str, findings)) == [
        f"{base}/2018-05-12/policy.nl.html:1: error: this file of the release is missing: restore "
        f"it with `git checkout -- {base}/2018-05-12/policy.nl.html` or from a backup "
        "[release-missing-file]",
        f"{base}/2026-01-01/center.json:1: error: this was changed after its release: restore it "
        f"with `git checkout -- {base}/2026-01-01/center.json` or from a backup. To change the "
        "policy, make a new release [release-altered]",
        f"{base}/2026-01-01/drafts:1: error: {not_of_it} [release-extra-file]",
        f"{base}/2026-01-01/notes.txt:1: error: {not_of_it} [release-extra-file]",
        f"{base}/2026-01-01/policy.nl.html:1: error: this file has Windows line endings, which "
        f"were not there when it was released: restore it with `git checkout -- {base}"
        "/2026-01-01/policy.nl.html` or from a backup, and keep `* -text` in the .gitattributes "
        "beside the releases [release-altered]",
        f"{base}/2026-02-30:1: error: {not_a_release} [release-extra-file]",
        f"{base}/2027-01-01/release.yml:1: error: this file of the release is missing: restore it "
        f"with `git checkout -- {base}/2027-01-01/release.yml` or from a backup. If nobody has "
        "seen this release yet, you can delete its folder instead [release-missing-file]",
        f"{base}/read me.txt:1: error: {not_a_release} [release-extra-file]",
    ]


def test_line_ends_of_windows_are_recognised_in_every_file(releases: Path) -> None:
    for path in releases.glob("*/*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    messages = [finding.message for finding in read_archive(releases).findings]
    assert len(messages) == 3
    assert all("this file has Windows line endings" in message for message in messages)


def test_a_release_that_is_missing_is_named_by_the_one_that_replaces_it(releases: Path) -> None:
    shutil.rmtree(releases / "2026-01-01")
    [finding] = read_archive(releases).findings
    assert str(finding) == (
        "releases/2026-01-01:1: error: this release, which 2027-01-01 replaces, is missing: "
        "restore it with `git checkout -- releases/2026-01-01` or from a backup [release-chain]"
    )
    shutil.rmtree(releases / "2018-05-12")
    assert problems(releases) == [("release-chain", "2026-01-01")]


def test_two_releases_made_on_two_branches_are_told_from_each_other(
    releases: Path, tmp_path: Path
) -> None:
    branch = tmp_path / "branch"
    shutil.copytree(releases, branch)
    write_release(releases, a_release(effective=date(2028, 1, 1)), TODAY)
    write_release(branch, a_release(effective=date(2028, 2, 1)), TODAY)
    shutil.copytree(branch / "2028-02-01", releases / "2028-02-01")
    [finding] = read_archive(releases).findings
    assert finding.message == (
        "this says that it replaces 2027-01-01, but 2028-01-01 comes before it: the two were "
        "released separately, such as on two branches of git. Keep the one that was published "
        "first, delete the folder of the other, and release that again"
    )
    assert problems(releases) == [("release-chain", "2028-02-01")]


def test_the_releases_that_were_found_are_named_sound_or_not(releases: Path) -> None:
    (releases / "2026-01-01" / "center.json").unlink()
    (releases / "2027-01-01" / "release.yml").unlink()
    (releases / "2028-01-01").write_text("a plain file")
    archive = read_archive(releases)
    assert list(archive.history) == []
    assert archive.found == {"2018-05-12": True, "2026-01-01": False, "2027-01-01": False}


def test_a_second_first_release_is_seen(releases: Path, tmp_path: Path) -> None:
    write_release(tmp_path / "other", a_release(effective=date(2028, 1, 1)), TODAY)
    shutil.copytree(tmp_path / "other" / "2028-01-01", releases / "2028-01-01")
    [finding] = read_archive(releases).findings
    assert finding.message.startswith("this says that it is the first release, but 2027-01-01")


def test_a_release_under_another_name_is_seen(releases: Path) -> None:
    (releases / "2027-01-01").rename(releases / "2027-01-02")
    [finding] = read_archive(releases).findings
    assert str(finding) == (
        "releases/2027-01-02:1: error: this folder contains the release 2027-01-01: rename the "
        "folder to that, or remove it if that exists already [release-chain]"
    )


def test_a_release_that_was_rewritten_with_all_its_hashes_is_betrayed_by_the_next(
    releases: Path,
) -> None:
    forge(releases / "2026-01-01", "policy.nl.html", a_document("<h1>Else</h1>").encode())
    [finding] = read_archive(releases).findings
    assert str(finding) == (
        "releases/2026-01-01:1: error: this is not the release that 2027-01-01 replaces, which "
        "had another hash: restore it with `git checkout -- releases/2026-01-01` or from a backup "
        "[release-chain]"
    )


def test_a_release_of_a_newer_version_asks_for_an_upgrade(releases: Path) -> None:
    path = releases / "2027-01-01" / "release.yml"
    path.write_bytes(path.read_bytes().replace(b"format: 1\n", b"format: 2\nshape: other\n"))
    [finding] = read_archive(releases).findings
    assert finding.rule is RELEASE_FORMAT
    assert finding.message == (
        "this was written by a newer version of mkdocs-privacy: upgrade with `pip install "
        "--upgrade mkdocs-privacy`. If it was not, restore it with `git checkout -- "
        "releases/2027-01-01/release.yml` or from a backup"
    )


def test_what_git_checks_out_is_what_was_released(releases: Path) -> None:
    def git(*arguments: str) -> str:
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
        done = subprocess.run(
            command, cwd=releases.parent, check=True, capture_output=True, text=True
        )
        return done.stdout

    git("init", "--quiet")
    git("config", "core.autocrlf", "true")
    git("add", "--all")
    assert ".lock" not in git("ls-files")
    git("commit", "--quiet", "--message", "Releases")
    (releases / "2018-05-12" / "policy.nl.html").unlink()
    (releases / "2026-01-01" / "center.json").write_text("{}")
    shutil.rmtree(releases / "2027-01-01")
    (releases / "2027-01-01").mkdir()
    findings = read_archive(releases).findings
    assert len(findings) == 3
    for finding in findings:
        [_, command, _] = finding.message.split("`")
        subprocess.run(command, cwd=releases.parent, shell=True, check=True)
    git("checkout", "--", "releases/2027-01-01")
    assert ids(releases) == ["2018-05-12", "2026-01-01", "2027-01-01"]


# Whatever is in there


def no_releases(folder: Path) -> None:
    shutil.rmtree(folder)


def an_empty_folder(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def what_the_system_leaves(folder: Path) -> None:
    for release in folder.glob("2*"):
        shutil.rmtree(release)
    (folder / ".DS_Store").write_bytes(b"\x00")
    (folder / ".new-2030-01-01").mkdir()


def test_what_a_system_leaves_in_a_release_does_not_belong_to_it(releases: Path) -> None:
    before = ids(releases)
    for name in (".DS_Store", "._release.yml", "Thumbs.db", "policy.nl.html~"):
        (releases / "2027-01-01" / name).write_bytes(b"\x00")
    assert ids(releases) == before != []


@pytest.mark.parametrize("do", [no_releases, an_empty_folder, what_the_system_leaves])
def test_without_releases_there_is_no_history_and_nothing_is_wrong(
    do: Callable[[Path], None], releases: Path
) -> None:
    do(releases)
    assert ids(releases) == []


def a_file_instead_of_the_folder(folder: Path) -> str:
    shutil.rmtree(folder)
    folder.write_text("")
    return "releases"


def a_link_that_leads_nowhere_instead_of_the_folder(folder: Path) -> str:
    shutil.rmtree(folder)
    folder.symlink_to("nowhere")
    return "releases"


def a_link_to_a_file(folder: Path) -> str:
    path = folder / "2027-01-01" / "center.json"
    path.rename(folder.parent / "center.json")
    path.symlink_to(folder.parent / "center.json")
    return "2027-01-01/center.json"


def a_link_to_itself(folder: Path) -> str:
    path = folder / "2027-01-01" / "release.yml"
    path.unlink()
    path.symlink_to(path)
    return "2027-01-01/release.yml"


def a_link_to_a_release(folder: Path) -> str:
    (folder / "2027-01-01").rename(folder.parent / "elsewhere")
    (folder / "2027-01-01").symlink_to(folder.parent / "elsewhere")
    return "2027-01-01"


def a_file_instead_of_a_release(folder: Path) -> str:
    shutil.rmtree(folder / "2027-01-01")
    (folder / "2027-01-01").write_text("")
    return "2027-01-01"


def a_folder_instead_of_a_file(folder: Path) -> str:
    (folder / "2027-01-01" / "policy.en.html").unlink()
    (folder / "2027-01-01" / "policy.en.html").mkdir()
    return "2027-01-01/policy.en.html"


def a_pipe_that_nobody_writes_to(folder: Path) -> str:
    (folder / "2027-01-01" / "policy.en.html").unlink()
    os.mkfifo(folder / "2027-01-01" / "policy.en.html")
    return "2027-01-01/policy.en.html"


def a_name_that_is_no_text(folder: Path) -> str:
    (folder / "2027-01-01" / "a\udcff\nb").write_text("")
    return "2027-01-01/a\\udcff\nb"


@pytest.mark.parametrize(
    "do",
    [
        a_file_instead_of_the_folder,
        a_link_that_leads_nowhere_instead_of_the_folder,
        a_link_to_a_file,
        a_link_to_itself,
        a_link_to_a_release,
        a_file_instead_of_a_release,
        a_folder_instead_of_a_file,
        a_pipe_that_nobody_writes_to,
        a_name_that_is_no_text,
    ],
)
def test_strange_things_are_named(do: Callable[[Path], str], releases: Path) -> None:
    expected = do(releases)
    assert [name for _, name in problems(releases)] == [expected]
    "\n".join(map(str, read_archive(releases).findings)).encode()  # it can be printed


def test_a_file_that_may_not_be_read_is_named(
    releases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    first = read_archive(releases).findings[0]
    assert str(first) == (
        "releases/2018-05-12/release.yml:1: error: this file cannot be read (Permission denied): "
        "fix its permissions, or restore it with `git checkout -- "
        "releases/2018-05-12/release.yml` or from a backup [release-unreadable]"
    )


@pytest.fixture(scope="module")
def one_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive") / "releases"
    return write_release(folder, a_release(note=Text(everywhere="New")), TODAY)


CENTER = json.dumps(without_internal(a_center()).model_dump(mode="json", exclude_none=True))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
KEYS = st.sampled_from(["organisation", "audiences", "activities", "processors", "cookies", "x"])


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """The file with some of its bytes replaced by others."""
    start = draw(st.integers(0, len(content)))
    return content[:start] + draw(st.binary()) + content[start + draw(st.integers(0, 9)) :]


@settings(max_examples=150)
@given(data=st.data(), is_forged=st.booleans())
def test_no_bytes_in_any_file_raise_an_exception(
    data: st.DataObject, is_forged: bool, one_release: Path
) -> None:
    original = files_in(one_release)
    name = data.draw(st.sampled_from(sorted(original)))
    content = data.draw(
        st.binary()
        | damaged(original[name])
        | st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))
        | st.dictionaries(KEYS, JSON).map(lambda one: json.dumps(json.loads(CENTER) | one).encode())
    )
    try:
        if is_forged:
            forge(one_release, name, content)
        else:
            (one_release / name).write_bytes(content)
        archive = read_archive(one_release.parent)
        "\n".join(map(str, archive.findings)).encode()
        if not is_forged and content != original[name]:
            assert problems(one_release.parent) == [("release-altered", f"2026-03-01/{name}")]
        for release in archive.history:
            assert dict(release.words)
    finally:
        for kept, written in original.items():
            (one_release / kept).write_bytes(written)


SEALED = f"""\
format: 1
id: '2026-03-01'
announced: '2026-03-01'
effective: '2026-03-01'
made_with: '1'
files:
  policy.nl.html: {sha256(a_document().encode()).hexdigest()}
"""


@pytest.mark.parametrize(
    ("changed", "to", "said"),
    [
        ("", "", None),
        (SEALED, "", "this was changed after its release"),
        (SEALED, "# nothing\n", "format: Field required"),
        (SEALED, f"a: {'[' * 60}{']' * 60}\n", "nested too deeply"),
        ("made_with: '1'", "made_with: !!python/object:os.system '1'", "the tag"),
        ("made_with: '1'", "made_with: ''", "made_with: String should have at least 1 character"),
        ("made_with: '1'\n", "", "made_with: Field required"),
        ("made_with: '1'", "made_with: '1'\nevil: 1", "evil: Extra inputs are not permitted"),
        ("id: '2026-03-01'", "id: '2026-03-02'", "the id ‘2026-03-02’ is not that of 2026-03-01"),
        ("id: '2026-03-01'", "id: '../2026'", "the id ‘../2026’ is not that of 2026-03-01"),
        ("made_with: '1'", "made_with: '1'\nreplaces: '2020-01-01'", "go together"),
        ("policy.nl.html", "../policy.nl.html", "files.../policy.nl.html"),
        ("policy.nl.html", "center.json", "no file holds the words"),
    ],
)
def test_a_release_yml_with_a_fitting_hash_must_make_sense_too(
    changed: str, to: str, said: str | None, tmp_path: Path
) -> None:
    release = tmp_path / "releases" / "2026-03-01"
    release.mkdir(parents=True)
    (release / "policy.nl.html").write_text(a_document())
    (release / "release.yml").write_text("")
    forge(release, "release.yml", SEALED.replace(changed, to, 1).encode())
    findings = read_archive(release.parent).findings
    assert len(findings) == (said is not None)
    assert (said or "") in " ".join(finding.message for finding in findings)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("center.json", b"", "EOF while parsing a value"),
        ("center.json", b"[" * 100_000, "recursion limit exceeded"),
        ("center.json", b'{"organisation": "\\ud800"}', "unexpected end of hex escape"),
        ("center.json", b"\xff\xfe", "expected value"),
        (
            "center.json",
            CENTER.encode(),
            None,
        ),
        (
            "center.json",
            CENTER.replace("Tuimelkous", "C:\\\\users").encode(),
            None,
        ),
        (
            "center.json",
            CENTER.replace("Tuimelkous", "Tuimel\\u0007kous").encode(),
            "a character cannot be printed",
        ),
        (
            "center.json",
            CENTER.replace("audiences", "audience").encode(),
            f"audiences: Field required: this was released with version {__version__} of "
            "mkdocs-privacy: install that version or a later one",
        ),
        ("policy.nl.html", b"", "this is not a page with text"),
        ("policy.nl.html", b"<body>\xff</body>", "this is not a page with text"),
        ("policy.nl.html", b"<body> </body>", "this is not a page with text"),
        ("policy.nl.html", b"<h1>x</h1>", "this is not a page with text"),
    ],
)
def test_a_file_with_a_fitting_hash_must_make_sense_too(
    name: str, content: bytes, said: str | None, tmp_path: Path
) -> None:
    release = write_release(tmp_path / "releases", a_release(), TODAY)
    forge(release, name, content)
    findings = read_archive(release.parent).findings
    assert [one.place.file for one in findings if one.place] == [
        f"releases/2026-03-01/{name}" for _ in findings
    ]
    assert len(findings) == (said is not None)
    assert (said or "") in " ".join(finding.message for finding in findings)


# Words


HOSTILE = """\
<h1 onclick="x()" style="color:red" id="__config" class="md-overlay">Privacy</h1>
<script>alert(1)</script><style>p{}</style><img src="x" onerror="x()"><iframe src="x"></iframe>
<form action="/x"><input name="y"><button>Send</button></form><svg onload="x()"></svg><math></math>
<a href="javascript:x()">one</a> <a href="JaVa&#9;script:x()">two</a>
<a href="data:text/html,x">three</a> <base href="//x"><meta http-equiv="refresh" content="0">
<a href="#data" target="_blank" rel="opener" download ping="https://x.example">four</a>
<a href="https://www.tuimelkous.example/" rel="noopener">five</a><!-- a comment -->
<a href="ftp://x.example/" rel="noopener opener">six</a>
<p class="pc-note md-overlay" role="notes" lang="nl x" translate="no!">seven</p>
<p id="data" data-md-component="x" is="x-y" slot="x">bell: &#7;.</p>
"""


def test_a_forged_release_brings_no_more_than_words(tmp_path: Path) -> None:
    release = write_release(tmp_path, a_release(), TODAY)
    forge(release, "policy.nl.html", a_document(HOSTILE).encode())
    [read] = read_archive(tmp_path).history
    assert read.words["nl"] == (
        '<h1>Privacy</h1>\n\nSend\n<a>one</a> <a>two</a>\n<a>three</a> \n<a href="#data">four</a>\n'
        '<a href="https://www.tuimelkous.example/" rel="noopener">five</a>\n'
        '<a>six</a>\n<p>seven</p>\n<p id="data">bell: .</p>'
    )


def as_seen(words: str) -> list[tuple[str, dict[str, str], str]]:
    """Every element of a policy: its name, its attributes and the text right after its tag."""
    tree = html.fromstring(f"<div>{words}</div>")
    return [(str(one.tag), dict(one.attrib), one.text or "") for one in tree.iter()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "data", [EXAMPLES / "webshop" / "privacy", REPOSITORY / "tests" / "everything" / "privacy"]
)
def test_a_real_policy_keeps_its_text_its_links_and_its_places(data: Path, language: str) -> None:
    center = load_center(data, LANGUAGES).center
    assert center
    localization = Localization(language, load_catalog(language, FormOfAddress.FORMAL))
    document = policy_document(LocalizedCenter(without_internal(center), localization), Site())
    policy = words_in(document)
    assert policy
    assert as_seen(sanitise(policy)) == as_seen(policy)
    assert html.fromstring(sanitise(policy)).text_content() == (
        html.fromstring(policy).text_content()
    )
