"""The e-mail that tells people of a release: what it says, and that any mail program reads it."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import compat32, default
from email.utils import parseaddr
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from told import (
    ADDRESSES,
    CENTER,
    HOSTILE,
    INFORMAL,
    LANGUAGES,
    LOCALIZATIONS,
    OBJECTION_UNTIL,
    center,
    tell,
    telling,
    told,
)
from worlds import small_center

from mkdocs_privacy.changelog import Entry, tell_groups
from mkdocs_privacy.exports.notice import compose_notice
from mkdocs_privacy.localization.isolation import isolated
from mkdocs_privacy.model import PrivacyCenter

CORRECTION, CHANGE, FROM_TEXT, FIRST = range(4)
"""The releases of the history, the newest first."""


def written(
    nth: int = CHANGE,
    language: str = "nl",
    center: PrivacyCenter = CENTER,
    *,
    entry: Entry | None = None,
    is_informal: bool = False,
) -> bytes:
    localization = (INFORMAL if is_informal else LOCALIZATIONS)[language]
    return compose_notice(entry or tell(language)[nth], center, localization, ADDRESSES[language])


def read(file: bytes) -> EmailMessage:
    return cast(EmailMessage, message_from_bytes(file, policy=default))


def words(message: EmailMessage, kind: str = "plain") -> str:
    part = message.get_body((kind,))
    assert part is not None
    content: str = part.get_content()
    return content.replace("\r\n", "\n")


# What it says

IN_DUTCH = """\
Er is een nieuwe versie van onze privacyverklaring. Hieronder leest u wat er verandert.

Deze versie geldt vanaf 1 maart 2026.

Termijn voor bezwaar van klanten tegen nieuwe subverwerkers: tot en met 3 maart 2026.

Schrijf ons. Dan zoeken we samen een oplossing.

Belangrijke wijzigingen

- Nieuwe subverwerker: Mollie B.V. (betalingen, Nederland)

Andere wijzigingen

- Bpost heet nu bpostgroup N.V.
- Bestellingen: de bewaartermijn is verkort van 7 naar 5 jaar

Meer lezen

De vergelijking met de vorige versie, woord voor woord
https://www.tuimelkous.example/privacy/redline/2026-03-01/

De volledige tekst van deze versie
https://www.tuimelkous.example/privacy/version/2026-03-01/

Uw rechten en hoe u ze uitoefent
https://www.tuimelkous.example/privacy/rights/

Vragen

Hebt u hierover een vraag? Neem contact met ons op:

- E-mail: hallo@tuimelkous.example

Tuimelkous
"""

IN_FRENCH = """\
Nous publions une nouvelle version de notre politique de confidentialité. Vous trouverez \
ci-dessous ce qui change.

Cette version s’applique à partir du 1er\u00a0mars 2026.

Opposition des clients à un nouveau sous-traitant ultérieur\u00a0: jusqu’au 3\u00a0mars 2026 inclus.

Écrivez-nous. Nous chercherons ensemble une solution.

Modifications importantes

- Nouveau sous-traitant ultérieur\u00a0: Mollie B.V. (paiements, Pays-Bas)

Autres modifications

- Bpost s’appelle désormais bpostgroup N.V.
- Commandes\u00a0: la durée de conservation passe de 7 à 5\u00a0ans

En savoir plus

La comparaison mot à mot avec la version précédente
https://www.tuimelkous.example/fr/privacy/redline/2026-03-01/

Le texte complet de cette version
https://www.tuimelkous.example/fr/privacy/version/2026-03-01/

Vos droits et la manière de les exercer
https://www.tuimelkous.example/fr/privacy/rights/

Questions

Une question à ce sujet\u202f? Contactez-nous\u00a0:

- E-mail\u00a0: hallo@tuimelkous.example

Tuimelkous
"""

IN_ENGLISH = """\
There is a new version of our privacy policy. Below you can read what changes.

This version applies from 1 March 2026.

Last day for customers to object to new sub-processors: 3 March 2026.

Write to us. We will look for a solution together.

Important changes

- New sub-processor: Mollie B.V. (payments, Netherlands)

Other changes

- Bpost is now called bpostgroup N.V.
- Orders: data is kept for 5 years instead of 7

Read more

