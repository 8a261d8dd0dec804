"""The typography of each language: what is printed passes through one function."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as some
from markupsafe import Markup
from mkdocs.contrib import search
from node import run_node
from shipped_texts import prose_of, shipped_texts
from worlds import LANGUAGES

from mkdocs_privacy.localization import Localization, load_catalog
from mkdocs_privacy.localization.typography import typeset
from mkdocs_privacy.model import Text
from mkdocs_privacy.releases import redline
from mkdocs_privacy.shipped import shipped

SHOWN = str.maketrans({"\u00a0": "~", "\u202f": "_"})


@pytest.mark.parametrize(
    ("language", "written", "printed"),
    [
        ("fr", "Pourquoi ? Voici ; voilà !", "Pourquoi_? Voici_; voilà_!"),
        ("fr", "Objet\u00a0: un droit", "Objet~: un droit"),
        ("fr", "à 12:30, ratio 1 :2", "à 12:30, ratio 1 :2"),
        ("fr", "« oui » et «non»", "«_oui_» et «_non_»"),
        ("fr", 'Il a dit "oui".', "Il a dit «_oui_»."),
        ("fr", "30 jours, 1 an et 12 %", "30~jours, 1~an et 12~%"),
        ("fr", "3 moissons", "3 moissons"),
        ("fr", "le 1er janvier 2027, le 2 mai", "le 1er~janvier 2027, le 2~mai"),
        (
            "fr",
            "l'article 6, paragraphe 1, point b)",
            "l’article~6, paragraphe~1, point~b)",
        ),
        ("fr", "un point de vue", "un point de vue"),
        ("nl", "'s Avonds zegt u \"ja\" in 'foto's'", "’s Avonds zegt u „ja” in ‘foto’s’"),
        ("nl", "30 dagen ; artikel 6", "30 dagen ; artikel 6"),
        (
            "en",
            "the firm's \"data\", 'x', customers' rights",
            "the firm’s “data”, ‘x’, customers' rights",
        ),
        ("en", 'a 15" screen', 'a 15" screen'),
        ("de", '"ja" ; l\'an', '"ja" ; l\'an'),
    ],
)
def test_words_are_printed_as_their_language_does(
    language: str, written: str, printed: str
) -> None:
    assert typeset(written, language).translate(SHOWN) == printed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "machines",
    [
        "<a href=\"/a ; b : 'c'\" title='30 jours !'>x</a>",
        "<code>'a' ; \"b\"</code>",
        'https://example.org/l\'a?b="c"',
        "o'neil@example.org",
    ],
)
def test_what_machines_read_is_left_alone(language: str, machines: str) -> None:
    assert typeset(machines, language) == machines


@given(
    words=some.text(alphabet="ab1« »:;!?'\"<>/@\u00a0\u202f{}.\n’article 30 jours", max_size=40),
    language=some.sampled_from(LANGUAGES),
)
def test_what_is_set_is_not_set_again(words: str, language: str) -> None:
    once = typeset(words, language)
    assert typeset(once, language) == once


@given(words=some.text(max_size=60))
def test_only_spaces_and_quotation_marks_change(words: str) -> None:
    marks = dict.fromkeys(map(ord, " \u00a0\u202f'\"’«»"))
    assert typeset(words, "fr").translate(marks) == words.translate(marks)


@pytest.mark.parametrize("letters", [" ", "a", "'", '"', "« ", "<a", "a@", "<code>", "1 "])
def test_a_long_text_takes_no_longer_than_it_is(letters: str) -> None:
    begin = process_time()
    typeset(letters * 20_000, "fr")
    assert process_time() - begin < 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_narrow_table_has_the_colon_of_the_words(language: str) -> None:
    """What is frozen with a release has cells without it, so that the style sheet adds it."""
    sheet = shipped("site_template") / "theme/assets/privacy-center/center.css"
    before = r'table(?::lang\((\w+)\))? td::before {\s*content: attr\(data-label\) "(.+?) "'
    colons = dict(re.findall(before, sheet.read_text("utf-8")))
    said = colons.get(language, colons[""]).replace(r"\a0", "\u00a0")
    assert said == str(Localization(language, load_catalog(language)).message("punctuation.colon"))


def test_messages_texts_dates_and_periods_are_set() -> None:
    french = Localization("fr", load_catalog("fr"))
    said = (
        french.plural("versions.count_important", 1),
        french.message("punctuation.colon"),
        french.text(Text("Pourquoi ?")),
        french.prose(Text("Pourquoi *cela* ? `a ; b`")).strip(),
        french.date(date(2027, 1, 1)),
        french.period("P30D"),
        french.period("P3Y"),
    )
    assert [words.translate(SHOWN) for words in said] == [
        "1~modification importante",
        "~:",
        "Pourquoi_?",
        "<p>Pourquoi <em>cela</em>_? <code>a ; b</code></p>",
        "1er~janvier 2027",
        "30~jours",
        "3~ans",
    ]


@pytest.mark.parametrize(
    ("language", "heading", "said"),
    [
        (
            "nl",
            "Recht op gegevenswissing (‘recht op vergetelheid’)",
            "2 ongewijzigde passages, de eerste onder ‘Recht op gegevenswissing (“recht op "
            "vergetelheid”)’",
        ),
        (
            "fr",
            "Droit à l’effacement (« droit à l’oubli »)",
            "2~passages inchangés, le premier sous «_Droit à l’effacement (“droit à l’oubli”)_»",
        ),
        (
            "en",
            "Right to erasure (‘right to be forgotten’)",
            "2 unchanged passages, the first under ‘Right to erasure (“right to be forgotten”)’",
        ),
    ],
)
def test_words_quoted_inside_a_quotation_have_other_marks(
    language: str, heading: str, said: str
) -> None:
    localization = Localization(language, load_catalog(language))
    for words in (heading, Markup(heading)):
        quoted = localization.message("redline.left_out", number=2, heading=words)
        assert quoted.translate(SHOWN) == said
    alone = localization.message("processor.website", name=heading)
    assert heading in alone


def test_french_that_is_shipped_is_printed_with_spaces_that_do_not_break() -> None:
    wrong = re.compile(
        r"[ \u00a0](?=[;!?])|[ \u202f](?=:\s)|«(?!\u202f)|(?<!\u202f)»|[\"]|\w'\w"
        r"|\d (?:ans|mois|jours|heures|semaines|%|€)(?!\w)|[Aa]rticle \d"
        r"|\d(?:er)? (?:janvier|mai|juin)\b"
    )
    assert {
        text.place: found[0]
        for text in shipped_texts()
        if text.language == "fr"
        and (found := wrong.search(typeset(prose_of(text.words).replace("&nbsp;", " "), "fr")))
    } == {}


def test_french_capitals_have_their_accents() -> None:
    bare = re.compile(
        r"(?:^|[.!?:»]\s+)A\s+(?=[a-zà-ÿ])|\b(?:Etat|Ecole|Etranger|Editeur|Equipe)s?\b"
    )
    assert {
        text.place: found[0]
        for text in shipped_texts()
        if text.language == "fr" and (found := bare.search(text.words))
    } == {}


def test_a_version_frozen_before_reads_the_same_in_a_redline() -> None:
    frozen = "<p>Pendant 30 jours : l’article 6. Et « oui » !</p>"
    passages = redline(frozen, typeset(frozen, "fr"))
    assert all(passage.is_unchanged for passage in passages)


def test_search_finds_words_that_are_typed_with_an_ordinary_space() -> None:
    lunr = Path(str(search.__file__)).parent / "templates" / "search" / "lunr.js"
    script = """
        const lunr = require(process.argv[1]);
        const index = lunr(function () {
          lunr.tokenizer.separator = /[\\s\\-]+/;  // as MkDocs has it
          this.ref("id");
          this.field("text");
          this.add({ id: "page", text: JSON.parse(process.argv[2]) });
        });
        console.log(index.search("+30 +jours").length, index.search("+février").length);
    """
    words = json.dumps(typeset("Gardé 30 jours, jusqu’au 2 février !", "fr"))
    result = run_node("--eval", script, str(lunr), words, capture=True)
    assert result.stdout.split() == ["1", "1"], result.stderr
