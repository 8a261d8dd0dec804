"""AD: where the pages stand, as `addresses` and `translates_addresses` in `mkdocs.yml` want it."""

from __future__ import annotations

from mkdocs_privacy.findings.rule import Example, Rule, Severity, essential, in_file


def _addresses(wrong: str, right: str) -> Example:
    """An example of what stands under `addresses:`."""
    above = "plugins:\n  - privacy-center:\n      addresses: "
    return in_file("mkdocs.yml", above + wrong, above + right)


BAD_ADDRESS = essential(
    "AD001",
    "bad-address",
    """An address of your own has characters that addresses of pages must not have. Some hosts
    and mail programs break them. Write lower-case letters without accents, digits and
    hyphens. Give each step of an address separately, without slashes.""",
    _addresses("{nl: {rights/access: Recht op inzage}}", "{nl: {rights/access: recht-op-inzage}}"),
)
NO_SUCH_PAGE = essential(
    "AD002",
    "no-such-page",
    """`addresses:` names a page that the privacy center does not have, so it has no effect.
    Write the English address of the page, such as `processors`, `rights/access` or
    `for/customers`.""",
    _addresses("{nl: {processor: verwerkers}}", "{nl: {processors: verwerkers}}"),
)
TAKEN_ADDRESS = essential(
    "AD003",
    "taken-address",
    """Two pages of the privacy center would have the same address in a language, or a page would
    stand in a folder that the site needs for something else, such as `assets` or that of a
    language. One of the two would be lost. Give the page another address.""",
    _addresses("{nl: {processors: cookies}}", "{nl: {processors: verwerkers}}"),
)
LOST_ADDRESS = Rule(
    "AD004",
    "lost-address",
    Severity.WARNING,
    """An address at which a page was published now belongs to something else, so old links lead
    to the wrong page. A release records the addresses of its day. Give the new page another
    address. If the old one was never public, or no link leads there, ignore the rule.""",
    in_file(
        "mkdocs.yml",
        """
        plugins:
          - privacy-center:
              addresses:
                nl: {processors: ontvangers, data: verwerkers} # processors was verwerkers
        """,
        """
        plugins:
          - privacy-center:
              addresses:
                nl: {processors: ontvangers, data: gegevens}
        """,
    ),
)
