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
            r"\b(?:n[e’'] ?(?:est|sont|constituent?|représentent?)) ?(?:pas|aucune)\b.{0,30}"
            r"\b(?:données? (?:à caractère )?personnel|données? nominative|information"
            r" personnelle)",
            unless=r"anonymis|tronqu",
        ),
    ),
    "en": (
        Wording(
            ("personal", "personally"),
            r"\b(?:IP address(?:es)?|browsers?|metadata|device identifiers?)\b.{0,160}"
            r"\b(?:(?:is|are|does|do) not|isn[’']t|aren[’']t|non-?)\b.{0,30}"
            r"\b(?:personal(?:ly identifiable)? (?:data|information))\b",
            unless=r"anonymi[sz]ed|truncated|do(?:es)? not (?:store|collect|keep|process|log"
            r"|record)"
            r"|not (?:be )?(?:linked|combined|connected|associated|used|merged)",
        ),
    ),
}

EXCEPT_NL = (
    r"(?:tenzij|behalve|uitgezonderd|behoudens|met uitzondering|anders dan)"
    r"(?!.{0,30}\b(?:wet\b|wettelijk|verplicht|boekhoud))"
    r"|commerciële|(?:andere?|eigen|marketing|reclame)[ -]?doel|onnodig"
    r"|niet toegankelijk|verwerkers|ingeschakeld|niet zomaar"
)

EXCEPT_FR = (
    r"\b(?:sauf|excepté|hormis|à l[’']exception|à moins|autres que|sans que|en dehors)"
    r"(?!.{0,30}\b(?:loi|légal|obligation))"
    r"|commercial|publicitaire|prospection|sous-traitant|prestataire|à leurs propres fins"
)

EXCEPT_EN = (
    r"\b(?:unless|except|other than|apart from|only (?:if|when|where|with|to|as)|save)"
    r"(?!.{0,35}\b(?:by law|legal|law requires|obliged))"
    r"|for (?:their|its|any|other|commercial|marketing|advertising)"
    r"|service providers|processors|does not include"
)

NO_SHARING = {
    "nl": (
        Wording(
            ("derden", "ander"),
            r"\b(?:nooit|nimmer|niet|geen)\b.{0,70}\b(?:gedeeld|delen|deelt|verstrek\w*|doorgegeven"
            r"|geven|door te geven|overhandigd|ter beschikking|doorgestuurd)\b.{0,50}\b(?:aan|met) "
            r"(?:derden?|derde partijen|anderen|andere (?:organisaties|partijen|bedrijven))\b",
            unless=EXCEPT_NL,
        ),
        Wording(
            ("derden", "ander"),
            r"\b(?:nooit|nimmer|niet)\b.{0,40}\b(?:aan|met) (?:derden?|derde partijen|anderen"
            r"|andere (?:organisaties|partijen|bedrijven))\b.{0,40}\b(?:gedeeld|delen|verstrek\w*"
            r"|doorgegeven|gegeven|overhandigd|ter beschikking|doorgestuurd)",
            unless=EXCEPT_NL,
        ),
        Wording(
            ("derden", "ander"),
            r"\b(?:verstrekken|delen|geven)\b.{0,40}\b(?:nooit|nimmer|niet|geen)\b.{0,40}"
            r"\b(?:aan|met) (?:derden?|anderen|andere (?:organisaties|partijen|bedrijven))\b",
            unless=EXCEPT_NL,
        ),
    ),
    "fr": (
        Wording(
            ("tiers", "tierces", "autrui", "autres"),
            r"\b(?:ne|n[’'])\b.{0,60}\b(?:jamais|pas|aucunement)\b.{0,60}\b(?:partag|communiqu"
            r"|transmi|transmett|cédé|divulgu|transfér)\w*.{0,50}\b(?:tiers|tierces|autrui"
            r"|d[’']autres (?:personnes|organismes|sociétés|entreprises))\b",
            unless=EXCEPT_FR,
            unless_in_text=r"\bn[’']inclut pas\b",
        ),
        Wording(
            ("tiers", "tierces"),
            r"\b(?:ne|n[’'])\b.{0,20}\b(?:partag|communiqu|transm|cèd|divulgu|transfér)\w*"
            r".{0,20}\b(?:jamais|pas|aucune)\b.{0,60}\b(?:tiers|tierces)\b"
            r"|\baucune (?:communication|transmission|cession) à des tiers\b",
            unless=EXCEPT_FR,
            unless_in_text=r"\bn[’']inclut pas\b",
        ),
    ),
    "en": (
        Wording(
            ("third part", "other organi", "other compan", "anyone"),
            r"\b(?:never|not|nor|won[’']t|don[’']t|no)\b.{0,60}\b(?:shared?|disclosed?|provided?"
            r"|passed?|given?|transfer(?:red)?)\b.{0,60}\b(?:third[ -]part\w+"
            r"|other (?:organi[sz]ations|companies)|anyone)\b",
            unless=EXCEPT_EN,
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
            r"|toestemming)",
        ),
    ),
    "fr": (
        Wording(
            ("marketing", "prospection", "publicitaire"),
            r"\b(?:pas|jamais|aucune)\b.{0,40}\b(?:à des fins (?:de )?|pour (?:de la |la |du )?)"
            r"(?:marketing|prospection|publicit)\w*",
            unless=r"\b(?:sans|sauf|tiers|sinon|à moins|consentement|accord)\b",
        ),
    ),
    "en": (
        Wording(
            ("marketing", "advertising"),
            r"\b(?:not|never)\b.{0,30}\bfor (?:any )?(?:targeted |direct )?(?:marketing"
            r"|advertising)",
            unless=r"\b(?:without|unless|except|other than|third part|by others|consent|their)\b",
        ),
    ),
}

