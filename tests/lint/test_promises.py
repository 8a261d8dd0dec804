"""PR: what the texts promise, beside what the data says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from worlds import small_center, write_files

from mkdocs_privacy.lint import lint
from mkdocs_privacy.loading import load_center
from mkdocs_privacy.model import Claim

ORDERS: dict[str, Any] = {
    **small_center()["activities"]["orders"],
    "automated_decisions": "none",
    "direct_marketing": "false",
}
HOST = {"name": "Host", "category": "hosting", "role": "processor", "personal_data": ["name"]}
WITHIN = {**HOST, "country": "NL", "processing_countries": ["BE"]}
TAX = {**HOST, "role": "authority"}
JOINT = {"name": "Sister", "arrangement": "they answer"}
COUNTED = {"processors": ["host"], "interest": "to know", "legal_basis": "legitimate_interests"}
ON_BEHALF = {"our_role": "processor", "responsible": {"name": "Our customer"}}
COUNTER = {"name": "Counter", "category": "statistics", "purpose": "counts"}
TOOL = {"kind": "tool", "description": "it summarises"}
LETTERS = {**ORDERS, "direct_marketing": "true"}
ADVICE = ": correct this, or leave out the promise"
"""What every finding of this rule ends in, unless it says what to write."""
PIXEL = {"open": {"type": "email_pixel", "purpose": "counts", "email_pixel": "aggregate"}}


def told(base: Path, claim: Claim, **data: Any) -> list[str]:
    """What is said of a center that promises one thing, where orders are all it does."""
    orders = data.pop("orders", {})
    center = small_center()
    center["activities"] = {"orders": {**ORDERS, **orders}}
    center["notice"] = {"claims": [claim.value]}
    center["organisation"] |= data.pop("organisation", {})
    files = {"privacy/organisation.yml": yaml.safe_dump({**center, **data}, allow_unicode=True)}
    write_files(base, {**files, "privacy/activities.yml": None})
    loaded = load_center(base / "privacy", ("en",))
    assert loaded.center, loaded.findings
    found = [one for one in lint(loaded) if one.rule.slug == "promise-contradicted"]
    return [
        f"{'.'.join(map(str, one.path))}: {one.message.partition(', but ')[2]}" for one in found
    ]


@pytest.mark.parametrize(
    ("claim", "data"),
    [
        (Claim.NOT_SOLD, {"rights": {"further": {"a": {"use": "fr-after-death"}}}}),
        (Claim.STAYS_IN_EEA, {"processors": {}}),
        (Claim.STAYS_IN_EEA, {"processors": {"host": {**HOST, "transfers": "none"}}}),
        (Claim.STAYS_IN_EEA, {"processors": {"host": WITHIN}}),
        (Claim.STAYS_IN_EEA, {"processors": {"tax": {**TAX, "country": "BE"}}}),
        (Claim.NO_ADVERTISING, {"processors": {"host": HOST}, "cookies": {"a": COUNTER}}),
        (Claim.NO_PROFILING, {}),
        (Claim.NO_AUTOMATED_DECISIONS, {}),
        (Claim.NO_TRAINING, {"orders": {"artificial_intelligence": {**TOOL, "training": "none"}}}),
        (Claim.NO_CONSENT_COOKIES, {"cookies": {}}),
        (Claim.NO_CONSENT_COOKIES, {"cookies": {"a": {**COUNTER, "category": "necessary"}}}),
        (Claim.NO_CONSENT_COOKIES, {"cookies": {"a": {**COUNTER, "items": PIXEL}}}),
        (Claim.STATISTICS_WITH_CONSENT, {"cookies": {"a": {**COUNTER, "consent": "required"}}}),
        (Claim.MARKETING_WITH_CONSENT, {"orders": {**LETTERS, "legal_basis": "consent"}}),
        (
            Claim.STATISTICS_WITH_CONSENT,
            {
                "processors": {"host": {**HOST, "category": "statistics"}},
                "orders": {**COUNTED, "legal_basis": "consent"},
            },
        ),
        (Claim.MARKETING_WITH_CONSENT, {}),
        (
            Claim.FIXED_RETENTION,
            {"orders": {**ON_BEHALF, "retention": {"criteria": "as our customer decides"}}},
        ),
        (Claim.FIXED_RETENTION, {}),
        (Claim.FIXED_RETENTION, {"orders": {"retention": {"until": "the game is over"}}}),
        (Claim.CHANGES_ANNOUNCED, {"changes": {"notice_period": "P1M"}}),
        (Claim.SUB_PROCESSORS_ANNOUNCED, {"changes": {"objection_period": "P1M"}}),
        (Claim.NOT_FOR_CHILDREN, {"orders": {"offered_to_children": "false"}}),
    ],
)
def test_says_nothing_where_the_data_bears_it_out(
    claim: Claim, data: dict[str, Any], tmp_path: Path
) -> None:
    assert told(tmp_path, claim, **data) == []


@pytest.mark.parametrize(
    ("claim", "data", "finding"),
    [
        (
            Claim.NOT_SOLD,
            {"rights": {"further": {"a": {"use": "us-ca-opt-out"}}}},
            "rights.further.a: people can opt out of a sale here",
        ),
        (
            Claim.STAYS_IN_EEA,
            {},
            "notice.claims.0: nothing says who receives data: write `processors`, or "
            "`processors: {}`",
        ),
        (
            Claim.NO_CONSENT_COOKIES,
            {},
            "notice.claims.0: nothing says what is stored: write `cookies`, or `cookies: {}`",
        ),
        (
            Claim.STAYS_IN_EEA,
            {"processors": {"host": HOST}},
            "processors.host: nothing says so of this recipient: write `transfers: none` only if "
            "it is so",
        ),
        (
            Claim.STAYS_IN_EEA,
            {"processors": {"host": {**HOST, "country": "US", "transfers": "none"}}},
            "processors.host: with this recipient, data leaves the European Economic Area",
        ),
        (
            Claim.STAYS_IN_EEA,
            {
                "processors": {
                    "x": {**HOST, "transfers": [{"countries": ["GB"], "mechanism": "scc"}]}
                }
            },
            "processors.x: with this recipient, data leaves the European Economic Area",
        ),
        (  # the group, and whoever gets it next, leave it open, as the pages say
            Claim.STAYS_IN_EEA,
            {"processors": {"host": {**WITHIN, "parent_country": "US"}}},
            "processors.host: nothing says so of this recipient: write `transfers: none` only if "
            "it is so",
        ),
        (
            Claim.STAYS_IN_EEA,
            {"processors": {"host": {**WITHIN, "onward": "suppliers elsewhere"}}},
            "processors.host: nothing says so of this recipient: write `transfers: none` only if "
            "it is so",
        ),
        (
            Claim.STAYS_IN_EEA,
            {
                "processors": {},
                "organisation": {
                    "joint_controllers": {
                        "x": {**JOINT, "address": {"city": "Bern", "country": "CH"}}
                    }
                },
            },
            "organisation.joint_controllers.x: this joint controller is outside the European "
            "Economic Area",
        ),
        (
            Claim.STAYS_IN_EEA,
            {"processors": {}, "cookies": {"a": {**COUNTER, "country": "US"}}},
            "cookies.a: this provider is outside the European Economic Area",
        ),
        (
            Claim.STAYS_IN_EEA,
            {"processors": {}, "organisation": {"address": {"city": "Bern", "country": "CH"}}},
            "organisation.address: the organisation is outside the European Economic Area",
        ),
        (
            Claim.NO_ADVERTISING,
            {"processors": {"x": {**HOST, "also": [{"category": "advertising"}]}}},
            "processors.x: this recipient is there for advertising",
        ),
        (
            Claim.NO_ADVERTISING,
            {
                "cookies": {
                    "a": {**COUNTER, "items": {"b": {"purpose": "x", "category": "marketing"}}}
                }
            },
            "cookies.a: this service is there for marketing",
        ),
        (
            Claim.NO_PROFILING,
            {"orders": {"profiling": "what you may like"}},
            "activities.orders: something is inferred about people here",
        ),
        (
            Claim.NO_PROFILING,
            {"orders": {"assisted_decisions": {"advice": "a score", "decided_by": "staff"}}},
            "activities.orders: something is inferred about people here",
        ),
        (
            Claim.NO_AUTOMATED_DECISIONS,
            {"orders": {"automated_decisions": {"logic": "a rule", "effect": "no order"}}},
            "activities.orders: a machine alone decides here",
        ),
        (
            Claim.NO_AUTOMATED_DECISIONS,
            {"orders": {"automated_decisions": None}},
            "activities.orders: nothing says so of this activity: write "
            "`automated_decisions: none`",
        ),
        (  # as the pages do, which say that it is not stated
            Claim.NO_AUTOMATED_DECISIONS,
            {
                "orders": {
                    "automated_decisions": None,
                    "assisted_decisions": {"advice": "a score", "decided_by": "staff"},
                }
            },
            "activities.orders: nothing says so of this activity: write "
            "`automated_decisions: none`",
        ),
        (
            Claim.NO_TRAINING,
            {"orders": {"artificial_intelligence": TOOL}},
            "activities.orders.artificial_intelligence: `training` is not `none` here",
        ),
        (
            Claim.NO_CONSENT_COOKIES,
            {"cookies": {"a": COUNTER}},
            "cookies.a: this needs consent, or nothing says that it needs none",
        ),
        (
            Claim.STATISTICS_WITH_CONSENT,
            {"cookies": {"a": {**COUNTER, "consent": "not_required", "consent_reason": "exempt"}}},
            "cookies.a: this counts without consent, or nothing says that it asks",
        ),
        (
            Claim.STATISTICS_WITH_CONSENT,
            {
                "processors": {"host": {**HOST, "category": "statistics"}},
                "orders": COUNTED,
            },
            "activities.orders: somebody counts here who does not wait for consent",
        ),
        (
            Claim.MARKETING_WITH_CONSENT,
            {"orders": {"direct_marketing": None, "legal_basis": "soft_opt_in"}},
            "activities.orders: this direct marketing does not rest on consent alone",
        ),
        (
            Claim.FIXED_RETENTION,
            {"orders": {**ON_BEHALF, "retention": None}},
            "activities.orders.retention: this has no retention period: write a `period`, a "
            "`maximum` or `until`",
        ),
        (
            Claim.MARKETING_WITH_CONSENT,
            {"orders": LETTERS},
            "activities.orders: this direct marketing does not rest on consent alone",
        ),
        (
            Claim.FIXED_RETENTION,
            {"orders": {"retention": {"criteria": "as long as it is useful"}}},
            "activities.orders.retention: this has no retention period: write a `period`, a "
            "`maximum` or `until`",
        ),
        (
            Claim.CHANGES_ANNOUNCED,
            {},
            "notice.claims.0: nothing says how long before: write `changes: {notice_period: P1M}`",
        ),
        (
            Claim.SUB_PROCESSORS_ANNOUNCED,
            {},
            "notice.claims.0: nobody can object: write `changes: {objection_period: P30D}`",
        ),
        (
            Claim.NOT_FOR_CHILDREN,
            {"orders": {"offered_to_children": "true"}},
            "activities.orders: this is offered to children",
        ),
        (
            Claim.NOT_FOR_CHILDREN,
            {"audiences": {"customers": {"title": "Customers", "represented_by": ["parent"]}}},
            "audiences.customers: children are among them: use `children-who-take-part` instead",
        ),
    ],
)
def test_says_where_the_data_is_otherwise_or_leaves_it_open(
    claim: Claim, data: dict[str, Any], finding: str, tmp_path: Path
) -> None:
    advice = "" if finding.count(": ") > 1 else ADVICE
    assert told(tmp_path, claim, **data) == [f"{finding}{advice}"]


def test_every_claim_is_tried_here() -> None:
    [tried] = [
        mark.args[1]
        for mark in test_says_where_the_data_is_otherwise_or_leaves_it_open.pytestmark
        if mark.name == "parametrize"
    ]
    assert {claim for claim, *_ in tried} == set(Claim)
