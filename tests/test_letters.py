"""What an organisation writes to who made a request: a receipt, an extension, an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import cache
from typing import Any

import pytest
from html2text import html2text
from requests_world import an_intake
from worlds import LANGUAGES

from mkdocs_privacy.localization import FormOfAddress, Localization, load_catalog
from mkdocs_privacy.model import Contact, RequestType, Text
from mkdocs_privacy.requests import RightsRequest, right_of
from mkdocs_privacy.requests.extension import Extension, ExtensionReason
from mkdocs_privacy.requests.intake import (
    Intake,
    Letter,
    answer_letter,
    extension_letter,
    letter_html,
    letter_message,
    letter_text,
    mail_of_extension,
    mail_of_reminder,
    mail_to_owner,
    mail_to_sender,
    receipt_html,
    receipt_letter,
    status_html,
)
from mkdocs_privacy.requests.outcome import Decision, Ground, Outcome, problems_of_decision
from mkdocs_privacy.requests.request import Channel

TODAY = date(2026, 11, 25)
SENDER = "Tuimelkous <privacy@tuimelkous.example>"
ADDRESS = {"name": "Zoë d’Hondt", "postal_address": "Kerkstraat 3 bus 2\n2580 Putte"}


@cache
def intake_in(form: FormOfAddress) -> Intake:
    """The small center, addressing people formally or not."""
    localizations = {
        language: Localization(language, load_catalog(language, form)) for language in LANGUAGES
    }
    return replace(an_intake(), localizations=localizations)


def ask(right: RequestType, language: str = "en", **fields: Any) -> RightsRequest:
    """A request of 2 November 2026, with no more in it than somebody who adds one must know."""
    return RightsRequest(
        reference="7K3F-9QXZ-W2M4-6H8T",
        received_at=datetime(2026, 11, 2, 9, 30, tzinfo=UTC),
        expected_by=date(2026, 12, 2),
        fields={"right": str(right), "language": language, **fields},
    )


def answer(request: RightsRequest, decision: Decision, intake: Intake | None = None) -> str:
    """The paragraphs of an answer."""
    return "\n\n".join(answer_letter(request, decision, intake or an_intake()).paragraphs)


# Whole letters


def test_a_receipt_for_what_was_asked_on_the_telephone() -> None:
    request = ask(
        RequestType.ERASURE,
        **ADDRESS,
        channel="telephone",
        audience="customers",
        details="Everything,\nalso the newsletter.",
        order="A-1",
    )
    letter = receipt_letter(request, an_intake())
    assert letter_text(letter, request, an_intake(), TODAY) == RECEIPT


RECEIPT = """\
Tuimelkous & Zonen BV
Dorpsstraat 1
2580 Putte
Belgium
hallo@tuimelkous.example
+32 (0)2 123 45 67

Zoë d’Hondt
Kerkstraat 3 bus 2
2580 Putte

Putte, 25 November 2026

Subject: Acknowledgement of your request 7K3F-9QXZ-W2M4-6H8T
Reference number: 7K3F-9QXZ-W2M4-6H8T
Request: Right to erasure (‘right to be forgotten’) (Article 17 GDPR)
Received on: 2 November 2026
How it came in: by telephone
Answer by: 2 December 2026

Dear Sir or Madam,

We have received your request about personal data.

This is how we have noted your request:
Group: Customers
Details: Everything,
also the newsletter.
Order number: A-1

If your request is complex, or we have received many, our answer may
take up to 2 months more; we then tell you so, with the reasons, within
one month of receiving it. A request is free. If it is manifestly
unfounded or excessive, we may charge a reasonable fee or refuse it. We
will send our answer by post to your address above.

We ask for additional information only if we have reasonable doubts
about your identity, and never more than is needed. Do not send a copy
of your identity document.

Keep this acknowledgement: it shows what you asked and when. A
supervisory authority may ask you for it.

If something is not right, or if you have a question, let us know and
mention the reference number.

Yours faithfully,



