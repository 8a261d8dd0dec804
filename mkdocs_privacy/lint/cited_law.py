"""LN: which law a text names."""

from __future__ import annotations

from mkdocs_privacy.findings import Severity
from mkdocs_privacy.lint.passages import WrittenText
from mkdocs_privacy.lint.rule import Known
from mkdocs_privacy.lint.wording import (
    Said,
    harmless,
    in_words,
    wording_rule,
)
from mkdocs_privacy.lint.wordings import OF_A_COUNTRY, REPEALED, SHIELD
from mkdocs_privacy.model import PrivacyCenter

_LAWS_BY_COUNTRY = {
    "NL": ("nederlands", "néerlandais", "dutch", "uavg", "uitvoeringswet avg"),
    "BE": ("belgisch", "belge", "belgian", "30 juli 2018", "30 juillet 2018", "30 july 2018"),
    "FR": ("frans", "français", "french", "informatique et libertés", "78-17"),
    "DE": ("duits", "allemand", "german", "bdsg", "bundesdatenschutz"),
    "LU": ("luxemb",),
    "GB": ("brits", "britannique", "uk gdpr", "data protection act 2018"),
}
"""The country of a law, by words that name it."""


def _country_of(said: Said) -> str | None:
    words = said.found.group().lower()
    return next(
        (
            country
            for country, names in _LAWS_BY_COUNTRY.items()
            if any(name in words for name in names)
        ),
        None,
    )


def _is_elsewhere(center: PrivacyCenter, _: Known, __: WrittenText, said: Said) -> bool:
    country = _country_of(said)
    return country is not None and country not in center.organisation.countries


@wording_rule(
    "LN001",
    "wrong-national-law",
    Severity.WARNING,
    in_words(
        "Under Dutch and European legislation… under Dutch law you have these rights.",
        "Under the GDPR you have these rights.",
    ),
    OF_A_COUNTRY,
    basis=("GDPR 13(2)(d)",),
    silent_on=(
        harmless("it is the law of the country", "Under Belgian law you have these rights."),
        harmless("it is about tax", "Under Dutch tax law we keep invoices for seven years."),
        harmless(
            "people there are addressed",
            "Under Dutch law you have these rights.",
            "organisation: {serves_countries: [NL]}",
        ),
    ),
    where=_is_elsewhere,
    needs_data=True,
)
def wrong_national_law(said: Said) -> str:
    """A text bases rights on the law of a country where the organisation is not and whose people
    it does not address. Such a sentence usually comes from somebody else’s policy. The national law
    and the authority to complain to depend on the country (GDPR articles 13(2)(d), 55 and 77). Name
    the GDPR, or the law of your country. If you do address people there, add the country to
    `serves_countries`.
    """
    return (
        f"{said}: your organisation is not in that country; name the GDPR or the law of your own, "
        "or add the country to `serves_countries`"
    )


@wording_rule(
    "LN002",
    "repealed-law",
    Severity.WARNING,
    in_words(
        "We process data in accordance with Directive 95/46/EC.",
        "We process data in accordance with the GDPR.",
    ),
    REPEALED,
    basis=("GDPR 94(1)",),
    silent_on=(
        harmless(
            "it says that the law is gone",
            "The GDPR repealed Directive 95/46/EC on 25 May 2018.",
        ),
    ),
)
def repealed_law(said: Said) -> str:
    """A text names a law or an authority that no longer exists, such as Directive 95/46/EC, which
    the GDPR repealed on 25 May 2018 (article 94(1)), or the Dutch Wbp. Readers look for their
    rights in the wrong text. Name the GDPR and the present authority.
    """
    return f"{said} no longer exists: name the GDPR, or the authority of today"


@wording_rule(
    "LN003",
    "dead-framework",
    Severity.WARNING,
    in_words(
        "Our mail service is certified under the Privacy Shield.",
        "Our mail service is on the list of the EU-US Data Privacy Framework.",
    ),
    SHIELD,
    basis=("GDPR 45(1)", "GDPR 13(1)(f)"),
    silent_on=(
        harmless("it says so", "The Court declared the Privacy Shield invalid in 2020."),
        harmless("it is a harbour", "We deliver in the harbour of Ghent."),
    ),
)
def dead_framework(said: Said) -> str:
    """A text bases a transfer on the Privacy Shield or on Safe Harbour. The Court of Justice
    annulled them in 2020 (C-311/18) and 2015 (C-362/14), so they protect no transfer (GDPR article
    45(1)). Name the safeguard that applies now (article 13(1)(f)) under `transfers` of the
    recipient.
    """
    return f"{said} was annulled and protects no transfer: name what does, under `transfers`"
