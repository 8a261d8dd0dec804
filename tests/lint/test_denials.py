"""DN: what is said of a text that denies what the data lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import found_by, load_world, told_by

from mkdocs_privacy.lint import denials

CENTER = """\
processors:
  payments: {name: Mollie, category: payment, role: independent_controller, country: NL%s}
cookies:
  counter:
    name: Google Analytics
    category: statistics
    purpose: counts
    provider: Google
    items: {c: {type: cookie, purpose: counts%s}}
"""


def told(folder: Path, words: str, language: str = "en") -> list[str]:
    written = f"{CENTER % ('', '')}notice: {{introduction: {{{language}: {words!r}}}}}\n"
    return [one.rpartition(" ")[2] for one in told_by(denials, folder, written, (language,))]


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("nl", "Wij gebruiken geen Google Analytics.", "[used-after-all]"),
        ("nl", "Onze website maakt geen gebruik van Mollie of Stripe.", "[used-after-all]"),
        ("fr", "Nous n’utilisons pas Google Analytics.", "[used-after-all]"),
        ("en", "We do not use Google Analytics.", "[used-after-all]"),
        ("en", "This website uses no cookies.", "[no-cookies-claim]"),
        ("en", "We collect no personal data.", "[no-data-claim]"),
    ],
)
def test_what_is_listed_is_not_denied(
    language: str, words: str, found: str, tmp_path: Path
) -> None:
    assert told(tmp_path, words, language) == [found]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Wij gebruiken geen Google Analytics zonder uw toestemming."),
        ("nl", "Op de betaalpagina gebruiken wij geen Google Analytics."),
        ("fr", "Nous n’utilisons pas Google Analytics avant votre consentement."),
        ("en", "We do not use Google Analytics for advertising."),
        ("en", "We do not use Google Analyticsphere."),
        ("en", "We do not use Matomo."),
        ("en", "Elsewhere you read “we do not use Google Analytics or cookies”."),
        ("en", "Our printer uses no Mollie."),
    ],
)
def test_what_is_denied_in_part_may_be_so(language: str, words: str, tmp_path: Path) -> None:
    assert told(tmp_path, words, language) == []


@pytest.mark.parametrize("words", ["We do not use Mollie.", "We do not use cookies."])
def test_an_entry_speaks_of_itself(words: str, tmp_path: Path) -> None:
    written = CENTER % (f", description: {words}", "")
    assert told_by(denials, tmp_path, written, ("en",)) == []


WORK = """\
notice: {introduction: We do not collect personal data.}
activities:
  work:
    title: Work
    audiences: [customers]
    purposes: [work]
    personal_data: [name]
    %s
"""


@pytest.mark.parametrize(
    ("role", "found"),
    [("our_role: processor\n    responsible: the shop", 0), ("legal_basis: contract", 1)],
)
def test_who_works_for_others_only_collects_nothing_of_its_own(
    role: str, found: int, tmp_path: Path
) -> None:
    files = {"privacy/activities.yml": None, "privacy/more.yml": WORK % role}
    loaded = load_world(tmp_path, files, ("en",))
    assert len(found_by(denials, loaded)) == found
