"""Where the pages of a site stand in each language, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mkdocs_privacy.exports import CenterAddresses, find_addresses
from mkdocs_privacy.findings import Finding, Rule
from mkdocs_privacy.findings.rules import addresses as rules
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import PrivacyCenter, base_language, suggestion
from mkdocs_privacy.pages import PageAddresses, PageKind, page_kinds, translated_steps
from mkdocs_privacy.releases import History
from mkdocs_privacy.site.options import PLUGIN
from mkdocs_privacy.site.settings import SiteSettings

_FOLDERS = ("assets", "exports", "search")
"""What a site has beside the pages, where somebody might want a page to be."""


def find_page_addresses(
    settings: SiteSettings,
    center: PrivacyCenter,
    history: History,
    localizations: Iterable[Localization],
) -> dict[str, PageAddresses]:
    """Where the pages of a center stand in each language, and where they stood."""
    return {
        localization.language: _in_language(settings, center, history, localization)
        for localization in localizations
    }


def _in_language(
    settings: SiteSettings, center: PrivacyCenter, history: History, localization: Localization
) -> PageAddresses:
    own = _own(settings, localization.language)
    translates = settings.options.translates_addresses
    chosen = {
        **(translated_steps(center, localization) if translates else {}),
        **{step: names[0] for step, names in own.items()},
    }
    steps = {step: name for step, name in chosen.items() if name != step.rpartition("/")[-1]}
    stated = [{**steps, step: name} for step, names in own.items() for name in names[1:]]
    released = [
        release.addresses.get(localization.language, {})
        for release in reversed(history.releases)
        if release.read_center  # its pages had these addresses, not only its words
    ]
    former = {tuple(sorted(one.items())): one for one in (*stated, *released)}
    return PageAddresses(steps, tuple(former.values()))


def find_center_addresses(
    settings: SiteSettings, kinds: Iterable[PageKind], pages: Mapping[str, PageAddresses]
) -> dict[str, CenterAddresses]:
    """The absolute addresses of the center in each language; raises ValueError."""
    listed, urls = tuple(kinds), settings.use_directory_urls
    return find_addresses(
        {code: settings.site_url_in(code) for code in pages},
        {
            code: {kind.name: where.url(kind, urls) for kind in listed}
            for code, where in pages.items()
        },
        {code: settings.languages.folder(code) for code in pages},
        settings.options.path,
    )


def find_wrong_addresses(
    settings: SiteSettings,
    center: PrivacyCenter | None,
    history: History,
    localizations: Sequence[Localization],
) -> tuple[Finding, ...]:
    """What is wrong with the addresses of pages, of this data or as a release shows them; nothing
    is known of that where there is no data."""
    if center is None or not (settings.options.translates_addresses or settings.options.addresses):
        return ()
    centers = [center]
    for one in (release.center for release in history):
        if one and all(_named_by_owner(one) != _named_by_owner(other) for other in centers):
            centers.append(one)
    kinds = [page_kinds(one, history) for one in centers]
    known = {step for ours in kinds for kind in ours for step in kind.steps}
    found = [*_unknown_pages(settings, known)]
    for one, ours in zip(centers, kinds, strict=True):
        pages = find_page_addresses(settings, one, history, localizations)
        for language, where in pages.items():
            found += _taken(settings, ours, where, language)
            found += _lost(settings, ours, where, language) if one is center else ()
    return tuple(dict.fromkeys(found))


def _named_by_owner(center: PrivacyCenter) -> tuple[object, ...]:
    """What of a center decides which pages it has, and what these are called."""
    return center.audiences, center.rights.further, center.takes_complaints


def _own(settings: SiteSettings, language: str) -> Mapping[str, tuple[str, ...]]:
    """What mkdocs.yml says of the addresses in a language; `nl-BE` may borrow from `nl`."""
    stated = settings.options.addresses
    return stated.get(language) or stated.get(base_language(language)) or {}


def _unknown_pages(settings: SiteSettings, known: Iterable[str]) -> Iterator[Finding]:
    steps = sorted(known)
    for language, own in settings.options.addresses.items():
        for step in own:
            if step not in steps:
                message = (
                    f"the privacy center has no page ‘{step}’{suggestion(step, steps)}: write the "
                    "English address of a page, such as rights/access"
                )
                path = (PLUGIN, "addresses", language, step)
                yield settings.about(path, rules.NO_SUCH_PAGE, message)


def _taken(
    settings: SiteSettings, kinds: Iterable[PageKind], where: PageAddresses, language: str
) -> Iterator[Finding]:
    """Pages that would stand where another one stands, or something else of the site."""
    languages, path = settings.languages, settings.options.path
    folders = dict.fromkeys(() if path else map(languages.folder, languages.of_site), "a language")
    folders |= dict.fromkeys(_FOLDERS, "other files of the site")
    stood: dict[str, PageKind] = {}
    for kind in kinds:
        source = where.source(kind)
        first, _, _ = source.partition("/")
        step = kind.steps[-1] if kind.steps else ""
        if other := stood.get(source.removesuffix("/index")):
            yield _taken_by(f"that of the page {_named(other)}", step, source, settings, language)
        elif folder := folders.get(first) if step else None:
            yield _taken_by(f"the folder of {folder}", kind.steps[0], first, settings, language)
        stood.setdefault(source.removesuffix("/index"), kind)


def _taken_by(whose: str, step: str, source: str, settings: SiteSettings, language: str) -> Finding:
    message = (
        f"the page {step} cannot have the address {source.removesuffix('/index')} in {language}, "
        f"which is {whose}: give it another one, such as `addresses: {{{language}: {{{step}: …}}}}`"
    )
    return _about(step, settings, language, rules.TAKEN_ADDRESS, message)


def _lost(
    settings: SiteSettings, kinds: Sequence[PageKind], where: PageAddresses, language: str
) -> Iterator[Finding]:
    """Addresses at which a page was published, and another page stands now."""
    urls = settings.use_directory_urls
    today = {where.destination(kind, urls): kind for kind in kinds}
    for place, kind in where.published(kinds, urls).items():
        if other := today.get(place):
            message = (
                f"{where.source(other).removesuffix('/index')} was the address of the page "
                f"{_named(kind)} in {language}, and now it is that of {_named(other)}, so old "
                f"links lead to the wrong page: give {_named(other)} another one"
            )
            yield _about(other.steps[-1], settings, language, rules.LOST_ADDRESS, message)


def _about(step: str, settings: SiteSettings, language: str, rule: Rule, message: str) -> Finding:
    """A finding at what mkdocs.yml says of an address, or at what says it of all of them."""
    stated = (PLUGIN, "addresses", language, step)
    is_own = step in _own(settings, language)
    return settings.about(stated if is_own else (PLUGIN, "translates_addresses"), rule, message)


def _named(kind: PageKind) -> str:
    """A page as mkdocs.yml names it."""
    return kind.source.removesuffix("/index")
