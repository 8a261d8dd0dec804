"""Little releases to test with, and what to ask of a folder of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from worlds import small_center

from mkdocs_privacy.findings import Severity
from mkdocs_privacy.model import Context, PrivacyCenter, Text
from mkdocs_privacy.releases import NewRelease, read_archive

TODAY = date(2026, 3, 1)


def a_document(words: str = "<h1>Privacy</h1>\n<p>We keep little.</p>") -> str:
    return f"<!doctype html>\n<title>Privacy</title>\n<body>\n{words}\n</body>\n"


def a_center(**changes: Any) -> PrivacyCenter:
    content = {**small_center(), "personal_data": {"name": {"title": "Name"}}, **changes}
    content["activities"]["orders"]["personal_data"] = ["name"]
    return PrivacyCenter.model_validate(content, context=Context())


def a_release(**changes: Any) -> NewRelease:
    release = NewRelease(TODAY, TODAY, {"nl": a_document(), "en": a_document()}, a_center())
    return replace(release, **changes)


OLD_TEXT = a_release(
    effective=date(2018, 5, 12),
    announced=date(2018, 5, 12),
    documents={"nl": a_document("<h1>Oud</h1>\n<p>Zo was het.</p>")},
    center=None,
)
IN_FORCE = a_release(
    effective=date(2026, 1, 1),
    announced=date(2025, 12, 1),
    backdated=Text("taken over"),
    note=Text(by_language={"nl": "Korter: bewaring", "fr": "Plus court", "en": "Shorter"}),
)
AHEAD = a_release(effective=date(2027, 1, 1), note=Text(everywhere="New"))


def ids(folder: Path) -> list[str]:
    archive = read_archive(folder)
    assert archive.findings == ()
    return [release.id for release in archive.history]


def problems(folder: Path) -> list[tuple[str, str]]:
    """The rule and the file of every finding, by name below the folder of releases."""
    archive = read_archive(folder)
    assert len(archive.history) == 0 or not archive.findings
    assert all(finding.severity is Severity.ERROR for finding in archive.findings)
    return [
        (one.rule.slug, one.place.file.removeprefix("releases/"))
        for one in archive.findings
        if one.place
    ]


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def hash_of(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def forge(release: Path, name: str, content: bytes) -> None:
    """Write a file of a release and make the hashes fit again, as somebody with intent would."""
    path = release / name
    manifest = (release / "release.yml").read_bytes()
    body = content
    if name != "release.yml":
        body = manifest.rpartition(b"sha256: ")[0]
        before, after = (f"{name}: {one}" for one in (hash_of(path), sha256(content).hexdigest()))
        body = body.replace(before.encode(), after.encode())
        path.write_bytes(content)
    seal = sha256(body).hexdigest().encode()
    (release / "release.yml").write_bytes(body + b"sha256: " + seal + b"\n")
