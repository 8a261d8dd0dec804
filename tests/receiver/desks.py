"""A real desk: on a port of its own, with a database and some requests in it."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socket import create_server
from threading import Thread
from typing import Any, TypeVar

import httpx
import uvicorn
from lxml import html
from requests_world import ACCESS, an_intake

from mkdocs_privacy.requests import RightsRequest, expected_by, make_reference
from mkdocs_privacy.requests.desk import DeskSettings, make_desk
from mkdocs_privacy.requests.intake import Intake
from mkdocs_privacy.requests.receiver.writer import Writer
from mkdocs_privacy.requests.request import Channel
from mkdocs_privacy.requests.store import (
    AccountEntry,
    MailKind,
    Signature,
    Store,
    StoredRequest,
    read_location,
)

Result = TypeVar("Result")
OFFICER = "An Peeters"


@dataclass
class RunningDesk:
    """A desk that runs, and whoever owns its database."""

    origin: str
    settings: DeskSettings
    writer: Writer
    failure: Exception | None = None
    """What the database raises from now on."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """What a proxy adds."""

    @property
    def root(self) -> str:
        return self.origin + self.settings.root

    def at_store(self, work: Callable[[Store], Result]) -> Result:
        """Have something done in the database, behind the desk's back."""
        return self.writer.write(work).result()

    def write(self, work: Callable[[Store], Result]) -> Awaitable[Result]:
        """How the desk reaches the database."""
        if self.failure:
            raise self.failure
        return asyncio.wrap_future(self.writer.write(work))

    def receive(
        self,
        days_ago: int = 0,
        *,
        channel: Channel = Channel.FORM,
        mails: tuple[MailKind, ...] = (),
        without: tuple[str, ...] = (),
        **fields: Any,
    ) -> str:
        """A request that came in; its reference number."""
        at = datetime.now(UTC).replace(microsecond=0) - timedelta(days=days_ago)
        said = {name: value for name, value in {**ACCESS, **fields}.items() if name not in without}
        request = RightsRequest(make_reference(), at, expected_by(at.date(), "P1M", "BE"), said)
        self.at_store(lambda store: store.add(request, mails, channel))
        return request.reference

    def stored(self, reference: str) -> StoredRequest:
        return self.at_store(lambda store: store.request(reference))

    def account(self, reference: str) -> tuple[AccountEntry, ...]:
        return self.at_store(lambda store: store.account.of(reference))

    def sign(self, by: str = "Somebody Else") -> Signature:
        return Signature(datetime.now(UTC).replace(microsecond=0), by)

    def browser(self, **headers: str) -> httpx.Client:
        """A browser that says where its posts come from, and follows redirects."""
        own = {"Origin": self.origin, "Sec-Fetch-Site": "same-origin", "Accept-Language": "en"}
        return httpx.Client(
            base_url=f"{self.root}/",
            headers={**own, **self.headers, **headers},
            trust_env=False,
            follow_redirects=True,
        )

    def open(self, path: str = "", **headers: str) -> Page:
        with self.browser(**headers) as browser:
            return Page(browser.get(path))

    def send(
        self, reference: str, form: str, headers: Mapping[str, str] = {}, **typed: Any
    ) -> Page:
        """Open the page of a request, fill in one of its forms and send it."""
        with self.browser() as browser:
            page = Page(browser.get(f"requests/{reference}"))
            fields = {**page.fields(f"/{form}"), "by": OFFICER, **typed}
            return Page(browser.post(f"requests/{reference}/{form}", data=fields))


@dataclass(frozen=True)
class Page:
    """What came back, as somebody reads it."""

    answer: httpx.Response

    @property
    def status(self) -> int:
        return self.answer.status_code

    @property
    def tree(self) -> Any:
        return html.fromstring(self.answer.text)

    @property
    def words(self) -> str:
        """Everything that the page says, in one line."""
        return " ".join(self.tree.text_content().split())

    def texts(self, xpath: str) -> list[str]:
        """The words of elements."""
        return [" ".join(found.text_content().split()) for found in self.tree.xpath(xpath)]

    @property
    def problems(self) -> list[str]:
        """What the summary says is wrong."""
        return self.texts("//*[@role='alert']//li | //*[@role='alert']//p")

    def facts(self) -> dict[str, str]:
        """What stands beside each label."""
        return {
            " ".join(row.xpath("dt")[0].text_content().split()): " ".join(
                " ".join(found.text_content().split()) for found in row.xpath("dd")
            )
            for row in self.tree.xpath("//dl/div")
        }

    def rows(self) -> list[list[str]]:
        """The cells of the last table, row by row."""
        return [
            [" ".join(cell.text_content().split()) for cell in row.xpath("th | td")]
            for row in self.tree.xpath("(//table)[last()]/tbody/tr")
        ]

    def fields(self, ending: str) -> dict[str, Any]:
        """What a form holds before anything is typed, found by the end of its address; a browser
        leaves the first line end of a textarea out."""
        forms = [form for form in self.tree.forms if form.action.partition("?")[0].endswith(ending)]
        return (
            {name: value.removeprefix("\n") for name, value in forms[0].form_values()}
            if forms
            else {}
        )

    def field(self, ending: str, name: str) -> str | None:
        """What stands in one field of a form."""
        return self.fields(ending).get(name)

    @property
    def reference(self) -> str:
        """The reference number in its address."""
        return re.findall(r"requests/([^/?]+)", str(self.answer.url))[0]


@contextmanager
def running_desk(
    folder: Path, intake: Intake | None = None, *, headers: Mapping[str, str] = {}, **settings: Any
) -> Iterator[RunningDesk]:
    """A desk in a thread."""
    writer = Writer(read_location(folder / "requests.db"))
    writer.start()
    with create_server(("127.0.0.1", 0)) as listening:
        origin = f"http://127.0.0.1:{listening.getsockname()[1]}"
        set_up = DeskSettings(**{"addresses": (origin,), **settings})
        desk = RunningDesk(origin, set_up, writer, headers=headers)
        app = make_desk(intake or an_intake(), desk.write, set_up)
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            while not server.started and thread.is_alive():
                time.sleep(0.01)
            assert server.started
            yield desk
        finally:
            server.should_exit = True
            thread.join()
            writer.stop()
