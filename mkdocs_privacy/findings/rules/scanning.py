"""SC: what a website was seen to do, beside what the data says of it."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import IN_A_TERMINAL, Example, Rule, Severity, lines

_INFORM = ("ePrivacy 5(3)", "GDPR 13(1)(a)")
_RECIPIENTS = ("GDPR 13(1)(e)",)
_SCAN = "mkdocs-privacy scan https://www.shop.example\n"
_BANNER = """
cookies:
  shop:
    name: Our shop
    category: necessary
    purpose: keeps your basket
    items:
      basket: {duration: %s, purpose: remembers what you chose%s}
"""
_NOTHING = "cookies: {}"
_STATISTICS = "cookies:\n  google: {use: google-analytics-4}"

UNDECLARED_ITEM = Rule(
    "SC001",
    "undeclared-item",
    Severity.ERROR,
    """The website stored something on the device that no service under `cookies` lists, and that
    the catalogue does not know. Visitors must be told what is stored, what for and how long. Find
    out which part of the website does it. Then list it under `items` of that service, or remove
    it from the website.""",
    lines(_NOTHING, _BANNER % ("session", "")),
    basis=_INFORM,
)
UNDECLARED_SERVICE = Rule(
    "SC002",
    "undeclared-service",
    Severity.ERROR,
    """The website uses a service of the catalogue that your data does not have: the finding names
    the items or addresses by which it was recognised. Visitors must be told what is stored, what
    for and how long. Let `scan --write` add it, write it yourself with `use`, or remove it from
    the website.""",
    lines(_NOTHING, _STATISTICS),
    basis=_INFORM,
)
UNDECLARED_RECIPIENT = Rule(
    "SC003",
    "undeclared-recipient",
    Severity.ERROR,
    """The website makes the browser ask a host of a known recipient that your data does not have.
    Whoever is asked receives at least the IP address of the visitor, and visitors must be told
    who receives their data. Let `scan --write` add it, write it under `processors`, or stop using
    that host.""",
    lines("processors: {}", "processors:\n  fonts: {use: google-fonts}"),
    basis=_RECIPIENTS,
)
UNKNOWN_HOST = Rule(
    "SC004",
    "unknown-host",
    Severity.WARNING,
    """The website makes the browser ask a host of another domain that neither your data nor the
    catalogue knows. Whoever is asked receives at least the IP address of the visitor. Find out
    whose it is. Name the recipient under `processors` with its `website`, or stop using that
    host.""",
    lines(
        "processors: {}",
        """
        processors:
          films:
            name: Films
            category: audio_and_video
            role: processor
            country: BE
            website: https://films.example
        """,
    ),
    basis=_RECIPIENTS,
)
EXPECTED_RECIPIENT = Rule(
    "SC005",
    "expected-recipient",
    Severity.WARNING,
    """A file that you gave with `--evidence` has something that belongs to a known recipient, and
    your data does not have that recipient. The finding names the file and line. A package alone
    does not send data: look whether it is used. If it is, write the recipient under
    `processors`.""",
    lines("processors: {}", "processors:\n  mollie: {use: mollie}"),
    basis=_RECIPIENTS,
)
NEVER_SEEN = Rule(
    "SC006",
    "never-seen",
    Severity.INFO,
    """Your data lists something that was not seen on any visited page. It may be of another page,
    such as a checkout, or of a visitor who is logged in: name such pages with `--steps`. A list
    with what is no longer there misleads visitors. Remove what the website no longer uses.""",
    lines(_BANNER % ("session", ""), _NOTHING),
)
WRONG_LIFETIME = Rule(
    "SC007",
    "wrong-lifetime",
    Severity.WARNING,
    """Something stays on the device for longer or shorter than your data says. Visitors must be
    told how long cookies work (Court of Justice, C-673/17, Planet49). A tenth more or less is no
    finding. Correct `duration`, or change the website. Browsers keep no cookie longer than 400
    days, so a longer `duration` is right where the website asks for it.""",
    lines(_BANNER % ("session", ""), _BANNER % ("P30D", "")),
    basis=("ePrivacy 5(3)",),
)
WRONG_PARTY = Rule(
    "SC008",
    "wrong-party",
    Severity.WARNING,
    """Something belongs to another domain than your data says. A visitor who looks for it, or
    blocks it, looks in the wrong place. Write `party: third` and the `domain` for what another
    domain stores. Leave both out for what your own domain stores.""",
    lines(_BANNER % ("session", ", party: third, domain: x.example"), _BANNER % ("session", "")),
    basis=_INFORM,
)
BEFORE_CONSENT = Rule(
    "SC009",
    "before-consent",
    Severity.ERROR,
    """Something that waits for consent, as your data says, was stored or asked for before the
    visitor had answered. Storing needs consent that was given first. Let your consent tool hold
    the service back. If it is strictly necessary, correct its `category` or `consent`.""",
    Example(
        {IN_A_TERMINAL: _SCAN},
        {IN_A_TERMINAL: "mkdocs-privacy scan --accept-selector '#yes' https://www.shop.example\n"},
    ),
    basis=("ePrivacy 5(3)", "GDPR 7(1)"),
)
AFTER_REFUSAL = Rule(
    "SC010",
    "after-refusal",
    Severity.ERROR,
    """Something that waits for consent, as your data says, was stored or asked for after the
    visitor had refused. Then there is no consent. Let your consent tool hold the service back,
    and delete what was stored before. If it is strictly necessary, correct its `category` or
    `consent`.""",
    Example(
        {IN_A_TERMINAL: _SCAN},
        {IN_A_TERMINAL: "mkdocs-privacy scan --refuse-selector '#no' https://www.shop.example\n"},
    ),
    basis=("ePrivacy 5(3)", "GDPR 7(3)"),
)
FORM_ELSEWHERE = Rule(
    "SC011",
    "form-elsewhere",
    Severity.WARNING,
    """A form on the website sends what visitors type to a host of another domain that your data
    does not know. Whoever has that host receives their data. Name the recipient under
    `processors` with its `website`, or send the form to your own domain.""",
    lines("processors: {}", "processors:\n  mailchimp: {use: mailchimp}"),
    basis=_RECIPIENTS,
)
BLOCKED_SERVICE = Rule(
    "SC012",
    "blocked-service",
    Severity.WARNING,
    """A consent tool holds back a service that your data does not have under that id or name. Once
    a visitor accepts, it runs. Use the id of the service under `cookies` as its name in the
    consent tool, or add the service to your data.""",
    lines(_NOTHING, _STATISTICS),
    basis=_INFORM,
)
SERVICE_WORKER = Rule(
    "SC013",
    "service-worker",
    Severity.INFO,
    """The website keeps a service worker on the device, which can store files and run later. The
    cookie table has no kind of item for it. Say what it does in the `description` of a service,
    with the name of its script.""",
    lines(
        _BANNER % ("session", ""),
        _BANNER % ("session", "") + "    description: The script /sw.js keeps pages for when you "
        "have no connection.\n",
    ),
    basis=("ePrivacy 5(3)",),
)
CONSENT_UNANSWERED = Rule(
    "SC014",
    "consent-unanswered",
    Severity.WARNING,
    """No control was found to refuse or to accept, so the website was not seen after that answer.
    Nobody knows what it does then. Refusing must be as easy as accepting. Name the controls with
    `--refuse-selector` and `--accept-selector`.""",
    Example(
        {IN_A_TERMINAL: _SCAN},
        {
            IN_A_TERMINAL: "mkdocs-privacy scan --refuse-selector '#no' --accept-selector '#yes' "
            "https://www.shop.example\n"
        },
    ),
    basis=("GDPR 7(3)",),
)
PAGE_NOT_VISITED = Rule(
    "SC015",
    "page-not-visited",
    Severity.WARNING,
    """A page was not visited, or only in part, so nobody knows what it does. The finding says why:
    it did not answer, robots.txt forbids it, or a limit was reached. Correct the address, raise
    the limit, or give `--ignore-robots` for a site of your own.""",
    Example(
        {IN_A_TERMINAL: _SCAN},
        {IN_A_TERMINAL: "mkdocs-privacy scan --ignore-robots https://www.shop.example\n"},
    ),
)
