"""What a text says of requests."""

from __future__ import annotations

from mkdocs_privacy.lint.wording import Wording
from mkdocs_privacy.lint.wordings.number_words import NUMBER

NOT_AN_ANSWER_NL = (
    r"bewa(?:ar|ren|r)|herroep|retour|bestel|betal|levering|verleng|extra|complex|uitstel"
    r"|langer dan|abonnement|nadat de|nieuwsbrief|garantie|opzeg|melding|datalek|archief"
    r"|back-?up|schade|offerte|vacature|sollicit|klacht(?!.{0,30}gegevens)|ondersteuning|helpdesk"
    r"|\bsupport|storten|reageren kan|(?:kunt|kan|moet) (?:u|je) .{0,20}(?:reageren|antwoorden)"
    r"|ontvangstbevestiging|hebben ontvangen|lidmaatschap"
    r"|^(?!.*\b(?:verzoek|recht|inzage)).*\b(?:vraag|vragen)\b"
)

NOT_AN_ANSWER_FR = (
    r"conserv|rétract|retour|command|paiement|livraison|prolong|supplémentaire|complex"
    r"|garantie|résili|abonnement|violation|facture|devis|candidatur|assistance|support technique"
    r"|\bvous (?:pouvez|devez) (?:répondre|réagir)|rembours"
    r"|adhésion|congé|accus\w+ réception|réclamation(?!.{0,30}données)"
    r"|^(?!.*\b(?:demande|droit|accès)).*\bquestions?\b"
)

NOT_AN_ANSWER_EN = (
    r"\bke(?:ep|pt)\b|retain|retention|withdraw(?:al)? from|refund|order|payment|deliver|exten[ds]|"
    r"further|complex|subscription|breach|invoice|guarantee|backup|renew|terminat|quot(?:e|ation)|"
    r"\byou (?:can|may|must|should) (?:respond|reply|answer)|"
    r"support|ticket|acknowledge|\bapplication|takedown|complaint(?!.{0,30}data)|enquir|helpdesk"
)

ANSWERS = {
    "nl": (
        Wording(
            ("binnen", "uiterlijk"),
            r"\b(?:binnen|uiterlijk(?: na| binnen)?) (?:de |een termijn van )?(?:uiterlijk "
            r"|maximaal )?"
            + NUMBER
            + r" ?(?P<unit>(?:kalender|werk)?dagen|weken|week|maanden|maand)\b",
            unless=r"^(?!.*\b(?:reactie|reageren|reageert|antwoord\w*|beantwoord\w*|verzoek\w*"
            r"|gevolg)\b)|" + NOT_AN_ANSWER_NL,
        ),
    ),
    "fr": (
        Wording(
            ("dans un délai", "dans les", "sous", "délai"),
            r"\b(?:dans (?:un délai (?:maximum |maximal )?(?:de |d[’'])|les )|sous (?:un"
            r" délai de )?"
            r"|délai (?:de |d[’']))(?:maximum de )?"
            + NUMBER
            + r" ?(?P<unit>jours?|semaines?|mois)\b",
            unless=r"^(?!.*\b(?:répon|demande|requête|donner suite|traiter))|" + NOT_AN_ANSWER_FR,
        ),
    ),
    "en": (
        Wording(
            ("within", "no later than"),
            r"\b(?:within|no later than)(?: a period of)?(?: a maximum of)? "
            + NUMBER
            + r"[ -]?(?:calendar |working |business )?(?P<unit>days?|weeks?|months?)\b",
            unless=r"^(?!.*\b(?:respon[ds]|answer|repl(?:y|ies)|request|comply))|"
            + NOT_AN_ANSWER_EN,
        ),
    ),
}

ABOUT_A_REQUEST_NL = r"^(?!.*\b(?:verzoek\w*|aanvra\w+|inzage\w*|rechten)\b)"

