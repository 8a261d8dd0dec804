"""An article as a rule refers to it, as each language writes it, and where its text is."""

from __future__ import annotations

import pytest

from mkdocs_privacy.findings import article_in_words, law_text
from mkdocs_privacy.findings.law import UnknownLaw, check_reference


@pytest.mark.parametrize(
    ("reference", "nl", "fr", "en"),
    [
        (
            "GDPR 13(2)(a)",
            "AVG, artikel 13, lid 2, punt a)",
            "RGPD, article 13, paragraphe 2, point a)",
            "GDPR article 13(2)(a)",
        ),
        ("GDPR 30", "AVG, artikel 30", "RGPD, article 30", "GDPR article 30"),
        (
            "GDPR recital 47",
            "AVG, overweging 47",
            "RGPD, considérant 47",
            "GDPR recital 47",
        ),
        (
            "ePrivacy 5(3)",
            "e-Privacyrichtlijn, artikel 5, lid 3",
            "directive vie privée et communications électroniques, article 5, paragraphe 3",
            "ePrivacy Directive article 5(3)",
        ),
    ],
)
def test_a_reference_reads_as_each_language_writes_it(
    reference: str, nl: str, fr: str, en: str
) -> None:
    assert [article_in_words(reference, code) for code in ("nl", "fr", "en")] == [nl, fr, en]


@pytest.mark.parametrize(
    ("reference", "language", "address"),
    [
        ("GDPR 13(2)(a)", "nl", "https://eur-lex.europa.eu/eli/reg/2016/679/oj/nld#art_13"),
        ("GDPR recital 47", "fr", "https://eur-lex.europa.eu/eli/reg/2016/679/oj/fra#rct_47"),
        ("AI Act 50(1)", "en", "https://eur-lex.europa.eu/eli/reg/2024/1689/oj/eng#art_50"),
        ("ePrivacy 5(3)", "en", "https://eur-lex.europa.eu/eli/dir/2002/58/2009-12-19/eng"),
        ("BDSG 40", "en", None),
    ],
)
def test_the_text_is_linked_at_the_article_where_the_text_marks_it(
    reference: str, language: str, address: str | None
) -> None:
    assert law_text(reference, language) == address


@pytest.mark.parametrize("reference", ["GPDR 13", "GDPR", "GDPR 13 (2)", "13(2)(a)", "GDPR 13,2"])
def test_a_reference_that_means_nothing_is_refused_where_it_is_written(reference: str) -> None:
    with pytest.raises(UnknownLaw, match=r"is no article such as `GDPR 13\(2\)\(a\)`, of GDPR, "):
        check_reference(reference)
