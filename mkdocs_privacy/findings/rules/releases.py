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
    """A file of a release was changed: its hash is different, or it is a link, a folder, or
    contains something that no release does. Visitors read past versions as proof of what
    applied, so they must not change. Restore it from git or a backup. To change the policy, make
    a new release.""",
    Example({_WORDS: "(edited after it was released)"}, _PUT_BACK),
)
RELEASE_MISSING_FILE = essential(
    "RL002",
    "release-missing-file",
    """A file of a release is missing. The version could no longer be shown in full. Restore it
    from git or a backup.""",
    Example({IN_A_TERMINAL: f"rm privacy/{_WORDS}"}, _PUT_BACK),
)
RELEASE_EXTRA_FILE = essential(
    "RL003",
    "release-extra-file",
    """A file or folder among the releases, or in one, does not belong there. It could be taken
    for a published version. Move it elsewhere or remove it.""",
    Example(
        {"releases/2026-03-01/notes.txt": "(to do)"},
        {IN_A_TERMINAL: "mv privacy/releases/2026-03-01/notes.txt notes.txt"},
    ),
)
RELEASE_UNREADABLE = essential(
    "RL004",
    "release-unreadable",
    """A file or folder of a release cannot be read: access is denied, or a newer version of the
    package made it. Fix the permissions, restore the file, or install that version or a later
    one.""",
    Example(
        {IN_A_TERMINAL: f"chmod a= privacy/{_WORDS}"},
        {IN_A_TERMINAL: f"chmod a=r,u+w privacy/{_WORDS}"},
    ),
)
RELEASE_CHAIN = essential(
    "RL005",
    "release-chain",
    """Each release contains the id and the hash of the previous one, and these do not match: one
    is missing, was replaced, or two were made separately, such as on two branches of git. The
    order of the versions is not certain. The finding says which to restore or to release again.""",
    Example(
        {_MANIFEST: "replaces: 2025-01-01"},
        {_MANIFEST: "replaces: 2025-01-01", "releases/2025-01-01/release.yml": "id: 2025-01-01"},
    ),
)
RELEASE_FORMAT = essential(
    "RL006",
    "release-format",
    """A release was made by a newer version of the package, in a format that this version cannot
    read. Upgrade with `pip install --upgrade mkdocs-privacy`.""",
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
    to refer to. When the texts are right, run `mkdocs-privacy release`.""",
    Example({}, _RELEASE),
)
UNRELEASED_CHANGES = Rule(
    "RL008",
    "unreleased-changes",
    Severity.WARNING,
    """The data differs from the newest release. The pages keep showing what was released, so
    visitors do not see the change. Release it with `mkdocs-privacy release`, or undo it.""",
    Example(
        {"processors.yml": "processors: {adyen: {use: adyen}} # not in the newest release"},
        _RELEASE,
    ),
)
WORDING_MOVED = Rule(
    "RL009",
    "wording-moved",
    Severity.INFO,
    """The current wording of the policy differs from that of the release in force, because the
    package, or your own templates or translation files, changed. The policy page keeps the
    released wording, and the next release uses the new one. You need not do anything. If you
    want the new wording now, make a release.""",
    Example({_WORDS: "(the words of an older version of the package)"}, _RELEASE),
)
