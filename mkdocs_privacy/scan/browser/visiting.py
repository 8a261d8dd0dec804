"""A walk through the pages of a website, in a fresh browser context for each answer."""

from __future__ import annotations

import time
from functools import partial

from playwright.sync_api import (
    APIRequestContext,
    Error,
    Page,
    Route,
    sync_playwright,
)
from playwright.sync_api import TimeoutError as TooLate

from mkdocs_privacy.scan.addresses import host_of, is_of_site, site_of, split, without_query
from mkdocs_privacy.scan.browser.collecting import Collector
from mkdocs_privacy.scan.browser.pages_to_visit import choose_pages
from mkdocs_privacy.scan.browser.profiles import Profiles, find_browser
from mkdocs_privacy.scan.browser.steps import Act, Step
from mkdocs_privacy.scan.browser.visit import Progress, SiteVisit
from mkdocs_privacy.scan.observation import Observation, Phase, together

_PAGE_SECONDS = 30.0
_REST_SECONDS = 5.0
"""How long a page may go on asking before it is looked at."""
_MADE_HERE = ("data:", "blob:", "about:")
"""Schemes of what a page made itself, which asks nobody."""
_CONTROL_SECONDS = 4.0
"""How long the question for consent may take to appear."""


def visit_site(visit: SiteVisit, progress: Progress) -> Observation:
    """All that the pages do, before and after each answer; raises NoBrowser."""
    with sync_playwright() as playwright:
        profiles = find_browser(playwright, visit.executable)
        return _Walk(profiles, visit, progress).observe()


