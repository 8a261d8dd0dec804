"""What a text claims of who receives data."""

from __future__ import annotations

from mkdocs_privacy.lint.wording import Wording

EXCEPT_NL = (
    r"(?:tenzij|behalve|uitgezonderd|behoudens|met uitzondering|anders dan)"
    r"(?!.{0,30}\b(?:wet\b|wettelijk|verplicht|boekhoud))"
    r"|commerciële|(?:andere?|eigen|marketing|reclame)[ -]?doel|onnodig"
    r"|niet toegankelijk|verwerkers|ingeschakeld|niet zomaar"
    r"|voor (?:hun|eigen|andere)\b|marketing|reclame|\bmeer\b.{0,60}\bdan\b"
    r"|\b(?:derden|partijen|anderen|organisaties|bedrijven) (?:die|dan|tenzij|tot|voor|zolang)\b"
    r"|\bgroep\b|automatisch"
    r"|\bzonder (?!(?:uw|je|jouw|hun|(?:voorafgaande )?toestemming)\b)"
)

EXCEPT_FR = (
    r"\b(?:sauf|excepté|hormis|à l[’']exception|à moins|autres que|sans que|en dehors)"
    r"(?!.{0,30}\b(?:loi|légal|obligation))"
    r"|\b(?:tiers|personnes|organismes|sociétés|entreprises) (?:qui|que|dont|tant|avant)\b"
    r"|tant que|avant que|\bgroupe\b|automatiquement"
    r"|\bsans (?!(?:votre|ton|leur|l[’']|consentement|autorisation|accord))|sans (?:vous|te|t[’'])"
    r"|commercial|publicitaire|prospection|sous-traitant|prestataire|à leurs propres fins"
)

EXCEPT_EN = (
    r"\b(?:unless|except|other than|apart from|only (?:if|when|where|with|to|as)|save)"
    r"(?!.{0,35}\b(?:by law|legal|law requires|obliged))"
    r"|for (?:their|its|any|other|commercial|marketing|advertising)"
    r"|service providers|processors|does not include|\bour group\b|automatic"
    r"|\beverything\b|^some\b|\bwhen you\b"
    r"|\bwithout (?!(?:your|their|prior|explicit|consent|permission)\b)"
    r"|\bmore\b.{0,60}\bthan\b"
    r"|\b(?:anyone|part(?:y|ies)|companies|organi[sz]ations) (?:who|that|which|but|until)\b"
)

# What readers do, or may wish, and what is about one thing only

NOT_OURS_NL = (
    r"^(?:deel|geef|verstrek)\b|wachtwoord|inloggegevens|toegangscode|\bdie (?:u|je|jij)\b"
    r"|\b(?:als|indien|wanneer) (?:u|je|jij)\b.{0,50}\b(?:niet|geen)\b"
    r"|^(?:heeft|hebt|heb|wilt|wil|bent|ben) (?:u|je|jij)\b.{0,30}\b(?:niet|geen)\b"
    r"|\b(?:medische|gezondheids)\w*"
    r"|^(?!.*(?:gegevens|informatie|bestand|\b(?:ze|deze|data|daarvan|iets|niets)\b))"
)

NOT_OURS_FR = (
    r"^ne (?:partage|communique|transmet|divulgue)|mot de passe|code d[’']accès|identifiants? de"
    r"|\b(?:que|dont) (?:vous|tu)\b|\bsi (?:vous|tu) ne\b|responsables? des?\b"
    r"|données (?:médicales|de santé)"
    r"|^(?!.*(?:données|informations?|coordonnées|adresses|fichiers?|\b(?:les|rien|aucune)\b))"
)

NOT_OURS_EN = (
    r"^(?:please )?(?:do not|don[’']t|never) (?:share|disclose|give|provide|pass)\b|password"
    r"|log-?in|\byou (?:should|must|may|can)\b|responsible for"
    r"|\b(?:data|information|details|files?|anything)(?: that| which)? you"
    r" (?:share|provide|disclose|give)\b"
    r"|\bif you (?:do not|don[’']t|would rather)\b"
    r"|^(?!.*\b(?:data|information|details|it|them|these|this|lists?|address(?:es)?)\b)"
)