COPY = {
    "nl": (
        Wording(
            ("identiteit", "paspoort", "legitimatie", "rijbewijs", "id-"),
            r"\b(?:kopie|kopietje|scan|foto|afschrift)\b.{0,40}\b(?:identiteits(?:bewijs|kaart"
            r"|document)|ID-?(?:kaart|bewijs)|paspoort|rijbewijs|legitimatie(?:bewijs)?)\b",
            unless=ABOUT_A_REQUEST_NL
            + r"|\b(?:geen|nooit|niet|zonder|twijfel\w*|tenzij|indien nodig)\b"
            r"|\balleen (?:als|wanneer|indien)\b|\b(?:kunnen|kan) (?:we|wij)\b",
        ),
    ),
    "fr": (
        Wording(
            ("identité", "passeport"),
            r"\b(?:copie|photocopie|scan|justificatif)\b.{0,50}\b(?:pièce d[’']identité|carte "
            r"(?:nationale )?d[’']identité|passeport|titre d[’']identité|d[’']identité)\b",
            unless=r"^(?!.*\b(?:demande|requête|droits?|exercer|adress))|\b(?:doutes?|jamais|sans"
            r"|le cas échéant|si nécessaire|ne|n[’']|pourr\w+|peut|pouvons)\b",
        ),
    ),
    "en": (
        Wording(
            ("identity", "passport", "id card", "licence", "license", "photo id", "of your id"),
            r"\b(?:copy|scan|photo(?:copy|graph)?)\b.{0,40}\b(?:identity (?:card|document)|passport"
            r"|ID(?: card)?|driv\w+ licen[cs]e|proof of identity|identification)\b",
            unless=r"^(?!.*\b(?:requests?|rights?|access)\b)|\b(?:doubts?|never|not|only if"
            r"|without|may|might|if necessary|where necessary|don[’']t|no)\b",
        ),
    ),
}

ONLY_ON_PAPER = {
    "nl": (
        Wording(
            ("schriftelijk", "aangetekend", "per post", "per brief"),
            r"\b(?:uitsluitend|alleen|enkel)\b.{0,30}\b(?:schriftelijk|per (?:post|brief"
            r"|aangetekende"
            r"\w*))\b|\bverzoek\w*\b.{0,40}\bschriftelijk\b|\bschriftelijk\b.{0,40}\bverzoek\w*\b",
            unless=r"^(?!.*\b(?:verzoek\w*|rechten|inzage)\b)|\bof (?:per e-?mail|via)"
            r"|\b(?:hoeft|niet)\b|\been schriftelijk verzoek (?:stuur|kan|mag)",
        ),
    ),
    "fr": (
        Wording(
            ("courrier", "écrit", "recommandé"),
            r"\b(?:uniquement|exclusivement|seulement)\b.{0,40}\b(?:par (?:courrier|écrit|lettre)"
            r"|recommandée?)\b",
            unless=r"^(?!.*\b(?:demande|droits?|requête))|ou (?:par e-?mail|en ligne)",
        ),
    ),
    "en": (
        Wording(
            ("in writing", "by post", "registered letter", "by mail"),
            r"\b(?:only|exclusively|must be (?:made|submitted|sent))\b.{0,30}\b(?:in writing"
            r"|by post"
            r"|by registered (?:letter|mail))\b",
            unless=r"^(?!.*\b(?:requests?|rights?)\b)|or by e-?mail",
        ),
    ),
}

AFTERWARDS_NOTHING = {
    "nl": (
        Wording(
            ("dienst", "account", "overeenkomst"),
            r"\b(?:dergelijk geval|verzoek|bezwaar|recht)\b.{0,60}\b(?:dienst\w*|account"
            r"|overeenkomst)\b.{0,40}\b(?:niet (?:langer|meer)\b.{0,20}\b(?:voortzetten|leveren"
            r"|aanbieden)|stopzetten|beëindigen|opzeggen)",
        ),
    ),
    "fr": (
        Wording(
            ("service", "compte", "contrat"),
            r"\b(?:demande|opposition|droits?)\b.{0,60}\b(?:nous (?:pouvons|pourrons|pourrions))\b"
            r".{0,40}\b(?:mettre fin|résilier|suspendre|cesser)\b",
        ),
    ),
    "en": (
        Wording(
            ("service", "account", "agreement"),
            r"\b(?:request|objection|rights?)\b.{0,60}\bwe (?:may|can|will|might)\b.{0,30}"
            r"\b(?:terminate|end|stop|suspend|close)\b.{0,30}\b(?:services?|account|agreement)\b",
        ),
    ),
}

