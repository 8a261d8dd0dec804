"""What a text claims of recipients, marketing, transfers, safety and identifiers."""

from __future__ import annotations

from mkdocs_privacy.lint.wording import Wording

NO_PERSONAL = {
    "nl": (
        Wording(
            ("geen persoon",),
            r"\b(?:IP-?adres\w*|(?:web)?browser\w*|metagegevens|metadata"
            r"|apparaatgegevens)\b.{0,160}"
            r"\b(?:is|zijn|vormen|gelden als|beschouwen wij als)\b.{0,20}"
            r"\bgeen (?:persoonsgegevens|persoonlijke gegevens)\b",
            unless=r"anoni[em]|zonder IP|geen IP|IP-?adres\w* niet|ingekort",
        ),
        Wording(
            ("geen persoon",),
            r"^(?:dit|deze|dat|die)\b.{0,30}\b(?:zijn|is|vormen)\b.{0,15}\bgeen persoonsgegevens\b",
            after=r"\b(?:IP-?adres\w*|browser\w*|metagegevens|metadata)\b",
            unless=r"anoniem",
        ),
    ),
    "fr": (
        Wording(
            ("personnel", "nominati"),
            r"\b(?:adresses? IP|navigateurs?|métadonnées)\b.{0,160}"
            r"\b(?:n[e’'] ?(?:est|sont|constituent?|représentent?)) ?(?:pas|aucune)\b"
            r"(?!.{0,30}\b(?:obligé|tenue?|utile|nécessaire|li)).{0,30}"
            r"\b(?:données? (?:à caractère )?personnel|données? nominative|information"
            r" personnelle)",
            unless=r"anonymis|tronqu",
        ),
    ),
    "en": (
        Wording(
            ("personal", "personally"),
            r"\b(?:IP address(?:es)?|browsers?|metadata|device identifiers?)\b.{0,160}"
            r"\b(?:(?:is|are) not|isn[’']t|aren[’']t|non-?"
            r"|do(?:es)? not (?:constitute|count|qualify|amount|contain|include))\b.{0,30}"
            r"\b(?:personal(?:ly identifiable)? (?:data|information))\b",
            unless=r"anonymi[sz]ed|truncated|do(?:es)? not (?:store|collect|keep|process|log"
            r"|record)"
            r"|not (?:be )?(?:linked|combined|connected|associated|used|merged)",
        ),
    ),
}

NO_MARKETING = {
    "nl": (
        Wording(
            ("marketing", "reclame"),
            r"\b(?:niet|nooit)\b.{0,25}\bvoor \(?(?:gerichte|directe?|commerciële)?\)? ?"
            r"(?:marketing|reclame)\w*",
            unless=r"\b(?:zonder|tenzij|behalve|anders dan|derden|anderen|enkel|alleen"
            r"|toestemming|(?:niet|nooit) (?:meer|langer)|bezwaar|(?:als|indien|wanneer) (?:u|je)"
            r"|w(?:ilt|il) (?:u|je)|gegevens (?:uit|van|in|over|die|bij)\b"
            r"|^(?!.*(?:gegevens|informatie|\b(?:ze|deze|data))))",
        ),
    ),
    "fr": (
        Wording(
            ("marketing", "prospection", "publicitaire"),
            r"\b(?:pas|jamais|aucune)\b.{0,40}\b(?:à des fins (?:de )?|pour (?:de la |la |du )?)"
            r"(?:marketing|prospection|publicit)\w*",
            unless=r"\b(?:sans|sauf|tiers|sinon|à moins|consentement|accord|si (?:vous|tu)|oppos\w+"
            r"|données (?:du|de|des|qui|que|issues|dans))\b"
            r"|^(?!.*(?:données|informations|coordonnées))",
        ),
    ),
    "en": (
        Wording(
            ("marketing", "advertising"),
            r"\b(?:not|never)\b.{0,30}\bfor (?:any )?(?:targeted |direct )?(?:marketing"
            r"|advertising)",
            unless=r"\b(?:without|unless|except|other than|third part\w+|by others|consent|their"
            r"|no longer|any ?more|gives? us|object\w*|if you|you can|you may|ask us"
            r"|(?:data|information|details) (?:from|in|of|that|which|about))\b"
            r"|^(?!.*\b(?:data|information|details|it|them)\b)",
        ),
    ),
}

EUROPE_NL = r"(?:de )?(?:EU|EER|Europa|Europese (?:Unie|Economische Ruimte))"

NOT_DATA_NL = (
    r"^(?!.*(?:gegevens|informatie|\bdata\b|verwerk|opgeslagen|doorgegeven|doorgifte|leverancier"
    r"|dienstverlener|partners))"
)

