"""What an organisation may publish of a year's requests: a section of its privacy center."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from babel.numbers import format_decimal
from markupsafe import Markup

from mkdocs_privacy.exports import plain_text
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests import right_of
from mkdocs_privacy.requests.store import (
    SMALLEST,
    Cell,
    Hidden,
    PublishedRow,
    PublishedTotal,
    Report,
    published_rows,
    published_total,
)

_DASH = "–"


def as_section(report: Report, localization: Localization) -> str:
    """A Markdown file for `privacy/sections/`, in which small numbers are hidden."""
    rows = published_rows(report)
    year = str(report.year)
    title = plain_text(localization.message("report.title", year=year))
    blocks = [f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\npage: rights\n---"]
    if not rows:
        blocks.append(_escaped(localization.message("report.none", year=year)))
    else:
        blocks.append(_escaped(_received(published_total(rows), year, localization)))
        blocks.append("\n".join(_table(rows, localization)))
        blocks += [_escaped(sentence) for sentence in _explained(rows, localization)]
    return "\n\n".join(blocks) + "\n"


def _received(total: PublishedTotal, year: str, localization: Localization) -> Markup:
    if total.is_exact:
        return localization.message("report.received", year=year, number=total.number)
    return localization.plural("report.received_at_least", total.number, year=year)


_COLUMNS = (
    *("report.request", "report.number", "report.granted", "report.refused"),
    "report.days",
)


def _table(rows: Sequence[PublishedRow], localization: Localization) -> Iterator[str]:
    yield _line(_escaped(localization.message(id)) for id in _COLUMNS)
    yield "| --- | ---: | ---: | ---: | ---: |"
    for row in rows:
        title = _escaped(_title(row.right, localization))
        counts = [_count(cell, localization) for cell in (row.received, row.granted, row.refused)]
        yield _line([title, *counts, _days(row.median_days, localization)])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _title(right: str, localization: Localization) -> Markup:
    """What a request asks for; its id where this version knows no such request."""
    if right not in tuple(RequestType):
        return Markup.escape(right)
    request_type = RequestType(right)
    if request_type is RequestType.GENERAL:
        return localization.message("request.title")
    exercised = right_of(request_type)
    return localization.message(f"right.{exercised}.title" if exercised else f"{right}.title")


def _count(cell: Cell, localization: Localization) -> str:
    match cell:
        case Hidden.SMALL:
            return _escaped(localization.message("report.few", number=SMALLEST))
        case Hidden.TELLING:
            return _DASH
    return str(format_decimal(cell, locale=localization.locale))


def _days(days: float | None, localization: Localization) -> str:
    return _DASH if days is None else str(format_decimal(days, locale=localization.locale))


def _explained(rows: Sequence[PublishedRow], localization: Localization) -> Iterator[Markup]:
    yield localization.message("report.others")
    if any(row.median_days is not None for row in rows):
        yield localization.message("report.median")
    if any(row.hides for row in rows):
        yield localization.message("report.hidden")


def _escaped(words: Markup) -> str:
    """Words on one line of Markdown, in which nothing is markup."""
    line = plain_text(words).replace("\n", " ")
    line = re.sub(r"[&<]", lambda found: str(Markup.escape(found[0])), line)
    return re.sub(r"([\\`*_\[\]|#])", r"\\\1", line)
