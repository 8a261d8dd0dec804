"""Writes docs/reference/ from the options, the model, the catalogue, the catalogs and the commands.

Also the templates of the catalogs in locales/, and the picture in docs/architecture.md.
Run `make docs` after changing one of them; tests/test_docs.py refuses a page that is out of date.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import click
import picture
import shipped_entries
import translating
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from pydantic.fields import FieldInfo

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.cli import main as command_line
from mkdocs_privacy.findings import (
    IN_A_TERMINAL,
    LAW_LANGUAGES,
    LINES,
    Rule,
    Severity,
    article_in_words,
    law_text,
)
from mkdocs_privacy.localization import FormOfAddress
from mkdocs_privacy.model import (
    Also,
    Markdown,
    OneOrMore,
    PrivacyCenter,
    Record,
    ShortForm,
    Taken,
    TakenProcessor,
    TakenWords,
    Text,
    descriptions,
    scalars,
)
from mkdocs_privacy.pictures import PictureOptions, PicturePage
from mkdocs_privacy.registry import RULES, FindingOptions
from mkdocs_privacy.releases import FIELD_RULES, Shape, Topic, Verb
from mkdocs_privacy.requests import RequestFormat, RequestOptions
from mkdocs_privacy.requests.options import Endpoint, FidesOptions
from mkdocs_privacy.shipped import shipped
from mkdocs_privacy.site import CenterOptions, OwnAddresses

REFERENCE = Path(__file__).parent / "reference"

NOTE = "<!-- Written by docs/generate.py: run `make docs`, do not edit. -->"

SCALARS: Mapping[str, tuple[Any, str]] = {
    "string": (
        scalars.NonEmpty,
        "Some words, the same in every language: at least one character, and at most 5,000.",
    ),
    "id": (
        scalars.Slug,
        "Lower-case letters, digits and hyphens: `mollie-payments`. "
        "Ids become part of addresses, so keep them once the site is public.",
    ),
    "period": (
        scalars.Period,
        "An ISO 8601 period: `P7Y` (7 years), `P13M` (13 months), `P30D` (30 days), "
        "`PT30M` (30 minutes). "
        "In whole numbers, and 150 years at most.",
    ),
    "term": (
        scalars.Term,
        "A period of whole days, from a day to a year: `P1M` (a month), `P3W` (3 weeks), "
        "`P14D` (14 days).",
    ),
    "duration": (scalars.Lifetime, "A period, `session`, or `persistent` until deleted."),
    "country": (scalars.CountryCode, "A country code of two letters (ISO 3166-1): `BE`, `NL`."),
    "date": (scalars.IsoDate, "A date as year-month-day: `2021-01-07`."),
    "web address": (
        scalars.Url,
        "A whole address that begins with `https://` or `http://`.",
    ),
    "web addresses": (
        scalars.UrlText,
        "A web address, or one for each language: `{nl: https://…, fr: https://…}`.",
    ),
    "telephone number": (
        scalars.Phone,
        "A telephone number, best in international form: `+32 2 123 45 67`.",
    ),
    "endpoint": (
        Endpoint,
        "An address that begins with `https://`, or with `http://` on this machine; `{language}` "
        "and `{right}` may stand in its path.",
    ),
    "link": (scalars.Link, "A web address, a path that begins with `/`, or `#…`."),
    "e-mail address": (scalars.Email, "An e-mail address: `privacy@example.be`."),
    "audience id": (
        scalars.AudienceId,
        "An id that stands under `audiences:`, or one from the "
        "[catalogue](catalogue.md#audiences).",
    ),
    "personal data id": (
        scalars.PersonalDataId,
        "An id that stands under `personal_data:`, or one from the "
        "[catalogue](catalogue.md#personal-data).",
    ),
    "activity id": (scalars.ActivityId, "An id that stands under `activities:`."),
    "processor id": (scalars.ProcessorId, "An id that stands under `processors:`."),
    "cookie service id": (scalars.CookieServiceId, "An id that stands under `cookies:`."),
}
"""What the data reference calls each kind of single value, and what it says of it."""

VALUE_MESSAGES = {
    "LegalBasis": "basis.{}",
    "SpecialBasis": "special_basis.{}",
    "SpecialCategory": "special.{}",
    "ProcessorCategory": "category.{}",
    "CookieCategory": "cookie_category.{}",
    "TrackerType": "tracker.{}",
    "Party": "party.{}",
    "Permission": "permission.{}",
    "Right": "right.{}.title",
    "RequestType": "right.{}.title",
    "Consent": "consent.{}",
    "Afterwards": "retention.{}",
    "SectionPage": "{}.title",
}
"""Where a list of values has no docstrings of its own: the messages that name them on the pages."""


def options_page() -> str:
    """Every option of the plugin."""
    return _page(
        "Options",
        "Set these options in `mkdocs.yml` under `privacy-center:`. All are optional. What the "
        "pages say is in the [data](data.md).",
        _table(("option", "default", "meaning"), _summary_of_options()),
        f"An example with the most common options:\n\n```yaml\n{OPTIONS_EXAMPLE}```",
        *_options(CenterOptions, ""),
    )


OPTIONS_EXAMPLE = """\
plugins:
  - privacy-center:
      data_dir: privacy # the folder with the data
      path: legal/privacy # without it, the privacy center is the whole site
      languages: [nl, fr, en]
      translates_addresses: true # /ontvangers/, /fr/destinataires/
      form_of_address: {nl: informal, fr: formal}
      requests: # without it, the pages offer e-mail and a letter
        endpoint: https://requests.example.be/privacy/{language}/{right}
        format: json
      findings:
        ignore: [unverified-facts]
