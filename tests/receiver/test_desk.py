"""The desk as its officer uses it: each action from the page to the account, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from desks import OFFICER, Page, RunningDesk, running_desk
from sqlalchemy.exc import OperationalError

from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests.desk.action_forms import _DECISION_FAULTS, _EXTENSION_FAULTS
from mkdocs_privacy.requests.extension import Extension, ExtensionFault, ExtensionReason
from mkdocs_privacy.requests.outcome import (
    Decision,
    DecisionFault,
    Ground,
    Outcome,
    faults_of_decision,
    problems_of_decision,
)
from mkdocs_privacy.requests.request import Channel
from mkdocs_privacy.requests.store import EntryKind, MailKind, OutcomeUnknown

TODAY = datetime.now(UTC).date()
HOSTILE = "\u202e<script>alert(1)</script>" + "w" * 300 + "\n\n{{ 7*7 }} & “q” مرحبا"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """A desk of a receiver that sends mail."""
    with running_desk(tmp_path_factory.mktemp("desk"), key="k" * 32, sends_mail=True) as running:
        yield running


def told(desk: RunningDesk, reference: str) -> list[tuple[EntryKind, str | None, str | None]]:
    """The account without its moments."""
    return [(entry.kind, entry.words, entry.signature.by) for entry in desk.account(reference)]


# The list


def test_the_most_urgent_request_stands_first_and_says_so_in_words(tmp_path: Path) -> None:
    with running_desk(tmp_path) as desk:
        quiet, late, soon = desk.receive(1), desk.receive(60), desk.receive(28, language="fr")
        desk.at_store(lambda store: store.assign(late, "Jan", desk.sign()))
        rows = desk.open().rows()
        assert [row[0] for row in rows] == [late, soon, quiet]
        assert rows[0][4].startswith("Overdue ")
        assert rows[0][5] == "Jan"
        assert rows[1][4].startswith("Due soon ")
        assert rows[2][4].startswith("Open ")
        facts = desk.open().facts()
        assert facts == {"Open": "3", "Overdue": "1", "Due within 7 days": "1", "Closed": "0"}


def test_requests_are_filtered_by_standing_right_assignee_and_reference(tmp_path: Path) -> None:
    with running_desk(tmp_path) as desk:
        access, erasure = desk.receive(1), desk.receive(2, right="erasure", article="17")
        desk.at_store(lambda store: store.assign(access, "Jan", desk.sign()))
        decision = Decision(Outcome.GRANTED, TODAY)
        desk.at_store(lambda store: store.close(erasure, decision, desk.sign()))

        def listed(query: str) -> list[str]:
            return [row[0] for row in desk.open(f"?{query}").rows()]

        assert listed("") == [access]
        assert listed("status=closed") == [erasure]
        assert listed("status=all") == [access, erasure]
        assert listed("status=all&right=erasure") == [erasure]
        assert listed("status=all&assignee=Jan") == [access]
        assert listed("status=all&assignee=-") == [erasure]
        assert listed(f"reference={erasure[:4].lower()}") == [erasure], "open or closed"
        assert listed("status=nonsense&page=99&right=nonsense") == []
        assert desk.open("?right=nonsense").words.endswith("No requests found.")


def test_a_long_list_has_pages(tmp_path: Path) -> None:
    with running_desk(tmp_path) as desk:
        for number in range(101):
            desk.receive(number // 10, email=f"visitor-{number}@voorbeeld.example")
        first, second = desk.open(), desk.open("?page=2")
        assert (len(first.rows()), len(second.rows())) == (100, 1)
        assert "Page 1 of 2" in first.words


# One request


def test_the_page_of_a_request_says_what_was_asked_in_words(desk: RunningDesk) -> None:
    reference = desk.receive(3, mails=(MailKind.OWNER,), reach=["post"], details="Alles.")
    facts = desk.open(f"requests/{reference}").facts()
    assert facts["Details"] == "Alles."
    assert facts["Group"] == "Customers"
    assert facts["How it came in"] == "by the request form"
    assert "send no personal data there yet" in facts["E-mail address"]
    assert facts["Waiting e-mails"] == "to the organisation, about a new request (0 tries)"


def test_what_somebody_typed_is_text_whatever_it_is(desk: RunningDesk) -> None:
    reference = desk.receive(1, details=HOSTILE, name=HOSTILE)
    desk.at_store(lambda store: store.note(reference, EntryKind.NOTE, HOSTILE, desk.sign(HOSTILE)))
    desk.at_store(lambda store: store.assign(reference, HOSTILE, desk.sign()))
    for path in (f"requests/{reference}", ""):
        page = desk.open(path)
        assert page.status == 200
        assert not page.tree.xpath("//script")
        assert "\u202e" not in "".join(page.texts("//dd | //td"))
        assert "{{ 7*7 }}" in page.words


def test_a_request_that_is_not_there_is_told(desk: RunningDesk) -> None:
    page = desk.open("requests/0000-0000-0000-0000")
    assert page.status == 404
    assert "There is no request with this reference number" in page.words


def test_everything_that_is_stored_of_a_request_can_be_downloaded(desk: RunningDesk) -> None:
    reference = desk.receive(1)
    desk.send(reference, "note", words="Called back.")
    page = desk.open(f"requests/{reference}/export")
    assert page.answer.headers["content-disposition"] == (
        f'attachment; filename="request-{reference}.json"'
    )
    content = json.loads(page.answer.text)
    assert content["reference"] == reference
    assert content["email"] == "zoe@voorbeeld.example"
    assert [entry["words"] for entry in content["account"]] == ["Called back."]


# Actions


def test_a_request_is_assigned_and_given_back(desk: RunningDesk) -> None:
    reference = desk.receive(1)
    page = desk.send(reference, "assign", assignee="Jan  Janssens")
    assert page.texts("//*[@role='status']") == ["Stored."]
    assert page.facts()["Assigned to"] == "Jan Janssens"
    assert desk.send(reference, "assign", assignee="").facts()["Assigned to"] == "Nobody"
    assert told(desk, reference) == [
        (EntryKind.ASSIGNED, "Jan Janssens", OFFICER),
        (EntryKind.ASSIGNED, None, OFFICER),
    ]


@pytest.mark.parametrize("kind", [EntryKind.NOTE, EntryKind.IDENTITY, EntryKind.ACTION])
def test_something_is_added_to_the_account(desk: RunningDesk, kind: EntryKind) -> None:
    reference = desk.receive(1)
    page = desk.send(reference, "note", kind=str(kind), words="Line one.\r\nLine two.")
    assert page.status == 200
    assert told(desk, reference) == [(kind, "Line one.\nLine two.", OFFICER)]


def test_who_does_it_is_typed_once_and_stands_in_the_links_from_then_on(desk: RunningDesk) -> None:
    reference = desk.receive(1)
    page = desk.send(reference, "assign", by="", assignee="Jan")
    assert (page.status, page.problems) == (422, ["Fill in who does this."])
    assert page.field("/assign", "assignee") == "Jan"
    page = desk.send(reference, "assign", assignee="Jan")
    assert "by=An+Peeters" in str(page.answer.url)
    assert page.field("/note", "by") == OFFICER
    assert "set-cookie" not in page.answer.headers


def test_the_time_to_answer_is_extended_and_the_person_told_by_mail(desk: RunningDesk) -> None:
    reference = desk.receive(3, language="fr")
    page = desk.open(f"requests/{reference}")
    until = date.fromisoformat(str(page.field("/extend", "until")))
    page = desk.send(reference, "extend", reason="complex", explanation="Trois archives.")
    assert page.status == 200
    assert desk.stored(reference).extension == Extension(
        until, ExtensionReason.COMPLEX, TODAY, "Trois archives."
    )
    assert page.facts()["Waiting e-mails"].startswith("to the person, extension")
    assert not page.fields("/extend"), "once only"


def test_somebody_without_an_address_is_told_otherwise(desk: RunningDesk) -> None:
    reference = desk.receive(
        5, channel=Channel.LETTER, without=("email",), postal_address="Kerkstraat 1\n2580 Putte"
    )
    told_on = TODAY - timedelta(days=2)
    page = desk.send(reference, "extend", reason="number", told="mail", told_on=told_on.isoformat())
    assert page.status == 200
    extension = desk.stored(reference).extension
    assert extension
    assert extension.told_on == told_on
    assert desk.stored(reference).mails_waiting == 0


@pytest.mark.parametrize(
    ("days_ago", "typed", "problem"),
    [
        (3, {"until": "2099-01-01"}, "The period can be extended to"),
        (3, {"until": "2020-01-01"}, "The new due date must be later than"),
        (3, {"until": "soon"}, "‘New due date’ is not a date such as 2026-11-26."),
        (3, {"until": ""}, "‘New due date’ is still empty."),
        (3, {"told": "self", "told_on": "2099-01-01"}, "‘Person told on’ cannot be in the future."),
        (3, {"told": "self", "told_on": "2020-01-01"}, "The request was only received on"),
        (50, {}, "The person must be told by"),
        (3, {"reason": ""}, "Choose an answer to ‘Reason’."),
    ],
)
def test_what_the_law_does_not_allow_is_refused_and_what_was_typed_stays(
    desk: RunningDesk, days_ago: int, typed: dict[str, str], problem: str
) -> None:
    reference = desk.receive(days_ago)
    asked = {"reason": "complex", "explanation": "Drie archieven.", **typed}
    page = desk.send(reference, "extend", **asked)
    assert page.status == 422
    assert len(page.problems) == 1
    assert page.problems[0].startswith(problem)
    assert page.field("/extend", "explanation") == "Drie archieven."
    assert page.texts("//title")[0].startswith("Error: ")
    (link,) = page.tree.xpath("//*[@role='alert']//a/@href")
    assert page.tree.xpath(f"//*[@id='{link[1:]}']"), "the summary leads to the field"
    assert desk.stored(reference).extension is None


@pytest.mark.parametrize("right", ["direct-marketing", "withdraw-consent", "general"])
def test_what_must_stop_at_once_cannot_be_extended(desk: RunningDesk, right: str) -> None:
    reference = desk.receive(3, right=right)
    page = desk.open(f"requests/{reference}")
    assert not page.fields("/extend")
    page = desk.send(
        reference,
        "extend",
        until=(TODAY + timedelta(40)).isoformat(),
        reason="complex",
        told="mail",
    )
    assert page.problems == ["The period for this kind of request cannot be extended."]


def test_a_request_is_closed_with_its_ground_and_reopened(desk: RunningDesk) -> None:
    reference = desk.receive(3, right="erasure", article="17")
    page = desk.send(
        reference,
        "close",
        outcome="partly_granted",
        ground="legal_obligation",
        explanation="Uw facturen blijven tot 2033.",
        note="Zie dossier 7.",
    )
    assert page.status == 200
    facts = page.facts()
    assert facts["Outcome"] == "Partly granted"
    assert facts["Ground for refusal"] == "Legal obligation (Article 17(3)(b) GDPR)"
    assert desk.stored(reference).decision == Decision(
        Outcome.PARTLY_GRANTED,
        TODAY,
        Ground.LEGAL_OBLIGATION,
        "Uw facturen blijven tot 2033.",
        "Zie dossier 7.",
    )
    assert not page.fields("/close")
    page = desk.send(reference, "reopen")
    assert page.fields("/close")
    assert [row[1:] for row in page.rows()] == [
        ["Closed", "Partly granted", OFFICER],
        ["Reopened", f"Partly granted, {TODAY.day} {TODAY:%B %Y}", OFFICER],
    ]


def test_a_complaint_is_upheld_or_rejected(desk: RunningDesk) -> None:
    complaint = desk.receive(3, right="complaint-to-us", article="")
    options = desk.open(f"requests/{complaint}").tree.xpath("//input[@name='outcome']/../label")
    assert [option.text_content().strip() for option in options] == [
        "Upheld",
        "Partly upheld",
        "Rejected",
        "No data found",
        "Withdrawn",
        "Passed on",
    ]
    page = desk.send(complaint, "close", outcome="granted")
    assert page.facts()["Outcome"] == "Upheld"
    page = desk.send(complaint, "reopen")
    assert [row[1:3] for row in page.rows()] == [
        ["Closed", "Upheld"],
        ["Reopened", f"Upheld, {TODAY.day} {TODAY:%B %Y}"],
    ]


def test_only_grounds_that_fit_the_right_can_be_chosen(desk: RunningDesk) -> None:
    reference = desk.receive(3, right="direct-marketing")
    page = desk.open(f"requests/{reference}")
    options = page.tree.xpath("//select[@name='ground']/option/@value")
    assert options == ["", "not_identified"]
    page = desk.send(reference, "close", outcome="refused", ground="legal_obligation")
    assert page.status == 422
    assert desk.stored(reference).decision is None


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({}, "Choose an answer to ‘Outcome’."),
        ({"outcome": "refused"}, "Choose a ground: something is refused."),
        (
            {"outcome": "granted", "ground": "excessive"},
            "Leave the ground out: nothing is refused.",
        ),
        (
            {"outcome": "refused", "ground": "excessive"},
            "Show in the explanation that this ground applies (Article 12(5) GDPR).",
        ),
        (
            {"outcome": "partly_granted", "ground": "rights_of_others"},
            "Explain what was not granted, and why.",
        ),
        (
            {"outcome": "refused", "ground": "legal_obligation"},
            "This ground does not apply to this kind of request.",
        ),
        ({"outcome": "passed_on"}, "Say who answers instead."),
        ({"outcome": "granted", "on": "2020-01-01"}, "The request was only received on"),
        ({"outcome": "granted", "on": "2099-01-01"}, "‘Answered on’ cannot be in the future."),
        (
            {"outcome": "granted", "note": "n" * 10_001},
            "‘Internal note’ is too long: at most 10,000",
        ),
    ],
)
def test_a_decision_that_cannot_be_is_refused_in_words(
    desk: RunningDesk, typed: dict[str, str], problem: str
) -> None:
    reference = desk.receive(3)
    page = desk.send(reference, "close", **typed)
    assert page.status == 422
    assert any(said.startswith(problem) for said in page.problems), page.problems
    assert desk.stored(reference).decision is None


def test_the_desk_finds_the_same_faults_in_a_decision_as_the_commands() -> None:
    for right, outcome, ground, words in product(
        RequestType, Outcome, (None, *Ground), (None, "Because.")
    ):
        decision = Decision(outcome, TODAY, ground, words)
        assert len(faults_of_decision(decision, right)) == len(
            problems_of_decision(decision, right)
        )
    assert set(_DECISION_FAULTS) == set(DecisionFault)
    assert set(_EXTENSION_FAULTS) == set(ExtensionFault)


# Twice, and two at once


def test_a_form_that_is_sent_twice_does_its_work_once(desk: RunningDesk) -> None:
    reference = desk.receive(3)
    forms = {
        "note": {"words": "Called back.", "kind": "note"},
        "assign": {"assignee": "Jan"},
        "extend": {"reason": "complex"},
        "close": {"outcome": "granted"},
        "reopen": {},
    }
    for form, typed in forms.items():
        before = len(desk.account(reference))
        with desk.browser() as browser:
            page = Page(browser.get(f"requests/{reference}"))
            fields = {**page.fields(f"/{form}"), **typed, "by": OFFICER}
            answers = [browser.post(f"requests/{reference}/{form}", data=fields) for _ in range(2)]
        assert [answer.status_code for answer in answers] == [200, 200], form
        assert len(desk.account(reference)) == before + 1, form


def test_the_same_words_from_a_new_form_are_a_new_note(desk: RunningDesk) -> None:
    reference = desk.receive(3)
    for _ in range(2):
        desk.send(reference, "note", words="Called, no answer.")
    assert len(desk.account(reference)) == 2


def test_who_decides_on_what_another_changed_meanwhile_is_told_and_keeps_what_was_typed(
    desk: RunningDesk,
) -> None:
    reference = desk.receive(3)
    with desk.browser() as browser:
        page = Page(browser.get(f"requests/{reference}"))
        fields = {**page.fields("/close"), "outcome": "granted", "by": OFFICER, "note": "Mine."}
        refusal = Decision(Outcome.REFUSED, TODAY, Ground.NOT_IDENTIFIED)
        desk.at_store(lambda store: store.close(reference, refusal, desk.sign()))
        page = Page(browser.post(f"requests/{reference}/close", data=fields))
        assert page.status == 409
        assert page.problems[0].startswith("Somebody changed this request")
        assert page.field("/close", "note") == "Mine."
        page = Page(
            browser.post(
                f"requests/{reference}/close",
                data={**page.fields("/close"), "outcome": "granted", "by": OFFICER},
            )
        )
    assert page.status == 409
    assert page.tree.xpath("//*[@role='alert']//p/@lang") == ["en"], "the store's own words"
    assert desk.stored(reference).decision == refusal


# Letters


@pytest.mark.parametrize(
    ("language", "words"),
    [("", "Wij hebben uw verzoek"), ("fr", "Nous avons"), ("en", "We have received your request")],
)
def test_a_receipt_is_a_page_to_print_in_the_language_of_the_person_or_another(
    desk: RunningDesk, language: str, words: str
) -> None:
    reference = desk.receive(3, channel=Channel.TELEPHONE)
    page = desk.open(f"requests/{reference}/letter?kind=receipt&to={language}")
    assert page.status == 200
    assert words in page.words
    assert page.tree.get("lang") == (language or "nl")
    assert "script" not in page.answer.headers["content-security-policy"]
    told_how = {"": "telefonisch", "fr": "par téléphone", "en": "by telephone"}
    assert told_how[language] in page.words


def test_an_answer_is_drafted_before_the_request_is_closed_and_told_again_after_it(
    desk: RunningDesk,
) -> None:
    reference = desk.receive(3)
    typed = {"outcome": "refused", "ground": "not_identified", "explanation": "Drie keer gevraagd."}
    draft = desk.send(reference, "draft/answer", **typed, on=TODAY.isoformat())
    assert draft.status == 200
    assert "Drie keer gevraagd." in draft.words
    assert desk.stored(reference).decision is None
    as_text = desk.send(
        reference, "draft/answer", **typed, on=TODAY.isoformat(), to="en", **{"as": "text"}
    )
    assert as_text.answer.headers["content-type"].startswith("text/plain")
    assert "We are not in a position to identify you" in as_text.answer.text
    assert desk.open(f"requests/{reference}/letter?kind=answer").status == 404
    desk.send(reference, "close", **typed)
    assert "Drie keer gevraagd." in desk.open(f"requests/{reference}/letter?kind=answer").words


def test_a_letter_of_extension_is_drafted_and_told_again(desk: RunningDesk) -> None:
    reference = desk.receive(3)
    until = (TODAY + timedelta(60)).isoformat()
    typed = {"until": until, "reason": "number", "told": "mail", "explanation": "Veel."}
    draft = desk.send(reference, "draft/extension", **typed)
    assert "Veel." in draft.words
    assert desk.stored(reference).extension is None
    desk.send(reference, "extend", **typed)
    assert "Veel." in desk.open(f"requests/{reference}/letter?kind=extension").words


def test_a_draft_of_what_cannot_be_says_so_on_the_page_of_the_request(desk: RunningDesk) -> None:
    reference = desk.receive(3)
    page = desk.send(
        reference, "draft/answer", outcome="refused", note="Mine.", on=TODAY.isoformat()
    )
    assert (page.status, page.problems) == (422, ["Choose a ground: something is refused."])
    assert page.field("/close", "note") == "Mine."


# By hand


def write_down(desk: RunningDesk, right: str, **typed: object) -> Page:
    with desk.browser() as browser:
        page = Page(browser.get(f"add?right={right}"))
        filled = {**page.fields("/add"), "by": OFFICER, "audience": "customers", **typed}
        return Page(browser.post("add", data=filled))


def test_a_request_that_came_by_telephone_is_written_down(desk: RunningDesk) -> None:
    day = TODAY - timedelta(days=4)
    page = write_down(
        desk,
        "access",
        channel="telephone",
        received=day.isoformat(),
        name="Jo",
        postal_address="Kerkstraat 1\r\n2580 Putte",
        language="fr",
        **{"field.reach": ["post"], "field.order": "A-1"},
    )
    assert page.status == 200
    stored = desk.stored(page.reference)
    assert stored.channel is Channel.TELEPHONE
    assert stored.request.received_at.date() == day
    assert stored.request.language == "fr"
    assert stored.request.fields["reach"] == ["post"]
    assert stored.request.fields["order"] == "A-1"
    assert stored.request.fields["postal_address"] == "Kerkstraat 1\n2580 Putte"
    assert stored.request.email is None
    assert told(desk, page.reference) == [(EntryKind.ADDED, None, OFFICER)]


def test_everything_that_can_be_asked_can_be_written_down(desk: RunningDesk) -> None:
    rights = desk.open("add").tree.xpath("//main//li/a/@href")
    assert len(rights) == len(RequestType)
    for right in RequestType:
        page = write_down(desk, right, channel="counter", email="jo@voorbeeld.example")
        assert page.problems == [], right
        assert desk.stored(page.reference).request.request_type is right


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"channel": ""}, "Choose an answer to ‘How it came in’."),
        ({"channel": "form"}, "Choose an answer to ‘How it came in’."),
        ({"received": "2099-01-01"}, "‘Received on’ cannot be in the future."),
        ({"received": "0026-03-01"}, "The GDPR has applied only since 25 May 2018."),
        ({"audience": ""}, "Choose an answer to ‘Group’."),
        ({"language": "xx"}, "Choose an answer to ‘Language of the answer’."),
        ({"email": "jo"}, "Check the e-mail address. It should look like name@example.com."),
        ({"name": ""}, "Fill in a name, an e-mail address or a postal address."),
        ({"field.order": "d" * 201}, "‘Order number’ is too long: at most 200 characters."),
        ({"details": "d" * 10_001}, "‘Details’ is too long: at most 10,000 characters."),
        ({"by": ""}, "Fill in who does this."),
    ],
)
def test_what_cannot_be_written_down_says_why_and_stays(
    desk: RunningDesk, typed: dict[str, str], problem: str
) -> None:
    filled = {"channel": "mail", "name": "Jo", "field.order": "A-1", **typed}
    page = write_down(desk, "access", **filled)
    assert (page.status, page.problems) == (422, [problem])
    assert page.field("/add", "field.order") == filled["field.order"]
    (link,) = page.tree.xpath("//*[@role='alert']//a/@href")
    assert page.tree.xpath(f"//*[@id='{link[1:]}']"), "the summary leads to the field"


def test_a_request_that_is_sent_twice_is_written_down_once(desk: RunningDesk) -> None:
    with desk.browser() as browser:
        page = Page(browser.get("add?right=access"))
        filled = {**page.fields("/add"), "by": OFFICER, "audience": "customers"}
        filled |= {"channel": "mail", "name": "Jo"}
        first, again = (Page(browser.post("add", data=filled)) for _ in range(2))
        other = Page(browser.post("add", data={**filled, "name": "Another"}))
        then = Page(browser.post("add", data={**filled, **other.fields("/add"), "by": OFFICER}))
    assert first.reference == again.reference
    assert len(desk.account(first.reference)) == 1
    assert other.status == 409
    assert other.field("/add", "name") == "Another"
    assert then.status == 200
    assert then.reference != first.reference
    assert first.field("/note", "by") == OFFICER


def test_whoever_wants_no_messages_need_not_say_their_name(desk: RunningDesk) -> None:
    assert "name" not in desk.open("add?right=direct-marketing").fields("/add")
    page = write_down(desk, "direct-marketing", channel="mail")
    assert page.problems == ["Fill in a name, an e-mail address or a postal address."]
    assert page.tree.xpath("//*[@role='alert']//a/@href") == ["#add-email"]


# Figures


def test_the_figures_of_a_year_say_how_its_requests_ended(tmp_path: Path) -> None:
    with running_desk(tmp_path) as desk:
        year = TODAY.year
        assert desk.open(f"figures?year={year}").words.endswith("No requests found.")
        refused, *_ = desk.receive(), desk.receive(right="erasure", article="17")
        refusal = Decision(Outcome.REFUSED, TODAY, Ground.RIGHTS_OF_OTHERS)
        desk.at_store(lambda store: store.close(refused, refusal, desk.sign()))
        page = desk.open("figures")
        assert page.texts("//h1") == [f"Requests in {year}"]
        assert page.texts("//caption") == [
            "How they ended",
            "How long they took",
            "Ground for refusal",
        ]
        assert page.texts("(//table)[1]//tr[last()]/td") == [
            *("2", "1", "0"),
            *("0", "0", "1", "0", "0", "0"),
        ]
        assert page.texts("(//table)[2]//tr[last()]/td") == ["0", "0", "0", "0"]
        assert page.rows() == [["Rights and freedoms of others", "1"]]
        assert desk.open("figures?year=2019").words.endswith("No requests found.")
        assert desk.open("figures?year=9²99").texts("//h1") == [f"Requests in {year}"]


# The database


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (OperationalError("", {}, Exception("disk full")), "Nothing was stored"),
        (sqlite3.OperationalError("disk full"), "Nothing was stored"),
        (OutcomeUnknown("fsync"), "it may be stored, or it may not"),
    ],
)
def test_what_was_typed_is_kept_where_the_database_fails(
    desk: RunningDesk, failure: Exception, words: str
) -> None:
    reference = desk.receive(3)
    with desk.browser() as browser:
        fields = {**Page(browser.get(f"requests/{reference}")).fields("/note"), "by": OFFICER}
        desk.failure = failure
        try:
            page = Page(
                browser.post(f"requests/{reference}/note", data={**fields, "words": "Long text."})
            )
            assert desk.open().status == 503
        finally:
            desk.failure = None
        assert page.status == 503
        assert words in page.words
        assert page.facts()["Text"] == "Long text."
        assert "disk full" not in page.words
        again = Page(browser.post(f"requests/{reference}/note", data=page.fields("/note")))
    assert again.status == 200
    assert told(desk, reference) == [(EntryKind.NOTE, "Long text.", OFFICER)]


def test_a_mistake_of_our_own_is_told_without_what_people_posted(
    desk: RunningDesk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.failure = RuntimeError("what Zoë posted")
    try:
        page = desk.open()
    finally:
        desk.failure = None
    assert page.status == 500
    assert "RuntimeError" in caplog.text
    assert "Zoë" not in caplog.text + page.answer.text


# Languages


@pytest.mark.parametrize(
    ("accepted", "query", "language"),
    [
        ("fr-BE,fr;q=0.9", "", "fr"),
        ("de", "", "nl"),
        ("fr", "?language=en", "en"),
        ("fr", "?language=xx", "fr"),
    ],
)
def test_the_desk_speaks_the_language_that_was_chosen_or_that_the_browser_prefers(
    desk: RunningDesk, accepted: str, query: str, language: str
) -> None:
    page = desk.open(query, **{"Accept-Language": accepted})
    assert page.tree.get("lang") == language
    chosen = "language" in query and language in query
    links = page.tree.xpath("//header/nav[1]/a/@href")
    assert all((f"language={language}" in link) is chosen for link in links)