A word-for-word comparison with the previous version
https://www.tuimelkous.example/en/privacy/redline/2026-03-01/

The full text of this version
https://www.tuimelkous.example/en/privacy/version/2026-03-01/

Your rights and how to exercise them
https://www.tuimelkous.example/en/privacy/rights/

Questions

Do you have a question about this? Contact us:

- E-mail: hallo@tuimelkous.example

Tuimelkous
"""


@pytest.mark.parametrize(
    ("language", "expected"), [("nl", IN_DUTCH), ("fr", IN_FRENCH), ("en", IN_ENGLISH)]
)
def test_the_text_says_what_changes_from_when_how_to_object_and_whom_to_ask(
    language: str, expected: str
) -> None:
    assert words(read(written(language=language))) == expected


def kept_for(**stage: str) -> PrivacyCenter:
    """The small center, whose orders are kept so."""
    content = small_center()
    content["activities"]["orders"]["retention"] = stage
    return PrivacyCenter.model_validate(content)


def test_of_what_changes_in_several_ways_the_important_changes_are_told_too() -> None:
    before, after = kept_for(period="P6M"), kept_for(period="P1Y", criteria="Your wish")
    groups = tell_groups(before, after, LOCALIZATIONS["en"], after)
    told_so = telling(*groups, until=OBJECTION_UNTIL)
    text = words(read(written(language="en", entry=replace(tell("en")[CHANGE], tell=told_so))))
    assert (
        "Important changes\n"
        "\n"
        "- Retention period of ‘Orders’ lengthened from 6 months to one year\n"
        "- Orders – criteria for the retention period, newly stated: “Your wish”\n"
    ) in text


def test_what_goes_is_told_with_what_comes_in_its_place() -> None:
    def sent_to(country: str, mechanism: str) -> PrivacyCenter:
        content = small_center()
        recipient = {"name": "M", "category": "email", "role": "processor", "country": country}
        transfers = [{"countries": ["US"], "mechanism": mechanism}]
        content["processors"] = {"m": {**recipient, "transfers": transfers}}
        return PrivacyCenter.model_validate(content)

    before, after = sent_to("US", "scc"), sent_to("IN", "bcr")
    groups = tell_groups(before, after, LOCALIZATIONS["en"], after)
    told_so = telling(*groups, until=OBJECTION_UNTIL)
    text = words(read(written(language="en", entry=replace(tell("en")[CHANGE], tell=told_so))))
    assert "European Economic Area, no longer mentioned: United States (standard" in text
    assert "European Economic Area, now also: United States (binding corporate rules" in text


def test_the_html_is_a_plain_page() -> None:
    assert words(read(written(language="nl")), "html") == (
        """\
<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Wijzigingen in de privacyverklaring van Tuimelkous vanaf 1 maart 2026</title>
</head>
<body>
<p>Er is een nieuwe versie van onze privacyverklaring. Hieronder leest u wat er verandert.</p>
<p>Deze versie geldt vanaf 1 maart 2026.</p>
<p>Termijn voor bezwaar van klanten tegen nieuwe subverwerkers: tot en met 3 maart 2026.</p>
<p>Schrijf ons. Dan zoeken we samen een oplossing.</p>
<h2>Belangrijke wijzigingen</h2>
<ul>
<li>Nieuwe subverwerker: Mollie B.V. (betalingen, Nederland)</li>
</ul>
<h2>Andere wijzigingen</h2>
<ul>
<li>Bpost heet nu bpostgroup N.V.</li>
<li>Bestellingen: de bewaartermijn is verkort van 7 naar 5 jaar</li>
</ul>
<h2>Meer lezen</h2>
<p><a href="https://www.tuimelkous.example/privacy/redline/2026-03-01/">De vergelijking met de \
vorige versie, woord voor woord</a></p>
<p><a href="https://www.tuimelkous.example/privacy/version/2026-03-01/">De volledige tekst van \
deze versie</a></p>
<p><a href="https://www.tuimelkous.example/privacy/rights/">Uw rechten en hoe u ze \
uitoefent</a></p>
<h2>Vragen</h2>
<p>Hebt u hierover een vraag? Neem contact met ons op:</p>
<ul>
<li>E-mail: <a href="mailto:hallo@tuimelkous.example">hallo@tuimelkous.example</a></li>
</ul>
<p>Tuimelkous</p>
</body>
</html>
"""
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("nth", [CORRECTION, CHANGE, FROM_TEXT, FIRST])
def test_text_and_html_say_the_same(language: str, nth: int) -> None:
    message = read(written(nth, language))
    html = words(message, "html").partition("<body>")[2]
    seen = Markup(re.sub(r"<[^>]*>", "", html)).unescape()
    text = re.sub(r"^(- |https://.*$)", "", words(message), flags=re.MULTILINE)
    assert [line for line in seen.split("\n") if line] == [
        line for line in text.split("\n") if line
    ]


def test_a_correction_is_not_called_important_and_nobody_is_invited_to_object() -> None:
    assert words(read(written(CORRECTION))).startswith(
        """\