"""


def _summary_of_options() -> Iterator[Sequence[str]]:
    """A row for each option: a link to what the page says of it, its default, one sentence."""
    for name, field in CenterOptions.model_fields.items():
        is_record = name in RECORDS_OF_OPTIONS or (
            isinstance(field.annotation, type) and issubclass(field.annotation, Record)
        )
        summary = re.split(r"(?<=\.) ", _on_one_line(CenterOptions, name))[0]
        default = "" if is_record else _default_of_option(field)
        yield f"[`{name}`](#{name})", default, summary


def _options(options: type[Record], prefix: str) -> Iterator[str]:
    level = "###" if prefix else "##"
    for name, field in options.model_fields.items():
        inner = field.annotation
        if name in RECORDS_OF_OPTIONS:
            yield from _options_of_a_record(name)
        elif isinstance(inner, type) and issubclass(inner, Record):
            yield f"## `{prefix}{name}`\n\n{_on_one_line(options, name)}"
            yield from _options(inner, f"{name}.")
        else:
            facts = f"{_kind_of_option(inner)}. Default: {_default_of_option(field)}."
            yield f"{level} `{prefix}{name}`\n\n{_on_one_line(options, name)}\n\n{facts}"


def _on_one_line(record: type[Record], name: str) -> str:
    return " ".join(descriptions(record).get(name, "").split())


def _kind_of_option(kind: Any) -> str:
    if kind in (bool, bool | None):
        return "`true` or `false`"
    if get_origin(kind) is tuple:
        return "A list of language codes" if get_args(kind)[0] is str else "A list of folders"
    if kind is str:
        return "Text"
    if kind == date | None:
        return "A day: `2026-03-01`"
    if kind == dict[str, FormOfAddress]:
        return "A mapping from language to `formal` or `informal`"
    if kind == dict[str, tuple[str, ...]]:
        return "A mapping from directive to a list of sources"
    if kind == OwnAddresses:
        return "A mapping from language to a mapping from page to one address or a list of them"
    raise TypeError(f"say what {kind} accepts")


def _default_of_option(field: FieldInfo) -> str:
    default = field.get_default(call_default_factory=True)
    if default in ("", None, {}, ()):
        return "not set"
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


RECORDS_OF_OPTIONS: Mapping[str, Sequence[type[Record] | type[StrEnum]]] = {
    "requests": (RequestOptions, FidesOptions, RequestFormat),
    "pictures": (PictureOptions, PicturePage),
    "findings": (FindingOptions, Severity),
}
"""The options that are a record like those of the data, by name, and what they consist of."""


def _options_of_a_record(name: str) -> Iterator[str]:
    first, *others = RECORDS_OF_OPTIONS[name]
    here = [f"(#{_anchor(_title(one))})" for one in others]
    for one in (first, *others):
        if issubclass(one, Record):
            title = f"`{name}`" if one is first else _title(one)
            table = _fields_of(one, title, inspect.getdoc(one) or "", ())
        else:
            table = _values_of(one)
        yield re.sub(r"\(#[\w-]+\)", lambda found: _elsewhere(found[0], here), table)


def _elsewhere(anchor: str, here: Sequence[str]) -> str:
    """A link to the data reference, unless what it leads to stands on this page."""
    return anchor if anchor in here else anchor.replace("(#", "(data.md#")


def data_page() -> str:
    """Every record of the model and its fields."""
    used = list(records())
    return _page(
        "Data",
        "This page lists all keys of the `*.yml` files in the data folder. The plugin reads "
        "all files and merges them by their top-level keys, so you can name the files as you "
        "like. An unknown key, a missing key, or a wrong value is an error with its file and line. "
        "`mkdocs-privacy schema` writes the same as a JSON Schema, for completion in an editor.",
        "Save the files as UTF-8. Inside `{…}` or `[…]`, put a text that contains a comma in "
        "quotes, because YAML ends it at the comma. The plugin ignores files that systems and "
        "editors leave behind: names that begin with `.` or `~$` or end in `~` or `#`, "
        "`Thumbs.db` and the like.",
        "The examples on this page are in English only. In a site with several languages, "
        "write each text in all of them: `{nl: …, fr: …, en: …}`.",
        _fields_of(PrivacyCenter, "Top-level keys", PrivacyCenter.__doc__ or "", ()),
        *(
            _fields_of(record, _title(record), record.__doc__ or "", places)
            for record, places in used
        ),
        _fields_of(Taken, "Taken from the catalogue", Taken.__doc__ or "", ["activities.<id>"]),
        _fields_of(Also, "Also", Also.__doc__ or "", ["activities.<id>.also"]),
        _fields_of(
            TakenProcessor,
            "Brought with a recipient",
            TakenProcessor.__doc__ or "",
            ["processors.<id>"],
        ),
        _fields_of(
            TakenWords,
            "Words from the catalogue",
            TakenWords.__doc__ or "",
            [
                "rights",
                "rights.each.<right>",
                "consent",
                "changes",
                "measures.<id>",
                "sections.<id>",
            ],
        ),
        "## Kinds of values",
        *_kinds_of_values(),
        "## Lists of values",
        *(_values_of(listed) for listed in sorted(enumerations(), key=lambda one: one.__name__)),
    )


def records() -> Iterator[tuple[type[Record], Sequence[str]]]:
    """Every record below the center, in the order of the top-level keys, and where it stands."""
    places: dict[type[Record], list[str]] = {}

    def visit(record: type[Record], path: str, within: tuple[type[Record], ...]) -> None:
        for name, annotation in _annotations(record).items():
            for inner, below in _records_in(annotation):
                place = f"{path}{name}{below}"
                places.setdefault(inner, []).append(place)
                if inner not in within:
                    visit(inner, f"{place}.", (*within, inner))

    visit(PrivacyCenter, "", ())
    yield from places.items()


def _records_in(annotation: Any) -> Iterator[tuple[type[Record], str]]:
    """The records inside an annotation, each with the rest of the way to it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _records_in(get_args(annotation)[0])
    elif origin is dict:
        key, value = get_args(annotation)
        name = "right" if _is_enumeration(key) else "name" if key == scalars.NonEmpty else "id"
        yield from ((record, f".<{name}>{rest}") for record, rest in _records_in(value))
    elif origin in (tuple, Union, UnionType):
        for part in get_args(annotation):
            yield from _records_in(part)
    elif isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation, ""


