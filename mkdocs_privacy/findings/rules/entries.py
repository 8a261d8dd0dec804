"""EN: fields of one entry that need or exclude each other."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import essential, lines

RETENTION_UNSTATED = essential(
    "EN001",
    "retention-unstated",
    """`retention` gives neither a period nor what decides it. People must be told the period, or
    the criteria for it (GDPR article 13(2)(a)). Write `period: P7Y`, the event that ends it in
    `until`, or `criteria` in words.""",
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
    """The legal basis is a legitimate interest, but the interest is not stated. People must be
    told it (GDPR article 13(1)(d)), so that they can object to it. Write it in `interest`.""",
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
    """The legal basis is a legal obligation, but the law is not named. Such an obligation must
    be laid down by the law of the Union or of a Member State (GDPR article 6(3)). Write it in
    `law`.""",
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
    """You are a processor for this audience or in this activity, but the controller is not
    named. People exercise their rights against the controller, so they must know who it is and
    how to reach it. Write `responsible`, with `website` or `contact` in it, or also
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
    processor. Who answers, on which basis and for how long differs between the two. Split it
    into two activities. If your role is the same for all of them, give it in `our_role` of the
    activity.""",
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
    """A cookie service has `stores_nothing: true`, but lists what it stores. One of the two is
    wrong, and consent depends on it. Keep one.""",
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
    """A cookie service is not strictly necessary and asks for no consent, but gives no reason.
    Storing on a device needs consent unless it is strictly necessary (ePrivacy Directive,
    article 5(3)) or a law exempts it. Write the reason in `consent_reason`, or ask for consent.""",
    lines(
        """
        cookies:
          counter:
            name: Counter
            category: statistics
            purpose: to count visits
            activity: orders
            consent: not_required
            stores_nothing: true
        """,
        """
        cookies:
          counter:
            name: Counter
            category: statistics
            purpose: to count visits
            activity: orders
            consent: not_required
            consent_reason: Nothing is stored on your device.
            stores_nothing: true
        """,
    ),
)
UNREACHABLE = essential(
    "EN008",
    "unreachable",
    """A contact has no address, telephone number, e-mail address or form. People who want to use
    a right must be able to reach you (GDPR articles 12(2) and 13(1)). Give at least one of
    `email`, `phone`, `form` or `address`.""",
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
    """A transfer relies on a derogation, but not on a specific one. Each has its own conditions
    (GDPR article 49(1)). Write its letter in `derogation`.""",
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