____________________
Tuimelkous & Zonen BV
"""


def test_an_extension_in_french_to_who_gave_an_e_mail_address() -> None:
    request = ask(RequestType.ACCESS, "fr", name="Zoë d’Hondt", email="zoe@voorbeeld.example")
    extension = Extension(
        until=date(2027, 2, 1),
        reason=ExtensionReason.COMPLEX,
        told_on=TODAY,
        explanation="Vos commandes de dix années se trouvent dans deux systèmes.",
    )
    letter = extension_letter(request, extension, an_intake())
    assert letter_text(letter, request, an_intake(), TODAY) == EXTENSION


EXTENSION = """\
Tuimelkous & Zonen BV
Dorpsstraat 1
2580 Putte
Belgique
hallo@tuimelkous.example
+32 (0)2 123 45 67

Zoë d’Hondt
zoe@voorbeeld.example

Putte, le 25\u00a0novembre 2026

Objet\u00a0: Prolongation du délai de réponse à votre demande
7K3F-9QXZ-W2M4-6H8T
Numéro de référence\u00a0: 7K3F-9QXZ-W2M4-6H8T
Demande\u00a0: Droit d’accès (article\u00a015 du RGPD)

Madame, Monsieur,

Nous avons reçu votre demande le 2\u00a0novembre 2026. Il nous faut plus de
temps pour y répondre\u202f; nous prolongeons donc le délai (article\u00a012,
paragraphe\u00a03, du RGPD).

La raison en est la complexité de votre demande.

Vos commandes de dix années se trouvent dans deux systèmes.

Vous recevrez notre réponse au plus tard le 1er\u00a0février 2027.

Vous avez le droit d’introduire une réclamation auprès d’une autorité de
contrôle, en particulier dans l’État membre où vous résidez
habituellement, où vous travaillez ou dans lequel la violation aurait
été commise (article\u00a077 du RGPD).

Autorité de contrôle\u00a0: Autorité de protection des données (APD)
Rue de la Presse 35, 1000 Bruxelles
Téléphone\u00a0: +32 2 274 48 00
Comment y introduire une plainte\u00a0:
https://www.autoriteprotectiondonnees.be/citoyen/agir/introduire-une-plainte

Vous pouvez aussi former un recours juridictionnel (article\u00a079 du RGPD).

Veuillez agréer, Madame, Monsieur, nos salutations distinguées.



____________________
Tuimelkous & Zonen BV
"""


def test_an_answer_in_dutch_that_grants_an_erasure_in_part() -> None:
    request = ask(RequestType.ERASURE, "nl", **ADDRESS)
    decision = Decision(
        Outcome.PARTLY_GRANTED,
        TODAY,
        Ground.LEGAL_OBLIGATION,
        "Uw facturen van 2021 en later. Wij moeten ze tien jaar bewaren (btw-wetboek, artikel 60).",
        note="INTERNAL",
    )
    letter = answer_letter(request, decision, an_intake())
    assert letter_text(letter, request, an_intake(), TODAY) == PARTLY


PARTLY = """\
Tuimelkous & Zonen BV
Dorpsstraat 1
2580 Putte
België
hallo@tuimelkous.example
+32 (0)2 123 45 67

Zoë d’Hondt
Kerkstraat 3 bus 2
2580 Putte

Putte, 25 november 2026

Betreft: Ons antwoord op uw verzoek 7K3F-9QXZ-W2M4-6H8T
Referentienummer: 7K3F-9QXZ-W2M4-6H8T
Verzoek: Recht op gegevenswissing (‘recht op vergetelheid’) (artikel 17
AVG)

Geachte heer of mevrouw,

Wij hebben uw verzoek ontvangen op 2 november 2026. Dit is ons antwoord.

Wij willigen uw verzoek gedeeltelijk in.

Wij hebben de persoonsgegevens gewist waarover uw verzoek gaat, behalve
wat hieronder wordt toegelicht.

Wij brengen iedere ontvanger aan wie wij de gegevens hebben verstrekt,
hiervan op de hoogte, tenzij dit onmogelijk blijkt of onevenredig veel
inspanning vergt. Als u dat vraagt, laten wij u weten wie die ontvangers
zijn (artikel 19 AVG).

Wat wij niet hebben gedaan, en waarom:
Uw facturen van 2021 en later. Wij moeten ze tien jaar bewaren
(btw-wetboek, artikel 60).

Wij hebben de gegevens nodig om een wettelijke verplichting na te komen
(artikel 17, lid 3, onder b), AVG).

