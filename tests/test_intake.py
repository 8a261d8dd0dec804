"""A post is judged, and answered in the words of its sender: JSON, pages, e-mails."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from goldens import assert_as_reviewed
from html2text import HTML2Text
from reading import only_new
from requests_world import ACCESS, FORM, MADE_IN_THE_BROWSER, a_post, an_intake, as_form
from site_checks.accessibility import find_barriers
from site_checks.browser import start_browser, visit_and_watch
from site_checks.nu import find_markup_errors
from worlds import LANGUAGES

from mkdocs_privacy.model import RequestType
from mkdocs_privacy.model.complaints import ComplaintPolicy
from mkdocs_privacy.requests import REFERENCE_PATTERN, RightsRequest, right_of
from mkdocs_privacy.requests.intake import (
    ANSWER_CSP,
    FixedPage,
    Intake,
    Refusal,
    acceptance_json,
    destination,
    fixed_page_html,
    letter_html,
    mail_to_owner,
    mail_to_sender,
    preferred_language,
    receipt_html,
    receipt_letter,
    refusal_html,
    refusal_json,
    status_html,
    wants_html,
)

NOW = datetime(2026, 11, 22, 20, 0, 0, 123, tzinfo=UTC)
EVERYTHING = {
    **ACCESS,
    "order": "A-1 <b>",
    "reach": ["post", "phone"],
    "details": "Alles sinds 2024.\n\n<script>alert(1)</script> & meer",
    "policy_release": "2026-01-01",
    **MADE_IN_THE_BROWSER,
}


def take(fields: dict[str, Any], received_at: datetime = NOW) -> RightsRequest | Refusal:
    return an_intake().take(a_post(json.dumps(fields).encode(), received_at=received_at))


def taken(fields: dict[str, Any], received_at: datetime = NOW) -> RightsRequest:
    request = take(fields, received_at)
    assert isinstance(request, RightsRequest), request
    return request


def refused(fields: dict[str, Any]) -> Refusal:
    refusal = take(fields)
    assert isinstance(refusal, Refusal)
    return refusal


# A post becomes a request


def test_a_post_becomes_a_request_with_the_reference_of_the_browser_and_our_own_dates() -> None:
    assert take(EVERYTHING) == RightsRequest(
        reference="7K3F-9QXZ-W2M4-6H8T",
        received_at=datetime(2026, 11, 22, 20, 0, tzinfo=UTC),
        expected_by=date(2026, 12, 7),  # fourteen days are a Sunday
        fields=EVERYTHING,
    )


def test_a_form_without_javascript_gets_a_reference() -> None:
    first, second = (an_intake().take(a_post(as_form(ACCESS), FORM)) for _ in range(2))
    assert isinstance(first, RightsRequest)
    assert isinstance(second, RightsRequest)
    assert re.fullmatch(REFERENCE_PATTERN, first.reference)
    assert first.reference != second.reference
    assert first.fields == ACCESS


@pytest.mark.parametrize(
    "right, received, expected",
    [
        pytest.param("access", "2026-11-22T20:00:00+00:00", "2026-12-07", id="a right’s own"),
        pytest.param("erasure", "2026-11-23T20:00:00+00:00", "2026-12-23", id="a month"),
        pytest.param("erasure", "2026-11-25T20:00:00+00:00", "2026-12-28", id="Christmas"),
        pytest.param("general", "2026-11-24T00:30:00+01:00", "2026-12-23", id="the day of UTC"),
    ],
)
def test_the_deadline_is_that_of_the_right_and_the_country(
    right: str, received: str, expected: str
) -> None:
    request = taken(ask(RequestType(right)), datetime.fromisoformat(received))
    assert request.expected_by == date.fromisoformat(expected)


def ask(right: RequestType, language: str = "nl") -> dict[str, Any]:
    """The shortest post for a right."""
    own = {
        RequestType.RECTIFICATION: {"incorrect": "Zoe", "correct": "Zoë"},
        RequestType.RESTRICTION: {"ground": "claims"},
        RequestType.WITHDRAW_CONSENT: {"activities": ["newsletter"]},
        RequestType.OBJECTION: {"details": "Omdat."},
        RequestType.AUTOMATED_DECISIONS: {"details": "Omdat."},
        RequestType.GENERAL: {"details": "Een vraag."},
        RequestType.COMPLAINT: {"details": "Een klacht."},
    }
    exercised = right_of(right)
    fields = {**ACCESS, **own.get(right, {}), "right": str(right), "language": language}
    fields.pop("article")
    if right in (RequestType.DIRECT_MARKETING, RequestType.WITHDRAW_CONSENT):
        fields.pop("name")
    return {**fields, "article": exercised.article} if exercised else fields


# A post is complete before it is judged


KEY = '"7K3F-9QXZ-W2M4-6H8T"'


def judge(
    fields: dict[str, Any], path: dict[str, str] | None = None, **headers: str
) -> RightsRequest | Refusal:
    return an_intake().take(a_post(json.dumps(fields).encode(), path=path, **headers))


def test_the_header_against_double_clicks_stands_in_for_a_reference() -> None:
    request = judge({**ACCESS}, idempotency_key=KEY)
    assert isinstance(request, RightsRequest)
    assert request.reference == request.fields["reference"] == "7K3F-9QXZ-W2M4-6H8T"


@pytest.mark.parametrize(
    "fields, path, key, wrong",
    [
        ({}, {}, KEY, []),
        ({"reference": "7K3F-9QXZ-W2M4-6H8T"}, {"right": "access"}, KEY, []),
        ({}, {"language": "fr"}, KEY, []),  # an answer may be wanted in another language
        ({"reference": "7K3F-9QXZ-W2M4-0000"}, {}, KEY, ["reference"]),
        ({}, {}, "7K3F-9QXZ-W2M4-6H8T", ["reference"]),
        ({}, {}, f"{KEY}, {KEY}", ["reference"]),
        ({}, {}, "", ["reference"]),
        ({"reference": None}, {}, KEY, ["reference"]),
        ({}, {"right": "erasure"}, KEY, ["right"]),
        ({"email": "zoe"}, {"right": "erasure"}, "x", ["email", "right", "reference"]),
        ({"right": "hug"}, {"right": "erasure"}, KEY, ["right"]),
    ],
)
def test_what_the_path_and_the_header_contradict_is_a_problem_like_any_other(
    fields: dict[str, Any], path: dict[str, str], key: str, wrong: list[str]
) -> None:
    judged = judge({**ACCESS, **fields}, path, idempotency_key=key)
    problems = judged.problems if isinstance(judged, Refusal) else ()
    assert [problem.field for problem in problems] == wrong


# A post is turned away whatever it says


SITE_ORIGIN = "https://privacy.tuimelkous.example"
ELSEWHERE = "https://elsewhere.example"


@pytest.mark.parametrize(
    "path, headers, status",
    [
        ({}, {}, None),
        ({"language": "nl", "right": "access"}, {"content_length": "7"}, None),
        ({"language": "de"}, {}, 404),
        ({"right": "hug"}, {}, 404),
        ({}, {"content_length": "7", "transfer_encoding": "chunked"}, 400),
        ({}, {"origin": ELSEWHERE}, 403),
    ],
)
def test_a_post_may_be_turned_away_unread(
    path: dict[str, str], headers: dict[str, str], status: int | None
) -> None:
    refusal = an_intake().turn_away(a_post(b"", path=path, **headers), [SITE_ORIGIN])
    assert (refusal and refusal.status) == status
    judged = an_intake().take(a_post(b"", path=path, **headers), [SITE_ORIGIN])
    assert isinstance(judged, Refusal)
    assert judged.status == (status or 400)


# A post is refused


@pytest.mark.parametrize(
    "opened, submitted, is_taken",
    [
        ("2026-11-22T20:00:00Z", "2026-11-22T20:00:01.999Z", False),
        ("2026-11-22T20:00:00Z", "2026-11-22T20:00:02Z", True),
        ("2026-11-22T21:00:00+01:00", "2026-11-22T20:00:02Z", True),
        ("2026-11-22T20:00:00Z", "2026-11-22T19:00:00Z", False),
        ("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", True),
    ],
)
def test_nobody_fills_in_a_form_within_two_seconds(
    opened: str, submitted: str, is_taken: bool
) -> None:
    taken_or_not = take({**ACCESS, "opened_at": opened, "submitted_at": submitted})
    if is_taken:
        assert isinstance(taken_or_not, RightsRequest)
    else:
        assert isinstance(taken_or_not, Refusal)
        assert [one.rule for one in taken_or_not.problems] == ["too_fast"]


@pytest.mark.parametrize(
    "body, content_type, status",
    [
        (b"{", "application/json", 400),
        (b"right=access", "text/plain", 415),
        (b"x" * 600_000, FORM, 413),
        (b"name=%FF", FORM, 400),
    ],
)
def test_what_cannot_be_read_is_refused_in_the_default_language(
    body: bytes, content_type: str, status: int
) -> None:
    refusal = an_intake().take(a_post(body, content_type))
    assert isinstance(refusal, Refusal)
    assert (refusal.status, refusal.language, refusal.problems) == (status, "nl", ())


def test_a_refusal_says_of_every_field_in_the_visitors_language_what_is_wrong() -> None:
    wrong = {
        **ACCESS,
        "language": "fr",
        "audience": "nobody",
        "details": "x" * 10_001,
        "email": "zoe",
        "reach": ["fax"],
        "website": "https://spam.example",
        "shoe size": "39",
    }
    wrong.pop("name")
    assert refusal_json(refused(wrong), an_intake()) == {
        "type": "about:blank",
        "title": "Unprocessable Content",
        "status": 422,
        "detail": "the request does not keep to the contract (audience: unknown, "
        "details: too_long, reach: unknown, name: missing, email: wrong, website: not_empty, "
        "a field: unexpected)",
        "errors": [
            {
                "field": "audience",
                "rule": "unknown",
                "message": "«\u202fÀ quel titre nous écrivez-vous\u202f?\u202f»\u00a0: "
                "le formulaire ne propose pas ce choix.",
            },
            {
                "field": "details",
                "rule": "too_long",
                "message": "Le champ «\u202fPrécisions\u202f» est trop long\u00a0: "
                "10\u202f000\u00a0caractères au plus.",
            },
            {
                "field": "reach",
                "rule": "unknown",
                "message": "«\u202fRéponse par\u202f»\u00a0: "
                "le formulaire ne propose pas ce choix.",
            },
            {
                "field": "name",
                "rule": "missing",
                "message": "Le champ «\u202fVotre nom\u202f» est encore vide.",
            },
            {
                "field": "email",
                "rule": "wrong",
                "message": "Vérifiez l’adresse e-mail. Elle doit ressembler à nom@example.com.",
            },
            {
                "field": "website",
                "rule": "not_empty",
                "message": "Un champ caché a été rempli, peut-être par un programme qui remplit "
                "les formulaires. Rouvrez le formulaire et remplissez-le à la main.",
            },
            {
                "field": "shoe size",
                "rule": "unexpected",
                "message": "«\u202fshoe size\u202f» ne fait pas partie de ce formulaire.",
            },
        ],
    }


@pytest.mark.parametrize(
    "right, name, value, words",
    [
        ("general", "details", "  ", "‘Your question or request’ is still empty."),
        ("erasure", "audience", "", "Choose an answer to ‘Which group do you belong to?’."),
        ("access", "activities", ["x"], "‘activities’ does not belong on this form."),
        (
            "erasure",
            "order",
            7,
            "‘Order number’ contains a character that we cannot accept. Please remove it.",
        ),
        ("erasure", "article", "99", "‘article’: the form does not have this choice."),
    ],
)
def test_a_field_is_called_as_on_its_form(right: str, name: str, value: Any, words: str) -> None:
    refusal = refused({**ask(RequestType(right), "en"), name: value})
    assert [one["message"] for one in refusal_json(refusal, an_intake())["errors"]] == [words]


@pytest.mark.parametrize("language", ["de", "", 7, None, ["nl"], {}])
def test_in_a_language_that_the_site_does_not_have_it_answers_in_its_own(language: Any) -> None:
    assert refused({**ACCESS, "language": language}).language == "nl"


def test_a_refusal_holds_nothing_for_a_log_that_was_typed() -> None:
    refusal = refused({**ACCESS, "email": "zoe@voorbeeld", "zoe\nd’hondt": "x"})
    assert refusal.detail == (
        "the request does not keep to the contract (email: wrong, a field: unexpected)"
    )


def test_who_chooses_an_audience_of_another_organisation_is_sent_there() -> None:
    refusal = refused({**ACCESS, "audience": "shoppers", "name": ""})
    assert refusal.elsewhere == "shoppers"
    assert [one.field for one in refusal.problems] == ["audience", "name"]


# Which answer


@pytest.mark.parametrize(
    "accept, is_page",
    [
        ("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", True),
        ("application/json, text/plain, */*", False),
        ("application/json", False),
        ("*/*", False),
        ("", False),
        ("application/json;q=0.5, text/html;q=0.9", True),
        ("text/html;q=0.2, application/json", False),
        ("Text/HTML; Q=1", True),
        ("text/html;q=0", False),
        ("text/html;q=much", False),
        ("text/*, application/json;q=0.5", True),
        (None, False),
    ],
)
def test_a_browser_wants_a_page_and_a_program_json(accept: str | None, is_page: bool) -> None:
    assert wants_html(accept) is is_page


@pytest.mark.parametrize(
    "accepted, language",
    [
        ("fr;q=0.1, nl;q=0.9", "nl"),
        ("fr-BE, nl;q=0.5", "fr"),
        ("de, en;q=0.2, fr;q=0.3", "fr"),
        ("fr;q=0, *;q=0.1", "nl"),
        ("de", "nl"),
        ("", "nl"),
        (None, "nl"),
        ("en;q=much", "nl"),
        ("\x00é,;;=", "nl"),
    ],
)
def test_a_browser_gets_the_language_that_it_wants_most(
    accepted: str | None, language: str
) -> None:
    assert preferred_language(accepted, LANGUAGES) == language


def test_a_language_of_a_region_serves_its_neighbours() -> None:
    assert preferred_language("fr-CA", ("nl-BE", "fr-BE")) == "fr-BE"
    assert preferred_language("fr", ("nl-BE", "fr-BE")) == "fr-BE"


SITE = ["https://privacy.tuimelkous.example"]


@pytest.mark.parametrize(
    "address",
    [
        "https://privacy.tuimelkous.example/rights/received/",
        "https://privacy.tuimelkous.example/fr/rights/received/?a=@b#c",
        "https://Privacy.Tuimelkous.example:443/rights/received/",
    ],
)
def test_a_browser_goes_on_to_the_page_of_receipt_of_the_site(address: str) -> None:
    assert destination(taken({**EVERYTHING, "redirect": address}), SITE) == address


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/rights/received/",
        "https://privacy.tuimelkous.example.evil.example/",
        "https://privacy.tuimelkous.example@evil.example/",
        "https://zoe@privacy.tuimelkous.example/",
        "https://privacy.tuimelkous.example:8443/",
        "http://privacy.tuimelkous.example/",
        "https://privacy.tuimelkous.example\\@evil.example/",
        "https://[evil.example/",
        "https://privacy。tuimelkous.example/",
    ],
)
def test_a_browser_is_never_led_elsewhere(address: str) -> None:
    assert destination(taken({**EVERYTHING, "redirect": address}), SITE) is None


def test_a_browser_without_javascript_stays_for_its_receipt() -> None:
    redirect = MADE_IN_THE_BROWSER["redirect"]
    assert destination(taken({**ACCESS, "redirect": redirect}), SITE) is None
    assert destination(taken({**ACCESS}), SITE) is None


def test_a_program_gets_reference_and_dates() -> None:
    assert acceptance_json(taken(EVERYTHING)) == {
        "reference": "7K3F-9QXZ-W2M4-6H8T",
        "received_at": "2026-11-22T20:00:00Z",
        "expected_by": "2026-12-07",
    }


# Pages


def text_of(page: str) -> str:
    """What a page says, as Markdown."""
    reader = HTML2Text(bodywidth=0)
    body = page.partition("<body>")[2].partition("</body>")[0]
    return re.sub(r"\n{3,}", "\n\n", reader.handle(body)).strip() + "\n"


def test_whatever_was_typed_is_text_on_the_receipt() -> None:
    page = receipt_html(taken(EVERYTHING), an_intake())
    assert "A-1 &lt;b&gt;" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; meer" in page
    assert "<script" not in page


def every_text(language: str) -> dict[str, str]:
    """What the pages and the e-mails about a request say in a language, by name."""
    intake = an_intake()
    request = taken({**EVERYTHING, "language": language})
    wrong = {**ACCESS, "language": language, "email": "zoe", "website": "x", "shoe size": "39"}
    elsewhere = refused({**ACCESS, "language": language, "audience": "shoppers"})
    link = "https://requests.tuimelkous.example/confirm/abc"
    others = {one: intake.localizations[one] for one in LANGUAGES if one != language}
    here = replace(intake, localizations={language: intake.localizations[language], **others})
    return {
        "receipt": text_of(receipt_html(request, intake)),
        "refusal": text_of(refusal_html(refused(wrong), intake)),
        "elsewhere": text_of(refusal_html(elsewhere, intake)),
        **{one: text_of(fixed_page_html(one, language, intake)) for one in FixedPage},
        **{name: text_of(page) for name, page in every_status(request).items()},
        "to the organisation": whole(owners(request, here)),
        "to the sender": whole(senders(request, link)),
        **answers_to_a_complaint(here, language, link),
    }


def answers_to_a_complaint(intake: Intake, language: str, link: str) -> dict[str, str]:
    """The same for a complaint, and what differs where a day for the outcome is promised."""
    complaint = taken(
        {
            **ask(RequestType.COMPLAINT, language),
            "solution": "Stuur mij mijn eigen brief.",
            "earlier_request": "2B4D-6F8H-3J5K-7M9N",
            "reference": MADE_IN_THE_BROWSER["reference"],
        }
    )
    rights = intake.center.rights.model_copy(update={"complaints": ComplaintPolicy(deadline="P3M")})
    promising = replace(intake, center=intake.center.model_copy(update={"rights": rights}))
    promised = promising.take(a_post(json.dumps(complaint.fields).encode()))
    assert isinstance(promised, RightsRequest)
    return {
        "complaint: receipt": text_of(receipt_html(complaint, intake)),
        "complaint: to the organisation": whole(owners(complaint, intake)),
        "complaint: to the sender": whole(senders(complaint, link)),
        **{
            f"complaint: {name}": text_of(page)
            for name, page in every_status(complaint).items()
            if name != "status-extended"  # GDPR article 12(3) is about requests
        },
        "complaint with a deadline: receipt": text_of(receipt_html(promised, promising)),
        "complaint with a deadline: to the organisation": whole(owners(promised, promising)),
        "complaint with a deadline: to the sender": whole(senders(promised, link, promising)),
        "complaint with a deadline: status": text_of(every_status(promised, promising)["status"]),
    }


def every_status(request: RightsRequest, intake: Intake | None = None) -> dict[str, str]:
    """The page that says how a request stands, whichever way it does, by name."""
    due, later, answered = date(2026, 12, 7), date(2027, 2, 8), date(2026, 12, 4)
    intake = intake or an_intake()
    return {
        "status": status_html(request, due, False, None, False, intake),
        "status-extended": status_html(request, later, False, None, True, intake),
        "status-answered": status_html(request, later, True, answered, True, intake),
    }


def test_how_a_request_stands_says_nothing_of_its_content() -> None:
    for page in every_status(taken(EVERYTHING)).values():
        assert not re.search("Zo[eë]|voorbeeld|Alles|A-1|Klanten|post", page)


def test_a_page_says_that_an_answer_was_given_also_where_nobody_knows_when() -> None:
    page = status_html(taken(EVERYTHING), NOW.date(), True, None, False, an_intake())
    assert "Wij hebben uw verzoek beantwoord." in page
    assert "Beantwoord op" not in page
    assert "<time" not in page


def whole(message: EmailMessage) -> str:
    """The head and the words of an e-mail."""
    head = "".join(f"{name}: {value}\n" for name, value in message.items())
    return f"{head}\n{message.get_content()}".replace("\r\n", "\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_say_what_they_should(language: str, request: pytest.FixtureRequest) -> None:
    """Each line stands where it is said first; after that it is `…`."""
    known: set[str] = set()
    told = []
    for name, text in every_text(language).items():
        lines = (line for line in text.splitlines() if line)
        told += [f"<!-- {name} -->", *only_new(lines, known), ""]
    assert_as_reviewed(f"answers.{language}.md", "\n".join(told), request)


def test_the_html_of_answers_is_as_it_was_reviewed(request: pytest.FixtureRequest) -> None:
    pages = every_page() | {"confirm": fixed_page_html(FixedPage.CONFIRM, "nl", an_intake())}
    shown = ("receipt-nl", "refusal", "status-answered", "letter", "confirm")
    told = [f"<!-- {name} -->\n{without_style(pages[name])}" for name in shown]
    assert_as_reviewed("answers.html", "\n".join(told), request)


def without_style(page: str) -> str:
    return re.sub(r"(<style>).*?(</style>)", r"\1…\2", page, flags=re.DOTALL)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("right", RequestType)
def test_every_request_has_a_receipt_and_e_mails(right: RequestType, language: str) -> None:
    request = taken(ask(right, language))
    page = receipt_html(request, an_intake())
    assert f'<html lang="{language}">' in page
    assert request.reference in page
    for message in (owners(request), senders(request)):
        assert request.reference in message["Subject"]
        assert "  " not in message["Subject"]


def every_page() -> dict[str, str]:
    """Each page, by the name of its file; the receipt in each language."""
    intake = an_intake()
    fields = {**EVERYTHING, "postal_address": "Kerkstraat 3\n2580 Putte", "channel": "letter"}
    posted = replace(taken(EVERYTHING), fields=fields)
    return {
        **{
            f"receipt-{language}": receipt_html(taken({**EVERYTHING, "language": language}), intake)
            for language in LANGUAGES
        },
        "refusal": refusal_html(refused({**ACCESS, "email": "zoe"}), intake),
        "elsewhere": refusal_html(refused({**ACCESS, "audience": "shoppers"}), intake),
        **{notice: fixed_page_html(notice, "fr", intake) for notice in FixedPage},
        **every_status(taken(EVERYTHING)),
        "letter": letter_html(receipt_letter(posted, intake), posted, intake, NOW.date()),
    }


def test_every_page_is_valid(tmp_path: Path) -> None:
    for name, page in every_page().items():
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    assert find_markup_errors(tmp_path) == []


@contextmanager
def answering(pages: dict[str, str]) -> Iterator[str]:
    """A server that answers with pages, under their policy."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages[self.path.strip("/")].encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            if "plain" not in self.path:
                self.send_header("Content-Security-Policy", ANSWER_CSP)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Keep quiet."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=partial(server.serve_forever, poll_interval=0.05), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def test_pages_are_for_everybody_and_keep_to_their_policy() -> None:
    sizes = {"receipt-fr": "25.6px", "confirm": "25.6px", "status": "25.6px", "letter": "17.6px"}
    pages = {name: page for name, page in every_page().items() if name in sizes}
    plain = {f"plain-{name}": page for name, page in pages.items()}  # axe is a script
    with answering({**pages, **plain}) as root, start_browser() as browser:
        assert find_barriers(browser, [root + name for name in plain]) == []
        page = browser.new_page(viewport={"width": 320, "height": 600})
        for name in pages:
            assert visit_and_watch(page, root + name) == []
            assert (
                page.evaluate("getComputedStyle(document.querySelector('main h1')).fontSize")
                == sizes[name]
            )
            assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    "status, notice",
    [
        (400, FixedPage.UNREADABLE),
        (403, FixedPage.FROM_ELSEWHERE),
        (404, FixedPage.NOT_FOUND),
        (408, FixedPage.TOO_SLOW),
        (409, FixedPage.CONFLICT),
        (411, FixedPage.UNREADABLE),
        (413, FixedPage.TOO_LARGE),
        (415, FixedPage.UNREADABLE),
        (429, FixedPage.TOO_MANY),
        (500, FixedPage.OUR_MISTAKE),
        (503, FixedPage.CANNOT_STORE),
    ],
)
def test_a_refusal_that_is_not_about_fields_has_its_notice(status: int, notice: FixedPage) -> None:
    refusal = an_intake().refuse(status, "fr", "why")
    assert refusal_html(refusal, an_intake()) == fixed_page_html(notice, "fr", an_intake())


