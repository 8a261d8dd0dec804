"""What a text says that a website does not do at all."""

from __future__ import annotations

import re

from mkdocs_privacy.lint.wording import EVERY_LANGUAGE, Wording, Wordings

SITE_NL = r"^(?:wij|we|(?:deze|onze|de) (?:web)?(?:site|shop|winkel|app|blog)|ons blog)\b"
SITE_FR = r"^(?:nous|(?:ce|notre|le) (?:site|blog)(?: web| internet)?|(?:cette|notre) boutique)\b"
SITE_EN = r"^(?:we|(?:this|our|the) (?:web)?(?:site|shop|store|app|blog))\b"
"""Who does not: the whole site, and no part of it."""

ENDS = r"(?=\s*(?:[.!?…]|$)|,? (?:en|of|et|ou|ni|and|or)\b)"
"""Where the words end: what follows may say which kind is meant."""

SOME_ONLY = (
    r"\b(?:derden|reclame\w*|marketing\w*|volg\w*|toestemming|voordat|totdat|zonder|tenzij|behalve"
    r"|tiers|publicit\w*|suivi|consentement|avant|sans|sauf|bijzondere|gevoelige|sensibles?"
    r"|third|advertis\w*|track\w*|consent|before|until|without|unless|except|other than|sensitive"
    r"|special)\b"
)

NO_COOKIES = {
    "nl": (
        Wording(
            ("geen cookies", "gebruik van cookies"),
            SITE_NL
            + r" (?:(?:gebruik(?:en|t)|plaats(?:en|t)|zett?(?:en)?) geen"
            + r"|ma(?:ken|akt) geen gebruik van) cookies"
            + ENDS,
            unless=SOME_ONLY,
        ),
    ),
    "fr": (
        Wording(
            ("de cookies", "aucun cookie"),
            SITE_FR
            + r" (?:n[’'](?:utilis|emploi|install)\w*|ne (?:dépos|plac|plaç)\w*)"
            + r" (?:pas de|aucun) cookies?"
            + ENDS,
            unless=SOME_ONLY,
        ),
    ),
    "en": (
        Wording(
            ("cookies",),
            SITE_EN
            + r" (?:(?:do(?:es)? not|don[’']t|doesn[’']t|never) (?:use|set|place|store)s?(?: any)?"
            + r"|(?:use|set|place)s? no) cookies"
            + ENDS,
            unless=SOME_ONLY,
        ),
    ),
}

NO_DATA = {
    "nl": (
        Wording(
            ("geen persoonsgegevens",),
            SITE_NL
            + r" (?:verzamel(?:en|t)|verwerk(?:en|t)|bewa(?:ren|art)) geen persoonsgegevens"
            + ENDS,
            unless=SOME_ONLY,
        ),
    ),
    "fr": (
        Wording(
            ("données", "donnée"),
            SITE_FR
            + r" ne (?:collect|recueill|trait|conserv)\w* (?:pas de|aucune) données?"
            + r" (?:personnelles?|à caractère personnel)"
            + ENDS,
            unless=SOME_ONLY,
        ),
    ),
    "en": (
        Wording(
            ("personal data", "personal information"),
            SITE_EN
            + r" (?:(?:do(?:es)? not|don[’']t|doesn[’']t|never) (?:collect|process|store|gather)s?"
            + r"(?: any)?|(?:collect|process|store)s? no) personal (?:data|information)"
            + ENDS,
            unless=SOME_ONLY,
        ),
    ),
}

_USES_NO = (
    SITE_NL + r" (?:gebruik(?:en|t)|hebben|heeft) geen ",
    SITE_NL + r" ma(?:ken|akt) geen gebruik van ",
    SITE_FR + r" n[’'](?:utilis|emploi)\w* (?:pas|jamais) ",
    SITE_EN + r" (?:do(?:es)? not|don[’']t|doesn[’']t|never) uses? ",
    SITE_EN + r" uses? no ",
)


def uses_no(name: str) -> Wordings:
    """How a text says that something with this name is not used."""
    pattern = rf"(?:{'|'.join(_USES_NO)}){re.escape(name)}(?!\w){ENDS}"
    return {EVERY_LANGUAGE: (Wording((name.lower(),), pattern, unless=SOME_ONLY),)}