Bent u het niet eens met onze beslissing, dan staan u twee wegen open
(artikel 12, lid 4, AVG). U hebt het recht een klacht in te dienen bij
een toezichthoudende autoriteit, met name in de lidstaat waar u woont,
waar u werkt of waar volgens u inbreuk is gemaakt op de AVG (artikel 77
AVG).

Toezichthoudende autoriteit: Gegevensbeschermingsautoriteit (GBA)
Drukpersstraat 35, 1000 Brussel
Telefoon: +32 2 274 48 00
Hoe u daar een klacht indient:
https://www.gegevensbeschermingsautoriteit.be/burger/acties/klacht-indienen

U kunt ook naar de rechter stappen (artikel 79 AVG).

Met vriendelijke groet,



____________________
Tuimelkous & Zonen BV
"""


def test_a_refusal_in_french_in_the_informal_form_of_address() -> None:
    request = ask(RequestType.OBJECTION, "fr", activities=["newsletter"])
    decision = Decision(Outcome.REFUSED, TODAY, Ground.COMPELLING_GROUNDS)
    letter = answer_letter(request, decision, intake_in(FormOfAddress.INFORMAL))
    assert letter_text(letter, request, intake_in(FormOfAddress.INFORMAL), TODAY) == REFUSED
    assert letter.open_places == ("[pourquoi c’est le cas ici]",)


REFUSED = """\
Tuimelkous & Zonen BV
Dorpsstraat 1
2580 Putte
Belgique
hallo@tuimelkous.example
+32 (0)2 123 45 67

Putte, le 25\u00a0novembre 2026

Objet\u00a0: Notre réponse à ta demande 7K3F-9QXZ-W2M4-6H8T
Numéro de référence\u00a0: 7K3F-9QXZ-W2M4-6H8T
Demande\u00a0: Droit d’opposition (article\u00a021, paragraphe\u00a01, du RGPD)
Concerne\u00a0: Lettre d’information

Bonjour,

Nous avons reçu ta demande le 2\u00a0novembre 2026. Voici notre réponse.

Nous ne donnons pas suite à ta demande, pour la raison suivante\u00a0:

Nous avons, pour ce traitement, des motifs légitimes et impérieux qui
prévalent sur tes intérêts, tes droits et tes libertés (article\u00a021,
paragraphe\u00a01, du RGPD).

[pourquoi c’est le cas ici]

Si tu contestes notre décision, deux voies te sont ouvertes (article\u00a012,
paragraphe\u00a04, du RGPD). Tu as le droit d’introduire une réclamation
auprès d’une autorité de contrôle, en particulier dans l’État membre où
tu résides habituellement, où tu travailles ou dans lequel la violation
aurait été commise (article\u00a077 du RGPD).

Autorité de contrôle\u00a0: Autorité de protection des données (APD)
Rue de la Presse 35, 1000 Bruxelles
Téléphone\u00a0: +32 2 274 48 00
Comment y introduire une plainte\u00a0:
https://www.autoriteprotectiondonnees.be/citoyen/agir/introduire-une-plainte

Tu peux aussi former un recours juridictionnel (article\u00a079 du RGPD).

Cordialement,



