"""Words of an activity that name somebody else who takes part in it, or who receives its data."""

from mkdocs_privacy.lint.wording import Wording

JOINTLY = {
    "nl": (
        Wording(
            ("samen", "gezamenlijk"),
            r"\b(?:samen|gezamenlijk)\b.{0,60}\bverantwoordelijk\b"
            r"|\bverantwoordelijk\b.{0,30}\b(?:samen|gezamenlijk)\b"
            r"|\bgezamenlijke verwerkingsverantwoordelijken?\b",
            unless=r"\b(?:geen|niet|nooit)\b"
            r"|\bverantwoordelijk voor (?!.{0,60}(?:gegevens|cijfers|statistiek|gebruik|verwerk"
            r"|pagina|\b(?:dit|deze|wat)\b))",
        ),
    ),
    "fr": (
        Wording(
            ("conjoint", "ensemble"),
            r"\bresponsables? (?:conjoint|ensemble)\w*|\bconjointement\b.{0,40}\bresponsables?\b",
            unless=r"\b(?:ne|n[’']|pas|jamais|sans)\b"
            r"|\bresponsables?(?: conjoint\w*)? (?:du|de|des|d[’'])(?!.{0,60}(?:données|chiffres"
            r"|statistique|traitement|utilisation|\bpage|\bce(?:s|tte)?\b))",
        ),
    ),
    "en": (
        Wording(
            ("joint", "together"),
            r"\bresponsible (?:jointly|together)\b|\bjointly\b.{0,40}\bresponsible\b"
            r"|\bjoint controllers?\b",
            unless=r"\b(?:not|no|never|without)\b"
            r"|\bresponsible (?:jointly |together )?for (?!.{0,60}\b(?:data|figures|statistics"
            r"|process\w*|use|pages?|this|these|what)\b)",
        ),
    ),
}

NAMES_OTHERS = {
    "nl": (
        Wording(
            ("vervoerder", "koerier", "betaaldienst", "boekhouder", "verzekeraar", "overheid"),
            r"\b(?:de|een|onze) (?:vervoerder|koerier|betaaldienst|boekhouder|verzekeraar)"
            r" (?:krijgt|ontvangt)\b"
            r"|\bvia (?:de|een|onze) betaaldienst\b|\bmet de vervoerder\b"
            r"|\bgeven aan (?:de|een|onze)"
            r" (?:vervoerder|koerier|boekhouder|verzekeraar|overheid)\b",
            unless=r"\b(?:geen|niet|niets|nooit)\b",
        ),
        Wording(
            ("politie", "minister"),
            r"\bgeven .{0,20}\baan de politie\b|\bsturen .{0,20}\bnaar de minister\b",
            unless=r"\b(?:geen|niet|niets|nooit) (?:aan|naar)\b",
        ),
        Wording(("andere diensten",), r"\b(?:video|kaart)\w*\b.{0,30} van andere diensten\b"),
    ),
    "fr": (
        Wording(
            ("transporteur", "prestataire de paiement", "comptable", "assureur", "autorité"),
            r"\b(?:le|un|notre|l[’']) ?(?:transporteur|prestataire de paiement|comptable|assureur)"
            r" reçoit\b"
            r"|\bpar l[’']intermédiaire d[’']un prestataire de paiement\b|\bavec le transporteur\b"
            r"|\bcommuniquer\b.{0,30} à (?:une autorité|notre comptable|notre assureur)\b",
            unless=r"\b(?:ne|n[’']|pas|jamais|sans|rien)\b",
        ),
        Wording(
            ("police", "ministre"),
            r"\bremettons .{0,20}\bà la police\b|\btransmettons au ministre\b",
            unless=r"\b(?:remettons|transmettons) (?:pas|jamais|rien)\b",
        ),
        Wording(("autres services",), r"\b(?:vidéo|carte)s?\b.{0,30} d[’']autres services\b"),
    ),
    "en": (
        Wording(
            ("carrier", "courier", "payment service", "accountant", "insurer", "authority"),
            r"\b(?:the|a|our) (?:carrier|courier|payment service|accountant|insurer)"
            r" (?:gets|receives)\b"
            r"|\bthrough (?:the|a|our) payment service\b|\bwith the carrier\b"
            r"|\b(?:give|hand over)\b.{0,30} to (?:an authority|our accountant|our insurer)\b",
            unless=r"\b(?:not|no|nothing|never|without)\b",
        ),
        Wording(
            ("police", "minister"),
            r"\bhand .{0,20}\bover to the police\b|\bsend .{0,10}\bto the minister\b",
            unless=r"\b(?:not|never) (?:hand|send)\b",
        ),
        Wording(("other services",), r"\b(?:video|map)s?\b.{0,30} from other services\b"),
    ),
}