def _annotations(record: type[Record]) -> Mapping[str, Any]:
    """The annotations of a record's fields, by the name they have in YAML."""
    hints = get_type_hints(record, include_extras=True)
    return {field.alias or name: hints[name] for name, field in record.model_fields.items()}


def _fields_of(record: type[Record], title: str, description: str, places: Sequence[str]) -> str:
    annotations = _annotations(record)
    rows = []
    for name, field in record.model_fields.items():
        key = field.alias or name
        rows.append(
            (f"`{key}`", _kind(annotations[key]), _presence(field), _described(record, name))
        )
    where = f"Key: {', '.join(f'`{place}`' for place in places)}." if places else ""
    use = "With `use`, the catalogue fills in the required keys." if "use" in annotations else ""
    example = f"```yaml\n{EXAMPLES[title]}```" if title in EXAMPLES else ""
    heads = ("key", "type", "needed", "meaning")
    parts = [f"## {title}", _one_line(description), where, example, use, _table(heads, rows)]
    return "\n\n".join(part for part in parts if part)


EXAMPLES: Mapping[str, str] = {
    "Organisation": """\
organisation:
  name: Example Shop
  address: {street: Kerkstraat 1, postal_code: "2580", city: Putte, country: BE}
  website: https://www.example.be
  contact: {email: hello@example.be, phone: +32 2 123 45 67}
  data_protection_officer: none
""",
    "Audience": """\
audiences:
  customers:
    title: Customers
    description: You order from us or have an account.
""",
    "Activity": """\
activities:
  orders:
    title: Orders
    audiences: [customers]
    purposes: [deliver your order]
    personal_data: [name, postal-address, order]
    legal_basis: contract
    retention: {period: P3Y, from: after delivery}
    processors: [mollie]
""",
    "Processor": """\
processors:
  mollie: # from the catalogue, with the data that it gets from you
    use: mollie
    personal_data: [name, email, payment]
  courier: # your own words
    name: Fast Couriers
    category: delivery
    role: processor
    country: BE
    service: delivers parcels
""",
    "Cookie service": """\
cookies:
  shop:
    name: Our shop
    category: necessary
    purpose: make the shop work
    items:
      cart: {purpose: remembers your cart, duration: P1D}
""",
    "Rights policy": """\
rights:
  deadline: P1M
  how: Use the form, or e-mail us.
""",
    "Measure": """\
measures:
  encryption:
    title: Encrypted connection
    description: Everything that you enter travels encrypted (TLS).
""",
    "Change policy": """\
changes:
  how: We e-mail our customers when something important changes.
  notice_period: P1M
""",
}
"""An example of the most important records, by title; together they are the data of a site."""


