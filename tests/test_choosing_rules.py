"""Which findings somebody wants to see: by rule, in place with a reason, or only new ones."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from checked_world import CONFIG, check, said, write_site

ORDERS = """\
activities:
  orders:
    title: Bestellingen
    audiences: [customers]
    purposes: [te leveren]
    personal_data: [name]
    legal_basis: contract
    processors: []
    retention: {minimum: P1Y}
    requirement: voluntary
"""
UNUSED = """\
processors:
  courier: {name: Koerier, category: delivery, role: authority, transfers: none}
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_site(tmp_path, {"privacy/activities.yml": ORDERS, "privacy/processors.yml": UNUSED})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(*arguments: str) -> list[str]:
    """The place and the rule of each finding."""
    entries = json.loads(check("--format", "json", *arguments).stdout)
    return [f"{Path(one['file'] or '').name}:{one['line']} {one['rule']}" for one in entries]


BOTH = ["activities.yml:9 retention-without-end", "processors.yml:2 unused-recipient"]


# By rule


def test_every_finding_is_shown_by_itself(site: Path) -> None:
    assert told() == BOTH


@pytest.mark.parametrize("name", ["RT001", "rt001", "RT", "RT0", "retention-without-end"])
def test_rules_are_selected_or_ignored_by_id_name_or_beginning(site: Path, name: str) -> None:
    assert told("--select", name) == BOTH[:1]
    assert told("--ignore", name) == BOTH[1:]
    assert told("--select", f"{name}, RE011") == BOTH


def test_the_more_exact_name_counts_and_to_ignore_counts_where_they_are_alike(site: Path) -> None:
    assert told("--select", "RT001", "--ignore", "RT") == BOTH[:1]
    assert told("--select", "RT", "--ignore", "RT001") == []
    assert told("--select", "RT", "--ignore", "RT") == []


def test_what_cannot_be_used_is_told_whatever_is_selected(site: Path) -> None:
    (site / "privacy/processors.yml").write_text("procesors: {}\n", "utf-8")
    assert told("--select", "RT") == ["processors.yml:1 unknown-key"]


def test_a_severity_is_chosen_for_many_rules_and_another_for_one(site: Path) -> None:
    result = check("--format", "concise", "--severity", "R=error", "--severity", "RT=info")
    assert result.exit_code == 2  # R is no beginning of two letters
    result = check("--severity", "RE=error", "--severity", "RT=info")
    assert (result.exit_code, result.stderr) == (
        1,
        "1 error, 1 info in 3 files\n",
    )
    assert check("--severity", "RE=error", "--severity", "RE011=info").exit_code == 0


def test_mkdocs_yml_says_the_same(site: Path) -> None:
    chosen = "{select: [RT, RE], ignore: [RE011], severity: {RT: error}}"
    (site / "mkdocs.yml").write_text(CONFIG.replace("{ignore: [no-release]}", chosen), "utf-8")
    result = check("--format", "concise")
    assert result.exit_code == 1
    assert "privacy/activities.yml:9: error: " in result.stdout
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--select", "unused-recipent"], "(did you mean ‘unused-recipient’?)"),
        (["--ignore", "XX"], "there is no rule ‘XX’"),
        (["--severity", "RT001=warn"], "(did you mean ‘warning’?)"),
        (["--severity", "RT001"], "write RULE=LEVEL, such as RT=info"),
        (["--write-baseline"], "--write-baseline needs the file"),
        (["--fix", "--watch"], "--watch and --fix do not go together"),
    ],
)
def test_an_option_that_makes_no_sense_ends_with_2_and_says_what_does(
    site: Path, arguments: list[str], why: str
) -> None:
    result = check(*arguments)
    assert result.exit_code == 2
    assert why in result.stderr


# In place


def ignoring(site: Path, comment: str, *, above: bool = False) -> None:
    line = "    retention: {minimum: P1Y}"
    written = f"    {comment}\n{line}" if above else f"{line}  {comment}"
    (site / "privacy/activities.yml").write_text(ORDERS.replace(line, written), "utf-8")


REASON = "# privacy: ignore RT001: the archive law sets no end"


@pytest.mark.parametrize(
    "comment",
    [
        REASON,
        "# privacy: ignore retention-without-end: the archive law",
        "#privacy:ignore RE011, RT: the archive law",
    ],
)
@pytest.mark.parametrize("above", [False, True])
def test_a_comment_on_the_line_or_above_it_ignores_one_finding(
    site: Path, comment: str, above: bool
) -> None:
    ignoring(site, comment, above=above)
    assert told() == BOTH[1:]