NOWHERE_ELSE = {
    "nl": (
        Wording(
            ("buiten de e", "buiten e"),
            r"\b(?:nooit|niet|geen)\b.{0,70}\bbuiten (?:de )?(?:EU|EER|Europa|Europese "
            r"(?:Unie|Economische Ruimte))\b",
            unless=r"tenzij|behalve|uitgezonderd|zonder (?:passende|uw|je)|waarborg|anders"
            r" dan|indien",
        ),
        Wording(
            ("binnen de e", "binnen e"),
            r"\b(?:uitsluitend|alleen|enkel)\b.{0,40}\bbinnen (?:de )?(?:EU|EER|Europa|Europese "
            r"(?:Unie|Economische Ruimte))\b",
            unless=r"tenzij|behalve|uitgezonderd|server|back-?up",
        ),
    ),
    "fr": (
        Wording(
            ("hors d", "en dehors d", "à l’extérieur", "à l'extérieur"),
            r"\b(?:jamais|pas|aucun)\b.{0,70}\b(?:hors|en dehors|à l[’']extérieur) (?:de"
            r" l[’']|d[’']"
            r"|du )(?:UE|EEE|Union|Europe|Espace)",
            unless=r"sauf|excepté|à moins|garantie|hormis|sans ",
        ),
    ),
    "en": (
        Wording(
            ("outside",),
            r"\b(?:never|not|no)\b.{0,70}\boutside (?:of )?(?:the )?(?:EU|EEA|European|Europe)\b",
            unless=r"unless|except|without|safeguard|other than|if ",
        ),
    ),
}

TOO_SAFE = {
    "nl": (
        Wording(
            ("%", "procent", "volledig", "volkomen", "absolu", "gegarandeerd", "garander"),
            r"\b(?:100 ?%|honderd procent|volledig|volkomen|absoluut) (?:veilig|beveiligd)\b"
            r"|\bgarander\w+\b.{0,50}\bveilig|\bveiligheid\b.{0,40}\bgegarandeerd",
            unless=r"\b(?:geen|niet|nooit|kunnen|kan)\b",
        ),
    ),
    "fr": (
        Wording(
            ("%", "garanti", "totalement", "entièrement", "absolu"),
            r"\b(?:100 ?%|totalement|entièrement|absolument) (?:sûre?s?|sécurisée?s?)\b"
            r"|\bgaranti\w*\b.{0,40}\b(?:sécurité|confidentialité) (?:totale|absolue)",
            unless=r"\b(?:ne|n[’']|aucune?|jamais|sans)",
        ),
    ),
    "en": (
        Wording(
            ("%", "guarantee", "completely", "absolute", "totally"),
            r"\b(?:100 ?%|completely|absolutely|totally) (?:safe|secure)\b"
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
        ),
    ),
    "fr": (
        Wording(
            ("anonym",),
            r"\b(?:cookies?|identifiants?|adresses? IP) anonymes?\b",
        ),
    ),
    "en": (
        Wording(
            ("anonym",),
            r"\banonymous (?:cookies?|identifiers?|IDs?|user IDs?|IP address(?:es)?)\b",
        ),
    ),
}
