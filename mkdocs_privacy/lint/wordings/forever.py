"""What a text keeps without an end."""

from __future__ import annotations

from mkdocs_privacy.lint.wording import Wording
from mkdocs_privacy.lint.wordings.vagueness import PERIOD

ENDS_NL = (
    r"\btot(?:dat)?\b|\bzo ?lang|gedurende|maximaal|hoogstens|uiterlijk|periode|termijn|veilig"
)

ANONYMOUS_DATA = r"\b(?:geanonimiseerd|anoniem|anonym|statisti|geaggregeerd|aggregat|agrégé)\w*"
"""What tells nobody from another may stay: it is no personal data (GDPR recital 26)."""

NOT_ERASED_NL = r"zonder|tenzij|voordat|voor het|behalve|zolang|automatisch|per ongeluk|\bals\b"

FOREVER = {
    "nl": (
        Wording(
            ("bewaard", "bewaren", "bewaart"),
            r"\bblij(?:ft|ven)\b.{0,60}\bbewaard\b|\bbewaren (?:we|wij) daarna\b"
            r"|\bdaarna bewaren (?:we|wij)\b",
            unless=f"{ENDS_NL}|{PERIOD}",
        ),
        Wording(
            ("onbeperkt", "voor altijd", "onbepaald"),
            r"\b(?:onbeperkt|voor altijd|voor onbepaalde (?:tijd|duur))\b.{0,40}\b(?:bewa|opge)\w+"
            r"|\b(?:bewa\w+|opgeslagen)\b.{0,60}\b(?:onbeperkt|voor altijd"
            r"|voor onbepaalde (?:tijd|duur))\b",
            unless=rf"\b(?:niet|nooit|geen)\b|{ANONYMOUS_DATA}",
        ),
        Wording(
            ("nooit",),
            r"\bgegevens\b.{0,20}\bnooit (?:gewist|verwijderd|vernietigd)\b"
            r"|\b(?:wissen|verwijderen|vernietigen) (?:uw|je|jouw|deze|de)? ?gegevens nooit\b",
            unless=NOT_ERASED_NL,
        ),
    ),
    "fr": (
        Wording(
            ("indéfini", "sans limit", "illimité", "indétermin"),
            r"\b(?:conserv|stock|gard|enregistr)\w*\b.{0,80}\b(?:indéfiniment|sans limite"
            r"(?: de (?:durée|temps))?|(?:durée|période) (?:illimitée|indéterminée))\b",
            unless=rf"\b(?:ne|n[’'])\b.{{0,30}}\b(?:pas|jamais|plus)\b|{ANONYMOUS_DATA}",
        ),
        Wording(
            ("jamais",),
            r"\bdonnées\b.{0,20}\bne (?:sont|seront) jamais (?:supprimées|effacées|détruites)\b",
            unless=r"sans |sauf|avant|à moins|tant que|automatiquement|par erreur",
        ),
    ),
    "en": (
        Wording(
            ("indefinite", "forever", "unlimited"),
            r"\b(?:ke(?:ep|pt)|stor\w+|retain\w*|hold)\b.{0,80}\b(?:indefinitely|forever"
            r"|for an (?:unlimited|indefinite) (?:period|time))\b",
            unless=rf"\b(?:not|never|don[’']t|no longer|nor)\b|{ANONYMOUS_DATA}",
        ),
        Wording(
            ("never",),
            r"\b(?:data|information|account)\b.{0,20}\b(?:is|are) never (?:deleted|erased"
            r"|destroyed)\b",
            unless=r"without|unless|before|until|except|automatically|by mistake|while|as long as",
        ),
    ),
}
