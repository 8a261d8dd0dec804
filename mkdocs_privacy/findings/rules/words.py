"""WO: words and templates of the site's own."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import Rule, Severity, essential, in_file, lines

CATALOG = essential(
    "WO001",
    "catalog",
    """A translation file of your own, in `locales` beside the data, cannot be used: it is not a
    valid `.po` file, it has an unknown message or placeholder, or a message in it is empty. A part
    of a page would be missing. Fix the line that is named. The messages reference
    lists all messages.""",
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
    """A template of your own, in `templates` beside the data, cannot be rendered, so the
    policy cannot be built. Fix the line that is named, or remove the file to use the shipped
    template.""",
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
    """One of our fixes for a template of Material does not fit the installed version of Material,
    so it is not applied. The finding says what that means for the pages. Install a version of the
    theme within the bounds that the package states, or a newer version of the package.""",
    in_file("requirements.txt", "mkdocs-material==9.6.0", "mkdocs-material>=9.7,<10"),
)
UNFINISHED_LANGUAGE = Rule(
    "WO004",
    "unfinished-language",
    Severity.INFO,
    """The translation into a language of the site is not complete. Missing messages are shown in
    English, and marked as English. Translate them in a translation file of your own, in
    `locales` beside the data, or help to complete the shipped one.""",
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
    """The catalogue has no text in a language of the site for facts that your data takes from
    it. They are shown in English, and marked as English. Write your own texts for them, field by
    field.""",
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
