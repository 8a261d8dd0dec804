"""What leaves open a period, a purpose, a cookie or a date."""

from __future__ import annotations

from mkdocs_privacy.lint.wording import Wording

PERIOD = (
    r"\b(?:\d+|[eé]{2}n|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|une?|deux|trois|quatre"
    r"|cinq|six|sept|huit|dix|douze|one|two|three|four|five|seven|eight|ten|twelve)"
    r"(?: ?\([\w ]+\))? ?-?(?:kalender|werk)?(?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar"
    r"|jaren|jours?"
    r"|semaines?|mois|ans?|années?|days?|weeks?|months?|years?)\b"
)

SAYS_WHERE = (
    r"|\b(?:hieronder|hierna|onderstaande|bewaartermijnen|per activiteit|bij elke|ci-dessous"
    r"|ci-après|durées suivantes|chaque activité|below|following periods|each activity|table)\b"
)

AS_NEEDED = {
    "nl": (
        Wording(
            ("nodig", "noodzakelijk", "toegestaan", "termijn"),
            r"\b(?:zo ?lang(?: als)?|niet langer dan)\b.{0,80}\b(?:nodig|noodzakelijk|toegestaan"
            r"|vereist)\b(?<=\w)(?=.*$)",
            unless=rf"^(?!.*\b(?:bewa\w+|opgeslagen|opslaan|opslag|bijhouden|behouden)\b)|{PERIOD}",
            unless_in_text=PERIOD + SAYS_WHERE,
        ),
        Wording(
            ("periode die", "tijd die", "duur die"),
            r"\b(?:gedurende|voor|tijdens) de (?:periode|tijd|duur) die\b.{0,40}"
            r"\b(?:nodig|noodzakelijk)\b",
            unless=rf"^(?!.*\b(?:bewa\w+|opgeslagen|opslaan|bijhouden)\b)|{PERIOD}",
            unless_in_text=PERIOD + SAYS_WHERE,
        ),
        Wording(
            ("termijn loopt",),
            r"\b(?:zo ?lang) (?:als )?de (?:toepasselijke|wettelijke)\b.{0,20}\btermijn\w* lo\w+",
            unless_in_text=PERIOD,
        ),
    ),
    "fr": (
        Wording(
            ("nécessaire", "requis"),
            r"\b(?:aussi longtemps que|(?:pas|plus) (?:plus )?longtemps que|tant que"
            r"|(?:le temps|(?:la|une|pour la) (?:durée|période))(?: strictement| qui"
            r" est)?)\b.{0,40}"
            r"\b(?:nécessaires?|requis)\b",
            unless=rf"^(?!.*\b(?:conserv|stock|gard|détien))|{PERIOD}",
            unless_in_text=PERIOD + SAYS_WHERE,
        ),
    ),
    "en": (
        Wording(
            ("necessary", "needed", "required", "need"),
            r"\b(?:(?:as|so) long as|(?:no|not|any) longer than|for longer than)\b.{0,60}"
            r"\b(?:necessary|needed|required|need)\b",
            unless=r"^(?!.*\b(?:ke(?:ep|pt)|stor\w+|retain\w*|retention|hold|held)\b)|" + PERIOD,
            unless_in_text=PERIOD + SAYS_WHERE,
        ),
        Wording(
            ("period", "time", "duration"),
            r"\b(?:for|during) the (?:period|time|duration)(?: of time)?(?: (?:that|which) is)?"
            r"(?: reasonably| strictly)? (?:necessary|needed|required)\b",
            unless=r"^(?!.*\b(?:ke(?:ep|pt)|stor\w+|retain\w*|hold|held)\b)|" + PERIOD,
            unless_in_text=PERIOD + SAYS_WHERE,
        ),
    ),
}

CUSTOMER = {
    "nl": (
        Wording(
            ("zolang", "zo lang"),
            r"\bzo ?lang (?:als )?(?:u|je|jij)\b.{0,20}\b(?:klant|client|cliënt)\b",
            unless_in_text=PERIOD,
        ),
    ),
    "fr": (
        Wording(
            ("client",),
            r"\b(?:tant que|aussi longtemps que) (?:vous|tu)\b.{0,20}\bclient",
            unless_in_text=PERIOD,
        ),
    ),
    "en": (
        Wording(
            ("customer", "client"),
            r"\b(?:as|so) long as you (?:are|remain)\b.{0,20}\b(?:customer|client)\b",
            unless_in_text=PERIOD,
        ),
    ),
}