Er is een nieuwe versie van onze privacyverklaring. Hieronder leest u wat er verandert.

Deze versie geldt vanaf 1 april 2026.

Andere wijzigingen

- Het adres is nu Dorpsstraat 1 in Putte

Meer lezen
"""
    )


def test_where_only_the_text_is_known_the_note_and_the_comparison_tell_of_it() -> None:
    assert words(read(written(FROM_TEXT, "fr"))).startswith(
        """\
Nous publions une nouvelle version de notre politique de confidentialité. Vous trouverez \
ci-dessous ce qui change.

Cette version s’applique à partir du 1er\u00a0janvier 2026.

Réécrit.

Pour au moins l’une des deux versions, seul le texte a été conservé. La comparaison des deux \
textes montre ce qui a changé.

En savoir plus

La comparaison mot à mot avec la version précédente
https://www.tuimelkous.example/fr/privacy/redline/2026-01-01/
"""
    )


def test_the_first_release_is_told_without_a_word_of_change() -> None:
    message = read(written(FIRST, "en"))
    assert message["Subject"] == "The privacy policy of Tuimelkous from 25 May 2018"
    assert words(message).startswith(
        """\
Our privacy policy tells you what we do with your personal data, and why.

This version applies from 25 May 2018.

The record of changes begins with this version.

Read more

The full text of this version
https://www.tuimelkous.example/en/privacy/version/2018-05-25/
"""
    )
    assert "redline" not in words(message)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "nl",
            [
                "Er is een nieuwe versie van onze privacyverklaring. Hieronder lees je wat er "
                "verandert.",
                "Je rechten en hoe je ze uitoefent",
                "Heb je hierover een vraag? Neem contact met ons op:",
            ],
        ),
        (
            "fr",
            [
                "Nous publions une nouvelle version de notre politique de confidentialité. Tu "
                "trouveras ci-dessous ce qui change.",
                "Tes droits et la manière de les exercer",
                "Une question à ce sujet\u202f? Contacte-nous\u00a0:",
            ],
        ),
    ],
)
def test_an_informal_organisation_writes_informally(language: str, expected: list[str]) -> None:
    said = words(read(written(language=language, is_informal=True))).split("\n")
    assert [line for line in expected if line in said] == expected


def test_every_way_to_reach_the_privacy_contact_is_given() -> None:
    contact = {
        "email": "privacy@tuimelkous.example",
        "phone": "+32 2 123 45 67",
        "form": "https://www.tuimelkous.example/contact?a=1&b=2",
        "address": {"street": "Dorpsstraat 1", "postal_code": "2580", "city": "Putte"}
        | {"country": "BE"},
    }
    message = read(written(center=center(privacy_contact=contact)))
    assert message["From"] == "Tuimelkous <privacy@tuimelkous.example>"
    assert words(message).endswith(
        """\
- E-mail: privacy@tuimelkous.example
- Telefoon: +32 2 123 45 67
- https://www.tuimelkous.example/contact?a=1&b=2
- Dorpsstraat 1, 2580 Putte, België

