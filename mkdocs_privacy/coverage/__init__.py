"""Where a center answers what the GDPR and the ePrivacy Directive say people must be told."""

from mkdocs_privacy.coverage.answer import Coverage, CoverageAnswer
from mkdocs_privacy.coverage.formats import COVERAGE_FORMATS, ReportHeading, summary
from mkdocs_privacy.coverage.table import Row, cover

__all__ = [
    "COVERAGE_FORMATS",
    "Coverage",
    "CoverageAnswer",
    "ReportHeading",
    "Row",
    "cover",
    "summary",
]
