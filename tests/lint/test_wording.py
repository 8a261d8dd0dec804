"""Texts in sentences as readers see them, and rules that look at one of them at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import load_world

from mkdocs_privacy.findings import Place, Severity
from mkdocs_privacy.lint import LINT_RULES, lint, read_text
from mkdocs_privacy.lint.passages import language_of, sentences


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("One. Two! Three?", ("One.", "Two!", "Three?")),
        ("See art. 6 and par. 2. Then go.", ("See art. 6 and par. 2.", "Then go.")),
        ("Korst B.V. bakt. Wij ook.", ("Korst B.V. bakt.", "Wij ook.")),
        ("Het heet AVG. de rest volgt", ("Het heet AVG. de rest volgt",)),
        ("« Oui. » Non.", ("« Oui. »", "Non.")),
        ("# Title\n\nText over\ntwo lines.", ("Title", "Text over two lines.")),
        ("- one\n- two\n1. three", ("one", "two", "three")),
        ("**Bold** and _slanted_ and snake_case.", ("Bold and slanted and snake_case.",)),
        ("A [link](https://a.example) and ![image](a.png).", ("A link and image.",)),
        ("A [link][1] too.\n\n[1]: https://a.example", ("A link too.",)),
        ("Run `keep forever` <!-- keep --> <b>now</b>.", ("Run now .",)),
        ("```\nkept forever\n```\nText.", ("Text.",)),
        ("", ()),
    ],
)
def test_a_text_is_read_in_sentences(words: str, read: tuple[str, ...]) -> None:
    assert sentences(words) == read


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("wij bewaren uw gegevens", "nl"),
        ("nous gardons vos données", "fr"),
        ("we keep data", ""),
        ("we keep your data for the tax", "en"),
        ("Mollie", ""),
    ],
)
def test_the_language_of_a_text_is_that_of_its_small_words(words: str, language: str) -> None:
    assert language_of(words) == language


def told(base: Path, body: str, languages: tuple[str, ...] = ("nl", "fr")) -> list[str]:
    section = f"---\ntitle: Over ons\n---\n{body}\n"
    french = "---\ntitle: Sur nous\n---\nRien.\n"
    files = {"privacy/sections/about.nl.md": section, "privacy/sections/about.fr.md": french}
    loaded = load_world(base, files, languages)
    assert loaded.center, loaded.findings
    return [str(finding) for finding in lint(loaded)]


def test_a_sentence_is_found_in_a_section_at_its_text(tmp_path: Path) -> None:
    assert told(tmp_path, "Wij mailen. Uw mail bewaren wij **voor altijd**.") == [
        "privacy/sections/about.nl.md:4: warning: sections.about.body.nl: ‘bewaren wij voor "
        "altijd’, and nothing ends it: name a period or an event after which it goes "
        "[kept-forever]"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Lees [voor altijd bewaard](https://wij.example/voor-altijd-bewaard) niet.",
        "Het commando `bewaar voor altijd`.",
        "Wij bewaren niets. Voor altijd is lang.",
    ],
)
def test_code_addresses_and_the_next_sentence_do_not_count(words: str, tmp_path: Path) -> None:
    assert told(tmp_path, words) == []


def test_patterns_of_another_language_do_not_count(tmp_path: Path) -> None:
    words = {"nl": "We keep it forever", "fr": "Rien", "en": "Nothing"}
    loaded = load_world(tmp_path, {"privacy/notice.yml": f"notice: {{introduction: {words}}}\n"})
    assert loaded.center, loaded.findings
    assert [str(finding) for finding in lint(loaded)] == []


def test_what_nobody_reads_does_not_count(tmp_path: Path) -> None:
    notes = "organisation:\n  internal: {note: We keep it forever.}\n"
    loaded = load_world(tmp_path, {"privacy/more.yml": notes})
    assert [str(finding) for finding in lint(loaded)] == []


def test_an_old_policy_is_read_at_its_lines_and_gets_notes_only() -> None:
    words = (
        "# Privacybeleid\n\nWij verkopen niets.\n\nUw mail blijft\nbij ons bewaard. Wij delen "
        "niets met derden.\n\nOnze dienst volgt het *Privacy\nShield*.\n"
    )
    findings = list(read_text(words, "nl", LINT_RULES, Place("old.nl.md")))
    assert {finding.severity for finding in findings} == {Severity.INFO}
    assert sorted(str(finding).partition(": ‘")[0] for finding in findings) == [
        "old.nl.md:5: info",
        "old.nl.md:8: info",
    ]


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("We keep it forever.", True),
        ("We keep a list; forever is long.", False),
        ("Somebody wrote “we keep it forever and ever”.", False),
        ("« We keep it forever », dit-on.", False),
        ("They’d say ‘we keep your friend’s mail forever’ there.", False),
        ("“We keep it forever.”", True),
        ("We keep “everything” forever.", True),
        ("We keep a list; we keep it forever.", True),
    ],
)
def test_what_a_text_quotes_it_does_not_say(words: str, is_found: bool) -> None:
    findings = read_text(words, "en", LINT_RULES, Place("old.en.md"))
    assert bool([*findings]) == is_found