Tuimelkous
"""
    )


# The message


def test_the_message_is_a_draft_from_the_privacy_contact() -> None:
    message = read(written(language="fr"))
    assert dict(message.items()) == {
        "Content-Type": 'multipart/alternative; boundary="=_2026-03-01.fr"',
        "MIME-Version": "1.0",
        "From": "Tuimelkous <hallo@tuimelkous.example>",
        "Subject": "Tuimelkous\u00a0: modifications de la politique de confidentialité à partir du "
        "1er\u00a0mars 2026",
        "Date": "Sun, 01 Feb 2026 00:00:00 +0000",
        "Message-ID": "<2026-03-01.fr.privacy@www.tuimelkous.example>",
        "Content-Language": "fr",
        "X-Unsent": "1",
    }
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("nth", [CORRECTION, CHANGE, FROM_TEXT, FIRST])
def test_the_file_is_in_the_form_in_which_mail_travels(language: str, nth: int) -> None:
    """RFC 5322, 2.1.1: lines end in CRLF and SHOULD have 78 characters; RFC 2045: ASCII."""
    file = written(nth, language)
    assert file.isascii()
    assert file.count(b"\r\n") == file.count(b"\n") == file.count(b"\r")
    assert max(map(len, file.split(b"\r\n"))) <= 78
    message = read(file)
    assert [part.defects for part in message.walk()] == [[], [], []]
    assert file.count(message.get_boundary("").encode()) == 4  # one is in the header


def test_a_second_draft_is_the_same_e_mail_and_every_release_and_language_another_one() -> None:
    assert written() == written()
    given_out = [
        read(written(nth, language))["Message-ID"] for nth in range(4) for language in LANGUAGES
    ]
    assert len(set(given_out)) == 12


@pytest.mark.parametrize(
    "contact", [{"phone": "+32 2 123 45 67"}, {"email": "privacy@büro.example"}]
)
def test_a_sender_that_not_every_server_takes_is_left_to_the_mail_program(
    contact: dict[str, str],
) -> None:
    message = read(written(center=center(privacy_contact=contact)))
    assert message["From"] is None
    assert next(iter(contact.values())) in words(message)


def test_a_name_of_several_lines_cannot_add_a_header() -> None:
    message = read(written(center=center(name="Tuimelkous\r\nBcc: a@b.example\n")))
    assert message["Bcc"] is None
    assert message["From"].addresses[0].display_name == "Tuimelkous Bcc: a@b.example"
    assert "Tuimelkous Bcc: a@b.example vanaf" in message["Subject"]


PARTS = [
    "Société",
    "de l’Évêché",
    "&",
    "Fils",
    "B.V.",
    "(België)",
    "“Ons”",
    "d'Or",
    "🦀",
    "Über,",
    "אב",
    "a@b",
]
NAMES = st.lists(st.sampled_from(PARTS), min_size=1, max_size=12).map(" ".join)


@settings(max_examples=30, deadline=None)
@given(name=NAMES)
def test_no_name_is_too_long_or_too_strange_for_a_header(name: str) -> None:
    organisation = CENTER.organisation.model_copy(update={"name": name})
    file = written(center=CENTER.model_copy(update={"organisation": organisation}))
    # the older parser: the newer one puts spaces where it joins the parts of a sender's name
    message = message_from_bytes(file, policy=compat32)
    subject = str(make_header(decode_header(message["Subject"].replace("\r\n", ""))))
    assert subject == f"Wijzigingen in de privacyverklaring van {isolated(name)} vanaf 1 maart 2026"
    assert str(read(file)["Subject"]) == subject
    sender, address = parseaddr(message["From"])
    assert (str(make_header(decode_header(sender))), address) == (name, "hallo@tuimelkous.example")


def test_hostile_words_stay_words() -> None:
    entry = tell("nl")[CHANGE]
    change = told("processor.added", "processors.a", HOSTILE)
    entry = replace(entry, note=HOSTILE, tell=telling(change))
    message = read(written(entry=entry, center=center(name=HOSTILE)))
    html = words(message, "html")
    assert "<script>" not in html
    assert html.count(str(Markup.escape(HOSTILE))) == 4  # title, note, change, signature
    assert words(message).count(HOSTILE) == 3
    assert HOSTILE in str(message["Subject"])


def test_paragraphs_that_somebody_wrote_stay_paragraphs() -> None:
    entry = replace(tell("nl")[CORRECTION], note="Een.\nNog een.\n\n\nTwee & drie.\n")
    message = read(written(entry=entry))
    assert "\n\nEen.\nNog een.\n\nTwee & drie.\n\n" in words(message)
    assert "<p>Een.\nNog een.</p>\n<p>Twee &amp; drie.</p>\n" in words(message, "html")