class _Walk:
    """One scan."""

    def __init__(self, profiles: Profiles, visit: SiteVisit, progress: Progress) -> None:
        self.profiles = profiles
        self.visit = visit
        self.progress = progress
        self.ends = time.monotonic() + visit.bounds.seconds
        self.sites = frozenset(site_of(host_of(one)) for one in visit.addresses)
        self.hosts: set[str] = set()
        self.failed: dict[str, str] = {}
        self.unanswered: list[Phase] = []
        self.done = 0

    def observe(self) -> Observation:
        with self.profiles.new_requests() as requests:
            addresses = choose_pages(self.visit, partial(self._get, requests), self.failed)
        seen = [self._in_phase(phase, addresses) for phase in self.visit.phases]
        looked = Observation(failed=tuple(self.failed.items()), unanswered=(*self.unanswered,))
        return together((*(one for one in seen if one), looked))

    def is_own(self, host: str) -> bool:
        return is_of_site(host, self.sites)

    @property
    def left(self) -> float:
        """Milliseconds for one page."""
        return max(1.0, min(self.ends - time.monotonic(), _PAGE_SECONDS)) * 1000

    @property
    def is_late(self) -> bool:
        return time.monotonic() >= self.ends

    def _let_pass(self, route: Route) -> None:
        """Let requests of pages pass, but for those of too many hosts and those that send forms."""
        request, host = route.request, host_of(route.request.url)
        is_too_many = (
            bool(host) and host not in self.hosts and len(self.hosts) >= self.visit.bounds.hosts
        )
        sends_form = request.is_navigation_request() and request.method != "GET"
        if is_too_many:
            self.failed.setdefault(host, "it was not asked: raise --max-hosts")
        is_elsewhere = split(request.url) is None and not request.url.startswith(_MADE_HERE)
        if is_too_many or sends_form or is_elsewhere:
            route.abort()
            return
        if host:
            self.hosts.add(host)
        route.continue_()

    def _get(self, requests: APIRequestContext, address: str) -> bytes | None:
        try:
            answer = requests.get(address, timeout=self.left, max_redirects=5)
            return answer.body() if answer.ok else None
        except Error:
            return None

    def _in_phase(self, phase: Phase, addresses: tuple[str, ...]) -> Observation | None:
        if not addresses:
            return None
        with self.profiles.new_context() as context:
            context.route("**/*", self._let_pass)
            collector = Collector(context, phase, self.is_own)
            page = context.new_page()
            if phase is not Phase.BEFORE and not self._answer(page, phase, addresses[0]):
                return None
            for address in addresses:
                self._tell(addresses, phase, address)
                is_open = self._open(page, collector, address)
                if is_open and address == addresses[0] and self.visit.has_screenshots:
                    collector.photograph(page)
            for step in self.visit.steps:
                self._tell(addresses, phase, str(step))
                self._do(page, collector, step)
            return collector.observation()

    def _tell(self, addresses: tuple[str, ...], phase: Phase, what: str) -> None:
        total = (len(addresses) + len(self.visit.steps)) * len(self.visit.phases)
        self.progress(self.done, total, f"{phase}: {what}")
        self.done += 1

    def _answer(self, page: Page, phase: Phase, address: str) -> bool:
        """Accept or refuse on the first page; what nobody finds a control for is noted."""
        if self.is_late or not self._go(page, address):
            return False
        controls = self.visit.controls
        control = page.locator(", ".join(controls.for_phase(phase))).filter(visible=True)
        try:
            control.first.wait_for(timeout=min(self.left, _CONTROL_SECONDS * 1000))
            if phase is Phase.ACCEPTED and controls.boxes:
                boxes = page.locator(", ".join(controls.boxes)).filter(visible=True)
                for _ in range(boxes.count()):  # one that is ticked is no longer among them
                    boxes.first.click(timeout=min(self.left, _CONTROL_SECONDS * 1000))
            control.first.click(timeout=min(self.left, _CONTROL_SECONDS * 1000))
        except Error:
            self.unanswered.append(phase)
            return False
        self._rest(page)
        return True

    def _open(self, page: Page, collector: Collector, address: str) -> bool:
        if without_query(address) in self.failed:
            return False
        collector.begin(address)
        if not self._go(page, address):
            return False
        collector.look(page)
        return True

    def _go(self, page: Page, address: str) -> bool:
        if self.is_late:
            self.failed[without_query(address)] = "the time was over: raise --max-seconds"
            return False
        try:
            answer = page.goto(address, timeout=self.left, wait_until="load")
        except Error as error:
            why = error.message.splitlines()[0].partition(" at ")[0]
            self.failed[without_query(address)] = f"it could not be opened ({why})"
            return False
        if answer is not None and not answer.ok:
            self.failed[without_query(address)] = f"it answers {answer.status}"
            return False
        self._rest(page)
        if not self.is_own(host_of(page.url)):
            where = host_of(page.url) or "no page"
            self.failed[without_query(address)] = f"it leads to another website, {where}"
            return False
        return True

    def _rest(self, page: Page) -> None:
        try:
            page.wait_for_load_state("networkidle", timeout=min(self.left, _REST_SECONDS * 1000))
        except TooLate:
            return  # a page that asks for ever is looked at as it is

    def _do(self, page: Page, collector: Collector, step: Step) -> None:
        if step.act is Act.OPEN:
            self._open(page, collector, step.about)
            return
        try:
            self._act(page, step)
        except Error as error:
            self.failed[str(step)] = f"this step failed ({error.message.splitlines()[0]})"
            return
        if self.is_own(host_of(page.url)):
            collector.begin(page.url)
            collector.look(page)

    def _act(self, page: Page, step: Step) -> None:
        found = page.locator(step.about).first
        if step.act is Act.WAIT:
            found.wait_for(timeout=self.left)
        elif step.act is Act.SCROLL:
            found.scroll_into_view_if_needed(timeout=self.left)
        elif found.evaluate(_SENDS, timeout=self.left):
            self.failed[str(step)] = "this would send a form, and a scan never does"
        else:
            found.click(timeout=self.left)
        self._rest(page)


_SENDS = """element => {
  const control = element.closest("button, input");
  return Boolean(control?.form) && ["submit", "image"].includes(control.type);
}"""