def _described(record: type[Record], name: str) -> str:
    if name not in descriptions(record):
        raise ValueError(f"{record.__name__}.{name} has no docstring")
    return _one_line(descriptions(record)[name])


def _presence(field: FieldInfo) -> str:
    if field.is_required():
        several = get_origin(field.annotation) in (dict, tuple)
        return "required, at least one" if several and field.metadata else "required"
    default = field.get_default(call_default_factory=True)
    if default is None or default in ((), {}) or isinstance(default, Record):
        return ""
    if isinstance(default, Mapping):
        entries = ", ".join(f"{name}: {value}" for name, value in default.items())
        return f"default `{{{entries}}}`"
    return f"default `{str(default).lower() if isinstance(default, bool) else default}`"


def _kind(annotation: Any) -> str:
    for name, (scalar, _) in SCALARS.items():
        if annotation == scalar:
            return f"[{name}](#{_anchor(name)})"
    origin = get_origin(annotation)
    arguments = [part for part in get_args(annotation) if part is not NoneType]
    if origin is Annotated:
        is_shorthand = any(isinstance(one, OneOrMore) for one in arguments)
        return _kind_of_several(arguments[0]) if is_shorthand else _kind(arguments[0])
    if origin in (Union, UnionType):
        return " or ".join(_kind(part) for part in arguments)
    if origin is tuple:
        return f"list of {_kind(arguments[0])}"
    if origin is dict:
        return f"mapping from {_kind(arguments[0])} to {_kind(arguments[1])}"
    if origin is Literal:
        return " or ".join(f"`{one}`" for one in arguments)
    plain = {bool: "`true` or `false`", int: "whole number", Text: "[text](#text)", str: "string"}
    if annotation in plain:
        return plain[annotation]
    if annotation is Markdown:
        return "[Markdown](#markdown)"
    if isinstance(annotation, type) and issubclass(annotation, (Record, StrEnum)):
        return f"[{_title(annotation)}](#{_anchor(_title(annotation))})"
    raise TypeError(f"{annotation} has no name for readers: give it one in SCALARS")


def _kind_of_several(annotation: Any) -> str:
    """What may be written as one, as the word of one, or as a list of them."""
    entry = get_args(annotation)[0]
    words = [_annotations(entry)[entry.short_form]] if issubclass(entry, ShortForm) else []
    one = " or ".join(map(_kind, (*words, entry)))
    return f"{one}, or a list of them"


def _kinds_of_values() -> Iterator[str]:
    yield (
        "### Text\n\nWords in every language of the site, `{nl: Klanten, fr: Clients, en: "
        "Customers}`, or a single string where the words are the same in all of them. A language "
        "that is missing is an error. `nl` also serves `nl-BE`."
    )
    yield (
        "### Markdown\n\nA text in Markdown: paragraphs, lists, tables, links. Images and anything "
        "that could do harm are left out."
    )
    for name, (_, description) in SCALARS.items():
        yield f"### {name[:1].upper()}{name[1:]}\n\n{description}"


def enumerations() -> set[type[StrEnum]]:
    """Every list of values that a field can take."""
    found: set[type[StrEnum]] = set()

    def visit(annotation: Any) -> None:
        if _is_enumeration(annotation):
            found.add(annotation)
        for part in get_args(annotation):
            visit(part)

    everything: list[type[Record]] = [PrivacyCenter, *(record for record, _ in records())]
    for record in everything:
        for annotation in _annotations(record).values():
            visit(annotation)
    return found


def _is_enumeration(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, StrEnum)


def _values_of(listed: type[StrEnum]) -> str:
    rows = [(f"`{member}`", meaning) for member, meaning in meanings(listed).items()]
    description = _one_line(inspect.getdoc(listed) or "")
    return f"### {_title(listed)}\n\n{description}\n\n{_table(('value', 'meaning'), rows)}"


