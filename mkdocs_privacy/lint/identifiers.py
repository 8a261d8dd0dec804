"""NR: numbers and addresses by which people find an organisation, and that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mkdocs_privacy.findings import KeyPath, Severity, lines, sound
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.localization import postal_code_problem
from mkdocs_privacy.model import Address, Contact, PrivacyCenter, Record

_NUMBER = lines(
    """
    organisation:
      registration: {number: 0123.456.789}
    """,
    """
    organisation:
      registration: {number: 0123.456.749, vat: BE 0123.456.749}
    """,
)
_REGISTER_OF_ITS_OWN = sound(
    "the number is of another register",
    """
    organisation:
      registration: {register: Register of associations, number: "12"}
    """,
)
_WITH_A_LETTER = sound(
    "the number has a letter in it, such as that of an association in France",
    """
    organisation:
      address: {city: Lyon, country: FR}
      registration: {number: W691234567}
    """,
)
_COUNTRY_LEFT_OUT = sound(
    "the VAT number lacks only the code of your country",
    """
    organisation:
      registration: {number: 0123.456.749, vat: 0123.456.749}
    """,
)
_HTTP = lines(
    "organisation: {website: http://www.tuimelkous.example}",
    "organisation: {website: https://www.tuimelkous.example}",
)
_PHONE = lines(
    "organisation: {contact: {phone: +32 15 00}}",
    "organisation: {contact: {phone: +32 15 00 00 00}}",
)
_LOCAL_PHONE = sound(
    "the number is not in international form",
    "organisation: {contact: {phone: 015 00}}",
)
_POSTAL_CODE = lines(
    "organisation: {address: {postal_code: 2800 Mechelen, city: Mechelen, country: BE}}",
    "organisation: {address: {postal_code: '2800', city: Mechelen, country: BE}}",
)
_AS_ON_AN_ENVELOPE = sound(
    "the country writes letters before it",
    "organisation: {address: {postal_code: L-1009, city: Luxembourg, country: LU}}",
)
_CHECKED = {
    "BE": "it has 10 digits, of which the last two check the others",
    "FR": "a SIREN has 9 digits, a SIRET 14, and the last checks the others",
    "NL": "it has 8 digits",
}
"""Countries whose company numbers we know, with what such a number is."""
_DIGITS = re.compile(r"\d(?:.*\d)?")
_IN_THE_UNION = (
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
    *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
)


@rule(
    "NR001",
    "company-number-wrong",
    Severity.WARNING,
    _NUMBER,
    basis=("GDPR 13(1)(a)",),
    silent_on=(_REGISTER_OF_ITS_OWN, _WITH_A_LETTER, _COUNTRY_LEFT_OUT),
)
def company_number_wrong(center: PrivacyCenter) -> Iterator[Remark]:
    """A company or VAT number cannot be right: its length or its check digits are wrong, or there
    are words in it, such as “RCS Lyon”, where the pages say “SIREN number”. It tells people who is
    responsible (GDPR article 13(1)(a)), and the law of your country asks for it on a website.
    Compare it with the register, and write the number alone. Company numbers are checked for
    Belgium, France and the Netherlands, VAT numbers for every country of the European Union.
    """
    organisation = center.organisation
    registration = organisation.registration
    if registration is None:
        return
    path: KeyPath = ("organisation", "registration")
    country = organisation.address.country
    problem = company_number_problem(country, registration.number)
    if problem and registration.register_name is None:
        yield Remark((*path, "number"), problem)
    if registration.vat and country in _IN_THE_UNION:
        from stdnum.eu import vat  # it takes long to load, and few centers have a number

        if not (vat.is_valid(registration.vat) or vat.is_valid(country + registration.vat)):
            yield Remark((*path, "vat"), f"‘{registration.vat}’ is no VAT number")


def company_number_problem(country: str, written: str) -> str | None:
    """Why this is not written as a number of the register of all businesses in a country."""
    alone = _DIGITS.search(written)
    around = written.replace(alone.group(), "") if alone else ""
    letters = re.sub(rf"\b{country}\b|[\W\d_]", "", around)
    has_words = alone and country in _CHECKED and "[" not in written and len(letters) > 1
    number = alone.group() if alone and has_words else written
    if not _is_company_number(country, number):
        shape = f": {_CHECKED[country]}" if country in _CHECKED else ""
        return f"‘{written}’ is no company number of {country}{shape}"
    if has_words:
        return (
            f"the pages say what kind of number it is, so write it alone: `{number}`. The name of "
            "another register, such as that of a court, goes in `register`, a VAT number in `vat`"
        )
    return None


def _is_company_number(country: str, number: str) -> bool:
    digits = re.sub(r"\D", "", number)
    if not digits:
        return "[" in number  # still to be filled in, as another rule says
    if country in _CHECKED and re.search(r"\d[^\W\d_]+$", number):
        return False  # letters that were typed by mistake: 0123.456.749x
    if country == "BE":
        from stdnum.be import vat

        return bool(vat.is_valid(digits))
    if re.sub(rf"^{country}|[\s.]", "", number) != digits:
        return True  # such as that of an association in France
    match country:
        case "FR":
            from stdnum.fr import siren, siret

            return bool(siren.is_valid(digits) or siret.is_valid(digits))
        case "NL":
            return re.fullmatch(r"\d{8}", digits) is not None
    return True


@rule(
    "NR002",
    "website-without-https",
    Severity.WARNING,
    _HTTP,
    basis=("GDPR 32(1)(a)",),
    silent_on=(
        sound(
            "the letters stand within an address that is encrypted",
            """
            organisation: {website: "https://www.tuimelkous.example/?from=http://elsewhere.example"}
            """,
        ),
    ),
)
def website_without_https(center: PrivacyCenter) -> Iterator[Remark]:
    """The address of the website begins with `http://`. What people type in a form there can be
    read on the way, and encryption is what the law asks for first (GDPR article 32(1)(a)). Write
    `https://`, and see that the website has it.
    """
    website = center.organisation.website
    if website.startswith("http://"):
        safe = website.replace("http://", "https://", 1)
        yield Remark(("organisation", "website"), "write `https://`", write=safe)


@rule(
    "NR003",
    "phone-impossible",
    Severity.WARNING,
    _PHONE,
    basis=("GDPR 12(2)",),
    silent_on=(_LOCAL_PHONE,),
)
def phone_impossible(center: PrivacyCenter) -> Iterator[Remark]:
    """A telephone number in international form is too short or too long for its country, or the
    country does not exist, so nobody can call it (GDPR article 12(2)). Compare it with your own.
    """
    organisation = center.organisation
    contacts: Mapping[str, Contact | None] = {
        "contact": organisation.contact,
        "privacy_contact": organisation.privacy_contact,
    }
    for key, contact in contacts.items():
        if contact and contact.phone and not _is_possible(contact.phone):
            yield Remark(
                ("organisation", key, "phone"),
                f"‘{contact.phone}’ cannot be called: write the whole number, or leave it out",
            )


def _is_possible(phone: str) -> bool:
    if not phone.startswith("+"):
        return True
    import phonenumbers  # few centers need it

    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(phone))
    except phonenumbers.NumberParseException:
        return False


@rule(
    "NR004",
    "postal-code-wrong",
    Severity.WARNING,
    _POSTAL_CODE,
    basis=("GDPR 13(1)(a)",),
    silent_on=(_AS_ON_AN_ENVELOPE,),
)
def postal_code_wrong(center: PrivacyCenter) -> Iterator[Remark]:
    """A postal code under `organisation` does not have the form of those of its country, so a
    letter with a request may not arrive (GDPR articles 13(1)(a) and 12(2)). Write the code alone,
    and the town in `city`.
    """
    for path, address in _addresses(center.organisation, ("organisation",)):
        code = address.postal_code
        if not code or "[" in code:  # still to be filled in, as another rule says
            continue
        if problem := postal_code_problem(address.country, code):
            yield Remark((*path, "postal_code"), problem)


def _addresses(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, Address]]:
    """The postal addresses in a record, each with the way to it."""
    if isinstance(value, Address):
        yield path, value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _addresses(getattr(value, name), (*path, name))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _addresses(inner, (*path, key))
