"""Which laws and frameworks a text names."""

from __future__ import annotations

from mkdocs_privacy.lint.wording import EVERY_LANGUAGE, Wording

OF_A_COUNTRY = {
    "nl": (
        Wording(
            (
                "nederlandse",
                "belgische",
                "franse",
                "duitse",
                "luxemburgse",
                "uavg",
                "uitvoeringswet",
            ),
            r"\b(?:op grond van|volgens|krachtens|conform|overeenkomstig|in overeenstemming"
            r" met|onder)"
            r"\b.{0,40}\b(?:(?:Nederlandse|Belgische|Franse|Duitse|Luxemburgse)\b.{0,25}"
            r"\b(?:wet|wetgeving|recht|privacy\w*)\b|UAVG|Uitvoeringswet AVG)",
            unless=r"factu|boekhou|fiscaal|belasting|administratie|bewaar|geschil|rechtbank"
            r"|consument|arbeids|huur|herroep|\bwoont",
        ),
    ),
    "fr": (
        Wording(
            ("loi", "législation", "droit"),
            r"\b(?:conformément|en vertu|en application|selon|au titre|au sens)\b.{0,60}"
            r"\b(?:(?:loi|législation|droit) (?:française?|belge|néerlandaise?|luxembourgeoise?"
            r"|allemande?)|loi (?:dite )?[«\"“ ]*informatique et libertés|loi (?:n° ?)?78-17)",
            unless=r"factur|compta|fiscal|impôt|litige|tribuna|consommat|du travail|\bbail\b"
            r"|rétract|résid|habit",
        ),
    ),
    "en": (
        Wording(
            ("dutch", "belgian", "french", "german", "uk gdpr", "data protection act"),
            r"\b(?:under|according to|in accordance with|pursuant to|on the basis of)\b.{0,40}"
            r"\b(?:(?:Dutch|Belgian|French|German) (?:privacy |data protection )?(?:law"
            r"|legislation)"
            r"|UK GDPR|Data Protection Act 2018)",
            unless=r"invoice|accounting|tax|dispute|court|consumer|employment|labour|withdraw"
            r"|\blive\b|resid",
        ),
    ),
}

REPEALED = {
    "nl": (
        Wording(
            ("bescherming", "wbp", "95/46", "8 december 1992", "privacycommissie", "cbp"),
            r"\bWet bescherming persoonsgegevens\b|\bWbp\b|\bRichtlijn 95/46|\bwet van 8 december "
            r"1992\b|\bPrivacycommissie\b|\bCommissie voor de bescherming van de persoonlijke "
            r"levenssfeer\b|\bCollege bescherming persoonsgegevens\b|\bCBP\b",
            unless=r"vroeger|voorheen|voormalig|vervang|ingetrokken|intrekking|opvolg|opgevolgd"
            r"|tot (?:en met )?(?:25|24) mei 2018|vóór|destijds|toenmalig|douane|Amerikaanse",
        ),
    ),
    "fr": (
        Wording(
            ("95/46", "8 décembre 1992", "commission de la protection", "cpvp"),
            r"\bdirective (?:européenne )?95/46|\bloi du 8 décembre 1992\b|\bCommission de la "
            r"protection de la vie privée\b|\bCPVP\b",
            unless=r"abrog|remplac|ancien|avant|succ[eé]d|jusqu|à l[’']époque",
        ),
    ),
    "en": (
        Wording(
            ("95/46", "1998", "privacy commission", "personal data protection act"),
            r"\bDirective 95/46|\bData Protection Act 1998\b|\bBelgian Privacy Commission\b"
            r"|\bDutch (?:Personal )?Data Protection Act\b",
            unless=r"repeal|replac|former|previous|until|supersed|succe|before",
        ),
    ),
}

SHIELD = {
    EVERY_LANGUAGE: (
        Wording(
            ("shield", "harbo", "bouclier de protection des données", "privacyschild"),
            r"\bprivacy[ -]?shield\b|\bsafe[ -]?harbou?r\b|\bbouclier de protection des données\b"
            r"|\bprivacyschild\b",
            unless=r"ongeldig|vernietig|vervang|vervallen|vroeger|voormalig|niet (?:langer|meer)"
            r"|invalid|struck down|annul|no longer|replac|former|abrog|remplac|ancien|n[’']est plus"
            r"|overturned|not rely|Swiss|statut|DMCA|copyright|hosting provider",
        ),
    ),
}
