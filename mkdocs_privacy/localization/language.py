"""One language: its words from the catalog; dates, periods, countries and lists through Babel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit
from isoduration import parse_duration
from markupsafe import Markup

from mkdocs_privacy.localization.catalogs import MessageCatalog
from mkdocs_privacy.localization.filling_in import fill_in
from mkdocs_privacy.localization.grammar import elide, is_composed, one_in_words
from mkdocs_privacy.localization.isolation import isolated
from mkdocs_privacy.localization.prose import render_prose
from mkdocs_privacy.localization.typography import nest_quotes, typeset
from mkdocs_privacy.model import Text, base_language

_LIST_STYLES: tuple[Literal["standard", "or"], ...] = ("standard", "or")
_UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")


class UnknownMessage(KeyError):
    """A template asks for a message that no catalog has."""


@dataclass(frozen=True)
class Localization:
    """One language: its catalog, and its way to write dates, periods, countries and lists."""

    language: str
    """As the site names it: `nl`, `fr-BE`."""
    catalog: MessageCatalog

    @cached_property
    def locale(self) -> Locale:
        """The Babel locale; English without a region is that of Europe, which writes 7 January."""
        return Locale.parse("en_150" if self.language == "en" else self.language.replace("-", "_"))

    @cached_property
    def base(self) -> str:
        """The language without its region, whose typography it has."""
        return base_language(self.language)

    @cached_property
    def _said(self) -> dict[str, Markup]:
        return {}

    @cached_property
    def _dates(self) -> dict[date, str]:
        return {}

    @cached_property
    def _periods(self) -> dict[str, str]:
        return {}

    @cached_property
    def _listed_countries(self) -> dict[tuple[str, ...], Markup]:
        return {}

    @cached_property
    def _joins(self) -> tuple[str, ...]:
        """What stands before the last of a list: “en” and “of”, with their spaces."""
        return tuple(
            format_list(["", ""], style=style, locale=self.locale) for style in _LIST_STYLES
        )

    def message(self, id: str, **values: Any) -> Markup:
        """The catalog's sentence under `id`; it is HTML, the values filled in are escaped."""
        if not values and id in self._said:
            return self._said[id]
        sentence = self.catalog.ugettext(id)
        if sentence == id:
            raise UnknownMessage(id)
        if not values:
            self._said[id] = Markup(self.typeset(sentence)).format()
            return self._said[id]
        return self._fill(sentence, values)

    def plural(self, id: str, count: int, **values: Any) -> Markup:
        """The sentence under `id` in the form that goes with a number, which is `{number}`."""
        sentence = self.catalog.ungettext(id, id, count)
        if sentence == id:
            raise UnknownMessage(id)
        return self._fill(sentence, {"number": count, **values})

    def plural_forms(self, id: str, up_to: int, number: Any, **values: Any) -> dict[str, Markup]:
        """The sentence under `id` by CLDR's name of each form that numbers up to `up_to` take.

        `number` stands in the place of the number, which only a script will know.
        """
        form = self.locale.plural_form
        samples = {form(count): count for count in range(up_to, -1, -1)}
        return {
            name: self.plural(id, count, **{**values, "number": number})
            for name, count in sorted(samples.items())
        }

    def _fill(self, sentence: str, values: Mapping[str, Any]) -> Markup:
        alone = {name: self._filled_in(value, name, sentence) for name, value in values.items()}
        for name, value in values.items():  # a name that ends in a full stop ends the sentence
            if str(value).endswith("."):
                sentence = sentence.replace(f"{{{name}}}.", f"{{{name}}}")
        filled = fill_in(self.typeset(sentence), alone)  # catalogs are HTML
        return Markup(elide(filled)) if self.locale.language == "fr" else filled

    def _filled_in(self, value: Any, name: str, sentence: str) -> Any:
        """A value as it stands in a sentence: how many in groups of digits, and words alone."""
        if name == "number" and isinstance(value, int) and value >= 1000:  # no year is
            return format_decimal(value, locale=self.locale)
        if isinstance(value, str) and ("‘" in value or "«" in value):
            value = nest_quotes(value, name, sentence)
        return isolated(value)

    def id_in_country(self, id: str, country: str) -> str:
        """The message that says `id` in the words of a country, which is `id.BE`, or else `id`."""
        own = f"{id}.{country}"
        return own if own in self.catalog and own not in self.catalog.borrowed else id

    def text(self, text: Text | None) -> str:
        """The words of a text, or nothing where there is none."""
        if not text:
            return ""
        if text.by_language and self.language in text.by_language:  # nearly always
            return typeset(text.by_language[self.language], self.base)
        return self._set(text.in_language(self.language), text)

    def typeset(self, words: str) -> str:
        """Words, or HTML, in the typography of the language."""
        return typeset(words, self.locale.language)

    def _set(self, words: str, text: Text) -> str:
        """The words of a text, or HTML of them, in the typography of the language they are in."""
        return typeset(words, base_language(text.language_for(self.language)))

    def prose(self, text: Text | None, level: int = 3) -> Markup:
        """A Markdown text as sanitised HTML, its own headings beginning at `level`."""
        if not text:
            return Markup()
        return Markup(self._set(render_prose(text.in_language(self.language), level), text))

    def date(self, day: date) -> str:
        """A date in words: 7 januari 2021, 1er janvier 2026, 7 January 2021."""
        if day not in self._dates:
            self._dates[day] = self.typeset(_long_date(day, self.locale))
        return self._dates[day]

    def period(self, period: str) -> str:
        """An ISO 8601 period in words: 13 maanden, 2 ans, 30 minutes."""
        if period not in self._periods:
            self._periods[period] = self.typeset(self._in_words(period))
        return self._periods[period]

    def _in_words(self, period: str) -> str:
        duration = parse_duration(period)
        amounts = {
            unit: getattr(duration.date if index < 4 else duration.time, unit)
            for index, unit in enumerate(_UNITS)
        }
        parts = [self._amount(amount, unit) for unit, amount in amounts.items() if amount]
        # not style="unit": CLDR lacks patterns for three units in Dutch, and Babel then raises
        return format_list(parts or [self._amount(Decimal(), "seconds")], locale=self.locale)

    def _amount(self, amount: Decimal, unit: str) -> str:
        number = int(amount) if amount == int(amount) else amount
        name = f"duration-{unit.removesuffix('s')}"
        words = format_unit(number, name, length="long", locale=self.locale)
        # CLDR has no long form of Dutch days and hours, and Babel then prints the unit's own id
        if name in words:
            words = format_unit(number, name, length="short", locale=self.locale)
        return one_in_words(words, unit, self.locale.language)

    def cite(self, article: str) -> Markup:
        """A provision of the GDPR, written `17(3)(b)`, as a sentence cites it, in brackets."""
        match article.replace(")", "").split("("):
            case [number, paragraph, point]:
                return self.message(
                    "rights.article_point", article=number, paragraph=paragraph, point=point
                )
            case [number, paragraph]:
                return self.message("rights.article_paragraph", article=number, paragraph=paragraph)
        return self.message("rights.article", article=article)

    def country(self, code: str) -> str:
        """The name of a country: België, Pays-Bas, United States."""
        return str(self.locale.territories.get(code, code))

    def countries(self, codes: tuple[str, ...]) -> Markup:
        """The names of countries as a list."""
        if codes not in self._listed_countries:
            self._listed_countries[codes] = self.listed(map(self.country, codes))
        return self._listed_countries[codes]

    def name_in_itself(self, code: str) -> str:
        """The name of a language in itself: Nederlands, français, English."""
        return str(Locale.parse(code, sep="-").get_display_name() or code)

    def name_of_language(self, code: str) -> str:
        """The name of a language in this one: Frans, français, French."""
        return str(self.locale.languages.get(base_language(code), code))

    def listed(
        self, words: Iterable[str], style: str = "standard", *, are_quoted: bool = False
    ) -> Markup:
        """Words as a list in a sentence: a, b en c; Markup stays as it is, the rest is escaped.

        Where one of them has a comma, an “en” or an “of” of its own, all stand apart: a; c of d; e.
        Where one of them is meant, the last keeps its “of”: a; c of d; of e.
        Those between quotation marks already stand apart: ‘a, b’, ‘c en d’ en ‘e’.
        """
        # Babel only joins, so escaping before it is escaping all of it
        escaped = [str(Markup.escape(isolated(word))) for word in words]
        if len(escaped) == 1:
            return Markup(escaped[0])
        if not are_quoted and any(_is_composed(one, self._joins) for one in escaped):
            if style == "or":
                escaped[-1] = self._joins[_LIST_STYLES.index("or")].lstrip() + escaped[-1]
            return self.message("list.separator").join(map(Markup, escaped))
        return Markup(format_list(escaped, style=style, locale=self.locale))  # type: ignore[arg-type]


def _long_date(day: date, locale: Locale) -> str:
    if locale.language == "fr" and day.day == 1:
        # CLDR has no ordinal for the first of the month, French typography does
        return format_date(day, "d'er' MMMM y", locale=locale)
    return format_date(day, "long", locale=locale)


@lru_cache(maxsize=4096)  # the names of recipients stand in the lists of many uses
def _is_composed(html: str, joins: tuple[str, ...]) -> bool:
    """The same of words as HTML."""
    return is_composed(Markup(html).striptags(), joins)
