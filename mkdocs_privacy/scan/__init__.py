"""What a website really stores and asks for, compared with what its data declares."""

from mkdocs_privacy.scan.addresses import host_of, is_of_site, site_of, without_query
from mkdocs_privacy.scan.comparison import Comparison, Missing, compare, find_listed
from mkdocs_privacy.scan.evidence import (
    READ,
    Proof,
    UnreadableEvidence,
    expected_by,
    find_expected,
    read_evidence,
)
from mkdocs_privacy.scan.known import KnownSite
from mkdocs_privacy.scan.observation import (
    Ending,
    Observation,
    Phase,
    Placeholder,
    PostedForm,
    Request,
    Screenshot,
    Stay,
    Stored,
    StoredKind,
    together,
)
from mkdocs_privacy.scan.page import ScanHeading, scan_page
from mkdocs_privacy.scan.readers import UnreadableRecording, read_recording
from mkdocs_privacy.scan.told import not_looked_at

__all__ = [
    "READ",
    "Comparison",
    "Ending",
    "KnownSite",
    "Missing",
    "Observation",
    "Phase",
    "Placeholder",
    "PostedForm",
    "Proof",
    "Request",
    "ScanHeading",
    "Screenshot",
    "Stay",
    "Stored",
    "StoredKind",
    "UnreadableEvidence",
    "UnreadableRecording",
    "compare",
    "expected_by",
    "find_expected",
    "find_listed",
    "host_of",
    "is_of_site",
    "not_looked_at",
    "read_evidence",
    "read_recording",
    "scan_page",
    "site_of",
    "together",
    "without_query",
]