# E-mails


def sent(message: EmailMessage | None) -> EmailMessage:
    """A message as it arrives."""
    assert message
    arrived = message_from_bytes(message.as_bytes(), policy=default)
    assert isinstance(arrived, EmailMessage)
    assert arrived.defects == []
    return arrived


def owners(request: RightsRequest, intake: Intake | None = None) -> EmailMessage:
    sender, recipient = "Formulier <no-reply@tuimelkous.example>", "privacy@tuimelkous.example"
    return sent(mail_to_owner(request, intake or an_intake(), sender, recipient))


def senders(
    request: RightsRequest, link: str | None = None, intake: Intake | None = None
) -> EmailMessage:
    sender = "no-reply@tuimelkous.example"
    return sent(mail_to_sender(request, intake or an_intake(), sender, link))


def test_without_a_link_nothing_is_asked_of_the_sender() -> None:
    words = senders(taken(EVERYTHING)).get_content()
    assert "Bevestig" not in words
    assert "http" not in words


@pytest.mark.parametrize(
    "email",
    [
        "zoë@voorbeeld.example",
        "group:zoe@voorbeeld.example",
        "zoe..d@voorbeeld.example",
        "=?utf-8?q?zoe?=@voorbeeld.example",
        f"zoe@{'x' * 70}.example",
        "zoe@[.example",  # on which the library of Python stumbles
    ],
)
def test_an_address_that_no_head_can_hold_only_stands_in_the_words(email: str) -> None:
    request = taken({**ACCESS, "email": email})
    assert mail_to_sender(request, an_intake(), "no-reply@tuimelkous.example", None) is None
    assert owners(request)["Reply-To"] is None
    words = owners(request).get_content()
    assert email in words
    assert "Een antwoord op dit bericht gaat naar" not in words


def test_a_domain_in_any_script_is_written_as_mail_servers_know_it() -> None:
    assert senders(taken({**ACCESS, "email": "zoe@bücher.example"}))["To"] == (
        "zoe@xn--bcher-kva.example"
    )


@pytest.mark.parametrize("name", ["name", "email", "order"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x00", "\u2028", "\x85"])
def test_no_line_end_gets_near_the_head_of_an_e_mail(name: str, end: str) -> None:
    wrong = f"zoe@voorbeeld.example{end}Bcc: all@voorbeeld.example"
    assert [one.field for one in refused({**ACCESS, name: wrong}).problems] == [name]
