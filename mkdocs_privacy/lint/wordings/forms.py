"""How a text sends people to a form on the page."""

from __future__ import annotations

from mkdocs_privacy.lint.wording import Wording

FORM_HERE = {
    "nl": (
        Wording(
            ("formulier",),
            r"\b(?:onder|boven)staande? (?:\w+ ){0,2}\w*formulier\b"
            r"|\bformulier\w* (?:\w+ ){0,2}(?:op deze pagina|hieronder|hierboven|hiernaast)",
            unless=r"\bgeen (?:\w+ ){0,2}\w*formulier\b",
        ),
    ),
    "fr": (
        Wording(
            ("formulaire",),
            r"\bformulaires? (?:[\w’']+ ){0,3}"
            r"(?:sur (?:cette|ces) pages?|ci-(?:dessous|dessus|contre|après))",
            unless=r"\b(?:pas|aucun|sans) (?:\w+ ){0,2}formulaire",
        ),
    ),
    "en": (
        Wording(
            ("form",),
            r"\b(?:use|using|fill (?:in|out)|complete|submit|with|via|through) (?:the|our|a|this) "
            r"(?:\w+ ){0,2}forms? (?:\w+ ){0,2}(?:on (?:this|these) pages?|below|above)\b",
            unless=r"\bno (?:\w+ ){0,2}form\b",
        ),
    ),
}
