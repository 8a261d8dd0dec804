"""FO: fields and rights that a site adds to the request forms."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import essential, lines

OPTIONS_MISSING = essential(
    "FO001",
    "options-missing",
    """A field of the request forms offers a choice, but has no options. Write its `options`,
    each id with its words, or make it `kind: text`.""",
    lines(
        """
        rights:
          fields:
            reply: {kind: choice, label: How shall we answer?}
        """,
        """
        rights:
          fields:
            reply:
              kind: choice
              label: How shall we answer?
              options: {post: By post, mail: By e-mail}
        """,
    ),
)
OPTIONS_UNUSED = essential(
    "FO002",
    "options-unused",
    """A field of the request forms has options, but its kind does not show them. Make it `kind:
    choice` or `kind: choices`, or remove `options`.""",
    lines(
        """
        rights:
          fields:
            reply:
              label: How shall we answer?
              options: {post: By post, mail: By e-mail}
        """,
        """
        rights:
          fields:
            reply:
              kind: choice
              label: How shall we answer?
              options: {post: By post, mail: By e-mail}
        """,
    ),
)
RESERVED_NAME = essential(
    "FO003",
    "reserved-name",
    """A field of the request forms has a name that every form uses itself. Two values would be
    posted under one name, and one of them would be lost. Choose another id.""",
    lines(
        """
        rights:
          fields:
            name: {label: The name on the order}
        """,
        """
        rights:
          fields:
            name-on-order: {label: The name on the order}
        """,
    ),
)
TAKEN_RIGHT = essential(
    "FO004",
    "taken-right",
    """A right of your own under `further` has the id of a right of the GDPR, or of another page
    about rights. The id is the address of its page, so it must be unique. Choose another id. To
    say more about a right of the GDPR itself, use `each`.""",
    lines(
        """
        rights:
          further:
            access: {title: Access, explained: Read our file on you here.}
        """,
        """
        rights:
          further:
            reading-room: {title: Reading room, explained: Read our file on you here.}
        """,
    ),
)
