"""Every finding has a rule, every rule stands in the registry, and what it explains is so."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from worlds import TODAY, WHAT_ENTRIES_LACK, small_center

from mkdocs_privacy.cli import main
from mkdocs_privacy.findings import LINES, Finding, Rule, Severity, Sound
from mkdocs_privacy.findings.rules import (
    PRODUCT_RULES,
    characters,
    contradictions,
    data,
    entries,
    forms,
    retention,
    sections,
    values,
)
from mkdocs_privacy.findings.rules import yaml as yaml_rules
from mkdocs_privacy.lint import LINT_RULES, lint
from mkdocs_privacy.loading import load_center
from mkdocs_privacy.model.violation import rule_of
from mkdocs_privacy.registry import RULES, UnknownRule, get_rule
from mkdocs_privacy.yaml_source import read_yaml

PACKAGE = Path(__file__).parent.parent / "mkdocs_privacy"
MODULES = sorted(PACKAGE.rglob("*.py"))


def rules_in(*modules: Any) -> list[Rule]:
    return [one for module in modules for one in vars(module).values() if isinstance(one, Rule)]


LOADED = [
    *rules_in(yaml_rules, characters, data, values),
    *rules_in(entries, contradictions, retention, forms, sections),
    *(one.rule for one in LINT_RULES),
]
"""The rules that a data folder can break; where a link leads, only the site knows, and comments are
no data."""
LOADED.remove(sections.BROKEN_LINK)
LOADED.remove(data.LEFT_TO_DECIDE)


def named(rule: Rule) -> str:
    return rule.slug


# The registry


def test_no_id_and_no_slug_is_given_twice() -> None:
    names = Counter(name for rule in RULES for name in (rule.id, rule.slug))
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_is_found_by_its_id_and_by_its_slug(rule: Rule) -> None:
    assert get_rule(rule.id) is get_rule(rule.id.lower()) is get_rule(rule.slug) is rule


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_says_what_is_found_why_and_what_to_do(rule: Rule) -> None:
    assert re.fullmatch("[A-Z]{2}[0-9]{3}", rule.id)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", rule.slug)
    assert rule.explanation.count(". ") >= 1, "one sentence does not say all that"
    assert rule.explanation.endswith(".")
    assert rule.summary.endswith(".")
    assert rule.example.wrong != rule.example.right


def test_the_letters_of_an_id_name_one_subject() -> None:
    homes: dict[str, set[str]] = {}
    for path in [*PACKAGE.glob("findings/rules/*.py"), *PACKAGE.glob("lint/*.py")]:
        for id in re.findall(r'"([A-Z]{2})[0-9]{3}"', path.read_text(encoding="utf-8")):
            homes.setdefault(id, set()).add(path.name)
    assert {id: files for id, files in homes.items() if len(files) > 1} == {}


def test_a_name_that_no_rule_has_asks_for_the_nearest_one() -> None:
    with pytest.raises(UnknownRule, match=r"‘unkown-key’ \(did you mean ‘unknown-key’\?\)"):
        get_rule("unkown-key")


def test_what_cannot_be_used_is_an_error_and_nothing_else_is_beyond_choice() -> None:
    assert all(rule.severity is Severity.ERROR for rule in RULES if rule.is_essential)
    assert not any(one.rule.is_essential for one in LINT_RULES)


# Nothing is found without a rule


def strings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_no_slug_and_no_id_stands_anywhere_but_in_its_rule() -> None:
    # a slug of one word, such as `template`, may be a word in some other sense
    names = {rule.slug for rule in RULES if "-" in rule.slug} | {rule.id for rule in RULES}
    homes = [*PACKAGE.glob("findings/rules/*.py"), *PACKAGE.glob("lint/*.py")]
    written = Counter(word for path in homes for word in strings(path) if word in names)
    assert written == Counter(names)
    assert [
        f"{path.name}: {word}"
        for path in MODULES
        if path not in homes
        for word in strings(path)
        if word in names
    ] == []


def test_every_finding_is_made_in_one_way_with_a_rule() -> None:
    """`Finding(RULE, …)`: never with words where the rule belongs."""
    made = [
        node.args[0]
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == Finding.__name__
    ]
    assert len(made) > 20
    assert not any(isinstance(first, ast.Constant | ast.JoinedStr) for first in made)


def test_every_error_of_the_model_has_its_rule() -> None:
    """Records raise what `violation` makes of a rule, and pydantic's error carries its slug."""
    calls = [
        (path.name, node)
        for path in sorted((PACKAGE / "model").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    made = [name for name, call in calls if call.func.id == "PydanticCustomError"]  # type: ignore[attr-defined]
    assert made == ["violation.py"]
    modules = (characters, data, values, entries, contradictions, retention, forms)
    known = {id: rule for module in modules for id, rule in vars(module).items()}
    raised = {
        ast.unparse(call.args[0]).rpartition(".")[2]
        for _, call in calls
        if call.func.id == "violation"  # type: ignore[attr-defined]
    }
    assert len(raised) > 20
    for name in raised - {"rule"}:
        assert rule_of(known[name].slug) is known[name]


# The examples


def example_world(base: Path, files: Mapping[str, str]) -> None:
    """The small center with lines of an example merged into it, or with whole files beside it."""
    (base / "privacy").mkdir()
    if not files:
        return
    center = small_center()
    for name, content in files.items():
        if name == LINES:
            merge(center, read_yaml(content.encode(), name).content)
        else:
            path = base / "privacy" / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content.encode("utf-8", "surrogateescape"))
    if "organisation.yml" not in files:
        (base / "privacy" / "center.yml").write_text(
            yaml.safe_dump(center, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )


def merge(below: dict[str, Any], above: Mapping[str, Any]) -> None:
    for key, value in above.items():
        present = below.get(key)
        is_one_statement = key == "retention"  # a period would say more beside a minimum
        if isinstance(present, dict) and isinstance(value, dict) and not is_one_statement:
            merge(present, value)
        else:
            below[key] = value


def found(base: Path, files: Mapping[str, str], languages: tuple[str, ...]) -> list[Finding]:
    example_world(base, files)
    loaded = load_center(base / "privacy", languages, today=TODAY)
    return [*loaded.findings, *lint(loaded, forms={})]


@pytest.mark.parametrize("rule", LOADED, ids=named)
def test_the_wrong_example_of_a_rule_breaks_it(rule: Rule, tmp_path: Path) -> None:
    findings = found(tmp_path, rule.example.wrong, rule.example.languages)
    assert rule in [one.rule for one in findings], findings


@pytest.mark.parametrize("rule", LOADED, ids=named)
def test_the_right_example_of_a_rule_breaks_none(rule: Rule, tmp_path: Path) -> None:
    findings = found(tmp_path, rule.example.right, rule.example.languages)
    about_it = [
        one for one in findings if one.rule is rule or one.rule.slug not in WHAT_ENTRIES_LACK
    ]
    assert [str(one) for one in about_it if one.severity is not Severity.INFO] == []
    assert rule not in [one.rule for one in findings]


SILENT = [(rule, sound) for rule in RULES for sound in rule.silent_on]


@pytest.mark.parametrize(
    ("rule", "sound"), SILENT, ids=[f"{rule}-{sound.why}" for rule, sound in SILENT]
)
def test_a_rule_says_nothing_of_what_it_is_silent_on(
    rule: Rule, sound: Sound, tmp_path: Path
) -> None:
    findings = found(tmp_path, sound.files, sound.languages)
    errors = [str(one) for one in findings if one.severity is Severity.ERROR]
    assert errors == [], "nothing is found in data that cannot be read"
    assert rule not in [one.rule for one in findings]


def test_only_what_a_data_folder_can_break_is_silent_on_data() -> None:
    assert {rule for rule, _ in SILENT} <= {*LOADED}


# `check --explain`


@pytest.fixture
def _no_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # without a mkdocs.yml


def explain(name: str) -> Any:
    return CliRunner().invoke(main, ["check", "--explain", name])


@pytest.mark.usefixtures("_no_site")
def test_an_example_of_what_somebody_does_is_a_command() -> None:
    shown = explain("unreleased-changes").stdout
    assert "Right, in a terminal:\n\n    mkdocs-privacy release --effective 2026-06-01\n" in shown


@pytest.mark.usefixtures("_no_site")
@pytest.mark.parametrize("name", ["DA002", "da002", "unknown-key"])
def test_a_rule_is_explained_with_an_example_and_without_a_site(name: str) -> None:
    result = explain(name)
    assert result.exit_code == 0
    head, what, *rest = result.stdout.rstrip().split("\n\n")
    assert head == "DA002 unknown-key (always an error)"
    assert what.startswith("No field has this name.")
    assert rest == [
        "Wrong:",
        "    processors:\n      mollie: {use: mollie, contry: NL}",
        "Right:",
        "    processors:\n      mollie: {use: mollie, country: NL}",
    ]


@pytest.mark.usefixtures("_no_site")
def test_an_explanation_has_the_negative_cases_and_the_law_in_three_languages() -> None:
    result = explain("RT001")
    assert (
        result.stdout
        == """\
RT001 retention-without-end (warning)

The data has a shortest retention time and no end. Data may be kept no longer than its
purpose needs (GDPR article 5(1)(e)), and people must be told the period, or what
decides it (article 13(2)(a)). Add the longest time in `maximum`, the event that ends it
in `until`, or what decides it in `criteria`.

Wrong:

    activities:
      orders:
        retention: {minimum: P1Y}

Right:

    activities:
      orders:
        retention: {minimum: P1Y, maximum: P3Y}

Does not fire where an event ends it:

    activities:
      orders:
        retention: {minimum: P1Y, until: until the next stocktaking}

Does not fire where something decides when it ends:

    activities:
      orders:
        retention: {minimum: P1Y, criteria: as long as you are a customer}

Does not fire where it has a period:

    activities:
      orders:
        retention: {minimum: P1Y, period: P2Y}

Law: GDPR article 5(1)(e)
    nl  AVG, artikel 5, lid 1, punt e)
        https://eur-lex.europa.eu/eli/reg/2016/679/oj/nld#art_5
    fr  RGPD, article 5, paragraphe 1, point e)
        https://eur-lex.europa.eu/eli/reg/2016/679/oj/fra#art_5
    en  GDPR article 5(1)(e)
        https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng#art_5

Law: GDPR article 13(2)(a)
    nl  AVG, artikel 13, lid 2, punt a)
        https://eur-lex.europa.eu/eli/reg/2016/679/oj/nld#art_13
    fr  RGPD, article 13, paragraphe 2, point a)
        https://eur-lex.europa.eu/eli/reg/2016/679/oj/fra#art_13
    en  GDPR article 13(2)(a)
        https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng#art_13
"""
    )


@pytest.mark.usefixtures("_no_site")
def test_every_rule_can_be_explained() -> None:
    for rule in RULES:
        result = explain(rule.slug)
        assert result.exit_code == 0
        assert result.stdout.startswith(f"{rule.id} {rule.slug} (")


@pytest.mark.usefixtures("_no_site")
def test_a_rule_that_there_is_not_ends_with_2_and_a_suggestion() -> None:
    result = explain("unverified-fact")
    assert result.exit_code == 2
    assert "there is no rule ‘unverified-fact’ (did you mean ‘unverified-facts’?)" in result.output


def test_the_registry_holds_the_rules_of_the_product_and_those_of_the_lint_room() -> None:
    assert {*RULES} == {*PRODUCT_RULES, *(one.rule for one in LINT_RULES)}
