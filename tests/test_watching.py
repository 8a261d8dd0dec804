"""`check --watch`: it checks again when a file changes, and Ctrl-C ends it in silence."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from checked_world import said, write_site
from patience import PATIENCE

COMMAND = "from mkdocs_privacy.cli import main; main()"


def test_a_change_is_checked_at_once_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    write_site(tmp_path, {})
    told = tmp_path.parent / "told.txt"
    with told.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-c", COMMAND, "check", "--watch", "--format", "concise"],
            cwd=tmp_path,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(told, "nothing to report in 2 files, 1 ignored\n", process)
        # in one step: who writes slowly is read between its beginning and its end
        written = told.with_name("more.yml")
        written.write_text("procesors: {}\n", "utf-8")
        written.rename(tmp_path / "privacy/more.yml")
        wait_for(told, "1 error in 3 files", process)
        (tmp_path / "privacy/more.yml").unlink()
        wait_for(told, "press Ctrl-C to stop\n", process, times=3)
        time.sleep(1)  # its own reading is no change
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
        process.wait()
    waiting = "waiting for a change; press Ctrl-C to stop\n"
    assert said(told.read_text("utf-8")) == (
        f"nothing to report in 2 files, 1 ignored\n{waiting}"
        "privacy/more.yml:1: error: procesors: unknown key ‘procesors’ (did you mean "
        f"‘processors’?) [unknown-key]\n1 error in 3 files\n{waiting}"
        f"nothing to report in 2 files, 1 ignored\n{waiting}"
    )


def wait_for(told: Path, words: str, process: subprocess.Popen[bytes], times: int = 1) -> None:
    deadline = time.monotonic() + PATIENCE
    while told.read_text("utf-8").count(words) < times:
        assert process.poll() is None, told.read_text("utf-8")
        assert time.monotonic() < deadline, told.read_text("utf-8")
        time.sleep(0.1)
