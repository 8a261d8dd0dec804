"""Changes of what is stored or read on devices."""

from functools import partial

from mkdocs_privacy.releases.kinds import grounds
from mkdocs_privacy.releases.kinds.rule import ALL, FieldRule, Manner, Shown, Topic, always
from mkdocs_privacy.releases.kinds.shapes import Shape, Verb

_cookies = partial(FieldRule, Topic.COOKIES)

RULES = (
    _cookies(
        "cookies",
        Shape.STATED,
        sentences=(Verb.CHANGED,),
        unstated="cookies.none",
        nothing="cookies.nothing",
        subject="cookies.title",
        shown=Shown("cookies", when=always),
    ),
    _cookies(
        "no_cookies",
        Shape.LIST,
        words="cookie_category",
        subject="cookies.title",
        shown=Shown("cookies", when=always),
    ),
    _cookies(
        "cookie",
        Shape.TRACKER,
        (Verb.ADDED,),
        grounds.DEVICE,
        sentences=(Verb.ADDED, Verb.WITHOUT_CONSENT, Verb.REMOVED),
        shown=Shown("cookies", "cookie-{id}"),
    ),
    _cookies("cookie.use", Shape.UNPRINTED),
    _cookies("cookie.facts", Shape.UNPRINTED),
    _cookies("cookie.name", Shape.FIXED, manner=Manner.NAME),
    _cookies("cookie.category", Shape.FIXED, ALL, grounds.DEVICE, words="cookie_category"),
    _cookies("cookie.purpose", Shape.TITLE, (Verb.CHANGED,), grounds.DEVICE),
    _cookies("cookie.provider", Shape.VALUE, ALL, grounds.RECIPIENT),
    _cookies(
        "cookie.country",
        Shape.COUNTRY,
        (Verb.THIRD_COUNTRY,),
        grounds.TRANSFER,
        sentences=(Verb.THIRD_COUNTRY,),
    ),
    _cookies("cookie.processor", Shape.VALUE, (Verb.ADDED, Verb.CHANGED), grounds.RECIPIENT),
    _cookies("cookie.activity", Shape.VALUE),
    _cookies("cookie.consent", Shape.VALUE, ALL, grounds.DEVICE),
    _cookies("cookie.consent_reason", Shape.TEXT, ALL, grounds.DEVICE),
    _cookies("cookie.stores_nothing", Shape.FIXED, ALL, grounds.DEVICE),
    _cookies(
        "cookie.items",
        Shape.TRACKER,
        (Verb.ADDED,),
        grounds.DEVICE,
        sentences=(Verb.ADDED, Verb.WITHOUT_CONSENT, Verb.REMOVED),
    ),
    _cookies("cookie.items.type", Shape.FIXED, ALL, grounds.DEVICE, words="tracker"),
    _cookies("cookie.items.party", Shape.FIXED, ALL, grounds.DEVICE),
    _cookies("cookie.items.domain", Shape.VALUE, ALL, grounds.DEVICE),
    _cookies(
        "cookie.items.duration",
        Shape.PERIOD,
        (Verb.ADDED, Verb.CHANGED, Verb.LENGTHENED),
        grounds.DEVICE,
    ),
    _cookies("cookie.items.purpose", Shape.TITLE, (Verb.CHANGED,), grounds.DEVICE),
    _cookies("cookie.items.category", Shape.VALUE, ALL, grounds.DEVICE, words="cookie_category"),
    _cookies("cookie.items.email_pixel", Shape.VALUE, ALL, grounds.DEVICE),
    _cookies("cookie.description", Shape.TEXT),
    _cookies("cookie.privacy_url", Shape.VALUE),
    _cookies("cookie.opt_out_url", Shape.VALUE, (Verb.REMOVED,), grounds.EXERCISE),
    _cookies(
        "consent",
        Shape.ENTRY,
        ALL,
        "GDPR 7(3)",
        subject="cookies.choice",
        shown=Shown("cookies", "change-choice"),
    ),
    _cookies("consent.service", Shape.VALUE, has_own_label=True),
    _cookies("consent.how", Shape.TITLE, ALL, "GDPR 7(3)", has_own_label=True),
    _cookies("consent.link", Shape.VALUE),
)