____________________
Tuimelkous & Zonen BV
"""


def test_an_answer_in_english_that_encloses_a_copy_of_the_data() -> None:
    decision = Decision(Outcome.GRANTED, TODAY)
    letter = answer_letter(ask(RequestType.ACCESS), decision, an_intake())
    assert letter.open_places == ("[list of what is enclosed]",)
    assert letter.paragraphs[:4] == (
        "We received your request on 2 November 2026. This is our answer.",
        "We process personal data about you. A copy of it is enclosed.",
        "With it we explain for which purposes we process the data, which categories of data it "
        "is, who receives it, how long we keep it or how that period is determined, where it comes "
        "from if we did not get it from you, which rights you have, whether automated decisions "
        "are made, and which safeguards apply to a transfer to a third country "
        "(Article 15 GDPR).",
        "Enclosed: [list of what is enclosed]",
    )


# A complaint is not called a request


@pytest.mark.parametrize("form", FormOfAddress)
def test_a_letter_about_a_complaint_says_nothing_of_a_request(form: FormOfAddress) -> None:
    intake = intake_in(form)
    request = ask(RequestType.COMPLAINT, "nl", **ADDRESS, details="Reclame.")
    letters = [receipt_letter(request, intake)]
    letters += [answer_letter(request, one, intake) for one in decisions(RequestType.COMPLAINT)]
    for letter in letters:
        facts = [line.label for line in letter.lines]
        assert "verzoek" not in "\n".join((letter.subject, *facts, *letter.paragraphs)).lower()
        assert "klacht" in letter.subject


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_no_page_or_mail_about_a_complaint_calls_it_a_request(language: str) -> None:
    intake, request = (
        an_intake(),
        ask(RequestType.COMPLAINT, language, email="zoe@voorbeeld.example"),
    )
    mails = (
        mail_to_sender(request, intake, SENDER, None),
        mail_to_owner(request, intake, SENDER, "o@o.example"),
    )
    said = [receipt_html(request, intake), status_html(request, TODAY, False, None, False, intake)]
    said += [mail.get_content() for mail in mails if mail]
    assert len(said) == 4
    words = re.compile({"nl": r"\bverzoek", "fr": r"\bdemande"}[language], re.IGNORECASE)
    assert [text for text in said if words.search(text.partition("</style>")[2] or text)] == []


def test_who_is_told_of_a_restriction_is_not_told_of_lifting_it() -> None:
    decision = Decision(Outcome.GRANTED, TODAY)
    letter = answer_letter(ask(RequestType.RESTRICTION, "nl"), decision, an_intake())
    done, told, _, lifting = letter.paragraphs[1:5]
    assert "verwerking beperkt" in done
    assert "hiervan op de hoogte" in told
    assert "opheffen" in lifting


def test_a_complaint_that_is_justified_in_part_is_not_called_unjustified_as_well() -> None:
    decision = Decision(
        Outcome.PARTLY_GRANTED, TODAY, Ground.UNFOUNDED_COMPLAINT, "The first e-mail was in order."
    )
    letter = answer_letter(ask(RequestType.COMPLAINT), decision, an_intake())
    assert letter.paragraphs[:4] == (
        "We received your complaint on 2 November 2026. This is our answer.",
        "We have looked into your complaint and find it justified in part.",
        "[what is done about it]",
        "What we have not done, and why:\nThe first e-mail was in order.",
    )


def test_a_letter_that_acknowledges_a_complaint_does_not_promise_to_acknowledge_it() -> None:
    letter = receipt_letter(ask(RequestType.COMPLAINT), an_intake())
    assert [line.label for line in letter.lines] == ["Reference number", "Received on"]


# What an answer says of each right

GRANTED = {
    RequestType.RECTIFICATION: "Wij hebben uw gegevens verbeterd of aangevuld zoals u vroeg.",
    RequestType.ERASURE: "Wij hebben de persoonsgegevens gewist waarover uw verzoek gaat.",
    RequestType.RESTRICTION: "Wij brengen u op de hoogte voordat wij de beperking opheffen "
    "(artikel 18, lid 3, AVG).",
    RequestType.PORTABILITY: "In de bijlage vindt u, in een gestructureerde, gangbare en "
    "machineleesbare vorm, de persoonsgegevens die u ons hebt verstrekt.",
    RequestType.OBJECTION: "Wij verwerken uw persoonsgegevens niet meer op de manier waartegen u "
    "bezwaar maakt.",
    RequestType.DIRECT_MARKETING: "Wij gebruiken uw persoonsgegevens niet meer voor direct "
    "marketing, en ook niet voor profilering die daarmee verband houdt.",
    RequestType.AUTOMATED_DECISIONS: "Een medewerker heeft het besluit opnieuw bekeken.",
    RequestType.WITHDRAW_CONSENT: "U hebt uw toestemming ingetrokken. Dat geldt meteen: wat wij op "
    "basis van die toestemming deden, doen wij niet meer.",
    RequestType.GENERAL: "[het antwoord]",
}


@pytest.mark.parametrize("right", GRANTED)
def test_an_answer_says_what_was_done(right: RequestType) -> None:
    assert GRANTED[right] in answer(ask(right, "nl"), Decision(Outcome.GRANTED, TODAY))


@pytest.mark.parametrize("right", RequestType)
@pytest.mark.parametrize("outcome", [Outcome.GRANTED, Outcome.PARTLY_GRANTED])
def test_recipients_are_told_of_what_article_19_names(right: RequestType, outcome: Outcome) -> None:
    ground = Ground.NOT_IDENTIFIED if outcome.takes_ground else None
    told = answer(ask(right), Decision(outcome, TODAY, ground, "Some."))
    assert ("(Article 19 GDPR)" in told) is (
        right in (RequestType.RECTIFICATION, RequestType.ERASURE, RequestType.RESTRICTION)
    )


def test_data_that_went_to_somebody_else_are_not_enclosed() -> None:
    request = ask(RequestType.PORTABILITY, recipient="Andere Winkel BV")
    letter = answer_letter(request, Decision(Outcome.GRANTED, TODAY), an_intake())
    assert letter.lines[-1].value == "Andere Winkel BV"
    assert "to the recipient that you named" in letter.paragraphs[1]
    assert letter.open_places == ()


def test_a_decision_that_a_contract_needs_can_still_be_contested() -> None:
    request = ask(RequestType.AUTOMATED_DECISIONS)
    for ground in (Ground.NEEDED_FOR_CONTRACT, Ground.EXPLICIT_CONSENT):
        told = answer(request, Decision(Outcome.REFUSED, TODAY, ground, "Because."))
        assert "to contest the decision (Article 22(3) GDPR)" in told
    told = answer(request, Decision(Outcome.REFUSED, TODAY, Ground.ALLOWED_BY_LAW, "Because."))
    assert "22(3)" not in told


def test_who_answers_stands_where_a_request_was_passed_on() -> None:
    decision = Decision(Outcome.PASSED_ON, TODAY, explanation="Shop BV, info@shop.example")
    assert "Who answers you: Shop BV, info@shop.example" in answer(
        ask(RequestType.ACCESS), decision
    )


def test_an_organisation_has_its_own_words_for_complaints_identity_and_what_it_keeps() -> None:
    intake = an_intake()
    center = intake.center.model_copy(
        update={
            "organisation": intake.center.organisation.model_copy(
                update={"complaints": Text("Tell us first.")}
            ),
            "rights": intake.center.rights.model_copy(
                update={"record": Text("We keep a note."), "identity_check": Text("We ring you.")}
            ),
        }
    )
    worded = replace(intake, center=center)
    told = answer(ask(RequestType.ERASURE), Decision(Outcome.GRANTED, TODAY), worded)
    assert "\n\nWe keep a note.\n\nTell us first.\n\nYou have the right to lodge" in told
    assert "We ring you." in receipt_letter(ask(RequestType.ERASURE), worded).paragraphs


# Every letter there can be


def decisions(right: RequestType) -> Iterator[Decision]:
    """Every decision on a right in which nothing is wrong, with an explanation and without."""
    for outcome in Outcome:
        for ground in (None, *Ground):
            for explanation in (None, "Zo is het."):
                decision = Decision(outcome, TODAY, ground, explanation)
                if not problems_of_decision(decision, right):
                    yield decision


def every_letter(right: RequestType, language: str, intake: Intake) -> Iterator[Letter]:
    request = ask(right, language, **ADDRESS)
    yield receipt_letter(request, intake)
    for reason in ExtensionReason:
        extension = Extension(date(2027, 2, 1), reason, TODAY)
        yield extension_letter(request, extension, intake)
    for decision in decisions(right):
        yield answer_letter(request, decision, intake)


DOUBLED = re.compile(r"[.,;:!?…][ \u202f]*[.,;:!?…]|  |\s[.,]|[{}]")


def test_doubled_punctuation_would_be_noticed() -> None:
    assert all(map(DOUBLED.search, ["So..", "so :.", "so ,", "so  so", "{cited}"]))
    assert not DOUBLED.search(
        "C’est vrai\u00a0: oui (article 17, paragraphe 3, point b), du RGPD)."
    )


@pytest.mark.parametrize("form", FormOfAddress)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("right", RequestType)
def test_every_letter_has_its_words(right: RequestType, language: str, form: FormOfAddress) -> None:
    intake = intake_in(form)
    letters = list(every_letter(right, language, intake))
    assert len(letters) > 8
    for letter in letters:
        for words in (letter.subject, letter.opening, letter.closing, *letter.paragraphs):
            without_addresses = re.sub(r"https?://\S+", "address", words)
            assert not DOUBLED.search(without_addresses), words
            assert without_addresses == without_addresses.strip() != ""
        brackets = re.findall(r"\[[^]]+\]", "\n".join(letter.paragraphs))
        assert brackets == list(letter.open_places)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("right", RequestType)
def test_every_answer_tells_of_the_authority_and_the_court(
    right: RequestType, language: str
) -> None:
    localization = an_intake().localization(language)
    authority = an_intake().center.organisation.supervisory_authority
    assert authority
    for decision in decisions(right):
        told = answer(ask(right, language), decision)
        assert localization.cite("77").unescape() in told
        assert localization.cite("79").unescape() in told
        assert localization.text(authority.name) in told
        is_refused = decision.outcome.takes_ground and right is not RequestType.COMPLAINT
        assert (localization.cite("12(4)").unescape() in told) is is_refused


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("right", RequestType)
def test_no_refusal_lacks_the_article_that_allows_it(right: RequestType, language: str) -> None:
    localization = an_intake().localization(language)
    refusals = [(one, one.ground) for one in decisions(right) if one.ground]
    assert refusals
    for decision, ground in refusals:
        article = ground.article_for(right)
        if article is None:
            # article 12(2) speaks of the rights of articles 15 to 22 only
            assert ground in (Ground.UNFOUNDED_COMPLAINT, Ground.NOT_IDENTIFIED)
            assert "12(2)" not in answer(ask(right, "en"), decision)
            continue
        assert localization.cite(article).unescape() in answer(ask(right, language), decision)


def test_the_rights_of_others_are_those_of_the_article_of_the_right() -> None:
    decision = Decision(Outcome.REFUSED, TODAY, Ground.RIGHTS_OF_OTHERS)
    assert "(Article 15(4) GDPR)" in answer(ask(RequestType.ACCESS), decision)
    assert "(Article 20(4) GDPR)" in answer(ask(RequestType.PORTABILITY), decision)


MUST_BE_SHOWN = {
    Ground.MANIFESTLY_UNFOUNDED: RequestType.ACCESS,
    Ground.EXCESSIVE: RequestType.ACCESS,
    Ground.COMPELLING_GROUNDS: RequestType.OBJECTION,
}


def test_what_the_organisation_must_show_is_no_ground_without_an_explanation() -> None:
    """GDPR articles 12(5) and 21(1)."""
    assert {ground for ground in Ground if ground.needs_proof} == {*MUST_BE_SHOWN}
    for ground, right in MUST_BE_SHOWN.items():
        refused = Decision(Outcome.REFUSED, TODAY, ground)
        [told] = problems_of_decision(refused, right)
        assert told.startswith(f"the ground ‘{ground}’ needs an explanation")
        assert problems_of_decision(replace(refused, explanation="Because."), right) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_for_the_organisation_is_in_no_letter(language: str) -> None:
    for right in RequestType:
        for decision in decisions(right):
            noted = replace(decision, note="INTERNAL")
            assert "INTERNAL" not in answer(ask(right, language), noted)


def test_a_letter_may_be_in_another_language_than_the_request() -> None:
    letter = receipt_letter(ask(RequestType.ACCESS, "nl"), an_intake(), "fr")
    assert (letter.language, letter.opening) == ("fr", "Madame, Monsieur,")


# A receipt


@pytest.mark.parametrize(
    "right, is_extendable",
    [
        (RequestType.ERASURE, True),
        (RequestType.ACCESS, False),  # it has a deadline of its own, of fourteen days
        (RequestType.DIRECT_MARKETING, False),
        (RequestType.WITHDRAW_CONSENT, False),
        (RequestType.GENERAL, False),
    ],
)
def test_a_receipt_tells_of_more_time_only_where_the_law_gives_it(
    right: RequestType, is_extendable: bool
) -> None:
    told = "\n".join(receipt_letter(ask(right), an_intake()).paragraphs)
    assert ("up to 2 months more" in told) is is_extendable


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("channel", Channel)
def test_a_receipt_says_how_the_request_came_in(channel: Channel, language: str) -> None:
    request = ask(RequestType.ACCESS, language, channel=str(channel))
    said = an_intake().localization(language).message(f"channel.{channel}").unescape()
    assert said in [line.value for line in receipt_letter(request, an_intake()).lines]


def test_a_receipt_says_where_the_answer_goes() -> None:
    by_mail = ask(RequestType.GENERAL, email="zoe@voorbeeld.example", **ADDRESS)
    by_post = ask(RequestType.GENERAL, **ADDRESS)
    told = ["\n".join(receipt_letter(one, an_intake()).paragraphs) for one in (by_mail, by_post)]
    assert "Our answer goes to zoe@voorbeeld.example." in told[0]
    assert "We will send our answer by post to your address above." in told[1]


# On paper


def test_a_printed_letter_says_the_same_as_its_text() -> None:
    request = ask(RequestType.ACCESS, "fr", **ADDRESS)
    letter = receipt_letter(request, an_intake())
    printed = letter_html(letter, request, an_intake(), TODAY).partition('<body class="letter">')[2]
    plain = letter_text(letter, request, an_intake(), TODAY)
    assert words_of(html2text(printed)) == words_of(plain)


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def test_whatever_was_typed_is_text_in_a_printed_letter() -> None:
    request = ask(RequestType.GENERAL, name="<b>Zoë</b>", details="<script>alert(1)</script>")
    letter = receipt_letter(request, an_intake())
    printed = letter_html(letter, request, an_intake(), TODAY)
    assert "&lt;b&gt;Zoë&lt;/b&gt;" in printed
    assert "<script" not in printed
    assert "<script>alert(1)</script>" in letter_text(letter, request, an_intake(), TODAY)


# By e-mail


def arrived(message: EmailMessage | None) -> EmailMessage:
    """A message as it arrives."""
    assert message
    read = message_from_bytes(message.as_bytes(), policy=default)
    assert isinstance(read, EmailMessage)
    assert read.defects == []
    return read


def test_an_answer_is_the_draft_of_an_e_mail() -> None:
    request = ask(RequestType.GENERAL, "nl", email="zoe@voorbeeld.example", name="Zoë d’Hondt")
    letter = answer_letter(request, Decision(Outcome.WITHDRAWN, TODAY), an_intake())
    message = arrived(letter_message(letter, request, an_intake(), SENDER, TODAY))
    assert [f"{name}: {value}" for name, value in message.items()][:7] == [
        "Date: Wed, 25 Nov 2026 00:00:00 +0000",
        "Message-ID: <7K3F-9QXZ-W2M4-6H8T.answer@tuimelkous.example>",
        "X-Unsent: 1",
        "From: Tuimelkous <privacy@tuimelkous.example>",
        "To: zoe@voorbeeld.example",
        "Reply-To: hallo@tuimelkous.example",
        "Subject: Uw verzoek 7K3F-9QXZ-W2M4-6H8T is ingetrokken",
    ]
    assert message.get_content().replace("\r\n", "\n") == WITHDRAWN


WITHDRAWN = """\
Geachte heer of mevrouw,

