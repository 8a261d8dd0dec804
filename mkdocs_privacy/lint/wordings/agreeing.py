"""What a text takes for agreement."""

from __future__ import annotations

from mkdocs_privacy.lint.wording import Wording

TERMS = (
    r"(?:terms of (?:service|use|sale)|(?:house|parking) rules|gebruiksvoorwaarden|huisregels"
    r"|(?:algemene|verkoop) ?voorwaarden|conditions (?:générales|d[’']utilisation|de vente)"
    r"|règlement)"
    r"(?!.*(?:privacy|cookie|gegevens|donnée|confidentialité|\bdata\b))"
)
"""What somebody may agree to by what he does, where it stands alone: a contract, house rules."""

BY_USE = {
    "nl": (
        Wording(
            ("door ",),
            r"\bdoor (?:het gebruik\w*|gebruik te (?:blijven )?maken|(?:verder )?te (?:surfen"
            r"|navigeren|bladeren)|verder te gaan"
            r"|(?:deze|onze|de) (?:web(?:site|winkel|shop)|site|app|winkel|diensten"
            r"|pagina[’']s) te (?:gebruiken|bezoeken)"
            r"|(?:het|uw|je) bezoek)\b.{0,120}\b(?:akkoord|toestemming|instem\w*|stemt|aanvaard\w*"
            r"|accepteer\w*)",
            unless=r"knop|formulier|geen toestemming|niet (?:akkoord|automatisch)|instelling"
            rf"|{TERMS}"
            r"|^(?!.*(?:cookie|privacy|beleid|verklaring|gegevens|verwerk|voorwaarden|toestemming))",
        ),
    ),
    "fr": (
        Wording(
            ("en poursuiv", "en continu", "en utilisant", "en visit", "en navigu", "en accédant"),
            r"\ben (?:poursuivant|continuant|utilisant|visitant|naviguant|accédant)\b.{0,120}"
            r"\b(?:accept\w*|consent\w*|autoris\w*|approuv\w*)",
            unless=r"bouton|formulaire|sans votre consentement|ne (?:vaut|constitue)|pas accept"
            rf"|paramètr|\bn[’'](?:accept|autoris|approuv)|\bne (?:consent)|{TERMS}"
            r"|^(?!.*(?:cookie|politique|charte|donnée|information|trait|conditions|consent))",
        ),
        Wording(
            ("fait de ", "poursuite de"),
            r"\b(?:fait de (?:rester|naviguer|poursuivre|continuer|visiter|consulter|utiliser)"
            r"|poursuite de (?:la|votre) (?:navigation|visite))\b.{0,80}"
            r"\b(?:vaut|valent|constitue|emporte|implique)\b.{0,30}"
            r"\b(?:accord|consentement|acceptation)\b",
            unless=r"\bn[e’'] ?(?:vaut|valent|constitue|emporte|implique)\b",
        ),
    ),
    "en": (
        Wording(
            ("by using", "by continuing", "by accessing", "by browsing", "by visiting"),
            r"\bby (?:using|continuing|accessing|browsing|visiting)\b.{0,120}\b(?:agree|consent"
            r"|accept)\w*",
            unless=r"button|\bform\b|banner|not (?:mean|constitute|imply|agree)|settings"
            rf"|do(?:es)? not|{TERMS}"
            r"|^(?!.*(?:cookie|privacy|policy|data|information|process|collect|terms|consent))",
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
        Wording(
            ("privacy",),
            r"\b(?:als|indien|wanneer) (?:u|je) (?:het )?niet (?:akkoord (?:bent|gaat)|instemt"
            r"|eens bent) met (?:dit|deze|ons|onze|het|de) privacy\w+\b.{0,80}"
            r"\b(?:niet (?:te )?(?:gebruiken|bezoeken)|staken|verlaten|verlaat|stoppen)\b",
        ),
    ),
    "fr": (
        Wording(
            ("politique", "charte"),
            r"\b(?:accept\w+|adhér\w+|adhésion)\b.{0,60}\b(?:la présente|cette|notre|de la|à la) "
            r"(?:politique|charte)\b",
            unless=r"\b(?:ne|n[’'])|sans devoir",
        ),
        Wording(
            ("politique", "charte"),
            r"\bsi vous n[’'](?:acceptez pas|êtes pas d[’']accord avec|approuvez pas) (?:la|cette"
            r"|notre) (?:présente )?(?:politique|charte)\b.{0,80}"
            r"\b(?:n[’']utilisez pas|ne pas|quitter|quittez|cesser|cessez|renoncer)\b",
        ),
    ),
    "en": (
        Wording(
            ("privacy", "charter"),
            r"\b(?:accept(?:ance of|ing)?|agree (?:to|with)|bound by)\b.{0,50}\b(?:this|our|the) "
            r"(?:privacy (?:policy|notice|statement)|charter)\b",
            unless=r"\b(?:do not|don[’']t|need not|not (?:required|asked|need)|without)\b",
        ),
        Wording(
            ("privacy",),
            r"\bif you (?:do not|don[’']t) (?:agree|accept)\b.{0,20}\b(?:this|our|the) privacy "
            r"(?:policy|notice|statement)\b.{0,40}"
            r"\b(?:do not|don[’']t|must not|should not|refrain from|stop|discontinue|leave)\b",
        ),
        Wording(("refuse",), r"\brefuse the terms of this (?:charter|policy)\b"),
    ),
}
