"""Run `mkdocs` in a process of its own that has imported it already, which saves a second each.

A server (this file, run as a program) imports MkDocs once and forks a process for each command, so
none shares what another left behind.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path

KNOWN = ("mkdocs.commands.build", "mkdocs_privacy.exports", "mkdocs_privacy.plugin")
KNOWN += ("mkdocs_privacy.pictures.drawing", "feedgen.feed")
KNOWN += ("material.plugins.search.plugin", "mkdocs_static_i18n.plugin", "pymdownx.superfences")
"""What sites import late."""


def run_mkdocs(
    arguments: Sequence[str], environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """What `mkdocs` says to these arguments; a variable for Python itself comes too late here."""
    with tempfile.TemporaryDirectory() as folder:
        said = [str(Path(folder) / name) for name in ("stdout", "stderr")]
        server = _server()
        assert server.stdin
        assert server.stdout
        server.stdin.write(json.dumps([[*arguments], dict(environment), *said]) + "\n")
        server.stdin.flush()
        code = int(server.stdout.readline())
        stdout, stderr = (Path(file).read_text("utf-8") for file in said)
    return subprocess.CompletedProcess(["mkdocs", *arguments], code, stdout, stderr)


@cache
def _server() -> subprocess.Popen[str]:
    """One for this process, which ends with it: when its standard input does."""
    return subprocess.Popen(
        [sys.executable, __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )


def read_what_all_sites_have() -> None:
    """Words, and models as pydantic prepares them: a fifth of the time of a small build."""
    from mkdocs_privacy.localization import FormOfAddress, load_catalog
    from mkdocs_privacy.model import PrivacyCenter
    from mkdocs_privacy.shipped import shipped_languages

    PrivacyCenter.model_rebuild()
    for language in shipped_languages():
        for form in FormOfAddress:
            load_catalog(language, form)


def _serve() -> None:
    from mkdocs.__main__ import cli

    for name in KNOWN:
        import_module(name)
    read_what_all_sites_have()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)  # builds end before garbage matters
    for line in sys.stdin:
        arguments, environment, stdout, stderr = json.loads(line)
        child = os.fork()
        if child:
            _, status = os.waitpid(child, 0)
            sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
            sys.stdout.flush()
            continue
        os.environ.clear()
        os.environ.update(environment)
        time.tzset()
        for number, file in enumerate((os.devnull, stdout, stderr)):
            os.dup2(os.open(file, os.O_RDWR | os.O_CREAT), number)
        with suppress(KeyboardInterrupt):
            cli(arguments, prog_name="mkdocs")


if __name__ == "__main__":
    _serve()
