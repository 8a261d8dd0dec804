#!/usr/bin/env python
"""The Firefox of this machine, for Playwright: both speak WebDriver BiDi, it not all of it.

Playwright starts this in the place of Firefox, with its arguments, and reads where to connect. What
it asks goes on to Firefox, but for commands of which the long-term release has not heard: they only
emulate what no test here needs, and get an empty answer.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from threading import Thread

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.sync.server import ServerConnection, serve

UNHEARD_OF = {"emulation.setMediaFeaturesOverride"}
LISTENING = "WebDriver BiDi listening on "


def pass_on_answers(firefox: ClientConnection, playwright: ServerConnection) -> None:
    try:
        for message in firefox:
            playwright.send(message)
    except ConnectionClosed:
        pass
    playwright.close()


def pass_on_commands(playwright: ServerConnection, firefox: ClientConnection) -> None:
    try:
        for message in playwright:
            command = json.loads(message)
            if command["method"] in UNHEARD_OF:
                done = {"type": "success", "id": command["id"], "result": {}}
                playwright.send(json.dumps(done))
            else:
                firefox.send(message)
    except ConnectionClosed:
        pass


def relay_to(address: str) -> str:
    """Listen on this machine, and return where: what connects there is connected to `address`."""

    def handle(playwright: ServerConnection) -> None:
        path = playwright.request.path if playwright.request else ""
        with connect(address + path, max_size=None, compression=None) as firefox:
            Thread(target=pass_on_answers, args=(firefox, playwright), daemon=True).start()
            pass_on_commands(playwright, firefox)

    server = serve(handle, "127.0.0.1", 0, max_size=None, compression=None)
    Thread(target=server.serve_forever, daemon=True).start()
    return f"ws://127.0.0.1:{server.socket.getsockname()[1]}"


def main() -> int:
    command = [os.environ["MKDOCS_PRIVACY_FIREFOX"], *sys.argv[1:]]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as firefox:
        for line in firefox.stderr or ():
            if line.startswith(LISTENING):
                address = relay_to(line.removeprefix(LISTENING).strip())
                line = f"{LISTENING}{address}\n"
            sys.stderr.write(line)
            sys.stderr.flush()
    return firefox.returncode


if __name__ == "__main__":
    sys.exit(main())
