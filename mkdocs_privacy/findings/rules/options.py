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
    """An option under `requests:` does not fit the languages of the site, or the fields that the
    data adds to the forms. Some requests would be lost, or two values would be posted under one
    name. Correct the option that is named.""",
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
    """`findings:` names a rule that does not exist, so it has no effect. Write the id or the
    name of a rule from the rules reference.""",
    _options("findings: {ignore: [unverified-fact]}", "findings: {ignore: [unverified-facts]}"),
)
ESSENTIAL_RULE = Rule(
    "OP003",
    "essential-rule",
    Severity.WARNING,
    """`findings:` ignores or lowers a rule that must stay an error. Without it, pages could not
    be built, and the reason would be hidden. Remove the rule from `findings:` and fix what it
    reports.""",
    _options(
        "findings: {severity: {unknown-key: info}}",
        "findings: {severity: {authority-of-land: info}}",
    ),
)
UNUSABLE_CONFIGURATION = essential(
    "OP004",
    "unusable-configuration",
    """`mkdocs.yml` does not exist or cannot be read, or a file that it inherits from is missing.
    Without it, the data folder is unknown. Run the command in the folder of the file, give the
    file with `--config-file`, or fix what is named.""",
    in_file(_FILE, "INHERIT: gone.yml", "site_name: Privacy"),
)
MKDOCS_OPTION = essential(
    "OP005",
    "mkdocs-option",
    """MkDocs or mkdocs-static-i18n rejects an option in `mkdocs.yml`. The finding shows its
    message. The cause is not the privacy center, but it stops every build. Correct the option.""",
    in_file(_FILE, "docs_dir: gone", "docs_dir: docs"),
)
MKDOCS_WARNING = Rule(
    "OP006",
    "mkdocs-warning",
    Severity.WARNING,
    """MkDocs or mkdocs-static-i18n warns about `mkdocs.yml`, or it names a theme that is not
    installed where you check. It stops `mkdocs build --strict`. Correct what it names.""",
    in_file(_FILE, "site_nme: Privacy", "site_name: Privacy"),
)
NO_PLUGIN = Rule(
    "OP007",
    "no-plugin",
    Severity.WARNING,
    """`mkdocs.yml` does not list the plugin, so a build makes no privacy center. Add it to
    `plugins:`.""",
    in_file(_FILE, "plugins: [search]", "plugins: [search, privacy-center]"),
)
CONTRADICTION = essential(
    "OP008",
    "contradiction",
    """Options under `requests:` contradict each other, or one needs another. Requests would be
    lost. Follow the finding.""",
    _options("requests: {format: formspree}", "requests: {endpoint: https://requests.example.be}"),
)
BAD_ENDPOINT = essential(
    "OP009",
    "bad-endpoint",
    """An endpoint is not an address to which a form may post personal data. It must begin with
    `https://`. `http://` is allowed only on this machine.""",
    _options(
        "requests: {endpoint: http://requests.example.be}",
        "requests: {endpoint: https://requests.example.be}",
    ),
)
BAD_PATH = essential(
    "OP010",
    "bad-path",
    """`path` is not a path below the site. Write folder names of letters, digits, points,
    hyphens and underscores.""",
    _options("path: ../privacy", "path: legal/privacy"),
)
BAD_SOURCE = essential(
    "OP011",
    "bad-source",
    """An entry of `content_security_policy.also_allow` is not a directive or a source of a
    Content-Security-Policy. Browsers would ignore it, or everything after it. Correct it.""",
    _options(
        "content_security_policy: {also_allow: {img-src: [a picture]}}",
        "content_security_policy: {also_allow: {img-src: [https://pictures.example.be]}}",
    ),
)
MISPLACED_DATA = essential(
    "OP012",
    "misplaced-data",
    """The data folder is inside the docs folder, so its internal notes would be published, or
    inside the folder for built sites, which every build empties. Move it beside `mkdocs.yml`.""",
    _options("data_dir: docs/privacy", "data_dir: privacy"),
)
NO_SUCH_LANGUAGE = essential(
    "OP013",
    "no-such-language",
    """An option is about a language that the site does not have, so it has no effect. Correct
    the code of the language, or add the language to the site.""",
    _options("form_of_address: {n: informal}", "form_of_address: {nl: informal}"),
)
PATH_OF_LANGUAGE = essential(
    "OP014",
    "path-of-language",
    """`path` is the folder of a language of the site. Give the privacy center another path. The
    pages in each language get their own folder automatically.""",
    _options("path: fr", "path: privacy"),
)
UNKNOWN_LANGUAGE = essential(
    "OP015",
    "unknown-language",
    """The privacy center would be in a language for which there is no translation, in the package
    or in your site: no language of the site has one, or the option `languages` names it. Where
    other languages of the site have one, readers of this language get the center in the first of
    those, and nothing is reported. Remove the language, or write a translation file for it in
    `locales` beside the data.""",
    in_file(
        _FILE,
        "theme: {name: material, language: xx}",
        "theme: {name: material, language: nl}",
    ),
)
NO_DAY = essential(
    "OP016",
    "no-day",
    """`SOURCE_DATE_EPOCH` is set, but is not a time. The plugin cannot know the current day, and
    so which version of the policy applies. Set it to seconds since 1970, or unset it.""",
    in_file("the environment", "SOURCE_DATE_EPOCH=2026-01-01", "SOURCE_DATE_EPOCH=1767225600"),
)
BAD_SITE_URL = essential(
    "OP017",
    "bad-site-url",
    """`site_url` is not the address of a site. Links in feeds, in e-mails and after a request
    would not work. Write it in full.""",
    in_file(_FILE, "site_url: https://a..b/", "site_url: https://privacy.example.be/"),
)
TAKEN_PLACE = essential(
    "OP018",
    "taken-place",
    """Another page or file of the site has the same address as one of the privacy center, so one
    of the two would be lost. `privacy.md` and `privacy/index.md` have the same address. A page
    without a language in its name has that address in every language. Remove or rename it, or
    give the privacy center another place with `path`.""",
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
    """`exclude_docs`, `draft_docs` or another plugin leaves a page of the privacy center out of
    the site. Other pages link to it, and the policy would be incomplete. Only a build finds
    this. Include the page. To hide it in the navigation only, use `not_in_nav`.""",
    in_file(
        _FILE,
        "exclude_docs: |\n  contact.*",
        "exclude_docs: |\n  /drafts/contact.*",
    ),
)
DIRTY_BUILD = essential(
    "OP020",
    "dirty-build",
    """The whole site is a privacy center, and it was built with `--dirty`, which skips pages
    that have not changed. The Content-Security-Policy headers for all pages would be incomplete,
    so browsers would block parts of the skipped pages. Build without it. `mkdocs serve --dirty`,
    and a center below a `path`, are fine.""",
    in_file("the command line", "mkdocs build --dirty", "mkdocs build"),
)
UNSAFE_ADDRESS = Rule(
    "OP021",
    "unsafe-address",
    Severity.ERROR,
    """An address in `mkdocs.yml` that themes print in your pages is not safe: a script
    (`javascript:`), a host that is not what it looks like, or one with a password before it.
    Visitors who click it run the script, or go to another place, and everybody can read the
    password. Write the address of a page.""",
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
EXAMPLE_ENDPOINT = Rule(
    "OP022",
    "example-endpoint",
    Severity.WARNING,
    """Request forms post to an address of an example, such as the one in the comment that `init`
    writes, so requests never reach you. Write the address of your own server or form service, or
    remove the option: then the pages offer e-mail and a letter. Nothing is reported where the
    organisation is an example itself, with a website such as `https://www.tuimelkous.example`.""",
    _options(
        "requests: {endpoint: https://requests.example.be/privacy}",
        "requests: {endpoint: https://requests.purzelsocke.de/privacy}",
    ),
)
