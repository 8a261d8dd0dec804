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
COOKIES_AFTER_ALL = essential(
    "EN010",
    "cookies-after-all",
    """A category of cookies is said to have nothing in it, and a service stands in it. A page would
    say both. Take the category out of `no_cookies`, or the service out of `cookies`.""",
    lines(
        """
        no_cookies: [marketing]
        cookies:
          advertisements:
            name: Advertisements
            category: marketing
            purpose: shows advertisements
            consent: required
        consent: {how: You choose on your first visit.}
        """,
        """
        no_cookies: [statistics]
        cookies:
          advertisements:
            name: Advertisements
            category: marketing
            purpose: shows advertisements
            consent: required
        consent: {how: You choose on your first visit.}
        """,
    ),
)
NOT_IN_ACTIVITY = essential(
    "EN011",
    "not-in-activity",
    """One of several legal bases, or of several conditions for special categories, covers a purpose
    or data that its activity does not have. People would not learn what rests on which basis (GDPR
    article 13(1)(c)). Name under a basis only what stands in `purposes` and `personal_data` of the
    activity; where each basis names its purposes, the activity needs none of its own.""",
    lines(
        """
        activities:
          sales:
            title: Sales
            audiences: [customers]
            purposes: [deliver]
            personal_data: [name, order]
            legal_basis:
              - {basis: contract, purposes: [deliver]}
              - {basis: legal_obligation, law: the VAT Code, purposes: [keep invoices]}
        """,
        """
        activities:
          sales:
            title: Sales
            audiences: [customers]
            personal_data: [name, order]
            legal_basis:
              - {basis: contract, purposes: [deliver]}
              - {basis: legal_obligation, law: the VAT Code, purposes: [keep invoices]}
        """,
    ),
)
SOFT_OPT_IN_ELSEWHERE = essential(
    "EN012",
    "soft-opt-in-elsewhere",
    """The legal basis is the soft opt-in, but the activity is said to be no direct marketing. That
    basis allows nothing else: e-mail to customers about similar products or services of your own,
    which they could refuse when they gave the address and can refuse in every message (ePrivacy
    Directive, article 13(2)). Write `direct_marketing: true`, or another legal basis.""",
    lines(
        """
        activities:
          orders:
            legal_basis: soft_opt_in
            direct_marketing: false
        """,
        """
        activities:
          orders:
            legal_basis: soft_opt_in
            direct_marketing: true
        """,
    ),
)
MINIMUM_TOO_LONG = essential(
    "EN013",
    "minimum-too-long",
    """`retention` says that data is kept at least longer than it is kept at most. One of the two is
    wrong. Write the shorter period in `minimum`, the longer one in `period`.""",
    lines(
        """
        activities:
          orders:
            retention: {minimum: P3Y, period: P2Y}
        """,
        """
        activities:
          orders:
            retention: {minimum: P2Y, period: P3Y}
        """,
    ),
)
RETENTION_GROUNDS = essential(
    "EN014",
    "retention-grounds",
    """`retention` names several grounds for one period. They exclude each other: a law obliges you
    to keep the data, a limitation period obliges nobody, a recommendation advises, and your own
    choice is yours. Keep the one that sets the period; where different data is kept for different
    reasons, make a list of it, each entry with its `what`.""",
    lines(
        """
        activities:
          orders:
            retention: {period: P10Y, law: the VAT Code, limitation: Civil Code}
        """,
        """
        activities:
          orders:
            retention:
              - {what: invoices, period: P10Y, law: the VAT Code}
              - {what: our correspondence, period: P10Y, limitation: Civil Code}
        """,
    ),
)
STAGE_UNNAMED = essential(
    "EN015",
    "stage-unnamed",
    """`retention` has several entries, and one of them does not say what it is about. Nobody could
    tell which period is that of which data, or of which stage. Write it in `what`, in a few
    words: invoices, backups, in the trash, candidates whom we interview.""",
    lines(
        """
        activities:
          orders:
            retention: [{period: P30D}, {period: P90D}]
        """,
        """
        activities:
          orders:
            retention: [{what: in the trash, period: P30D}, {what: in backups, period: P90D}]
        """,
    ),
)