def test_an_ignored_finding_is_listed_with_its_reason(site: Path) -> None:
    ignoring(site, REASON)
    assert said(check("--show-ignored").stderr) == (
        "ignored: privacy/activities.yml:9: warning: activities.orders.retention: this says at "
        "least how long the data is kept, but not when it goes: add `maximum`, `until` or "
        "`criteria` [retention-without-end]: the archive law sets no end\n"
        "ignored: info: nothing has been released yet, so every page says that it is a draft: when "
        "the texts are right, run `mkdocs-privacy release --effective YYYY-MM-DD` [no-release]: "
        "`ignore` names its rule\n"
        "1 warning in 3 files, 2 ignored\n"
    )


@pytest.mark.parametrize("comment", ["# privacy: ignore RT001", "# privacy: ignore RT001: -"])
def test_a_reason_is_needed(site: Path, comment: str) -> None:
    ignoring(site, comment)
    assert told() == ["activities.yml:9 ignore-without-reason", *BOTH]


def test_a_comment_that_ignores_nothing_any_more_is_a_finding(site: Path) -> None:
    ignoring(site, REASON)
    file = site / "privacy/activities.yml"
    file.write_text(file.read_text("utf-8").replace("minimum", "period"), "utf-8")
    assert told() == ["activities.yml:9 unused-ignore", BOTH[1]]


def test_a_comment_about_another_line_ignores_nothing(site: Path) -> None:
    (site / "privacy/activities.yml").write_text(f"{REASON}\n{ORDERS}", "utf-8")
    assert told() == [
        "activities.yml:1 unused-ignore",
        "activities.yml:10 retention-without-end",
        BOTH[1],
    ]


def test_a_comment_with_a_rule_that_there_is_not_or_that_is_always_an_error_is_told(
    site: Path,
) -> None:
    ignoring(site, "# privacy: ignore RT999, unknown-key: why not")
    assert sorted(told()) == [
        "activities.yml:9 essential-rule",
        *BOTH[:1],
        "activities.yml:9 unknown-rule",
        BOTH[1],
    ]


@pytest.mark.parametrize(
    "words",
    [
        '"te leveren # privacy: ignore RT001: no"',
        "'te\n      # privacy: ignore RT001: no\n      l'",
    ],
)
def test_what_stands_inside_a_text_is_no_comment(site: Path, words: str) -> None:
    written = ORDERS.replace("[te leveren]", f"[{words}]")
    (site / "privacy/activities.yml").write_text(written, "utf-8")
    assert [line.split(" ")[1] for line in told()] == ["retention-without-end", "unused-recipient"]


def test_a_comment_beside_a_block_of_text_counts_and_one_in_it_does_not(site: Path) -> None:
    block = (
        "processors:\n"
        "  # privacy: ignore RE011: from next month\n"
        "  courier:\n"
        "    name: Koerier\n"
        "    category: delivery\n"
        "    role: authority\n"
        "    transfers: none\n"
        "    service: | # a note\n"
        "      Brengt weg.\n"
        "      # privacy: ignore RE011: not this\n"
    )
    (site / "privacy/processors.yml").write_text(block, "utf-8")
    assert told() == BOTH[:1]


def test_in_the_front_matter_of_a_section_a_comment_is_about_the_whole_file(site: Path) -> None:
    section = "---\ntitle: Meer%s\npage: data\n---\n\nWij zijn [naam van uw bedrijf].\n"
    folder = site / "privacy/sections"
    folder.mkdir()
    (folder / "more.nl.md").write_text(section % "", "utf-8")
    assert "more.nl.md:5 placeholder-left" in told()
    comment = " # privacy: ignore CS016: a quotation"
    (folder / "more.nl.md").write_text(section % comment, "utf-8")
    assert told() == BOTH


def test_a_comment_in_mkdocs_yml_is_about_its_options(site: Path) -> None:
    option = "{ignore: [no-release, nonsense]}"
    config = CONFIG.replace("{ignore: [no-release]}", option)
    (site / "mkdocs.yml").write_text(config, "utf-8")
    assert told() == ["mkdocs.yml:5 unknown-rule", *BOTH]
    (site / "mkdocs.yml").write_text(f"{config[:-1]} # privacy: ignore OP002: soon\n", "utf-8")
    assert told() == BOTH


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("# CHECK: is this so?", ["activities.yml:1 left-to-decide"]),
        ("# privacy: ignore DA014: it is noted elsewhere", ["activities.yml:1 unused-ignore"]),
        ("# privacy: ignore DA, RT: it is noted elsewhere", ["activities.yml:1 unused-ignore"]),
    ],
)
def test_a_comment_about_what_only_check_finds_is_told_as_well(
    site: Path, above: str, found: list[str]
) -> None:
    (site / "privacy/activities.yml").write_text(f"{above}\n{ORDERS}", "utf-8")
    moved = "activities.yml:10 retention-without-end"
    assert sorted(told()) == sorted([*found, moved, *BOTH[1:]])


