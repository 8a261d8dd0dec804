"""TM: words that the law has another word for."""

from __future__ import annotations

from mkdocs_privacy.findings import Severity
from mkdocs_privacy.lint.wording import Said, harmless, in_words, wording_rule
from mkdocs_privacy.lint.wordings import WORDS

_OFFICIAL = {
    "bewerker": "verwerker",
    "bewerkers": "verwerkers",
    "bewerkersovereenkomst": "verwerkersovereenkomst",
    "bewerkersovereenkomsten": "verwerkersovereenkomsten",
    "databewerker": "verwerker",
    "dataverwerker": "verwerker",
    "gegevenscontroleur": "verwerkingsverantwoordelijke",
    "processeur de données": "sous-traitant",
    "processeurs de données": "sous-traitants",
    "contrôleur de données": "responsable du traitement",
    "contrôleur des données": "responsable du traitement",
    "officier de protection des données": "délégué à la protection des données",
    "sub processor": "sub-processor",
}
"""What the GDPR calls it, by the word that is used for it."""


@wording_rule(
    "TM001",
    "misused-term",
    Severity.INFO,
    in_words(
        "Met elke bewerker hebben wij een overeenkomst.",
        "Met elke verwerker hebben wij een overeenkomst.",
    ),
    WORDS,
    basis=("GDPR 4(7)", "GDPR 4(8)", "GDPR 12(1)"),
    silent_on=(harmless("it is said of the past", "Een verwerker heette vroeger bewerker."),),
)
def misused_term(said: Said) -> str:
    """A text uses a word for which the GDPR has another one in that language, such as the Dutch
    _bewerker_, from the law before 2018, or the French _processeur de données_, from English. A
    reader who looks it up finds nothing (article 12(1)). Use the word of the law.
    """
    official = _OFFICIAL.get(said.found.group().lower(), "the word of its article 4")
    return f"{said}: the GDPR says ‘{official}’"