AUTHORITY_NL = r"(?:Autoriteit Persoonsgegevens|Gegevensbeschermingsautoriteit|GBA|toezichthou\w+)"

FIRST_TO_US = {
    "nl": (
        Wording(
            ("pas ", "nadat", "eerst"),
            rf"\b(?:pas|eerst nadat|alleen nadat|slechts nadat|pas"
            rf" nadat)\b.{{0,80}}\b{AUTHORITY_NL}"
            rf"|\b{AUTHORITY_NL}\b.{{0,80}}\b(?:pas (?:als|wanneer|nadat)|nadat (?:u|je) (?:eerst"
            r"|uw klacht|je klacht|de klacht))",
            unless=r"\b(?:niet|hoeft|geen voorwaarde)\b",
        ),
    ),
    "fr": (
        Wording(
            ("qu’après", "qu'après", "seulement après", "après avoir", "préalable"),
            r"\b(?:CNIL|APD|autorité de (?:contrôle|protection des données))\b.{0,80}"
            r"\b(?:qu[’']après|seulement après|après nous avoir)\b",
            unless=r"sans (?:avoir|devoir)|n[’']est pas",
        ),
    ),
    "en": (
        Wording(
            ("only after", "until you have", "must first", "once you have"),
            r"\b(?:supervisory authority|data protection authority|ICO|CNIL|DPC)\b.{0,80}"
            r"\b(?:only after|until you have|once you have)\b|\bmust"
            r" first\b.{0,60}\bbefore\b.{0,60}"
            r"\b(?:supervisory authority|data protection authority|ICO|CNIL|DPC)\b",
            unless=r"\b(?:need not|do not have to|don[’']t have to)\b",
        ),
    ),
}

MONEY = r"(?:€ ?\d+(?:[.,]\d+)?|\b\d+(?:[.,]\d+)? ?(?:€|euros?\b|EUR\b))"

FREE = r"kosteloos|gratis|geen kosten|kennelijk|ongegrond|buitensporig|herhaald|extra|bijkomend"

A_COPY_NL = r"(?:afschrift|kopie)(?:\b.{0,30}\b(?:persoons)?gegevens|(?! van| of))"

FEE = {
    "nl": (
        Wording(
            ("euro", "€", "eur"),
            rf"\b(?:verzoek\w*|inzage\w*|{A_COPY_NL})\b.{{0,80}}{MONEY}"
            rf"|{MONEY}.{{0,80}}\b(?:inzage\w*|{A_COPY_NL}|verzoek om)\b",
            unless=FREE + r"|bestel|terugbetal|boete",
        ),
    ),
    "fr": (
        Wording(
            ("euro", "€", "eur"),
            rf"\b(?:demande d[’']accès|droit d[’']accès|copie de vos données)\b.{{0,80}}{MONEY}"
            rf"|{MONEY}.{{0,80}}\b(?:demande d[’']accès|copie de vos données)\b",
            unless=r"gratuit|sans frais|infondée|excessi|répétiti|supplémentaire|amende",
        ),
    ),
    "en": (
        Wording(
            ("euro", "€", "eur", "£"),
            rf"\b(?:access requests?|requests? for access|copy of your (?:personal"
            rf" )?data)\b.{{0,80}}"
            rf"(?:{MONEY}|£ ?\d+)|(?:{MONEY}|£ ?\d+).{{0,80}}\b(?:access requests?|copy of your "
            r"(?:personal )?data)\b",
            unless=r"free of charge|unfounded|excessive|further cop|additional|repeated|\bfine\b",
        ),
    ),
}
