"""The benchmark's visitors post to the receiver of the tests as well."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))  # bench/, wherever pytest was started
