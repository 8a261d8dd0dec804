"""Which pages are visited: those of a sitemap, and not those that robots.txt forbids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from lxml import etree

from mkdocs_privacy.scan.addresses import host_of, site_of, split, without_query
from mkdocs_privacy.scan.browser.steps import Act
from mkdocs_privacy.scan.browser.visit import SiteVisit

ROBOT = "mkdocs-privacy"
"""The name that robots.txt may give rules for."""


Get = Callable[[str], bytes | None]
"""Gets a file of the site; nothing where there is none."""

_SITEMAPS = 10
"""How many sitemaps are read at most."""


def choose_pages(visit: SiteVisit, get: Get, failed: dict[str, str]) -> tuple[str, ...]:
    """The pages to visit, but for those that are noted in `failed`, each with the reason."""
    listed = dict.fromkeys(visit.addresses)
    if visit.has_sitemap:
        for address in visit.addresses:
            listed |= dict.fromkeys(_in_sitemaps(address, get, failed))
    opened = [step.about for step in visit.steps if step.act is Act.OPEN]
    if visit.bounds.is_robot:
        _note_forbidden((*listed, *opened), get, failed)
    allowed = [address for address in listed if without_query(address) not in failed]
    beyond = allowed[visit.bounds.pages :]
    if beyond:
        others = f" and {len(beyond) - 1} more" if len(beyond) > 1 else ""
        failed[without_query(beyond[0])] = f"it{others} was not visited: raise --max-pages"
    return tuple(allowed[: visit.bounds.pages])


def _note_forbidden(addresses: Iterable[str], get: Get, failed: dict[str, str]) -> None:
    rules: dict[str, RobotFileParser] = {}
    for address in addresses:
        robots = _beside(address, "robots.txt")
        if robots not in rules:
            rules[robots] = RobotFileParser()
            rules[robots].parse((get(robots) or b"").decode("utf-8", "replace").splitlines())
        if not rules[robots].can_fetch(ROBOT, address):
            failed[without_query(address)] = "robots.txt forbids it: give --ignore-robots"


def _in_sitemaps(address: str, get: Get, failed: dict[str, str]) -> Iterator[str]:
    waiting = [_beside(address, "sitemap.xml")]
    for _ in range(_SITEMAPS):
        if not waiting:
            return
        sitemap = waiting.pop(0)
        content = get(sitemap)
        if content is None:
            failed[without_query(sitemap)] = "there is no sitemap here"
            continue
        root = _read(content)
        if root is None:
            failed[without_query(sitemap)] = "this is no sitemap"
            continue
        found = _locations(root, site_of(host_of(address)))
        if etree.QName(root).localname == "sitemapindex":
            waiting += found
        else:
            yield from found


def _read(content: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _locations(root: etree._Element, site: str) -> list[str]:
    """The addresses that it names, of the same site: others are nobody's to visit."""
    named = [(element.text or "").strip() for element in root.iter("{*}loc")]
    return [one for one in named if split(one) and site_of(host_of(one)) == site]


def _beside(address: str, name: str) -> str:
    """The address of a file at the root of a site."""
    return urljoin(address, f"/{name}")
