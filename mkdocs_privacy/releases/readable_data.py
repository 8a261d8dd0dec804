"""Which data of releases can be read: what the same code read once, it reads when it is asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from hashlib import sha256

from mkdocs_privacy.kept_work import KeptWork
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.releases.data_format import read_data


class ReadableData:
    """The data of releases that this code read without a fault, in this build or an earlier one.

    Reading a hundred releases takes half a second, and a build that says what the one before it
    said asks for two of them.
    """

    def __init__(self, code: str, work: KeptWork) -> None:
        """Know what the code with this hash has read, as far as that was kept."""
        self._code = code
        self._work = work

    def reader_of(self, content: bytes) -> Callable[[], PrivacyCenter]:
        """What gives the data of a release, each time the same; raises as `read_data` does."""
        named = "readable data", self._code, sha256(content).hexdigest()
        if self._work.find(*named) is not None:
            return cache(partial(read_data, content))
        center = read_data(content)
        self._work.keep("", *named)
        return lambda: center


NONE_KNOWN = ReadableData("", KeptWork(None))
