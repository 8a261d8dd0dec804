"""What `init` must know of an organisation: each question, its option, and what is an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from mkdocs_privacy.catalogue import organisation_kinds, shipped_catalogue
from mkdocs_privacy.cli.languages import read_languages
from mkdocs_privacy.cli.services import read_services
from mkdocs_privacy.lint import company_number_problem
from mkdocs_privacy.localization import FormOfAddress, available_languages, postal_code_problem
from mkdocs_privacy.model import CountryCode, Email, NonEmpty, Url, base_language, suggestion
from mkdocs_privacy.shipped import translations

Given = Mapping[str, Any]
"""The answers so far, by the name of their question."""

NONE = "none"
"""The answer that there is no such thing."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that `init` asks; `read` raises ValueError for what is no answer."""

    name: str
    words: str
    read: Callable[[str, Given], Any]
    metavar: str = "TEXT"
    is_needed: bool = False
    """Whether there is no site without it; of the others a mark is left in the data."""
    is_asked: Callable[[Given], bool] = lambda _given: True
    """Whether it has a meaning beside the other answers."""
    suggested: Callable[[Given], str] = lambda _given: ""
    """What stands there already when it is asked."""

    @property
    def option(self) -> str:
        """The option with which it is answered beforehand."""
        return f"--{self.name.replace('_', '-')}"


def has_two_forms(language: str) -> bool:
    """Whether a language tells formal from informal address: u or je, vous or tu."""
    return bool(translations("privacy.informal", base_language(language)))


def authorities_of(country: str) -> tuple[str, ...]:
    """The authorities of a country that has one for each of its parts, by id."""
    return tuple(id for id in shipped_catalogue().authorities if id.startswith(f"{country}-"))


def _scalar(scalar: Any) -> Callable[[str, Given], str]:
    """Reads a scalar of the model; ValueError tells what the model says about it."""
    adapter = TypeAdapter(scalar)

    def read(written: str, _given: Given) -> str:
        try:
            return str(adapter.validate_python(" ".join(written.split())))
        except ValidationError as error:
            raise ValueError(error.errors()[0]["msg"]) from None

    return read


def _country(written: str, given: Given) -> str:
    return _scalar(CountryCode)(written.upper() if len(written) == 2 else written, given)


def _postal_code(written: str, given: Given) -> str:
    code = _scalar(NonEmpty)(written, given)
    if "country" in given and (problem := postal_code_problem(given["country"], code)):
        raise ValueError(f"{problem}: write the code alone")
    return code


def _company_number(written: str, given: Given) -> str:
    number = _scalar(NonEmpty)(written, given)
    if number.lower() == NONE:
        return NONE
    country = given.get("country")
    if country and (problem := company_number_problem(country, number)):
        raise ValueError(problem)
    return number


def _kind(written: str, _given: Given) -> str:
    if written not in organisation_kinds():
        known = ", ".join(organisation_kinds())
        hint = suggestion(written, organisation_kinds())
        raise ValueError(f"there is no kind ‘{written}’{hint}: choose from {known}")
    return written


def _languages(written: str, _given: Given) -> tuple[str, ...]:
    return read_languages(written, available_languages())


_PRONOUNS = {
    **dict.fromkeys(("u", "vous"), FormOfAddress.FORMAL),
    **dict.fromkeys(("je", "tu"), FormOfAddress.INFORMAL),
}


def _form(written: str) -> FormOfAddress:
    word = written.strip().lower()
    try:
        return _PRONOUNS.get(word) or FormOfAddress(word)
    except ValueError:
        raise ValueError(
            f"‘{written}’ is not a form of address: write formal or informal"
        ) from None


def _forms(written: str, given: Given) -> Mapping[str, FormOfAddress]:
    """One form for all languages, or `nl=informal,fr=formal`."""
    languages = [code for code in given.get("languages", ()) if has_two_forms(code)]
    if "=" not in written:
        return dict.fromkeys(languages, _form(written))
    forms = {}
    for part in written.split(","):
        language, _, form = part.partition("=")
        if "languages" in given and language.strip() not in given["languages"]:
            raise ValueError(f"‘{language.strip()}’ is not a language of this site")
        forms[language.strip()] = _form(form)
    return forms


def _officer(written: str, given: Given) -> str:
    return NONE if written.strip().lower() == NONE else _scalar(Email)(written, given)


def _authority(written: str, given: Given) -> str:
    known = authorities_of(given.get("country", "")) or tuple(shipped_catalogue().authorities)
    if written.strip().upper() not in known:
        raise ValueError(f"there is no authority ‘{written}’: choose from {', '.join(known)}")
    return written.strip().upper()


QUESTIONS = (
    Question("kind", "Kind of organisation", _kind, "|".join(organisation_kinds()), is_needed=True),
    Question("name", "Name, as visitors know it", _scalar(NonEmpty), is_needed=True),
    Question("legal_name", "Legal name, as the company register has it", _scalar(NonEmpty)),
    Question("country", "Country, in two letters (BE, NL, FR …)", _country, "BE", is_needed=True),
    Question("street", "Street and number", _scalar(NonEmpty)),
    Question("postal_code", "Postal code", _postal_code),
    Question("city", "Town or city", _scalar(NonEmpty)),
    Question("company_number", "Number in the company register, or `none`", _company_number),
    Question("website", "Website (https://www.example.be)", _scalar(Url), "URL", is_needed=True),
    Question(
        "site_url",
        "Address at which the privacy center will be published",
        _scalar(Url),
        "URL",
        suggested=lambda given: f"{given['website'].rstrip('/')}/privacy/",
    ),
    Question("email", "E-mail address for questions about privacy", _scalar(Email), is_needed=True),
    Question(
        "data_protection_officer",
        "E-mail address of your data protection officer, or `none`",
        _officer,
        "EMAIL|none",
    ),
    Question(
        "authority",
        "Your supervisory authority, in a country with several (DE-NW, DE-BY …)",
        _authority,
        "DE-NW",
        is_asked=lambda given: bool(authorities_of(given["country"])),
    ),
    Question(
        "languages",
        f"Languages of the pages, the main one first ({', '.join(available_languages())})",
        _languages,
        "nl,fr,en",
        is_needed=True,
    ),
    Question(
        "form_of_address",
        "How the pages address readers: `formal` (u, vous) or `informal` (je, tu), for all "
        "languages or for each: `nl=informal,fr=formal`",
        _forms,
        "formal|informal",
        is_asked=lambda given: any(map(has_two_forms, given["languages"])),
        suggested=lambda _given: FormOfAddress.FORMAL,
    ),
    Question(
        "with",
        "What you use and do, with commas: services, cookies and activities of the catalogue "
        "(woocommerce, combell, mollie …)",
        lambda written, given: read_services(written, given.get("country")),
        "woocommerce,combell,…",
    ),
)
"""In the order in which they are asked: what one is about is known by then."""
