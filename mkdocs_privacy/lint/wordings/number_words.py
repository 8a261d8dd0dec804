"""Numbers as a text writes them, in three languages."""

from __future__ import annotations

NUMBERS = {
    "een": 1,
    "één": 1,
    "un": 1,
    "une": 1,
    "one": 1,
    "a": 1,
    "twee": 2,
    "deux": 2,
    "two": 2,
    "drie": 3,
    "trois": 3,
    "three": 3,
    "vier": 4,
    "quatre": 4,
    "four": 4,
    "vijf": 5,
    "cinq": 5,
    "five": 5,
    "zes": 6,
    "six": 6,
    "acht": 8,
    "huit": 8,
    "eight": 8,
    "tien": 10,
    "dix": 10,
    "ten": 10,
    "veertien": 14,
    "quatorze": 14,
    "fourteen": 14,
    "dertig": 30,
    "trente": 30,
    "thirty": 30,
    "zestig": 60,
    "soixante": 60,
    "sixty": 60,
}

NUMBER = r"(?P<number>\d+|" + "|".join(NUMBERS) + r")(?: ?\([\w ]+\))?"