def meanings(listed: type[StrEnum]) -> Mapping[StrEnum, str]:
    """What each value means: its docstring, or else its name on the pages."""
    written = attribute_docstrings(listed)
    named = VALUE_MESSAGES.get(listed.__name__)
    return {
        member: written.get(member.name)
        or (_plain(english()[named.format(member)].string) if named else "")
        for member in listed
    }


def catalogue_page() -> str:
    """What `use:` can name, and where each fact comes from."""
    catalogue = shipped_catalogue()
    services = ("id", "name", "category", "country", "recipient", "comes along", "facts")
    return _page(
        "Catalogue",
        "The ids on this page can be used with `use:`, such as "
        "`processors: {mollie: {use: mollie}}`. Your own fields take "
        "precedence over the shipped ones, field by field. An empty value removes a shipped item "
        "from `items`.",
        "**The catalogue is a starting point: check every fact that is not verified.** “Verified” "
        "means that somebody read the pages of the service or the authority on that date, except "
        "for the fields that are named. For the others, the date is that of the entry. For "
        "processors and cookie services, `mkdocs-privacy check` lists the facts that you use and "
        "that are not verified. No listing under the Data Privacy Framework was checked.",
        "Below each table you find everything that `use:` fills in. Texts are shipped in "
        "Dutch, French and English; this page shows the English. Write `service:` or "
        "`purpose:` yourself only if it is different for you.",
        "## How much is verified\n\n“In every field” counts the entries of which no field is named "
        "as not verified.\n\n"
        + _table(("part", "entries", "verified", "in every field"), shipped_entries.counts()),
        "## Processors\n\nA processor receives what it can need of the data that its activities "
        "use: the second table says what it can need. If it receives other data from you, write "
        "`personal_data`, which is a list, or `all` that its activities use.\n\n"
        + _table(
            ("id", "name", "category", "role", "country", "facts"),
            [
                (
                    f"`{id}`",
                    _in_english(entry["name"]),
                    f"`{entry['category']}`",
                    f"`{entry['role']}`" if "role" in entry else "not known",
                    entry.get("country", ""),
                    _facts(entry["facts"]),
                )
                for id, entry in catalogue.processors.items()
            ],
        ),
        "### What a processor can need, and what you should know\n\n"
        + _table(
            ("id", "personal data", "advice"),
            [
                (
                    f"`{id}`",
                    "all that its activities use"
                    if usual == "all"
                    else ", ".join(f"`{one}`" for one in usual),
                    _plain(catalogue.advice.get(id, "")),
                )
                for id, usual in catalogue.usually_receives.items()
            ],
        ),
        "### What a processor brings\n\n" + shipped_entries.shipped_processors(),
        "## Cookie services\n\nA service and the recipient of its data come together: with "
        "`cookies: {statistics: {use: google-analytics-4}}` you also get the recipient "
        "`google-analytics`, unless you have an entry for it or write `processor: none`. In the "
        "other direction, `processors: {google: {use: google-analytics}}` brings the services "
        "that are marked “comes along”, unless your cookie table has one of that recipient or you "
        "write `cookies: none`. Name others yourself, such as "
        "`processors: {mailchimp: {use: mailchimp, cookies: mailchimp-email}}`.\n\n"
        + _table(
            services,
            [
                (
                    f"`{id}`",
                    _in_english(entry["name"]),
                    f"`{entry['category']}`",
                    entry.get("country", ""),
                    f"`{catalogue.recipients[id]}`" if id in catalogue.recipients else "",
                    "yes" if id in catalogue.come_along else "",
                    _facts(entry["facts"]),
                )
                for id, entry in catalogue.cookies.items()
            ],
        ),
        "### What a cookie service brings\n\n" + shipped_entries.shipped_cookies(),
        "## Activities\n\n`activities: {orders: {use: orders}}` brings all of an activity, and the "
        "audiences that it names. Fields that you write beside it take precedence. `without` "
        "removes personal data or audiences, and `also` adds to the lists: see "
        "[the data reference](data.md#taken-from-the-catalogue). Every recipient of the site that "
        "is of one of its `recipient_categories` receives the data, unless you write `processors` "
        "or name it in another activity. One that gets nothing but what its cookie service brings "
        "joins the activities that the service is a part of instead. “Verified” means that the "
        "law itself was read.\n\n"
        + _table(
            ("id", "title", "facts"),
            [
                (f"`{id}`", _in_english(entry["title"]), _facts(entry["facts"]))
                for id, entry in catalogue.activities.items()
            ],
        ),
        "### What an activity brings\n\nOf what stands under `by_country` you get what holds in "
        "your organisation’s country, or what stands under `otherwise`. Where texts address the "
        "reader, they do it as `form_of_address` says.\n\n" + shipped_entries.shipped_activities(),
        "## Audiences\n\nThese ids need no `use:`: an activity names them. With "
        "`audiences: {buyers: {use: customers}}` you have one under an id of your own.\n\n"
        "### What an audience brings\n\n" + shipped_entries.shipped_words("audiences"),
        *_shipped_words(),
        "## Personal data\n\nThese ids need no `use:`. Name them in the `personal_data` of an "
        "activity. To change one, write an entry with the same id under `personal_data:`.\n\n"
        + _table(
            ("id", "title", "examples"),
            [
                (f"`{id}`", _in_english(entry["title"]), _in_english(entry.get("examples", "")))
                for id, entry in catalogue.personal_data.items()
            ],
        ),
        "## Supervisory authorities\n\nBy default, the authority of the organisation’s country is "
        "used. To choose another, write `supervisory_authority: {use: DE-NW}`.\n\n"
        + _table(
            ("id", "name", "facts"),
            [
                (
                    f"`{code}`",
                    _in_english(entry["name"]),
                    _facts(catalogue.authority_facts[code].model_dump(mode="json")),
                )
                for code, entry in catalogue.authorities.items()
            ],
        ),
        "## Further rights\n\nRights that other laws than the GDPR give: `rights: {further: "
        "{directives: {use: fr-after-death}}}`.\n\n"
        + _table(
            ("id", "title", "law", "facts"),
            [
                (
                    f"`{id}`",
                    _in_english(entry["title"]),
                    _in_english(entry["law"]),
                    _facts(entry["facts"]),
                )
                for id, entry in catalogue.further_rights.items()
            ],
        ),
        "## Consent of children\n\nFrom which age a child can consent alone to an online service "
        "that is offered to it directly (GDPR article 8). The pages give it where an activity has "
        "`offered_to_children: true`, for your own country and those in `serves_countries`.\n\n"
        + _table(
            ("country", "age", "below it", "facts"),
            [
                (
                    f"`{code}`",
                    str(rule.age),
                    "child and parent together" if rule.jointly else "a parent",
                    _facts(rule.facts.model_dump(mode="json")),
                )
                for code, rule in catalogue.child_consent.items()
            ],
        ),
        "## Adequacy decisions\n\nThe countries that the European Commission decided to protect "
        "personal data adequately (GDPR article 45). After its last day a decision protects "
        "nobody: the pages say so of every transfer that rests on it, and `check` names it.\n\n"
        + _table(("country", "covers only", "last day", "facts"), shipped_entries.decisions()),
        "## Consent to statistics\n\nWhether statistics that store or read something on a device "
        "need consent (ePrivacy Directive, article 5(3)).\n\n"
        + _table(("country", "law", "statistics", "facts"), shipped_entries.exemptions()),
        "## Terms\n\nHow long data may or must be kept, by country; a limitation period obliges "
        "nobody to keep data. An activity from the catalogue takes the term that has its id: "
        "`invoices`, `patient-files`, `cameras`, `job-applications`, `guarantee` (in `orders`), "
        "`security-logs` (in `website-security`), `prospects`. The others are for you to read.\n\n"
        + _table(
            ("country", "id", "about", "kind", "term", "from", "ground", "facts"),
            shipped_entries.terms(),
        ),
        "## Laws\n\nThe names of laws that the texts of the catalogue use.\n\n"
        + _table(("id", "name", "facts"), shipped_entries.laws()),
    )


