"""In which countries recipients are or have data, and which safeguard is stated for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.pictures.drawing.lettering import plain
from mkdocs_privacy.pictures.drawing.scene import Box, Sheet, Spot, Stroke
from mkdocs_privacy.pictures.drawing.ways_of_data import DataReceiver, WaysOfData

_DOTS_IN_A_ROW = 26
_DOT = 11.0


class Region(StrEnum):
    """Where a country lies, as the law sees it from the organisation."""

    HOME = "home"
    """The country of the organisation itself."""
    AREA = "area"
    """Elsewhere in the European Economic Area."""
    OUTSIDE = "outside"
    """Outside the European Economic Area."""
    UNSTATED = "unstated"
    """Nothing says in which country."""


@dataclass(frozen=True, slots=True)
class Safeguarded:
    """Those recipients in a country for whom the same is stated."""

    receivers: tuple[DataReceiver, ...]
    safeguards: tuple[str, ...]
    """What is said of the safeguard, in words; nothing within the European Economic Area."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country with recipients."""

    code: str
    name: str
    region: Region
    recipients: tuple[Safeguarded, ...]

    @property
    def number(self) -> int:
        """How many recipients are there."""
        return sum(len(one.receivers) for one in self.recipients)


def find_countries(localized: LocalizedCenter) -> tuple[Country, ...]:
    """Every country with recipients: our own, those of the area, the others, and what is unsaid."""
    found: dict[str, list[DataReceiver]] = {}
    for receiver in WaysOfData(localized).all_receivers:
        for code in receiver.countries or ("",):
            found.setdefault(code, []).append(receiver)
    countries = (_country(code, receivers, localized) for code, receivers in found.items())
    order = tuple(Region)
    return tuple(
        sorted(countries, key=lambda one: (order.index(one.region), -one.number, one.code))
    )


def _country(code: str, receivers: list[DataReceiver], localized: LocalizedCenter) -> Country:
    say = localized.localization
    region = _region(code, localized)
    by_safeguard: dict[tuple[str, ...], list[DataReceiver]] = {}
    for one in receivers:
        stated = tuple(_safeguards(one, code, localized)) if region is Region.OUTSIDE else ()
        by_safeguard.setdefault(stated, []).append(one)
    name = say.country(code) if code else plain(say.message("picture.country_unstated"))
    groups = (Safeguarded(tuple(each), stated) for stated, each in by_safeguard.items())
    return Country(code, name, region, tuple(groups))


def _region(code: str, localized: LocalizedCenter) -> Region:
    if not code:
        return Region.UNSTATED
    if localized.is_outside_eea(code):
        return Region.OUTSIDE
    is_home = code == localized.center.organisation.address.country
    return Region.HOME if is_home else Region.AREA


def _safeguards(receiver: DataReceiver, code: str, localized: LocalizedCenter) -> Iterator[str]:
    """What is said of a recipient in a third country: each safeguard, or that none is stated."""
    say = localized.localization
    entry = (localized.center.processors or {}).get(receiver.id)
    transfers = [one for one in (entry.transfers if entry else None) or () if code in one.countries]
    for transfer in transfers:
        yield plain(say.message(f"mechanism.{transfer.mechanism}"))
        if transfer.ended:
            yield plain(say.message("transfer.ended", date=say.date(transfer.ended)))
    if not transfers:
        yield plain(say.message("unstated.transfer"))


def draw_countries(
    sheet: Sheet, countries: tuple[Country, ...], localized: LocalizedCenter
) -> None:
    """A box for each country, below the region that it lies in."""
    say = localized.localization
    region = None
    for country in countries:
        if country.region is not region:
            region = country.region
            sheet.skip(8).write(plain(say.message(f"picture.region.{region}")), "strong")
            sheet.skip(2)
        top, place = sheet.y, len(sheet.shapes)
        number = plain(say.plural("label.recipients", country.number))
        colon = plain(say.message("punctuation.colon"))
        sheet.skip(5).write(f"{country.name}{colon} {number}", "words", 10, 8)
        _draw_dots(sheet, country.number, f"dot-{region}")
        for group in country.recipients:
            names = [say.text(one.name) for one in group.receivers]
            sheet.skip(2).write(plain(say.listed(names)), "small", 10, 8)
            for words in group.safeguards:
                begin = sheet.y + 8
                sheet.add(Stroke("tip", 12, begin, 20, begin))
                sheet.write(words, "small", 24, 8)
        sheet.skip(5)
        sheet.shapes.insert(
            place, Box(f"place-{region}", 2, top, sheet.width - 4, round(sheet.y - top, 1))
        )
        sheet.skip(5)


def _draw_dots(sheet: Sheet, number: int, look: str) -> None:
    for one in range(number):
        row, column = divmod(one, _DOTS_IN_A_ROW)
        sheet.add(Spot(look, 15 + column * _DOT, round(sheet.y + 6 + row * _DOT, 1), 3.5))
    sheet.skip(_DOT * (1 + (number - 1) // _DOTS_IN_A_ROW) + 2)
