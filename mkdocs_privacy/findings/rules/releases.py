"""RL: releases on disk, and how the data stands to them."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import IN_A_TERMINAL, Example, Rule, Severity, essential

_MANIFEST = "releases/2026-03-01/release.yml"
_WORDS = "releases/2026-03-01/policy.en.html"
_PUT_BACK = {IN_A_TERMINAL: "git checkout -- privacy/releases/2026-03-01"}
_RELEASE = {IN_A_TERMINAL: "mkdocs-privacy release --effective 2026-06-01"}

RELEASE_ALTERED = essential(
    "RL001",
    "release-altered",
    """A file of a release is not as it was released: its hash is another one, or it is a link, a
    folder, or holds what no release does. Visitors read past versions as proof of what applied, so
    none may change. Put it back from git or a backup; to change the policy, make a new
    release.""",
    Example({_WORDS: "(edited after it was released)"}, _PUT_BACK),
)
RELEASE_MISSING_FILE = essential(
    "RL002",
    "release-missing-file",
    """A file that belongs to a release is not there. What was published then could no longer be
    shown whole. Put it back from git or a backup.""",
    Example({IN_A_TERMINAL: f"rm privacy/{_WORDS}"}, _PUT_BACK),
)
RELEASE_EXTRA_FILE = essential(
    "RL003",
    "release-extra-file",
    """Something stands among the releases, or in one, that was never released. It could be taken
    for what was published. Move it elsewhere or remove it.""",
    Example(
        {"releases/2026-03-01/notes.txt": "(to do)"},
        {IN_A_TERMINAL: "mv privacy/releases/2026-03-01/notes.txt notes.txt"},
    ),
)
RELEASE_UNREADABLE = essential(
    "RL004",
    "release-unreadable",
    """A file or folder of a release cannot be read: access is denied, or its data was released
    with a newer version of the package. Mend the access, put the file back, or install that
    version or a later one.""",
    Example(
        {IN_A_TERMINAL: f"chmod a= privacy/{_WORDS}"},
        {IN_A_TERMINAL: f"chmod a=r,u+w privacy/{_WORDS}"},
    ),
)
RELEASE_CHAIN = essential(
    "RL005",
    "release-chain",
    """Each release names the one before it and its hash, and here that does not fit: one is
    missing, was put in another's place, or two were made apart, such as on two branches of git.
    The order of the versions would be in doubt. The finding says which to put back or to release
    again.""",
    Example(
        {_MANIFEST: "replaces: 2025-01-01"},
        {_MANIFEST: "replaces: 2025-01-01", "releases/2025-01-01/release.yml": "id: 2025-01-01"},
    ),
)
RELEASE_FORMAT = essential(
    "RL006",
    "release-format",
    """A release was written by a newer version of the package, in a format that this one does not
    know. Upgrade with `pip install --upgrade mkdocs-privacy`.""",
    Example(
        {_MANIFEST: "format: 2"},
        {IN_A_TERMINAL: "pip install --upgrade mkdocs-privacy"},
    ),
)
NO_RELEASE = Rule(
    "RL007",
    "no-release",
    Severity.INFO,
    """Nothing has been released, so every page says that it is a draft, and there is no version
    that anybody could refer to. When the texts are right, run `mkdocs-privacy release`.""",
    Example({}, _RELEASE),
)
UNRELEASED_CHANGES = Rule(
    "RL008",
    "unreleased-changes",
    Severity.WARNING,
    """The data says something else than the newest release. Pages go on showing what was released,
    so visitors do not see the change. Release it with `mkdocs-privacy release`, or take it
    back.""",
    Example(
        {"processors.yml": "processors: {adyen: {use: adyen}} # not in the newest release"},
        _RELEASE,
    ),
)
WORDING_MOVED = Rule(
    "RL009",
    "wording-moved",
    Severity.INFO,
    """The data of the release in force would be put into other words today, because the package or
    your own templates and catalogs changed. The policy page keeps the words that were released,
    and the next release takes the new ones. Release if you want them now.""",
    Example({_WORDS: "(the words of an older version of the package)"}, _RELEASE),
)