WORDS = {
    "measures": (
        "Measures",
        "`measures: {encryption: {use: tls}}`. Take only those that are true of you.",
    ),
    "promises": (
        "Promises",
        "`notice: {promises: [{use: not-sold}]}`. What an entry has as `claim` is compared with "
        "your data: `check` reports data that says otherwise, as an error.",
    ),
    "requests": (
        "How requests are dealt with",
        "`rights: {use: by-mail}`. The deadlines are those of the law, unless you write others.",
    ),
    "rights": (
        "What there is to say of a right",
        "`rights: {each: {access: {use: access-names}}}`. An id begins with the right that it is "
        "about.",
    ),
    "consent": ("Consent", "`consent: {use: banner, service: complianz}`."),
    "changes": ("Changes of the policy", "`changes: {use: a-month-ahead}`."),
    "sections": (
        "Sections",
        "`sections: {children: {use: children}}`. Each entry of `body` is a paragraph. If you have "
        "files for a section with that id, their texts are used instead.",
    ),
    "texts": (
        "Texts",
        "`where` names the field for which a text is: `organisation: {complaints: {use: "
        "complaints-a-month}}`.",
    ),
}
"""The kinds of entries that are words alone: what the page of the catalogue says of them."""


def _shipped_words() -> Iterator[str]:
    """A section for each kind of words, with where each entry comes from."""
    for kind, (title, about) in WORDS.items():
        rows = [
            (f"`{id}`", _facts(entry["facts"]))
            for id, entry in getattr(shipped_catalogue(), kind).items()
        ]
        entries = shipped_entries.shipped_words(kind)
        yield f"## {title}\n\n{about}\n\n{_table(('id', 'facts'), rows)}\n\n{entries}"


