"""What a text takes for agreement."""

from __future__ import annotations

from mkdocs_privacy.lint.wording import Wording

BY_USE = {
    "nl": (
        Wording(
            ("door ",),
            r"\bdoor (?:het gebruik\w*|gebruik te (?:blijven )?maken|verder te (?:surfen|gaan"
            r"|navigeren"
            r"|bladeren)|(?:deze|onze|de) (?:website|site|app|diensten) te (?:gebruiken|bezoeken)"
            r"|(?:het|uw|je) bezoek)\b.{0,120}\b(?:akkoord|toestemming|instem\w*|stemt|aanvaard\w*"
            r"|accepteer\w*)",
            unless=r"knop|formulier|geen toestemming|niet (?:akkoord|automatisch)|instelling",
        ),
    ),
    "fr": (
        Wording(
            ("en poursuiv", "en continu", "en utilisant", "en visit", "en navigu", "en accédant"),
            r"\ben (?:poursuivant|continuant|utilisant|visitant|naviguant|accédant)\b.{0,120}"
            r"\b(?:accept\w*|consent\w*|autoris\w*|approuv\w*)",
            unless=r"bouton|formulaire|sans votre consentement|ne (?:vaut|constitue)|pas accept"
            r"|paramètr",
        ),
    ),
    "en": (
        Wording(
            ("by using", "by continuing", "by accessing", "by browsing", "by visiting"),
            r"\bby (?:using|continuing|accessing|browsing|visiting)\b.{0,120}\b(?:agree|consent"
            r"|accept)\w*",
            unless=r"button|\bform\b|banner|not (?:mean|constitute|imply|agree)|settings"
            r"|do(?:es)? not",
        ),
        Wording(
            ("acceptance", "consent"),
            r"\b(?:continued )?use of (?:this|our|the) (?:web)?(?:site|services?|app)\b.{0,40}"
            r"\b(?:constitutes|means|implies|signifies|will be regarded"
            r" as)\b.{0,60}\b(?:accept|consent|agree)\w*"
            r"|\bwhen you use\b.{0,40}\byou are (?:expressly )?consenting\b",
            unless=r"\bnot\b",
        ),
    ),
}

ACCEPTED = {
    "nl": (
        Wording(
            ("privacy", "geldigheid van deze voorwaarden"),
            r"\b(?:aanvaard\w*|accepteer\w*|(?:gaat?|ga je|verklaart) (?:u |je )?akkoord met"
            r"|stemt? (?:u |je )?in met)\b.{0,50}\b(?:dit|deze|onze|ons|het|de) privacy"
            r"(?:beleid|verklaring|statement|reglement|voorwaarden)\b"
            r"|\bgeldigheid van deze voorwaarden\b",
            unless=r"\b(?:niet|hoeft|zonder)\b",
        ),
    ),
    "fr": (
        Wording(
            ("politique", "charte"),
            r"\b(?:accept\w+|adhér\w+|adhésion)\b.{0,60}\b(?:la présente|cette|notre|de la|à la) "
            r"(?:politique|charte)\b",
            unless=r"\b(?:ne|n[’'])|sans devoir",
        ),
    ),
    "en": (
        Wording(
            ("privacy", "charter"),
            r"\b(?:accept(?:ance of|ing)?|agree (?:to|with)|bound by)\b.{0,50}\b(?:this|our|the) "
            r"(?:privacy (?:policy|notice|statement)|charter)\b",
            unless=r"\b(?:do not|don[’']t|need not|not (?:required|asked|need)|without)\b",
        ),
        Wording(("refuse",), r"\brefuse the terms of this (?:charter|policy)\b"),
    ),
}
