"""Two doors to one receiver: for everybody, and for who deals with the requests."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send


class Doors:
    """Leads who came in at the port of the desk to the desk, and everybody else to the receiver.

    It goes by the socket that a connection came in at, which nothing that was sent can change.
    """

    def __init__(self, receiver: ASGIApp, desk: ASGIApp, desk_port: int) -> None:
        self._receiver = receiver
        self._desk = desk
        self._desk_port = desk_port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, as ASGI has it; the receiver begins and ends for both."""
        is_at_desk = scope["type"] == "http" and scope["server"][1] == self._desk_port
        await (self._desk if is_at_desk else self._receiver)(scope, receive, send)
