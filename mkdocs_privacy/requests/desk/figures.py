"""The figures of a year on a page."""

from __future__ import annotations

from collections.abc import Mapping

from babel.numbers import format_decimal
from starlette.requests import Request
from starlette.responses import Response

from mkdocs_privacy import clock
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests.deadline import FIRST_DAY
from mkdocs_privacy.requests.desk.desk import Desk
from mkdocs_privacy.requests.desk.form_reading import read_number
from mkdocs_privacy.requests.outcome import Ground, Outcome
from mkdocs_privacy.requests.store import Report, Summary, closed_figures, report_of


async def show_figures(desk: Desk, http: Request) -> Response:
    """What became of the requests of a year, by what was asked and by ground of refusal."""
    visit, today = desk.visit(http), clock.today()
    figures, still_open = await desk.write(lambda store: (closed_figures(store), store.requests()))
    year = _read_year(http.query_params.get("year", ""), today.year)
    report = report_of(year, figures, still_open, today)
    known = {int(figure.month[:4]) for figure in figures}
    known |= {stored.request.received_at.year for stored in still_open}
    return desk.pages.render(
        "figures.html",
        visit,
        "figures",
        asked={"year": str(year)},
        report=report,
        years=sorted({year, today.year, *known}, reverse=True),
        by_right=_by_right(report, desk, visit.localization),
        grounds={Ground(ground): number for ground, number in report.by_ground.items()},
        ended=_ended,
        times=lambda summary: _times(summary, visit.localization),
        Outcome=Outcome,
    )


def _ended(summary: Summary) -> tuple[int, ...]:
    counted = (summary.outcomes[outcome] for outcome in Outcome)
    return (summary.received, summary.open, summary.overdue, *counted)


def _times(summary: Summary, localization: Localization) -> tuple[str | int, ...]:
    """Days that nobody knows are a dash."""
    days = (
        "–" if number is None else format_decimal(number, locale=localization.locale)
        for number in (summary.median_days, summary.longest_days)
    )
    return (*days, summary.extended, summary.late)


def _by_right(report: Report, desk: Desk, localization: Localization) -> Mapping[str, Summary]:
    """The figures under the title of what was asked; under its id where this version knows none."""
    known = frozenset(RequestType)
    return {
        desk.pages.right(RequestType(right), localization) if right in known else right: summary
        for right, summary in report.by_right.items()
    }


def _read_year(written: str, otherwise: int) -> int:
    year = read_number(written, 4)
    return year if year and year >= FIRST_DAY.year else otherwise
