"""Changes of what is stored or read on devices."""

from mkdocs_privacy.releases.change import Topic
from mkdocs_privacy.releases.kinds import grounds
from mkdocs_privacy.releases.kinds.rule import ALL, Shape, rules

RULES = (
    *rules(
        Topic.COOKIES,
        ("cookies", Shape.FIXED, "", grounds.NONE),
        ("cookie", Shape.TRACKER, "added", grounds.DEVICE),
        ("cookie.name", Shape.FIXED, "", grounds.NONE),
        ("cookie.category", Shape.FIXED, ALL, grounds.DEVICE),
        ("cookie.purpose", Shape.TITLE, "added changed", grounds.DEVICE),
        ("cookie.provider", Shape.VALUE, ALL, grounds.RECIPIENT),
        ("cookie.country", Shape.COUNTRY, "third_country", grounds.TRANSFER),
        ("cookie.processor", Shape.VALUE, "added changed", grounds.RECIPIENT),
        ("cookie.activity", Shape.VALUE, "", grounds.NONE),
        ("cookie.consent", Shape.VALUE, ALL, grounds.DEVICE),
        ("cookie.consent_reason", Shape.TEXT, ALL, grounds.DEVICE),
        ("cookie.stores_nothing", Shape.FIXED, ALL, grounds.DEVICE),
        ("cookie.items", Shape.TRACKER, "added", grounds.DEVICE),
        ("cookie.items.type", Shape.FIXED, ALL, grounds.DEVICE),
        ("cookie.items.party", Shape.FIXED, ALL, grounds.DEVICE),
        ("cookie.items.domain", Shape.VALUE, ALL, grounds.DEVICE),
        ("cookie.items.duration", Shape.PERIOD, "added changed lengthened", grounds.DEVICE),
        ("cookie.items.purpose", Shape.TITLE, "added changed", grounds.DEVICE),
        ("cookie.items.category", Shape.VALUE, ALL, grounds.DEVICE),
        ("cookie.description", Shape.TEXT, "", grounds.NONE),
        ("cookie.privacy_url", Shape.VALUE, "", grounds.NONE),
        ("cookie.opt_out_url", Shape.VALUE, "removed", grounds.EXERCISE),
        ("consent", Shape.ENTRY, ALL, "GDPR 7(3)"),
        ("consent.service", Shape.VALUE, "", grounds.NONE),
        ("consent.how", Shape.TITLE, ALL, "GDPR 7(3)"),
        ("consent.link", Shape.VALUE, "", grounds.NONE),
    ),
)