def _facts(facts: Mapping[str, Any]) -> str:
    return _plain(shipped_entries.facts(facts))


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(f"`{id}`" for id in ids)


def _in_english(written: Any) -> str:
    return _plain(written["en"] if isinstance(written, Mapping) else written)


def messages_page() -> str:
    """Every message id, its English words, and when a sentence is printed."""
    groups: dict[str, list[tuple[str, str, str]]] = {}
    for id, message in english().items():
        rows = groups.setdefault(id.partition(".")[0], [])
        words = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        when = " ".join(one.removeprefix("when: ") for one in message.user_comments)
        rows.append((f"`{id}`", "<br>".join(_plain(one) for one in words), when))
    return _page(
        "Messages",
        "The texts that the plugin itself puts on the pages, by message id, in English. To change "
        "some of them, write `privacy/locales/<language>/LC_MESSAGES/privacy.po`: see "
        "[Override templates and words](../how-to/override-templates-and-words.md). A name in "
        "`{braces}` is a placeholder. You may leave it out, but you cannot add another. "
        "Texts may contain HTML. The third column says when a sentence is printed.",
        *(
            f"## {group}\n\n{_table(('id', 'English', 'printed when'), rows)}"
            for group, rows in sorted(groups.items())
        ),
    )


@cache
def english() -> Mapping[str, Message]:
    """The English catalog, by message id."""
    with (shipped("locales") / "en/LC_MESSAGES/privacy.po").open("rb") as file:
        catalog = read_po(file, locale="en", abort_invalid=True)
    return {
        message.id[0] if isinstance(message.id, (tuple, list)) else message.id: message
        for message in catalog
        if message.id
    }


def command_line_page() -> str:
    """Every command and its options, as `--help` prints them."""
    if not isinstance(command_line, click.Group):
        raise TypeError("mkdocs_privacy.cli.main is no group of commands")
    return _page(
        "Command line",
        "The package installs the command `mkdocs-privacy`. A character that the encoding of the "
        "terminal cannot show is printed as an escape, such as `\\u202f`. To write UTF-8 to a "
        "file on Windows, set the environment variable `PYTHONUTF8=1`.",
        *_commands(command_line, "mkdocs-privacy"),
    )


def _commands(group: click.Group, path: str) -> Iterator[str]:
    context = click.Context(group, info_name=path)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            raise LookupError(f"{path} has no {name}")
        yield _command(f"{path} {name}", command)
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}")


def _command(path: str, command: click.Command) -> str:
    context = click.Context(
        command,
        info_name=path,
        terminal_width=88,
        max_content_width=88,
        help_option_names=command_line.context_settings["help_option_names"],
    )
    return f"## `{path}`\n\n```text\n{command.get_help(context).strip()}\n```"


def changes_page() -> str:
    """Every kind of change, and which of them are material."""
    return _page(
        "Changes",
        "This page lists the kinds of change in the changelog, and which of them are "
        "important: those that people must be told of. The classification follows the "
        "guidelines on transparency (WP260 rev.01, paragraphs 29 to 31) and the article that "
        "requires the information. A kind of change is a field and a verb, as in "
        "`processor.added`. Feeds and `diff --format json` use these names.",
        "A program cannot judge free text: titles, explanations, sections and introductions "
        "count as editorial. If a change in them is important, say so in the note of the "
        "release. A new order or a moved entry is not a change, and neither are changes of "
        + ", ".join(sorted(f"`{rule.field}`" for rule in FIELD_RULES if rule.shape in SILENT))
        + ".",
        _table(
            ("what happened", "means"),
            ((f"`{verb}`", meaning) for verb, meaning in VERBS.items()),
        ),
        *(
            f"## {_plain(english()[f'topic.{topic}'].string)}\n\n"
            + _table(("field", "important", "editorial", "because"), _rows_of_topic(topic))
            for topic in Topic
        ),
    )


SILENT = (Shape.UNPRINTED, Shape.POSITION)

VERBS: Mapping[Verb, str] = {
    Verb.ADDED: "It is new, or stated for the first time.",
    Verb.REMOVED: "It is gone, or no longer stated.",
    Verb.CHANGED: "It says something else.",
    Verb.TRANSLATED: "Its words changed in some of the languages only.",
    Verb.LENGTHENED: "A period is longer than it was.",
    Verb.SHORTENED: "A period is shorter than it was.",
    Verb.THIRD_COUNTRY: "It is new, and lies or goes outside the European Economic Area.",
    Verb.WITHOUT_CONSENT: "It is new, and the data says that no consent is needed.",
}