NOWHERE_ELSE = {
    "nl": (
        Wording(
            ("buiten de e", "buiten e"),
            r"\b(?:nooit|niet|geen)\b.{0,70}\bbuiten (?:de )?(?:EU|EER|Europa|Europese "
            r"(?:Unie|Economische Ruimte))\b",
            unless=r"tenzij|behalve|uitzondering|uitgezonderd|zonder (?:passende|uw|je)|waarborg"
            rf"|anders dan|indien|^(?:als|wanneer)\b|{NOT_DATA_NL}",
        ),
        Wording(
            ("binnen de e", "binnen e"),
            r"\b(?:uitsluitend|alleen|enkel)\b.{0,40}\bbinnen (?:de )?(?:EU|EER|Europa|Europese "
            r"(?:Unie|Economische Ruimte))\b",
            unless=rf"tenzij|behalve|uitzondering|uitgezonderd|server|back-?up|{NOT_DATA_NL}",
        ),
        Wording(
            ("blijven", "verlaten"),
            rf"^(?:al )?(?:uw|je|jouw|de|deze) (?:persoons)?gegevens"
            rf" (?:blijven (?:altijd |steeds )?(?:binnen|in) {EUROPE_NL}"
            rf"|verlaten (?:nooit {EUROPE_NL}|{EUROPE_NL} (?:nooit|niet)))\b",
            unless=r"tenzij|behalve|uitzondering|uitgezonderd|zonder|waarborg|anders dan|als |bij ",
        ),
    ),
    "fr": (
        Wording(
            ("hors d", "en dehors d", "à l’extérieur", "à l'extérieur"),
            r"\b(?:jamais|pas|aucun)\b.{0,70}\b(?:hors|en dehors|à l[’']extérieur) (?:de"
            r" l[’']|d[’']"
            r"|du )(?:UE|EEE|Union|Europe|Espace)",
            unless=r"sauf|excepté|exception|à moins|garantie|hormis|sans |^si "
            r"|^tou(?:s|tes) nos|nos propres"
            r"|^(?!.*(?:données|informations|transfér|transfert|sous-traitant|prestataire|stock|héberg))",
        ),
        Wording(
            ("quitte", "restent"),
            r"^(?:toutes )?(?:vos|tes|les|ces) données (?:à caractère personnel )?"
            r"(?:ne quittent (?:jamais|pas) |restent (?:toujours )?(?:dans|en) )"
            r"(?:l[’'](?:UE|EEE|Union européenne|Espace économique européen|Europe)|Europe)\b",
            unless=r"sauf|excepté|exception|à moins|garantie|hormis|sans |chez |lorsque",
        ),
    ),
    "en": (
        Wording(
            ("stay", "remain"),
            r"^(?:all )?(?:of )?(?:your|the|this) (?:personal )?data (?:always )?(?:stays|remains)"
            r" (?:within|in|inside) (?:the )?(?:EU|EEA|Europe|European (?:Union|Economic Area))\b",
            unless=r"unless|except|without|safeguard|other than|\b(?:if|when|with) ",
        ),
        Wording(
            ("outside", "leave"),
            r"\b(?:never|not|no|nothing)\b.{0,70}\boutside (?:of )?(?:the )?"
            r"(?:EU|EEA|European|Europe)\b"
            r"|\b(?:never|not) leaves? (?:the )?(?:EU|EEA|European|Europe)\b",
            unless=r"unless|except|without|safeguard|other than|if |\bown servers"
            r"|^(?!.*\b(?:data|information|transfer\w*|processors?|providers?|suppliers?|stored)\b)",
        ),
    ),
}

TOO_SAFE = {
    "nl": (
        Wording(
            ("%", "procent", "volledig", "volkomen", "perfect", "absolu", "garande", "datalek"),
            r"\b(?:100 ?%|honderd procent|volledig|volkomen|perfect|absoluut)"
            r" (?:veilig|beveiligd)\b"
            r"|\bdatalek(?:ken)?\b.{0,20}\b(?:uitgesloten|onmogelijk)\b"
            r"|\bgarander\w+\b.{0,50}\bveilig|\bveiligheid\b.{0,40}\bgegarandeerd",
            unless=r"\b(?:geen|niet|nooit|kunnen|kan)\b",
        ),
    ),
    "fr": (
        Wording(
            ("%", "garanti", "totalement", "entièrement", "absolu", "parfaitement", "violation"),
            r"\bviolations? de données\b.{0,20}\b(?:exclue?s?|impossibles?)\b"
            r"|\b(?:100 ?%|totalement|entièrement|absolument|parfaitement)"
            r" (?:sûre?s?|sécurisée?s?)\b"
            r"|\bgaranti\w*\b.{0,40}\b(?:sécurité|confidentialité) (?:totale|absolue)",
            unless=r"\b(?:ne|n[’']|aucune?|jamais|sans)",
        ),
    ),
    "en": (
        Wording(
            ("%", "guarantee", "completely", "absolute", "totally", "perfectly", "breach"),
            r"\b(?:100 ?%|completely|absolutely|totally|perfectly) (?:safe|secure)\b"
            r"|\bdata breach(?:es)?\b.{0,20}\b(?:impossible|ruled out)\b"
            r"|\bguarantee\w*\b.{0,60}\b(?:kept safe|is safe|are safe|is secure|are secure"
            r"|safe from|absolute security)\b",
            unless=r"\b(?:no|not|never|cannot|can[’']t|neither|nor|don[’']t)\b",
        ),
    ),
}

ANONYMOUS = {
    "nl": (
        Wording(
            ("anoni",),
            r"\(pseudo\) ?anoni\w+|\banonieme? (?:cookie|IP-?adres|gebruikersnummer|ID)\w*"
            r"|\b(?:IP-?adres|cookie-?ID)\w*\b.{0,60}\banoniem\b",
            unless=r"\b(?:geen|niet|nooit)\b[^,;]{0,30}\b(?:pseudo|anoniem)"
            r"|bestaa(?:t|n) niet|ingekort|anoniem (?:gemaakt|maken)|geanonimiseerd",
        ),
    ),
    "fr": (
        Wording(
            ("anonym",),
            r"\b(?:cookies?|identifiants?|adresses? IP) anonymes?\b",
            unless=r"\b(?:pas|aucune?|jamais)\b[^,;]{0,30}\banonym|n[’']exist",
        ),
    ),
    "en": (
        Wording(
            ("anonym",),
            r"\banonymous (?:cookies?|identifiers?|IDs?|user IDs?|IP address(?:es)?)\b",
            unless=r"\b(?:no|not|never|neither)\b[^,;]{0,30}\banonym",
        ),
    ),
}
