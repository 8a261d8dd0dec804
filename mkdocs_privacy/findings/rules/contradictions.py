"""CN: what one place of the data says and another denies."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import essential, lines

NOT_IN_ACTIVITY = essential(
    "CN001",
    "not-in-activity",
    """One of several legal bases, or of several conditions for special categories, lists a
    purpose or data that its activity does not have. People must know which basis each purpose
    has (GDPR article 13(1)(c)). Under a basis, list only what is in `purposes` and
    `personal_data` of the activity. If each basis lists its purposes, the activity needs none of
    its own.""",
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
COOKIES_AFTER_ALL = essential(
    "CN002",
    "cookies-after-all",
    """`no_cookies` says that a category of cookies is empty, but a service has that category.
    The page would say both. Remove the category from `no_cookies`, or the service from
    `cookies`.""",
    lines(
        """
        no_cookies: [marketing]
        cookies:
          advertisements:
            name: Advertisements
            category: marketing
            purpose: shows advertisements
            activity: orders
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
            activity: orders
            consent: required
        consent: {how: You choose on your first visit.}
        """,
    ),
)
SOFT_OPT_IN_ELSEWHERE = essential(
    "CN003",
    "soft-opt-in-elsewhere",
    """The legal basis is `soft_opt_in`, but the activity is not direct marketing. This basis
    allows only e-mail to customers about similar products or services of your own, which they
    could refuse when they gave the address and can refuse in every message (ePrivacy Directive,
    article 13(2)). Write `direct_marketing: true`, or another legal basis.""",
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
