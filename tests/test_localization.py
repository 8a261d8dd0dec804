"""One language at a time: how it writes dates, periods, lists, names, and whose words it uses."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.plurals import get_plural
from markupsafe import Markup
from worlds import LANGUAGES

from mkdocs_privacy.localization import (
    BrokenCatalog,
    FormOfAddress,
    Localization,
    UnknownMessage,
    as_sentence,
    available_languages,
    load_catalog,
    unfinished,
    with_capital,
    without_capital,
)
from mkdocs_privacy.localization.filling_in import fill_in
from mkdocs_privacy.model import Text
from mkdocs_privacy.shipped import shipped

LOCALIZATIONS = {code: Localization(code, load_catalog(code)) for code in LANGUAGES}
HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)


def in_language(code: str, form: str = "formal", own: Path | None = None) -> Localization:
    return Localization(code, load_catalog(code, FormOfAddress(form), own))


# Dates


@pytest.mark.parametrize(
    ("language", "day", "words"),
    [
        ("nl", date(2021, 1, 7), "7 januari 2021"),
        ("fr", date(2021, 1, 7), "7\u00a0janvier 2021"),
        ("en", date(2021, 1, 7), "7 January 2021"),
        ("nl", date(2026, 1, 1), "1 januari 2026"),
        ("fr", date(2026, 1, 1), "1er\u00a0janvier 2026"),
        ("fr", date(2026, 8, 1), "1er\u00a0août 2026"),
        ("fr", date(2026, 1, 11), "11\u00a0janvier 2026"),
        ("fr", date(2026, 1, 21), "21\u00a0janvier 2026"),
        ("fr", date(2026, 12, 31), "31\u00a0décembre 2026"),
    ],
)
def test_a_date_is_written_as_one_says_it(language: str, day: date, words: str) -> None:
    assert LOCALIZATIONS[language].date(day) == words


def test_an_american_date_is_american() -> None:
    assert in_language("en-US").date(date(2021, 1, 7)) == "January 7, 2021"


def test_the_first_of_the_month_is_an_ordinal_in_belgian_french_too() -> None:
    assert in_language("fr-BE").date(date(2026, 1, 1)) == "1er\u00a0janvier 2026"


# Periods


@pytest.mark.parametrize(
    ("period", "dutch", "french", "english"),
    [
        ("P1Y", "één jaar", "un an", "one year"),
        ("P7Y", "7 jaar", "7 ans", "7 years"),
        ("P1M", "één maand", "un mois", "one month"),
        ("P13M", "13 maanden", "13 mois", "13 months"),
        ("P1W", "één week", "une semaine", "one week"),
        ("P2W", "2 weken", "2 semaines", "2 weeks"),
        ("P1D", "één dag", "un jour", "one day"),
        ("P30D", "30 dagen", "30 jours", "30 days"),
        ("PT1H", "één uur", "une heure", "one hour"),
        ("PT72H", "72 uur", "72 heures", "72 hours"),
        ("PT1M", "één minuut", "une minute", "one minute"),
        ("PT30M", "30 minuten", "30 minutes", "30 minutes"),
        ("PT1S", "één seconde", "une seconde", "one second"),
        ("PT10S", "10 seconden", "10 secondes", "10 seconds"),
        ("P0.5Y", "0,5 jaar", "0,5 an", "0.5 years"),
        ("P1.5Y", "1,5 jaar", "1,5 an", "1.5 years"),
        ("P2,5M", "2,5 maanden", "2,5 mois", "2.5 months"),
        ("P1.0Y", "één jaar", "un an", "one year"),
        ("P10000D", "10.000 dagen", "10\u202f000 jours", "10,000 days"),
        ("P1Y6M", "één jaar en 6 maanden", "un an et 6 mois", "one year and 6 months"),
        ("P1DT12H", "één dag en 12 uur", "un jour et 12 heures", "one day and 12 hours"),
        (
            "P1Y2M10D",
            "één jaar, 2 maanden en 10 dagen",
            "un an, 2 mois et 10 jours",
            "one year, 2 months and 10 days",
        ),
        ("P0D", "0 seconden", "0 seconde", "0 seconds"),
    ],
)
def test_a_period_is_written_as_one_says_it(
    period: str, dutch: str, french: str, english: str
) -> None:
    spoken = [
        localization.period(period).replace("\xa0", " ") for localization in LOCALIZATIONS.values()
    ]
    assert spoken == [dutch, french, english]


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("P1M", "d’un\u00a0mois"),
        ("P1W", "d’une\u00a0semaine"),
        ("P10D", "de 10\u00a0jours"),
        ("P1.5Y", "de 1,5\u00a0an"),
    ],
)
def test_a_period_of_one_after_a_french_preposition_is_a_word(period: str, words: str) -> None:
    french = LOCALIZATIONS["fr"]
    said = french.message("changes.objection_period", period=french.period(period))
    assert f"dans un délai {words} à compter de son annonce" in said


# Lists, countries, languages


AWKWARD = {
    "nl": (
        ["Politie en gerecht", "bol", "Nederlandse Spoorwegen", "de Belastingdienst"],
        "Politie en gerecht; bol; Nederlandse Spoorwegen; de Belastingdienst",
    ),
    "fr": (
        ["Police et justice", "bol", "Les Ateliers", "Dupont, père et fils"],
        "Police et justice\u202f; bol\u202f; Les Ateliers\u202f; Dupont, père et fils",
    ),
    "en": (
        ["Police and courts", "bol", "United Parcels", "Smith, Ltd"],
        "Police and courts; bol; United Parcels; Smith, Ltd",
    ),
}
"""A name with an “en”, a lower-case brand, a plural, a comma or an article: and how they read."""


def test_a_name_that_ends_in_a_full_stop_ends_the_sentence() -> None:
    english = LOCALIZATIONS["en"]
    ends = [
        re.sub("[\u2068\u2069]", "", english.message("complaint-to-us.receiver_through", **named))[
            -6:
        ]
        for named in (
            {"organisation": "Acme", "service": "Netlify"},
            {"organisation": "Acme", "service": "Post B.V."},
        )
    ]
    assert ends == ["tlify.", "t B.V."]


@pytest.mark.parametrize("language", AWKWARD)
def test_members_that_are_lists_themselves_stand_apart(language: str) -> None:
    members, sentence = AWKWARD[language]
    assert LOCALIZATIONS[language].listed(members) == sentence
    links = [Markup("<a>{}</a>").format(one) for one in members]
    assert re.sub("<[^>]*>", "", LOCALIZATIONS[language].listed(links)) == sentence
    assert LOCALIZATIONS[language].listed(members[:1]) == members[0]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ijs te bezorgen", "IJs te bezorgen"),
        ("één jaar", "Eén jaar"),
        ("ieder jaar", "Ieder jaar"),
        ("", ""),
    ],
)
def test_a_dutch_sentence_begins_with_a_whole_letter(words: str, sentence: str) -> None:
    assert with_capital(words) == sentence


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("IJs en taart", "ijs en taart"),
        ("IP-adres", "IP-adres"),
        ("IBAN", "IBAN"),
        ("Iedereen", "iedereen"),
    ],
)
def test_a_title_inside_a_sentence_loses_a_whole_letter(title: str, words: str) -> None:
    assert without_capital(title) == words


@pytest.mark.parametrize(
    ("language", "members", "one_of_them"),
    [
        (
            "nl",
            ["mensen die ons schrijven of bellen", "klanten", "leden"],
            "mensen die ons schrijven of bellen; klanten; of leden",
        ),
        (
            "fr",
            ["personnes qui nous écrivent ou nous appellent", "clients", "membres"],
            "personnes qui nous écrivent ou nous appellent; clients; ou membres",
        ),
        (
            "en",
            ["people who write to us or call us", "customers", "members"],
            "people who write to us or call us; customers; or members",
        ),
    ],
)
def test_a_member_that_is_a_choice_stands_apart_in_a_list_of_either_kind(
    language: str, members: list[str], one_of_them: str
) -> None:
    listed = LOCALIZATIONS[language].listed
    assert listed(members).replace("\u202f", "") == "; ".join(members)
    assert listed(members, "or").replace("\u202f", "") == one_of_them


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "‘Vraag’ is te lang: hoogstens 10.000 tekens."),
        (
            "fr",
            "Le champ «\u202fVraag\u202f» est trop long\u00a0: "
            "10\u202f000\u00a0caractères au plus.",
        ),
        ("en", "‘Vraag’ is too long: at most 10,000 characters."),
    ],
)
def test_a_large_number_has_the_groups_of_digits_of_its_language(
    language: str, sentence: str
) -> None:
    said = LOCALIZATIONS[language].message("form.too_long", field="Vraag", number=10_000)
    assert said == sentence
    year = LOCALIZATIONS[language].message("report.title", year=2026)
    assert "2026" in year


@pytest.mark.parametrize(
    ("language", "names", "words"),
    [
        ("nl", ["Nederland", "Verenigde Staten"], "Nederland en Verenigde Staten"),
        ("fr", ["Pays-Bas", "États-Unis"], "Pays-Bas et États-Unis"),
        ("en", ["Netherlands", "United States"], "Netherlands and United States"),
    ],
)
def test_countries_stand_in_a_list_without_article(
    language: str, names: list[str], words: str
) -> None:
    assert LOCALIZATIONS[language].listed(names) == words


def test_quoted_names_stand_apart_as_they_are() -> None:
    names = ["‘Post, mail’", "‘Vragen en klachten’", "‘Nieuws’"]
    listed = LOCALIZATIONS["nl"].listed(names, are_quoted=True)
    assert listed == "‘Post, mail’, ‘Vragen en klachten’ en ‘Nieuws’"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("nous ne pouvons pas vous payer", "Nous ne pouvons pas vous payer."),
        ("We cannot pay you.", "We cannot pay you."),
        ("één vraag (of twee)", "Eén vraag (of twee)."),
        ("Why not?", "Why not?"),
        ("We call it “enough.”", "We call it “enough.”"),
        ("write to hallo@x.example", "Write to hallo@x.example"),
        ("see https://x.example/a", "See https://x.example/a"),
        ("", ""),
    ],
)
def test_what_stands_as_a_sentence_begins_and_ends_as_one(words: str, sentence: str) -> None:
    assert as_sentence(words) == sentence


def test_what_one_template_prints_as_a_sentence_none_prints_as_it_is() -> None:
    """But for words.html, where it stands behind a colon."""
    templates = shipped("site_template")
    printed = [
        (found[1], bool(found[2]), path.name)
        for path in sorted(templates.rglob("*.html"))
        if path.name != "words.html"
        for found in re.finditer(
            r"\{\{ ([\w.]+) \| text( \| sentence)? \}\}", path.read_text("utf-8")
        )
    ]
    sentences = {field for field, is_sentence, _ in printed if is_sentence}
    assert len(sentences) > 20
    assert [one for one in printed if one[0] in sentences and not one[1]] == []


def test_one_loses_its_accent_at_the_beginning_of_a_dutch_sentence() -> None:
    assert with_capital(LOCALIZATIONS["nl"].period("P1Y")) == "Eén jaar"


@pytest.mark.parametrize(
    ("language", "site"),
    [("nl", "Website: Belastingdienst"), ("fr", "Site web\u00a0: Belastingdienst")],
)
def test_a_name_stands_after_a_colon_where_an_article_would_go(language: str, site: str) -> None:
    assert LOCALIZATIONS[language].message("processor.website", name="Belastingdienst") == site


@pytest.mark.parametrize(
    ("language", "words", "sentence"),
    [
        ("nl", ["namen", "adressen", "orders"], "namen, adressen en orders"),
        ("fr", ["noms", "adresses", "commandes"], "noms, adresses et commandes"),
        ("en", ["names", "addresses", "orders"], "names, addresses and orders"),
        ("nl", ["namen", "orders"], "namen en orders"),
    ],
)
def test_a_list_is_a_part_of_a_sentence(language: str, words: list[str], sentence: str) -> None:
    assert LOCALIZATIONS[language].listed(words) == sentence


def test_a_list_of_one_is_that_one_and_a_list_of_none_is_nothing() -> None:
    assert LOCALIZATIONS["nl"].listed(["namen"]) == "namen"
    assert LOCALIZATIONS["nl"].listed([]) == ""


def test_a_list_escapes_words_and_leaves_html() -> None:
    words = ["R&D", Markup("<b>sales</b>"), "{0} <i>"]
    assert LOCALIZATIONS["nl"].listed(words) == "R&amp;D, <b>sales</b> en {0} &lt;i&gt;"


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("BE", ["België", "Belgique", "Belgium"]),
        ("NO", ["Noorwegen", "Norvège", "Norway"]),
        ("US", ["Verenigde Staten", "États-Unis", "United States"]),
        ("ZZZ", ["ZZZ", "ZZZ", "ZZZ"]),
    ],
)
def test_a_country_has_its_name_in_each_language(code: str, names: list[str]) -> None:
    assert [localization.country(code) for localization in LOCALIZATIONS.values()] == names


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("nl", "Nederlands"),
        ("fr", "français"),
        ("en", "English"),
        ("nl-BE", "Nederlands (België)"),
        ("fr-BE", "français (Belgique)"),
    ],
)
def test_a_language_is_called_by_its_own_name(code: str, name: str) -> None:
    assert LOCALIZATIONS["en"].name_in_itself(code) == name


# Words of the owner


def test_a_text_is_in_the_language_and_nothing_is_an_empty_text() -> None:
    text = Text(by_language={"nl": "Klanten", "fr": "Clients", "en": "Customers"})
    assert [one.text(text) for one in LOCALIZATIONS.values()] == ["Klanten", "Clients", "Customers"]
    assert LOCALIZATIONS["nl"].text(None) == ""


def test_a_region_prefers_its_own_words_and_borrows_those_of_the_language() -> None:
    text = Text(by_language={"nl": "Klanten", "nl-BE": "Cliënteel"})
    assert in_language("nl-BE").text(text) == "Cliënteel"
    assert in_language("nl-NL").text(text) == "Klanten"


# Words of the catalog


def test_values_are_escaped_and_the_sentence_is_html() -> None:
    heading = LOCALIZATIONS["en"].message("home.heading", organisation="<R&D>")
    assert heading == "Privacy at &lt;R&amp;D&gt;"


def test_a_plural_agrees_with_its_number() -> None:
    for localization in LOCALIZATIONS.values():
        one, many = (localization.plural("versions.count", number) for number in (1, 2))
        assert "1" in one
        assert "2" in many
        assert one.replace("1", "2") != many


def test_an_unknown_message_is_an_error_and_never_its_own_id() -> None:
    with pytest.raises(UnknownMessage):
        LOCALIZATIONS["nl"].message("home.headline")
    with pytest.raises(UnknownMessage):
        LOCALIZATIONS["nl"].plural("home.headline", 2)


def test_a_region_uses_the_catalog_of_its_language() -> None:
    for region in ("nl-BE", "fr-BE", "en-GB"):
        own, base = in_language(region), LOCALIZATIONS[region[:2]]
        assert own.message("rights.title") == base.message("rights.title")


def test_there_is_a_catalog_for_each_of_the_three_languages() -> None:
    assert {*available_languages()} >= {"en", "fr", "nl"}


@pytest.mark.parametrize(
    ("language", "formal", "informal"),
    [("nl", "Uw rechten", "Je rechten"), ("fr", "Vos droits", "Tes droits")],
)
def test_the_informal_form_of_address_replaces_the_formal_one(
    language: str, formal: str, informal: str
) -> None:
    assert in_language(language).message("rights.title") == formal
    assert in_language(language, "informal").message("rights.title") == informal


def test_the_informal_form_keeps_sentences_that_address_nobody() -> None:
    formal, informal = in_language("nl"), in_language("nl", "informal")
    assert informal.message("verdict.applies") == formal.message("verdict.applies")


def test_english_has_one_form_of_address() -> None:
    formal, informal = in_language("en"), in_language("en", "informal")
    assert informal.message("rights.intro") == formal.message("rights.intro")


# A site's own catalog


def own_catalog(
    site: Path, messages: str, language: str = "nl", form: str = "", header: str = HEADER
) -> Path:
    """Write a catalog where a site keeps its own, and return the folder with catalogs."""
    path = site / "privacy" / "locales" / language / "LC_MESSAGES" / f"privacy{form}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(header + messages, encoding="utf-8")
    return site / "privacy" / "locales"


def broken(own: Path, language: str = "nl", form: str = "formal") -> list[str]:
    with pytest.raises(BrokenCatalog) as caught:
        load_catalog(language, FormOfAddress(form), own)
    return [str(finding) for finding in caught.value.findings]


def test_a_site_puts_words_of_its_own_over_the_shipped_ones(tmp_path: Path) -> None:
    own = own_catalog(tmp_path, 'msgid "rights.title"\nmsgstr "Wat u mag vragen"\n')
    localization = in_language("nl", own=own)
    assert localization.message("rights.title") == "Wat u mag vragen"
    assert localization.message("cookies.title") == LOCALIZATIONS["nl"].message("cookies.title")
    assert in_language("fr", own=own).message("rights.title") == "Vos droits"


def test_a_site_puts_a_plural_of_its_own_over_the_shipped_one(tmp_path: Path) -> None:
    own = own_catalog(
        tmp_path,
        'msgid "versions.count"\nmsgid_plural "versions.count"\n'
        'msgstr[0] "{number} keer"\nmsgstr[1] "{number} keren"\n',
    )
    localization = in_language("nl", own=own)
    assert [localization.plural("versions.count", one) for one in (1, 3)] == ["1 keer", "3 keren"]


def test_of_more_plural_forms_than_the_shipped_words_have_the_last_is_for_other_numbers(
    tmp_path: Path,
) -> None:
    """As `pybabel init` of Babel 2.19 writes French: one, millions, others."""
    own = own_catalog(
        tmp_path,
        'msgid "versions.count"\nmsgid_plural "versions.count"\n'
        'msgstr[0] "{number} fois"\nmsgstr[1] "{number} de fois"\nmsgstr[2] "{number} fois, oui"\n',
        "fr",
        header=HEADER.replace("nplurals=2; plural=(n != 1)", "nplurals=3; plural=(n > 1) * 2"),
    )
    localization = in_language("fr", own=own)
    assert [localization.plural("versions.count", number) for number in (0, 1, 3)] == [
        "0 fois",
        "1 fois",
        "3 fois, oui",
    ]


def test_the_number_of_plural_forms_is_that_of_the_file_whatever_babel_thinks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    three = get_plural("pl")
    monkeypatch.setattr("babel.messages.catalog.get_plural", lambda locale: three)
    localization = Localization("fr", load_catalog("fr"))
    for number in (0, 1, 2, 5, 1_000_000):
        assert localization.plural("versions.count", number) == LOCALIZATIONS["fr"].plural(
            "versions.count", number
        )


def test_own_words_in_the_informal_form_go_before_own_words_in_the_formal_one(
    tmp_path: Path,
) -> None:
    own = own_catalog(tmp_path, 'msgid "rights.title"\nmsgstr "Wat u mag vragen"\n')
    own_catalog(tmp_path, 'msgid "rights.title"\nmsgstr "Wat je mag vragen"\n', form=".informal")
    assert in_language("nl", own=own).message("rights.title") == "Wat u mag vragen"
    assert in_language("nl", "informal", own).message("rights.title") == "Wat je mag vragen"


def test_own_words_for_a_region_go_before_own_words_for_the_language(tmp_path: Path) -> None:
    own = own_catalog(tmp_path, 'msgid "rights.title"\nmsgstr "Rechten"\n')
    own_catalog(tmp_path, 'msgid "rights.title"\nmsgstr "Uw rechten hier"\n', language="nl_BE")
    assert in_language("nl-BE", own=own).message("rights.title") == "Uw rechten hier"
    assert in_language("nl-NL", own=own).message("rights.title") == "Rechten"


def test_a_folder_without_a_catalog_for_the_language_changes_nothing(tmp_path: Path) -> None:
    assert in_language("nl", own=tmp_path).message("rights.title") == "Uw rechten"


@pytest.mark.parametrize(
    ("messages", "finding"),
    [
        pytest.param(
            'msgid "rights.title"\n',
            "6: error: this is not a valid .po file: missing msgstr for msgid 'rights.title'",
            id="a message without words",
        ),
        pytest.param(
            'msgid "rights.title"\nmsgstr "Rechten"\nRechten\n',
            "8: error: this is not a valid .po file: Unknown or misformatted keyword",
            id="a line that is nothing",
        ),
        pytest.param(
            'msgid "rights.title"\nmsgstr ""\n',
            "6: error: ‘rights.title’ has no text: write it, or remove the message",
            id="empty words",
        ),
        pytest.param(
            'msgid "rights.titel"\nmsgstr "Rechten"\n',
            "6: error: ‘rights.titel’ is not a message of the privacy center: check its id",
            id="an unknown message",
        ),
        pytest.param(
            'msgid "home.heading"\nmsgstr "Privacy bij {organization}"\n',
            "6: error: ‘home.heading’ has no placeholder {organization}; allowed: {organisation}",
            id="an unknown placeholder",
        ),
        pytest.param(
            'msgid "rights.title"\nmsgstr "Rechten {}"\n',
            "6: error: ‘rights.title’ has no placeholder {}; allowed: none",
            id="a placeholder without a name",
        ),
        pytest.param(
            'msgid "home.heading"\nmsgstr "Privacy bij {organisation:>{width}}"\n',
            "6: error: ‘home.heading’ has no placeholder {organisation:>{width}}; allowed: "
            "{organisation}",
            id="a placeholder with a format",
        ),
        pytest.param(
            'msgid "home.heading"\nmsgstr "Privacy bij {organisation"\n',
            "6: error: ‘home.heading’ has braces that do not match "
            "(expected '}' before end of string): write {{ for a brace",
            id="a brace that is never closed",
        ),
        pytest.param(
            '#, fuzzy\nmsgid "rights.title"\nmsgstr "Rechten"\n',
            "7: error: ‘rights.title’ is marked fuzzy: check it and remove the mark",
            id="a fuzzy message",
        ),
        pytest.param(
            'msgid "versions.count"\nmsgstr "{number} keer"\n',
            "6: error: ‘versions.count’ needs `msgid_plural`, `msgstr[0]` and `msgstr[1]`",
            id="a plural that lacks its forms",
        ),
        pytest.param(
            'msgid "rights.title"\nmsgid_plural "rights.title"\nmsgstr[0] "a"\nmsgstr[1] "b"\n',
            "6: error: ‘rights.title’ has no plural: write one `msgstr`",
            id="a plural where there is none",
        ),
    ],
)
def test_a_broken_catalog_says_what_is_wrong_and_where(
    messages: str, finding: str, tmp_path: Path
) -> None:
    own = own_catalog(tmp_path, messages)
    path = "privacy/locales/nl/LC_MESSAGES/privacy.po"
    assert broken(own) == [f"{path}:{finding} [catalog]"]


def test_everything_that_is_wrong_with_a_catalog_is_said_at_once(tmp_path: Path) -> None:
    own = own_catalog(
        tmp_path,
        'msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n\nmsgid "rights.title"\nmsgstr "{e}"\n',
    )
    assert [finding.split(" [")[0].split("po:")[1] for finding in broken(own)] == [
        "6: error: ‘a’ is not a message of the privacy center: check its id",
        "9: error: ‘c’ is not a message of the privacy center: check its id",
        "12: error: ‘rights.title’ has no placeholder {e}; allowed: none",
    ]


def test_a_finding_names_the_file_that_is_broken(tmp_path: Path) -> None:
    wrong = 'msgid "a"\nmsgstr "b"\n'
    own = own_catalog(tmp_path, wrong, form=".informal")
    assert broken(own, form="informal")[0].startswith(
        "privacy/locales/nl/LC_MESSAGES/privacy.informal.po:6: "
    )
    own_catalog(tmp_path, wrong, language="nl_BE")
    assert broken(own, "nl-BE")[0].startswith("privacy/locales/nl_BE/LC_MESSAGES/privacy.po:6: ")


@pytest.mark.parametrize(
    "header",
    [
        HEADER.replace("nplurals=2", "nplurals=two"),
        HEADER.replace("Content-Type: ", "POT-Creation-Date: yesterday\\n"),
    ],
)
def test_a_header_that_is_none_is_a_finding(header: str, tmp_path: Path) -> None:
    own = own_catalog(tmp_path, 'msgid "rights.title"\nmsgstr "R"\n', header=header)
    assert "privacy.po:1: error: this is not a valid .po file: " in broken(own)[0]


def test_a_catalog_that_is_not_utf8_says_how_to_save_it(tmp_path: Path) -> None:
    own = own_catalog(tmp_path, "")
    path = own / "nl" / "LC_MESSAGES" / "privacy.po"
    path.write_bytes(HEADER.encode() + 'msgid "rights.title"\nmsgstr "Privé"\n'.encode("latin-1"))
    assert broken(own) == [
        "privacy/locales/nl/LC_MESSAGES/privacy.po:7: error: the .po file is not UTF-8 text: save "
        "it with the encoding UTF-8 [catalog]"
    ]


def test_the_charset_that_a_header_claims_does_not_matter(tmp_path: Path) -> None:
    header = HEADER.replace("utf-8", "klingon-1")
    own = own_catalog(tmp_path, 'msgid "rights.title"\nmsgstr "Privé"\n', header=header)
    assert in_language("nl", own=own).message("rights.title") == "Privé"


def test_a_catalog_for_a_language_that_is_not_shipped_may_be_half_done(tmp_path: Path) -> None:
    own = own_catalog(tmp_path, 'msgid "rights.title"\nmsgstr "Viaj rajtoj"\n', language="eo")
    esperanto = in_language("eo", own=own)
    assert "eo" in available_languages([own])
    assert "eo" not in available_languages()
    assert esperanto.message("rights.title") == "Viaj rajtoj"
    assert esperanto.message("cookies.title") == LOCALIZATIONS["en"].message("cookies.title")
    assert "rights.title" not in esperanto.catalog.borrowed
    assert "cookies.title" in esperanto.catalog.borrowed


def test_what_is_empty_or_fuzzy_in_a_half_done_catalog_is_not_translated_yet(
    tmp_path: Path,
) -> None:
    own = own_catalog(
        tmp_path,
        'msgid "rights.title"\nmsgstr ""\n\n#, fuzzy\nmsgid "cookies.title"\nmsgstr "Kuketoj"\n',
        language="eo",
    )
    esperanto = in_language("eo", own=own)
    assert esperanto.message("rights.title") == LOCALIZATIONS["en"].message("rights.title")
    assert esperanto.message("cookies.title") == LOCALIZATIONS["en"].message("cookies.title")


@pytest.mark.parametrize(("language", "number"), [("pl", 22), ("ru", 21), ("ja", 2)])
def test_a_plural_that_is_borrowed_has_the_number_that_english_gives_it(
    tmp_path: Path, language: str, number: int
) -> None:
    own = own_catalog(tmp_path, 'msgid "rights.title"\nmsgstr "…"\n', language=language)
    foreign = in_language(language, own=own)
    assert foreign.plural("versions.count", number) == LOCALIZATIONS["en"].plural(
        "versions.count", number
    )


def test_that_a_language_is_half_done_is_told_with_a_count(tmp_path: Path) -> None:
    own = own_catalog(tmp_path, 'msgid "rights.title"\nmsgstr "Viaj rajtoj"\n', language="eo")
    esperanto = load_catalog("eo", own=own)
    assert str(unfinished("eo", esperanto)) == (
        f"info: the translation into Esperanto (eo) is not complete: {len(esperanto.borrowed)} "
        "messages are shown in English (activity.assisted, activity.audiences, "
        "activity.automated, …) [unfinished-language]"
    )


@pytest.mark.parametrize("language", ["nl", "nl-BE", "fr", "en"])
def test_a_language_that_is_complete_borrows_nothing(language: str) -> None:
    assert load_catalog(language).borrowed == frozenset()
    assert unfinished(language, load_catalog(language)) is None


@pytest.mark.parametrize("value", ["<a> & b", Markup("<b>a</b>"), 5, Decimal("1.0"), None, True])
@pytest.mark.parametrize("sentence", ["{a}", "{{b}} &amp; {a}.{a}", "{a!s:>9}", "{a!r}", ""])
def test_a_sentence_is_filled_in_as_markup_does(sentence: str, value: object) -> None:
    assert fill_in(sentence, {"a": value}) == Markup(sentence).format(a=value)
