"""Words that the law has another word for."""

from __future__ import annotations

from mkdocs_privacy.lint.wording import Wording

WORDS = {
    "nl": (
        Wording(
            ("bewerker", "dataverwerker", "gegevenscontroleur"),
            r"\b(?:databewerker|dataverwerker|gegevenscontroleur"
            r"|bewerkers?(?:overeenkomst(?:en)?)?)\b",
            unless=r"voorheen|vroeger|destijds|\bbewerkers? van (?!.{0,20}gegevens)",
        ),
    ),
    "fr": (
        Wording(
            ("processeur", "contrôleur", "officier"),
            r"\b(?:processeurs? de données|contrôleur des? données|officier de protection des"
            r" données)"
            r"\b",
            unless=r"dit |appelé",
        ),
    ),
}