def _rows_of_topic(topic: Topic) -> Iterator[Sequence[str]]:
    for rule in FIELD_RULES:
        if rule.topic is topic and rule.kinds:
            verbs = {True: [], False: []}  # type: dict[bool, list[str]]
            for kind in rule.kinds:
                verbs[kind.material].append(f"`{kind.verb}`")
            yield f"`{rule.field}`", ", ".join(verbs[True]), ", ".join(verbs[False]), rule.ground


def rules_page() -> str:
    """Every rule that a finding can have."""
    return _page(
        "Rules",
        "This page lists everything that `mkdocs-privacy check`, a build and the other "
        "commands can report. Each finding ends with the name of its rule in brackets. "
        "`mkdocs-privacy check --explain unknown-key` prints the text of this page about a "
        "rule. You can choose rules and their severity with the option "
        "[`findings`](options.md#findings), except of those that are always an error. "
        "[Check in CI](../how-to/check-in-ci.md) has the rest: comments that ignore one finding, a "
        "baseline, fixes. An id is never used for another rule.",
        _table(
            ("id", "rule", "severity", "what it is about"),
            (
                (f"`{rule.id}`", f"[`{rule.slug}`](#{rule.slug})", _severity(rule), rule.summary)
                for rule in RULES
            ),
        ),
        *map(_rule, RULES),
    )


def _severity(rule: Rule) -> str:
    return "always an error" if rule.is_essential else str(rule.severity)


def _rule(rule: Rule) -> str:
    head = f"## {rule.slug}\n\n`{rule.id}`, {_severity(rule)}"
    sides = [("Wrong", rule.example.wrong), ("Right", rule.example.right)]
    sides += [(f"Does not fire where {sound.why}", sound.files) for sound in rule.silent_on]
    law = [f"Law: {'; '.join(map(_article, rule.basis))}."] if rule.basis else []
    return "\n\n".join([head, rule.explanation, *(_side(*side) for side in sides), *law])


def _article(reference: str) -> str:
    """An article with its text in three languages."""
    texts = [
        f"[{language}]({address})"
        for language in LAW_LANGUAGES
        if (address := law_text(reference, language))
    ]
    where = f" ({', '.join(texts)})" if texts else ""
    return f"{article_in_words(reference)}{where}"


def _side(title: str, files: Mapping[str, str]) -> str:
    blocks = []
    for name, content in files.items():
        # what is no text in an example is shown as a reader of the file would show it
        shown = content.encode("utf-8", "surrogateescape").decode("utf-8", "replace").rstrip()
        where = {LINES: "", IN_A_TERMINAL: f", {name}"}.get(name, f", `{name}`")
        blocks.append(f"{title}{where}:\n\n```text\n{shown}\n```")
    return "\n\n".join(blocks) or f"{title}: nothing."


def attribute_docstrings(cls: type) -> Mapping[str, str]:
    """The string below each attribute of a class, which Python itself does not keep."""
    [body] = [
        node.body
        for node in ast.parse(inspect.getsource(inspect.getmodule(cls) or cls)).body
        if isinstance(node, ast.ClassDef) and node.name == cls.__name__
    ]
    found = {}
    for statement, below in pairwise(body):
        if (
            isinstance(statement, ast.Assign)
            and isinstance(statement.targets[0], ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
        ):
            found[statement.targets[0].id] = _one_line(str(below.value.value))
    return found


def _page(title: str, *parts: str) -> str:
    return "\n\n".join((f"# {title}", NOTE, *parts)) + "\n"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |".replace("|  |", "| |") for cells in lines)


def _title(cls: type) -> str:
    """The name of a class in words: `CookieService` is a cookie service."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__)
    return words[:1] + words[1:].lower()


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _plain(words: Any) -> str:
    """Words that stay as they are inside a table in Markdown."""
    return re.sub(r"([\\`*_\[\]|<>~])", r"\\\1", _one_line(str(words)))


PAGES: Mapping[str, Callable[[], str]] = {
    "options.md": options_page,
    "data.md": data_page,
    "catalogue.md": catalogue_page,
    "messages.md": messages_page,
    "command-line.md": command_line_page,
    "changes.md": changes_page,
    "rules.md": rules_page,
}
"""What makes each reference page, by file name."""


def write() -> None:
    """Write every reference page."""
    REFERENCE.mkdir(exist_ok=True)
    for name, page in PAGES.items():
        (REFERENCE / name).write_text(page(), encoding="utf-8")
    translating.write()
    picture.write()


if __name__ == "__main__":
    write()