NO_SHARING = {
    "nl": (
        Wording(
            ("derden", "ander"),
            r"\b(?:nooit|nimmer|niet|geen)\b.{0,70}\b(?:gedeeld|delen|deelt|verstrek\w*|doorgegeven"
            r"|geven|door te geven|overhandigd|ter beschikking|doorgestuurd)\b.{0,50}\b(?:aan|met) "
            r"(?:derden?|derde partijen|anderen|andere (?:organisaties|partijen|bedrijven))\b",
            unless=f"{EXCEPT_NL}|{NOT_OURS_NL}",
        ),
        Wording(
            ("derden", "ander"),
            r"\b(?:nooit|nimmer|niet|geen)\b.{0,40}\b(?:aan|met) (?:derden?|derde partijen|anderen"
            r"|andere (?:organisaties|partijen|bedrijven))\b.{0,40}\b(?:gedeeld|delen|verstrek\w*"
            r"|doorgegeven|gegeven|overhandigd|ter beschikking|doorgestuurd)",
            unless=f"{EXCEPT_NL}|{NOT_OURS_NL}",
        ),
        Wording(
            ("derden", "ander"),
            r"\b(?:verstrekken|delen|geven)\b.{0,40}\b(?:nooit|nimmer|niet|geen)\b.{0,40}"
            r"\b(?:aan|met) (?:derden?|anderen|andere (?:organisaties|partijen|bedrijven))\b",
            unless=f"{EXCEPT_NL}|{NOT_OURS_NL}",
        ),
        Wording(
            ("niemand",),
            r"\b(?:met niemand (?:gedeeld|delen|deelt)|del(?:en|t)\b.{0,40}\bmet niemand"
            r"|aan niemand (?:door|gegeven|verstrekt|doorgegeven))\b",
            unless=f"{EXCEPT_NL}|{NOT_OURS_NL}",
        ),
    ),
    "fr": (
        Wording(
            ("tiers", "tierces", "autrui", "autres"),
            r"\b(?:ne|n[’'])\b.{0,60}\b(?:jamais|pas|aucunement)\b.{0,60}\b(?:partag|communiqu"
            r"|transmi|transmett|cédé|divulgu|transfér)\w*.{0,50}\b(?:tiers|tierces|autrui"
            r"|d[’']autres (?:personnes|organismes|sociétés|entreprises))\b",
            unless=f"{EXCEPT_FR}|{NOT_OURS_FR}",
            unless_in_text=r"\bn[’']inclut pas\b",
        ),
        Wording(
            ("tiers", "tierces"),
            r"\b(?:ne|n[’'])\b.{0,20}\b(?:partag|communiqu|transm|cèd|divulgu|transfér)\w*"
            r".{0,20}\b(?:jamais|pas|aucune)\b.{0,60}\b(?:tiers|tierces)\b"
            r"|\baucune (?:communication|transmission|cession) à des tiers\b",
            unless=f"{EXCEPT_FR}|{NOT_OURS_FR}",
            unless_in_text=r"\bn[’']inclut pas\b",
        ),
        Wording(
            ("aucune donnée", "aucune information"),
            r"\baucune (?:donnée|information)s?\b.{0,40}\bn(?:[’']est|e sera)\b.{0,30}"
            r"(?:partag|communiqu|transm|cédé|divulgu)\w* à (?:un |des )?tiers\b",
            unless=f"{EXCEPT_FR}|{NOT_OURS_FR}|en dehors|sauf",
        ),
        Wording(
            ("personne",),
            r"\b(?:partag|communiqu|transmi|transmett|cédé|divulgu)\w* (?:à|avec) personne"
            r"(?=[\s.!]*$)",
            unless=f"{EXCEPT_FR}|{NOT_OURS_FR}",
        ),
    ),
    "en": (
        Wording(
            ("nobody", "no one", "no-one"),
            r"\bshared?\b.{0,30}\bwith (?:nobody|no[- ]one)\b",
            unless=f"{EXCEPT_EN}|{NOT_OURS_EN}",
        ),
        Wording(
            ("third part", "other organi", "other compan", "anyone"),
            r"\b(?:never|not|nor|won[’']t|don[’']t|no)\b.{0,60}\b(?:shared?|disclosed?|provided?"
            r"|passed?|given?|transfer(?:red)?)\b.{0,60}\b(?:third[ -]part\w+"
            r"|other (?:organi[sz]ations|companies)|anyone)\b",
            unless=f"{EXCEPT_EN}|{NOT_OURS_EN}",
        ),
    ),
}
