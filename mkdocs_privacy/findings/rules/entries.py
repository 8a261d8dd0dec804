"""EN: fields of one entry that need or exclude each other."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import essential, lines

RETENTION_UNSTATED = essential(
    "EN001",
    "retention-unstated",
    """`retention` is there, but says neither how long nor what decides it. People must be told the
    period, or the criteria for it (GDPR article 13(2)(a)). Write `period: P7Y`, the event that ends
    it in `until`, or `criteria` in words.""",
    lines(
        """
        activities:
          orders:
            retention: {law: Income Tax Code}
        """,
        """
        activities:
          orders:
            retention: {period: P7Y, law: Income Tax Code}
        """,
    ),
)
INTEREST_MISSING = essential(
    "EN002",
    "interest-missing",
    """The legal basis is a legitimate interest, but not which one. People must be told the
    interest that is pursued (GDPR article 13(1)(d)), or they could not object to it. Write it in
    `interest`.""",
    lines(
        """
        activities:
          orders:
            legal_basis: legitimate_interests
        """,
        """
        activities:
          orders:
            legal_basis: legitimate_interests
            interest: to notice fraud with stolen cards
        """,
    ),
)
LAW_MISSING = essential(
    "EN003",
    "law-missing",
    """The legal basis is a legal obligation, but no law is named. Such an obligation must be laid
    down by the law of the Union or of a Member State (GDPR article 6(3)). Write it in `law`.""",
    lines(
        """
        activities:
          orders:
            legal_basis: legal_obligation
        """,
        """
        activities:
          orders:
            legal_basis: legal_obligation
            law: Belgian VAT Code, article 60
        """,
    ),
)
RESPONSIBLE_MISSING = essential(
    "EN004",
    "responsible-missing",
    """For this audience, or in this activity, you are a processor, but who is responsible is not
    said. These people have their rights against the controller, so they must learn who that is and
    how to reach them. Write `responsible`, with `website` or `contact` in it, or also
    `how_to_reach`.""",
    lines(
        """
        audiences:
          shoppers: {title: Shoppers, our_role: processor}
        """,
        """
        audiences:
          shoppers:
            title: Shoppers
            our_role: processor
            responsible: the shop where you ordered
            how_to_reach: The address of the shop is in your order.
        """,
    ),
)
MIXED_ROLES = essential(
    "EN005",
    "mixed-roles",
    """One activity concerns audiences for which you are controller and others for which you are
    processor. Who answers, on which basis and for how long differs between the two. Make two
    activities of it; where it is the same for all of them, say in `our_role` of the activity what
    you are in it.""",
    lines(
        """
        audiences:
          shoppers:
            title: Shoppers
            our_role: processor
            responsible: the shop where you ordered
            how_to_reach: The address of the shop is in your order.
        activities:
          orders:
            audiences: [customers, shoppers]
        """,
        """
        audiences:
          shoppers:
            title: Shoppers
            our_role: processor
            responsible: the shop where you ordered
            how_to_reach: The address of the shop is in your order.
        activities:
          orders:
            audiences: [customers]
          parcels:
            title: Parcels
            audiences: [shoppers]
            purposes: [to deliver for the shop]
            personal_data: [name]
        """,
    ),
)
STORES_SOMETHING = essential(
    "EN006",
    "stores-something",
    """A cookie service says that it stores nothing, and lists what it stores. One of the two is
    wrong, and consent depends on which. Keep one.""",
    lines(
        """
        cookies:
          counter:
            name: Counter
            category: necessary
            purpose: to count visits
            stores_nothing: true
            items:
              visit: {type: cookie, duration: session, purpose: the visit}
        """,
        """
        cookies:
          counter:
            name: Counter
            category: necessary
            purpose: to count visits
            stores_nothing: true
        """,
    ),
)
REASON_MISSING = essential(
    "EN007",
    "reason-missing",
    """A cookie service that is not strictly necessary asks no consent, and no reason is given.
    Storing on a device needs consent unless it is strictly necessary (ePrivacy directive, article
    5(3)) or a law exempts it. Write why in `consent_reason`, or ask consent.""",
    lines(
        """
        cookies:
          counter:
            name: Counter
            category: statistics
            purpose: to count visits
            consent: not_required
            stores_nothing: true
        """,
        """
        cookies:
          counter:
            name: Counter
            category: statistics
            purpose: to count visits
            consent: not_required
            consent_reason: Nothing is stored on your device.
            stores_nothing: true
        """,
    ),
)
UNREACHABLE = essential(
    "EN008",
    "unreachable",
    """A contact has no way to be reached. Whoever wants to use a right must be able to (GDPR
    articles 12(2) and 13(1)). Give at least one of `email`, `phone`, `form` or `address`.""",
    lines(
        """
        organisation:
          privacy_contact: {name: Lien Peeters}
        """,
        """
        organisation:
          privacy_contact: {name: Lien Peeters, email: privacy@example.be}
        """,
    ),
)
DEROGATION_MISSING = essential(
    "EN009",
    "derogation-missing",
    """A transfer rests on a derogation, but not on which one. Each has conditions of its own (GDPR
    article 49(1)). Write its letter in `derogation`.""",
    lines(
        """
        processors:
          courier:
            name: Courier
            category: delivery
            role: processor
            transfers: [{countries: [US], mechanism: derogation}]
        """,
        """
        processors:
          courier:
            name: Courier
            category: delivery
            role: processor
            transfers: [{countries: [US], mechanism: derogation, derogation: b}]
        """,
    ),
)
