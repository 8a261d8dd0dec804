"""VA: values with a form of their own, such as dates and addresses."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import essential, lines

BAD_ID = essential(
    "VA001",
    "bad-id",
    """An id is not made of lower-case letters and digits, joined by hyphens. Ids become part of
    web addresses. Write it as `mollie-payments`.""",
    lines(
        """
        processors:
          Mollie_Payments: {use: mollie}
        """,
        """
        processors:
          mollie-payments: {use: mollie}
        """,
    ),
)
BAD_PERIOD = essential(
    "VA002",
    "bad-period",
    """A period is not in ISO 8601 format, or is not possible: it has fractions, is longer than
    150 years, or is in hours where days are counted. A time to answer must be at most a year,
    and a notice of changes at most two years. The pages put periods into words and compute with
    them. Write `P7Y` for seven years, `P13M` for thirteen months, `P30D` for thirty days.""",
    lines(
        """
        activities:
          orders:
            retention: {period: 7 years}
        """,
        """
        activities:
          orders:
            retention: {period: P7Y}
        """,
    ),
)
BAD_DURATION = essential(
    "VA003",
    "bad-duration",
    """The time for which something is stored on a device is not a valid duration. People must be
    told it (Court of Justice, C-673/17, Planet49). Write `session`, `persistent`, or a period
    such as `P13M` or `PT30M`.""",
    lines(
        """
        cookies:
          basket:
            name: Basket
            category: necessary
            purpose: to keep what you chose
            items:
              basket: {type: cookie, duration: two weeks, purpose: your basket}
        """,
        """
        cookies:
          basket:
            name: Basket
            category: necessary
            purpose: to keep what you chose
            items:
              basket: {type: cookie, duration: P14D, purpose: your basket}
        """,
    ),
)
BAD_COUNTRY = essential(
    "VA004",
    "bad-country",
    """A country is not a code of ISO 3166-1. The plugin derives its name, and whether it is
    outside the European Economic Area, from the code. Write two capitals, such as `BE`.""",
    lines(
        """
        processors:
          mollie: {use: mollie, country: Netherlands}
        """,
        """
        processors:
          mollie: {use: mollie, country: NL}
        """,
    ),
)
BAD_DATE = essential(
    "VA005",
    "bad-date",
    """A date is not written as year-month-day, or does not exist. `07/01/2021` is 7 January to
    some readers and 1 July to others. Write `2021-01-07`.""",
    lines(
        """
        processors:
          mollie: {use: mollie, since: 07/01/2021}
        """,
        """
        processors:
          mollie: {use: mollie, since: 2021-01-07}
        """,
    ),
)
BAD_URL = essential(
    "VA006",
    "bad-url",
    """A web address is not complete, or is not an address. A link to it would not work. Write it
    with `https://` in front.""",
    lines(
        """
        organisation:
          website: www.example.be
        """,
        """
        organisation:
          website: https://www.example.be
        """,
    ),
)
BAD_EMAIL = essential(
    "VA007",
    "bad-email",
    """An e-mail address is not valid. Nobody could write to it. Correct it: one `@`, a domain
    with a dot, no spaces.""",
    lines(
        """
        organisation:
          contact: {email: privacy at example.be}
        """,
        """
        organisation:
          contact: {email: privacy@example.be}
        """,
    ),
)
BAD_PHONE = essential(
    "VA008",
    "bad-phone",
    """A telephone number contains characters that cannot be dialled. Write it in international
    form, such as `+32 2 123 45 67`, so that it works from abroad as well.""",
    lines(
        """
        organisation:
          contact: {phone: ask for Lien}
        """,
        """
        organisation:
          contact: {phone: +32 2 123 45 67}
        """,
    ),
)
