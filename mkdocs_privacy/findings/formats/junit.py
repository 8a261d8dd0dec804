"""Findings as JUnit XML, which most servers that build can show."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree  # it writes and reads nothing

from mkdocs_privacy.findings.finding import Finding
from mkdocs_privacy.findings.formats.quoted_files import NO_FILES, QuotedFiles
from mkdocs_privacy.findings.rule import Severity
from mkdocs_privacy.terminal import no_command, printable


def as_junit(findings: Sequence[Finding], files: QuotedFiles = NO_FILES) -> str:  # noqa: ARG001
    """A test case for each finding: an error fails, a warning or an info passes and is told.

    Without any finding there is one test case that passes.
    """
    failures = sum(finding.severity is Severity.ERROR for finding in findings)
    counts = {"tests": str(len(findings) or 1), "failures": str(failures), "errors": "0"}
    named = {"name": "mkdocs-privacy check", **counts}
    root = ElementTree.Element("testsuites", named)
    suite = ElementTree.SubElement(root, "testsuite", named)
    for finding in findings:
        _add_case(suite, finding)
    if not findings:
        ElementTree.SubElement(suite, "testcase", name="no findings", classname="check")
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode")


def _add_case(suite: ElementTree.Element, finding: Finding) -> None:
    place = finding.place
    attributes = {"name": _xml(f"{place.precise if place else 'site'} {finding.rule}")}
    attributes["classname"] = finding.rule.id
    if place:
        attributes |= {"file": _xml(place.file), "line": str(place.line)}
    case = ElementTree.SubElement(suite, "testcase", attributes)
    if finding.severity is Severity.ERROR:
        message, kind = _xml(finding.message), str(finding.severity)
        told = ElementTree.SubElement(case, "failure", message=message, type=kind)
    else:
        told = ElementTree.SubElement(case, "system-out")
    told.text = _xml(str(finding))


def _xml(words: str) -> str:
    """Words that XML can hold."""
    text = words.encode("utf-8", "backslashreplace").decode()
    return no_command(printable(text, kept=""))
