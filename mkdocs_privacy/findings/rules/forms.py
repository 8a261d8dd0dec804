"""FO: fields and rights that a site adds to the request forms."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import essential, lines

OPTIONS_MISSING = essential(
    "FO001",
    "options-missing",
    """A field of the request forms lets people choose, but has nothing to choose from. Write its
    `options`, each id with its words, or make it `kind: text`.""",
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
    """A field of the request forms has options that its kind does not offer. They would be shown
    nowhere. Make it `kind: choice` or `kind: choices`, or leave `options` out.""",
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
    posted under one name, and one of them lost. Choose another id.""",
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
    beside them. Each right has a page at an address of its own, which is its id. Choose another
    id; about a right of the GDPR itself you say more under `each`.""",
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