AT_LEAST = {
    "nl": (
        Wording(
            ("minstens", "ten minste", "tenminste", "minimaal"),
            rf"\b(?:minstens|ten ?minste|minimaal)\b ?(?:zo lang\b|{PERIOD})",
            unless=r"^(?!.*\b(?:bewa(?:ren|ard|art)|opgeslagen|bijhouden)\b)|maximaal|hoogstens"
            r"|uiterlijk|en ten hoogste|oud\b|leeftijd|vooraf|op voorhand|kondig",
            unless_in_text=r"\b(?:na deze periode|daarna|nadien|vervolgens)\b.{0,80}"
            r"\b(?:wis|verwijder|vernietig|delete)",
        ),
    ),
    "fr": (
        Wording(
            ("au moins", "au minimum"),
            rf"\bau (?:moins|minimum)\b ?{PERIOD}",
            unless=r"^(?!.*\b(?:conserv(?:ons|er|ées?|és?)|stock|gard|archiv))|maximum|au plus|âgé"
            r"|à l[’']avance|annon|préavis",
            unless_in_text=r"\b(?:ensuite|à l[’']issue|passé ce délai|puis)\b.{0,80}"
            r"\b(?:supprim|effac|détrui)",
        ),
    ),
    "en": (
        Wording(
            ("at least", "a minimum of"),
            rf"\b(?:at least|a minimum of)\b ?{PERIOD}",
            unless=r"^(?!.*\b(?:ke(?:ep|pt)|stor\w+|retain\w*|hold)\b)|at most|maximum"
            r"|ahead|in advance|announce"
            r"|no (?:more|longer) than|\bold\b|\bage\b|notice",
            unless_in_text=r"\b(?:after that|afterwards|then)\b.{0,80}\b(?:delet|eras|destroy)",
        ),
    ),
}

IMPROVE = {
    "nl": (
        Wording(
            ("verbeter",),
            r"\b(?:onze?|ons|de|het) (?:\w+ en )?(?:diensten|dienstverlening|service|aanbod)\b"
            r".{0,20}\bte (?:kunnen"
            r" )?verbeteren\b"
            r"|\bverbeter(?:en|ing) van\)? (?:onze|de) (?:diensten|dienstverlening|service)\b",
        ),
    ),
    "fr": (
        Wording(
            ("amélior",),
            r"\b(?:améliorer|l[’']amélioration de) (?:la qualité de )?(?:nos services|notre service"
            r"|(?:votre|l[’'])\s?expérience(?: utilisateur)?)\b",
        ),
    ),
    "en": (
        Wording(
            ("improv", "enhanc"),
            r"\b(?:improv|enhanc)(?:e|ing) (?:our|the) (?:services?|products and services"
            r"|offering)\b"
            r"|\b(?:improv|enhanc)(?:e|ing) your (?:user )?experience\b",
        ),
    ),
}

ELSEWHERE = {
    "nl": (
        Wording(
            ("cookies",),
            r"\b(?:in het geval dat|indien|als|wanneer|voor"
            r" zover)\b.{0,60}\bderde\b.{0,60}\bcookies\b"
            r".{0,60}\b(?:vermeld|genoemd|aangegeven|beschreven)\b",
            unless=r"tabel|overzicht|hieronder",
        ),
    ),
    "fr": (
        Wording(
            ("cookies",),
            r"\b(?:lorsque|si|dans le cas où)\b.{0,60}\b(?:tiers"
            r"|tierces?)\b.{0,60}\bcookies\b.{0,80}"
            r"\b(?:mentionn|indiqu|précis)\w+",
            unless=r"tableau|liste|ci-dessous",
        ),
    ),
    "en": (
        Wording(
            ("cookies",),
            r"\b(?:if|where|in case|when)\b.{0,60}\bthird[- ]part\w+\b.{0,60}\bcookies\b.{0,80}"
            r"\b(?:mentioned|stated|indicated|listed)\b",
            unless=r"\b(?:table|list|below)\b",
        ),
    ),
}

NUMERIC = {
    "en": (  # in Dutch and French the day comes first, everywhere
        Wording(
            ("/20", "-20", "/19", "-19"),
            r"(?<![\d./-])(?:0?[1-9]|1[0-2])([/-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?![\d/-])",
        ),
    ),
}
