"""FA: what is said of facts that are shipped with the package."""

from __future__ import annotations

from pathlib import Path

from worlds import found_by, load_world

from mkdocs_privacy.lint import facts, lint_center


def found(base: Path, processors: str) -> list[str]:
    loaded = load_world(base, {"privacy/processors.yml": f"processors:\n{processors}"})
    return [str(finding) for finding in found_by(facts, loaded)]


def test_says_nothing_of_a_service_that_the_owner_describes(tmp_path: Path) -> None:
    own = "  adyen: {name: Adyen, category: payment, role: independent_controller}\n"
    assert found(tmp_path, own) == []


def test_says_nothing_of_facts_that_were_verified(tmp_path: Path) -> None:
    assert found(tmp_path, "  moneybird: {use: moneybird}\n") == []


def test_names_the_fields_that_were_not_read_where_the_rest_was(tmp_path: Path) -> None:
    assert found(tmp_path, "  adyen: {use: adyen}\n") == [
        "privacy/processors.yml:2: info: processors.adyen: the shipped facts about ‘adyen’ "
        "were verified with the provider, except `address`: check what is named [unverified-facts]"
    ]


def test_says_where_facts_come_from_that_were_not_verified(tmp_path: Path) -> None:
    [finding] = found(tmp_path, "  moneybird: {use: moneybird}\n  bol: {use: bol}\n")
    assert finding.startswith(
        "privacy/processors.yml:3: info: processors.bol: the shipped facts about ‘bol’ come "
    )
    assert finding.endswith("were not verified with the provider: check them [unverified-facts]")


def test_finds_the_same_in_a_center_of_which_nobody_knows_the_lines(tmp_path: Path) -> None:
    loaded = load_world(
        tmp_path, {"privacy/processors.yml": "processors:\n  adyen: {use: adyen}\n"}
    )
    assert loaded.center
    finding = min(lint_center(loaded.center), key=lambda finding: finding.rule.id)
    assert (finding.path, finding.place) == (("processors", "adyen"), None)
