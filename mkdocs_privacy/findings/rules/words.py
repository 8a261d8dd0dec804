"""WO: words and templates of the site's own."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import Rule, Severity, essential, in_file, lines

CATALOG = essential(
    "WO001",
    "catalog",
    """A catalog of your own, in `locales` beside the data, cannot take the place of the shipped
    words: it is no valid `.po` file, it names a message or placeholder that there is not, or a
    message in it has no words. Part of a page would be without words. Mend the line that is named;
    the messages reference lists all messages.""",
    in_file(
        "locales/en/LC_MESSAGES/privacy.po",
        """
        msgid "rights.headline"
        msgstr "Your rights"
        """,
        """
        msgid "rights.title"
        msgstr "Your rights"
        """,
    ),
)
TEMPLATE = essential(
    "WO002",
    "template",
    """A template of your own, in `templates` beside the data, cannot be rendered. No policy can be
    made with it. Mend the line that is named, or remove the file, and the shipped template is
    used.""",
    in_file(
        "templates/parts/contact.html",
        "{{ organisation.contact.email",
        "{{ organisation.contact.email }}",
    ),
)
THEME_MEND = Rule(
    "WO003",
    "theme-mend",
    Severity.WARNING,
    """A template of Material is mended as it is read, and this version of Material is not what the
    mend was made for. The finding says what pages are now like. Install a version of the theme
    within the bounds that the package states, or a newer version of the package.""",
    in_file("requirements.txt", "mkdocs-material==9.6.0", "mkdocs-material>=9.7,<10"),
)
UNFINISHED_LANGUAGE = Rule(
    "WO004",
    "unfinished-language",
    Severity.INFO,
    """A language of the site has a catalog that is not finished. What is missing stands on the
    pages in English, and is marked as English. Translate it in a catalog of your own, in `locales`
    beside the data, or help to finish the one that is shipped.""",
    in_file(
        "locales/eo/LC_MESSAGES/privacy.po",
        """
        msgid "rights.title"
        msgstr ""
        """,
        """
        msgid "rights.title"
        msgstr "Viaj rajtoj"
        """,
        ("eo",),
    ),
)
UNTRANSLATED_FACTS = Rule(
    "WO005",
    "untranslated-facts",
    Severity.INFO,
    """The catalogue has no words yet in a language of the site for texts that the data takes from
    it. They stand on the pages in English, and are marked as English. Write your own words for
    them, field by field.""",
    lines(
        """
        processors:
          mollie: {use: mollie}
        """,
        """
        processors:
          mollie:
            use: mollie
            service: {eo: plenumas pagojn}
            own_purposes: {eo: malhelpas fraŭdon}
        """,
        ("eo",),
    ),
)
