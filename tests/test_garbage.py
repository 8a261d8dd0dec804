"""What is read for a build is never searched for garbage, and what others froze stays frozen."""

from __future__ import annotations

import gc
import subprocess
import sys

from mkdocs_privacy.garbage import here_to_stay

PROGRAM = """\
import gc, weakref
from mkdocs_privacy.garbage import here_to_stay

class Read:
    def __init__(self):
        self.itself = self

for build in (1, 2):
    with here_to_stay():
        read = Read()
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    if build == 2:
        assert before() is None, "what the first build read is gone"
    before = weakref.ref(read)
    del read
    gc.collect()
    assert before() is not None, "it was frozen"
"""


def test_what_a_build_reads_is_searched_when_the_next_one_begins() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


IMPORTING = """\
import gc
from mkdocs_privacy.garbage import frozen_afterwards

with frozen_afterwards():
    assert not gc.isenabled()
    stays = [[] for _ in range(1000)]
assert gc.isenabled()
assert gc.get_freeze_count() > 1000
"""


def test_what_a_command_imports_is_not_searched() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORTING], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_process_that_froze_objects_itself_keeps_them_so() -> None:
    gc.freeze()
    frozen = gc.get_freeze_count()
    with here_to_stay():
        assert gc.isenabled()
    assert gc.get_freeze_count() == frozen