Referentienummer: 7K3F-9QXZ-W2M4-6H8T
Verzoek: Andere vraag of ander verzoek

Wij hebben uw verzoek ontvangen op 2 november 2026. U hebt ons laten weten dat u het intrekt. \
Wij behandelen het daarom niet verder. U kunt altijd een nieuw verzoek doen.

U hebt het recht een klacht in te dienen bij een toezichthoudende autoriteit, met name in de \
lidstaat waar u woont, waar u werkt of waar volgens u inbreuk is gemaakt op de AVG (artikel 77 \
AVG).

Toezichthoudende autoriteit: Gegevensbeschermingsautoriteit (GBA)
Drukpersstraat 35, 1000 Brussel
Telefoon: +32 2 274 48 00
Hoe u daar een klacht indient: \
https://www.gegevensbeschermingsautoriteit.be/burger/acties/klacht-indienen

U kunt ook naar de rechter stappen (artikel 79 AVG).

Met vriendelijke groet,

Tuimelkous & Zonen BV
hallo@tuimelkous.example
+32 (0)2 123 45 67
"""


@pytest.mark.parametrize(
    ("audience", "answers"),
    [("members", "leden@tuimelkous.example"), ("customers", "hallo@tuimelkous.example")],
)
def test_who_deals_with_an_audience_signs_and_gets_what_is_answered(
    audience: str, answers: str
) -> None:
    center = an_intake().center
    contact = {"contact": Contact(email="leden@tuimelkous.example")}
    members = {"members": center.audiences["members"].model_copy(update=contact)}
    audiences = {"audiences": {**center.audiences, **members}}
    intake = replace(an_intake(), center=center.model_copy(update=audiences))
    request = ask(RequestType.GENERAL, "nl", email="zoe@voorbeeld.example", audience=audience)
    letter = receipt_letter(request, intake)
    message = arrived(letter_message(letter, request, intake, SENDER, TODAY))
    assert message["Reply-To"] == answers
    written = letter_text(letter, request, intake, TODAY)
    assert re.findall(r"\w+@tuimelkous\.example", written) == [answers]


def test_an_extension_goes_out_by_itself_and_holds_nothing_that_was_typed() -> None:
    request = ask(
        RequestType.GENERAL, email="zoe@voorbeeld.example", name="BUY NOW", details="BUY NOW"
    )
    extension = Extension(date(2027, 2, 1), ExtensionReason.NUMBER, TODAY)
    message = arrived(mail_of_extension(request, extension, an_intake(), SENDER))
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Message-ID"] == "<7K3F-9QXZ-W2M4-6H8T.extension@tuimelkous.example>"
    assert message["X-Unsent"] is None
    assert "The reason is the number of requests." in message.get_content()
    assert "BUY NOW" not in message.as_string()


def test_a_reminder_names_requests_but_nobody() -> None:
    soon = ask(RequestType.ACCESS, "en", **ADDRESS)
    later = replace(ask(RequestType.ERASURE, "fr"), reference="2222-2222-2222-2222")
    late = replace(ask(RequestType.GENERAL, "nl"), reference="3333-3333-3333-3333")
    requests = [(later, date(2026, 12, 1)), (soon, TODAY), (late, date(2026, 11, 24))]
    mail = mail_of_reminder(requests, an_intake(), SENDER, "dpo@tuimelkous.example", TODAY, 7)
    message = arrived(mail)
    assert message["Subject"] == "AVG-verzoeken die op een antwoord wachten: 3"
    assert message["Message-ID"] == "<reminder-2026-11-25-29a377b7a4bfa097@tuimelkous.example>"
    assert message.get_content().replace("\r\n", "\n") == REMINDER


REMINDER = """\
De laatste dag om te antwoorden is voorbij:

