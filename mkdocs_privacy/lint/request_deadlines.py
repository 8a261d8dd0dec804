"""RD: the time in which requests are answered, in texts and in data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.passages import WrittenText
from mkdocs_privacy.lint.rule import Known, Remark, rule
from mkdocs_privacy.lint.wording import Said, harmless, in_words, wording_rule
from mkdocs_privacy.lint.wordings import ANSWERS, NUMBERS
from mkdocs_privacy.model import PrivacyCenter

_UNITS = {
    "D": ("dag", "jour", "day"),
    "W": ("we", "semaine"),
    "M": ("maand", "mois", "month"),
}


def _term_of(said: Said) -> str:
    """The time to answer, as the data has it: `P30D`."""
    number = said.found["number"].lower()
    unit = said.found["unit"].lower().removeprefix("kalender").removeprefix("werk")
    letter = next(one for one, names in _UNITS.items() if unit.startswith(names))
    return f"P{NUMBERS.get(number) or int(number)}{letter}"


def _exceeds_a_month(term: str) -> bool:
    most = {"D": 28, "W": 4, "M": 1}
    return int(term[1:-1]) > most[term[-1]]


def _is_of_a_right(center: PrivacyCenter, _: Known, passage: WrittenText, said: Said) -> bool:
    """Whether a request to use a right is meant; an activity answers questions of other kinds."""
    match passage.path:
        case ("activities", str(id), *_):
            is_of_requests = center.activities[id].use == "privacy-requests"
            return is_of_requests or _RIGHT.search(said.sentence) is not None
        case _:
            return True


_RIGHT = re.compile(r"\b(?:rechten|recht op|inzage|droits?|accès|rights?|access)\b", re.IGNORECASE)


@wording_rule(
    "RD001",
    "deadline-exceeds-month",
    Severity.WARNING,
    in_words(
        "We respond to your request within 30 days.",
        "We respond to your request within one month.",
    ),
    ANSWERS,
    basis=("GDPR 12(3)",),
    silent_on=(
        harmless("it is sooner", "We respond to your request within four weeks."),
        harmless(
            "it is the extension",
            "For a complex request we may extend this; you hear so within two months.",
        ),
        harmless("it is about goods", "We refund returned orders within 30 days at your request."),
    ),
    where=_is_of_a_right,
)
def deadline_exceeds_month(said: Said) -> str | None:
    """A text gives the organisation more time to answer a request than the law does. It must act
    without undue delay and within one month (GDPR article 12(3)). Thirty days are more than a month
    in February. Write “within one month”, or a shorter time such as four weeks.
    """
    if not _exceeds_a_month(_term_of(said)):
        return None
    return f"{said} may exceed the month that the law gives you: write “within one month”"


def _differs(center: PrivacyCenter, known: Known, passage: WrittenText, said: Said) -> bool:
    if not _is_of_a_right(center, known, passage, said):
        return False
    rights = center.rights
    promised = {
        rights.deadline,
        *(details.deadline for details in rights.each.values()),
        *(further.deadline for further in rights.further.values()),
    }
    return _term_of(said) not in promised


@wording_rule(
    "RD002",
    "deadline-differs",
    Severity.WARNING,
    in_words(
        "We respond to your request within two weeks.",
        "We respond to your request within one month.",
    ),
    ANSWERS,
    basis=("GDPR 12(1)", "GDPR 12(3)"),
    silent_on=(
        harmless(
            "the data says the same",
            "We respond to your request within two weeks.",
            "rights: {deadline: P2W}",
        ),
    ),
    where=_differs,
    needs_data=True,
)
def deadline_differs(said: Said) -> str | None:
    """A text says another time to answer requests than `rights.deadline`, which the pages about
    rights show. People read two promises, and information must be clear (GDPR article 12(1)). Make
    them the same.
    """
    term = _term_of(said)
    if _exceeds_a_month(term):
        return None  # said by another rule
    return (
        f"{said}, but the pages show another time: make them the same, such as `rights: "
        f"{{deadline: {term}}}`"
    )


@rule(
    "RD003",
    "deadline-in-days",
    Severity.WARNING,
    lines("rights: {deadline: P30D}", "rights: {deadline: P1M}"),
    basis=("GDPR 12(3)",),
    silent_on=(
        sound("it is sooner than any month", "rights: {deadline: P28D}"),
        sound("it is in weeks", "rights: {deadline: P4W}"),
    ),
)
def deadline_in_days(center: PrivacyCenter) -> Iterator[Remark]:
    """`rights.deadline` promises an answer within 29 or 30 days, and February is shorter. You must
    act on a request within one month (GDPR article 12(3)), which ends on the day with the same
    number (Regulation (EEC, Euratom) No 1182/71, article 3). Write `P1M`, or at most `P4W`.
    """
    rights = center.rights
    stated = {("rights", "deadline"): rights.deadline} | {
        ("rights", "each", right.value, "deadline"): details.deadline
        for right, details in rights.each.items()
    }
    for path, term in stated.items():
        if term is not None and re.fullmatch(r"P(?:29|3\d)D", term):
            yield Remark(
                path,
                f"{term[1:-1]} days are more than the month that the law gives you where it"
                f" ends in "
                "March: write `P1M`, or at most `P4W`",
            )
