"""OP: what `mkdocs.yml` says of the privacy center."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import Example, Rule, Severity, essential, in_file

_FILE = "mkdocs.yml"


def _options(wrong: str, right: str) -> Example:
    """An example of one option of the plugin."""
    above = "plugins:\n  - privacy-center:\n      "
    return in_file(_FILE, above + wrong, above + right)


REQUEST_OPTIONS = essential(
    "OP001",
    "request-options",
    """What stands under `requests:` cannot be with the languages of the site or with the fields
    that the data adds to the forms. Some requests would go nowhere, or two values would be posted
    under one name. Correct the option that is named.""",
    in_file(
        _FILE,
        """
        plugins:
          - privacy-center:
              requests:
                endpoint_by_language: {de: "https://requests.example.be/de"}
        """,
        """
        plugins:
          - privacy-center:
              requests:
                endpoint_by_language: {nl: "https://requests.example.be/nl"}
        """,
    ),
)
UNKNOWN_RULE = Rule(
    "OP002",
    "unknown-rule",
    Severity.WARNING,
    """`findings:` names a rule that there is not, so nothing is ignored or changed by it. Write
    the id or the slug of a rule, as the findings reference lists them.""",
    _options("findings: {ignore: [unverified-fact]}", "findings: {ignore: [unverified-facts]}"),
)
ESSENTIAL_RULE = Rule(
    "OP003",
    "essential-rule",
    Severity.WARNING,
    """`findings:` ignores or lowers a rule about what cannot be used. There would be no page to
    show, and the reason would be hidden. Take the rule out of `findings:` and mend what it
    finds.""",
    in_file(
        _FILE,
        """
        plugins:
          - privacy-center:
              findings:
                severity: {unknown-key: info}
        """,
        """
        plugins:
          - privacy-center:
              findings:
                severity: {authority-of-land: info}
        """,
    ),
)
UNUSABLE_CONFIGURATION = essential(
    "OP004",
    "unusable-configuration",
    """There is no `mkdocs.yml`, it cannot be read, or what it inherits from is missing. Nobody
    knows then where the data is. Run the command in the folder of the file, name it with
    `--config-file`, or mend what is named.""",
    in_file(_FILE, "INHERIT: gone.yml", "site_name: Privacy"),
)
MKDOCS_OPTION = essential(
    "OP005",
    "mkdocs-option",
    """MkDocs or mkdocs-static-i18n refuses something in `mkdocs.yml`, in the words that are shown.
    It has nothing to do with the privacy center, but it stops every build. Correct it.""",
    in_file(_FILE, "docs_dir: gone", "docs_dir: docs"),
)
MKDOCS_WARNING = Rule(
    "OP006",
    "mkdocs-warning",
    Severity.WARNING,
    """MkDocs or mkdocs-static-i18n warns of something in `mkdocs.yml`, in the words that are shown.
    It stops `mkdocs build --strict`. Correct it.""",
    in_file(_FILE, "site_nme: Privacy", "site_name: Privacy"),
)
NO_PLUGIN = Rule(
    "OP007",
    "no-plugin",
    Severity.WARNING,
    """`mkdocs.yml` does not name the plugin, so a build makes no privacy center, whatever the data
    says. Add it to `plugins:`.""",
    in_file(_FILE, "plugins: [privacy-centre]", "plugins: [privacy-center]"),
)
CONTRADICTION = essential(
    "OP008",
    "contradiction",
    """Options that stand under `requests:` cannot be together, or one needs another. Requests would
    go nowhere. Do what the finding says.""",
    _options("requests: {format: formspree}", "requests: {endpoint: https://requests.example.be}"),
)
BAD_ENDPOINT = essential(
    "OP009",
    "bad-endpoint",
    """An endpoint is no address that a form may post personal data to. It must begin with
    `https://`; `http://` will do on this machine only.""",
    _options(
        "requests: {endpoint: http://requests.example.be}",
        "requests: {endpoint: https://requests.example.be}",
    ),
)
BAD_PATH = essential(
    "OP010",
    "bad-path",
    """`path` is no place below the site. Write folders of letters, digits, points, hyphens and
    underscores.""",
    _options("path: ../privacy", "path: legal/privacy"),
)
BAD_SOURCE = essential(
    "OP011",
    "bad-source",
    """What `content_security_policy.also_allow` names is no directive or no source of a
    Content-Security-Policy. Browsers would ignore it, or all that comes after it. Correct it.""",
    _options(
        "content_security_policy: {also_allow: {img-src: [a picture]}}",
        "content_security_policy: {also_allow: {img-src: [https://pictures.example.be]}}",
    ),
)
MISPLACED_DATA = essential(
    "OP012",
    "misplaced-data",
    """The data folder lies inside the docs folder, which would publish its internal notes, or
    inside the folder that builds empty. Move it beside `mkdocs.yml`.""",
    _options("data_dir: docs/privacy", "data_dir: privacy"),
)
NO_SUCH_LANGUAGE = essential(
    "OP013",
    "no-such-language",
    """An option is about a language that the site does not have, so it would do nothing. Correct
    the code of the language, or add the language to the site.""",
    _options("form_of_address: {n: informal}", "form_of_address: {nl: informal}"),
)
PATH_OF_LANGUAGE = essential(
    "OP014",
    "path-of-language",
    """`path` is the folder of a language, where its pages stand already. Give the center another
    path; each language gets its own by itself.""",
    _options("path: fr", "path: privacy"),
)
UNKNOWN_LANGUAGE = essential(
    "OP015",
    "unknown-language",
    """The site has a language that there are no words for, neither shipped nor of your own. Take it
    out, or write a catalog for it in `locales` beside the data.""",
    in_file(
        _FILE,
        "theme: {name: material, language: xx}",
        "theme: {name: material, language: nl}",
    ),
)
NO_DAY = essential(
    "OP016",
    "no-day",
    """`SOURCE_DATE_EPOCH` is set and is no moment, so nobody knows which day counts as today, and
    with it which version of the policy applies. Set it to seconds since 1970, or unset it.""",
    in_file("the environment", "SOURCE_DATE_EPOCH=2026-01-01", "SOURCE_DATE_EPOCH=1767225600"),
)
BAD_SITE_URL = essential(
    "OP017",
    "bad-site-url",
    """`site_url` is no address of a site. Feeds, e-mails and the pages that requests come back to
    would lead nowhere. Write it whole.""",
    in_file(_FILE, "site_url: https://a..b/", "site_url: https://privacy.example.be/"),
)
TAKEN_PLACE = essential(
    "OP018",
    "taken-place",
    """Something else of the site would stand at the address of a page or file of the privacy
    center, so one of the two would be lost. `privacy.md` and `privacy/index.md` have one address;
    a page without a language in its name has one in every language. Remove or rename it, or give
    the center another place with `path`.""",
    Example(
        {
            "mkdocs.yml": "plugins:\n  - privacy-center: {path: privacy}\n",
            "docs/privacy.md": "# Privacy\n",
        },
        {
            "mkdocs.yml": "plugins:\n  - privacy-center: {path: privacy}\n",
            "docs/imprint.md": "# Imprint\n",
        },
    ),
)
PAGE_LEFT_OUT = Rule(
    "OP019",
    "page-left-out",
    Severity.WARNING,
    """`exclude_docs`, `draft_docs` or another plugin keeps a page of the privacy center out of the
    site. Other pages lead to it, and a policy without it may say too little. A build finds it.
    Leave the page in; `not_in_nav` keeps one out of the navigation alone.""",
    in_file(
        _FILE,
        "exclude_docs: |\n  contact.*",
        "exclude_docs: |\n  /drafts/contact.*",
    ),
)
DIRTY_BUILD = essential(
    "OP020",
    "dirty-build",
    """The whole site is a privacy center and was to be built with `--dirty`, which leaves pages out
    that have not changed. The files of headers hold one Content-Security-Policy for all pages, and
    would lack what those need: browsers would refuse it. Build without it; `mkdocs serve --dirty`
    and a center below a `path` are fine.""",
    in_file("the command line", "mkdocs build --dirty", "mkdocs build"),
)
UNSAFE_ADDRESS = Rule(
    "OP021",
    "unsafe-address",
    Severity.ERROR,
    """Something in `mkdocs.yml` that themes print in your pages is no honest address: a script
    (`javascript:`), or a host that is not what it looks like, or one with a password before it.
    Whoever clicks on it runs the script, or goes elsewhere; everybody can read the password. Write
    the address of a page.""",
    in_file(
        _FILE,
        """
        extra:
          social:
            - {icon: fontawesome/brands/mastodon, link: "javascript:alert(1)"}
        """,
        """
        extra:
          social:
            - {icon: fontawesome/brands/mastodon, link: https://social.example.be/@us}
        """,
    ),
)