24 november 2026: 3333-3333-3333-3333, Andere vraag of ander verzoek

Antwoord nodig binnen 7 dagen:

25 november 2026: 7K3F-9QXZ-W2M4-6H8T, Recht van inzage (artikel 15 AVG)
1 december 2026: 2222-2222-2222-2222, Recht op gegevenswissing (‘recht op vergetelheid’) \
(artikel 17 AVG)

Bekijk ze met: mkdocs-privacy requests list --due 7d
"""


# A request that came by post


def test_nobody_is_mailed_who_gave_no_address() -> None:
    request = ask(RequestType.ERASURE, "nl", **ADDRESS, channel="letter", audience="customers")
    letter = answer_letter(request, Decision(Outcome.GRANTED, TODAY), an_intake())
    extension = Extension(date(2027, 2, 1), ExtensionReason.NUMBER, TODAY)
    assert request.email is None
    assert mail_to_sender(request, an_intake(), SENDER, None) is None
    assert mail_of_extension(request, extension, an_intake(), SENDER) is None
    assert letter_message(letter, request, an_intake(), SENDER, TODAY) is None
    assert "Ons antwoord gaat naar" not in receipt_html(request, an_intake())


def test_the_organisation_is_told_the_postal_address_and_how_a_request_came_in() -> None:
    request = ask(RequestType.ERASURE, "nl", **ADDRESS, channel="letter", audience="customers")
    message = arrived(mail_to_owner(request, an_intake(), SENDER, "dpo@tuimelkous.example"))
    assert message["Reply-To"] is None
    told = message.get_content().replace("\r\n", "\n")
    assert "Postadres:\n  Kerkstraat 3 bus 2\n  2580 Putte\n" in told
    assert "Hoe het binnenkwam:\n  per brief\n" in told


@pytest.mark.parametrize("right", RequestType)
def test_whoever_is_missing_from_the_data_gets_a_letter_all_the_same(right: RequestType) -> None:
    request = ask(right, "nl", audience="of-long-ago", **ADDRESS)
    letter = receipt_letter(request, an_intake())
    assert "hallo@tuimelkous.example" in letter_text(letter, request, an_intake(), TODAY)
    assert right_of(right) is None or "artikel" in letter.lines[1].value
