"""Findings as SARIF 2.1.0, which GitHub and editors show with the words of each rule.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from mkdocs_privacy import __version__
from mkdocs_privacy.findings.finding import Finding, Place
from mkdocs_privacy.findings.fingerprint import fingerprints
from mkdocs_privacy.findings.formats.plain_json import written_json
from mkdocs_privacy.findings.formats.quoted_files import NO_FILES, QuotedFiles
from mkdocs_privacy.findings.law import LAW_LANGUAGES, article_in_words, law_text
from mkdocs_privacy.findings.rule import Rule, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def as_sarif(findings: Sequence[Finding], files: QuotedFiles = NO_FILES) -> str:  # noqa: ARG001
    """A SARIF log of one run; each rule that was broken brings its explanation."""
    rules = sorted({finding.rule for finding in findings}, key=lambda rule: rule.id)
    index = {rule: number for number, rule in enumerate(rules)}
    results = [
        _result(finding, index[finding.rule], fingerprint)
        for finding, fingerprint in zip(findings, fingerprints(findings), strict=True)
    ]
    driver = {"name": "mkdocs-privacy", "version": __version__, "rules": [*map(_rule, rules)]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return written_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> Mapping[str, Any]:
    described = {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.slug.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": rule.explanation, "markdown": _help(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["privacy", *rule.basis]},
    }
    addresses = [address for reference in rule.basis if (address := law_text(reference))]
    return described | ({"helpUri": addresses[0]} if addresses else {})


def _help(rule: Rule) -> str:
    """The explanation in Markdown, with an example and the law."""
    parts = [rule.explanation]
    for title, files in (("Wrong", rule.example.wrong), ("Right", rule.example.right)):
        for content in files.values():
            shown = content.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            parts.append(f"{title}:\n\n```yaml\n{shown.rstrip()}\n```")
    for reference in rule.basis:
        texts = [
            f"[{language}]({address})"
            for language in LAW_LANGUAGES
            if (address := law_text(reference, language))
        ]
        parts.append(" ".join((article_in_words(reference), *texts)))
    return "\n\n".join(parts)


def _result(finding: Finding, index: int, fingerprint: str) -> Mapping[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule.id,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "partialFingerprints": {"mkdocsPrivacy/v1": fingerprint},
    }
    if finding.place:
        result["locations"] = [_location(finding, finding.place)]
    if finding.fix and finding.fix.place.span:
        result["properties"] = {"fix": finding.fix.description}
    return result


def _location(finding: Finding, place: Place) -> Mapping[str, Any]:
    region = {"startLine": place.line}
    if place.span:
        region["startColumn"] = place.span.column
        region["endColumn"] = place.span.column + place.span.width
    uri = quote(place.file.encode("utf-8", "surrogateescape"))
    physical = {"artifactLocation": {"uri": uri}, "region": region}
    key = ".".join(map(str, finding.path))
    logical = [{"fullyQualifiedName": key}] if key else []
    return {"physicalLocation": physical} | ({"logicalLocations": logical} if logical else {})