# A baseline


def test_old_findings_are_kept_quiet_and_new_ones_told(site: Path) -> None:
    written = check("--baseline", "old.json", "--write-baseline")
    assert (written.exit_code, written.stdout) == (0, "")
    assert written.stderr == "wrote old.json: 2 warnings\n"
    assert (
        said(check("--baseline", "old.json").stderr) == "nothing to report in 3 files, 3 ignored\n"
    )
    printer = "  printer: {name: Drukker, category: other, role: authority, transfers: none}\n"
    moved = f"# moved\n{UNUSED}{printer}"
    (site / "privacy/processors.yml").write_text(moved, "utf-8")
    assert told("--baseline", "old.json") == ["processors.yml:4 unused-recipient"]


def test_a_baseline_is_the_same_bytes_for_the_same_findings(site: Path) -> None:
    check("--baseline", "old.json", "--write-baseline")
    first = (site / "old.json").read_bytes()
    check("--baseline", "old.json", "--write-baseline")
    assert (site / "old.json").read_bytes() == first
    entries = json.loads(first)["findings"]
    assert [(entry["rule"], entry["where"]) for entry in entries] == [
        ("RE011", "processors.courier"),
        ("RT001", "activities.orders.retention"),
    ]


def test_an_old_finding_that_was_put_right_is_told_at_its_line(site: Path) -> None:
    check("--baseline", "old.json", "--write-baseline")
    (site / "privacy/processors.yml").unlink()
    assert check("--baseline", "old.json", "--format", "concise").stdout == (
        "old.json:3: info: RE011 at processors.courier no longer occurs: write the baseline again "
        "[outdated-baseline]\n"
    )


def test_mkdocs_yml_names_a_baseline_for_builds_too(site: Path) -> None:
    check("--baseline", "old.json", "--write-baseline")
    chosen = "{ignore: [no-release], baseline: old.json}"
    (site / "mkdocs.yml").write_text(CONFIG.replace("{ignore: [no-release]}", chosen), "utf-8")
    assert told() == []


@pytest.mark.parametrize("content", [None, "{", "[]", '{"findings": [{"rule": "x"}]}'])
def test_a_baseline_that_cannot_be_read_is_an_error(site: Path, content: str | None) -> None:
    if content:
        (site / "old.json").write_text(content, "utf-8")
    assert told("--baseline", "old.json") == ["old.json:1 bad-baseline", *BOTH]
    assert check("--baseline", "old.json").exit_code == 1


def test_what_cannot_be_used_is_never_old(site: Path) -> None:
    (site / "privacy/processors.yml").write_text("procesors: {}\n", "utf-8")
    check("--baseline", "old.json", "--write-baseline")
    assert told("--baseline", "old.json") == ["processors.yml:1 unknown-key"]


# What the documents say


def test_the_hook_of_pre_commit_checks_a_site(site: Path) -> None:
    root = Path(__file__).parent.parent
    [hook] = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    program, command, *arguments = hook["entry"].split()
    assert (program, command, hook["pass_filenames"]) == ("mkdocs-privacy", "check", False)
    assert len(check(*arguments).stdout.splitlines()) == 2
    for name in ("mkdocs.yml", "privacy/processors.yml", "privacy/sections/more.nl.md"):
        assert re.match(hook["files"], name)


def test_what_the_document_about_ci_shows_is_so(site: Path) -> None:
    root = Path(__file__).parent.parent
    document = (root / "docs/how-to/check-in-ci.md").read_text("utf-8")
    shown = re.findall(r"```text\n(.*?)```", document, re.DOTALL)
    assert check("--select", "RT").stdout == shown[0]
    options, comment, *_ = re.findall(r"```yaml\n(.*?)```", document, re.DOTALL)
    assert comment.splitlines()[2].strip() in document
    (site / "privacy/activities.yml").write_text(
        ORDERS.replace("    retention", f"{comment.splitlines()[2]}\n    retention"), "utf-8"
    )
    assert told("--select", "RT") == []
    (site / "privacy/activities.yml").write_text(ORDERS, "utf-8")
    config = yaml.safe_load(options)
    (site / "mkdocs.yml").write_text(yaml.safe_dump({"site_name": "A", **config}), "utf-8")
    assert check("--select", "RT001").exit_code == 0  # the more exact name says warning
