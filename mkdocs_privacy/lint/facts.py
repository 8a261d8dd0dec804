"""FA: facts with a source and a date, most of which are shipped with the package."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule, rule
from mkdocs_privacy.lint.used_facts import transfers_of, used_facts
from mkdocs_privacy.model import Facts, PrivacyCenter, add_period

_FRESH = "P12M"

_UNVERIFIED = lines(
    """
    processors:
      adyen: {use: adyen}
    """,
    """
    processors:
      adyen:
        use: adyen
        facts:
          source: our contract with Adyen and its privacy policy
          as_of: 2026-11-26
          verified: true
    """,
)
_READ_LONG_AGO = """
    processors:
      kassa:
        name: Kassa
        category: payment
        role: processor
        facts: {source: our contract, as_of: %s, verified: true%s}
    """
_STALE = lines(_READ_LONG_AGO % ("2021-03-01", ""), _READ_LONG_AGO % ("2026-11-26", ""))
_EXPIRED = lines(
    _READ_LONG_AGO % ("2026-01-05", ", valid_until: 2026-06-30"),
    _READ_LONG_AGO % ("2026-07-01", ", valid_until: 2028-06-30"),
)
_MAIL = """
    processors:
      mail:
        name: Mail
        category: email
        role: processor
        country: US
        transfers:
          - countries: [US]
            mechanism: %s
    """
_ENDED = lines(
    _MAIL % "dpf\n            ended: 2027-03-03",
    _MAIL % "scc\n            copy_from: Ask us.",
)


@knowing_rule(
    "FA003",
    "unverified-facts",
    Severity.INFO,
    _UNVERIFIED,
    basis=("GDPR 5(2)",),
    silent_on=(
        sound(
            "you describe it without the catalogue",
            """
            processors: {adyen: {name: Adyen, category: payment, role: independent_controller}}
            """,
        ),
    ),
)
def unverified_facts(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """Facts that the catalogue filled in were not checked against the provider’s own documents, or
    against the text of the law, or some of their fields were not. They are a starting point, and
    you are responsible for what your pages say. Compare them with the provider’s contract and
    privacy policy, or with the law and what you do, and write your own fields where they differ:
    these take precedence. Then keep `use`, and add `facts`: in `source` what you read, in `as_of`
    the day, and `verified: true`. Facts of the law by country are corrected in a catalogue of your
    own.
    """
    for used in used_facts(center, known.catalogue):
        facts = used.facts
        if facts.verified and facts.unverified and not _is_stale(facts, known):
            yield Remark(
                used.path,
                f"{used.what} were verified {used.where}, except "
                f"`{'`, `'.join(facts.unverified)}`: check what is named",
                is_about_entry=False,
            )
        if not facts.verified:
            yield Remark(
                used.path,
                f"{used.what} come from {facts.source} ({facts.as_of}), and were not verified "
                f"{used.where}: {used.advice}",
                is_about_entry=False,
            )


def _is_stale(facts: Facts, known: Known) -> bool:
    return bool(known.today and add_period(facts.as_of, _FRESH) < known.today)


@knowing_rule(
    "FA004",
    "stale-facts",
    Severity.INFO,
    _STALE,
    silent_on=(
        sound("they were read this year", _READ_LONG_AGO % ("2026-01-05", "")),
        sound(
            "they were never verified, as `unverified-facts` says",
            (_READ_LONG_AGO % ("2021-03-01", "")).replace("verified: true", "verified: false"),
        ),
    ),
)
def stale_facts(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """Facts that the pages rely on were verified more than twelve months before the day of the
    site. Services move, and laws change, so what you publish may no longer be true (GDPR article
    5(2)). Read the source again. Then update the package, or write what you found with the new
    day in `as_of`: in `facts` of the entry, or in a catalogue of your own.
    """
    for used in used_facts(center, known.catalogue):
        if used.facts.verified and _is_stale(used.facts, known):
            yield Remark(
                used.path,
                f"{used.what} were read on {used.facts.as_of} in {used.facts.source}, more than "
                f"twelve months ago: {used.advice}",
                is_about_entry=False,
            )


@knowing_rule(
    "FA005",
    "expired-facts",
    Severity.WARNING,
    _EXPIRED,
    silent_on=(
        sound(
            "they end later",
            _READ_LONG_AGO % ("2026-01-05", ", valid_until: 2031-12-27"),
        ),
    ),
)
def expired_facts(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """Facts that the pages rely on held until a day that has passed on the day of the site. What
    the pages say of it is no longer true. Find out what holds now, and write it: in the entry and
    its `facts`, or in a catalogue of your own.
    """
    for used in used_facts(center, known.catalogue):
        last_day = used.facts.valid_until
        if known.today and last_day and last_day < known.today and not used.is_decision:
            yield Remark(
                used.path,
                f"{used.what} held until {last_day} ({used.facts.source}): {used.advice}",
                is_about_entry=False,
            )


@rule(
    "FA006",
    "decision-ended",
    Severity.WARNING,
    _ENDED,
    basis=("GDPR 44", "GDPR 45(1)", "GDPR 46(1)"),
)
def decision_ended(center: PrivacyCenter) -> Iterator[Remark]:
    """A transfer rests on an adequacy decision that has ended, was repealed or was annulled. Since
    then it protects nobody, and the data may go there only under another safeguard (GDPR articles
    44 and 46). The pages say that it is no longer valid, and your next release tells of it. Stop
    the transfer, or name the safeguard that your contract has, such as `scc`, and take the old one
    out.
    """
    for path, transfers in transfers_of(center):
        valid = {country for one in transfers if not one.ended for country in one.countries}
        for number, transfer in enumerate(transfers):
            if not transfer.ended:
                continue
            countries = ", ".join(transfer.countries)
            advice = (
                "another safeguard covers it, so take this one out of `transfers`"
                if valid.issuperset(transfer.countries)
                else "name another safeguard in `mechanism`, such as `scc`, or stop the transfer"
            )
            yield Remark(
                (*path, number),
                f"the adequacy decision for this transfer ({countries}) was valid until "
                f"{transfer.ended}: {advice}",
            )
