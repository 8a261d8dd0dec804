"""What a site says in mkdocs.yml that its privacy center depends on, whoever read the file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from os.path import realpath
from pathlib import Path

from mkdocs_privacy.disk import as_shown
from mkdocs_privacy.findings import Finding, KeyPath, Place, Rule, nearest_place
from mkdocs_privacy.findings.rules import options as rules
from mkdocs_privacy.localization import FormOfAddress
from mkdocs_privacy.model import base_language, suggestion
from mkdocs_privacy.registry import find_wrong_settings
from mkdocs_privacy.site.options import PLUGIN, CenterOptions, ReadOptions


@dataclass(frozen=True, slots=True)
class SiteLanguages:
    """The languages of a site, the default one first, and how static-i18n tells files apart."""

    codes: tuple[str, ...]
    """The languages of the privacy center."""
    structure: str | None = None
    """`suffix`, `folder`, or nothing on a site without static-i18n."""
    site_urls: Mapping[str, str] = field(default_factory=dict)
    """The addresses of those languages that have a site of their own."""
    others: tuple[str, ...] = ()
    """All languages of the site, where the center is not in every one of them."""
    spellings: Mapping[str, str] = field(default_factory=dict)
    """How the site itself writes a language that we write otherwise: `fr_BE` for `fr-BE`."""

    @property
    def of_site(self) -> tuple[str, ...]:
        """All languages of the site, the default one first."""
        return self.others or self.codes

    def chosen(self, asked: Sequence[str], known: Collection[str]) -> SiteLanguages:
        """The same with the center in some languages: those asked for, or those with words.

        Where none of those asked for is a language of the site, the first of them is for all.
        """
        wanted = asked or known
        codes = tuple(code for code in self.codes if {code, base_language(code)} & {*wanted})
        codes = codes or tuple(asked[:1]) or self.codes
        return replace(self, codes=codes, others=self.of_site if codes != self.of_site else ())

    def read_in(self, language: str) -> str:
        """The language of the center that readers in a language of the site get."""
        return language if language in self.codes else self.codes[0]

    def written(self, language: str) -> str:
        """A language as it stands in names of files and folders of the site."""
        return self.spellings.get(language, language)

    def folder(self, language: str) -> str:
        """Where a language stands in the built site: `fr`; nothing for the default language."""
        return self.written(language) if language in self.of_site[1:] else ""


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What a site says in mkdocs.yml, read from the file or taken over from MkDocs."""

    base: Path
    """The folder that findings name files relative to."""
    folder: Path
    """The folder of mkdocs.yml."""
    languages: SiteLanguages
    read: ReadOptions = field(default_factory=lambda: ReadOptions(CenterOptions()))
    """The options of the privacy center."""
    docs: Path | None = None
    """The folder with the pages that somebody wrote."""
    output: Path | None = None
    """The folder that builds write in."""
    site_url: str | None = None
    """The address of the site, as somebody wrote it."""
    preview: str = "127.0.0.1:8000"
    """Where `mkdocs serve` shows the site: `dev_addr`."""
    use_directory_urls: bool = True
    unsafe: tuple[Finding, ...] = ()
    """Addresses that reach pages, and are none."""
    refused: tuple[Finding, ...] = ()
    """What static-i18n refuses; then nobody knows the languages."""
    others: tuple[Finding, ...] = ()
    """What MkDocs says that has nothing to do with the center: it keeps MkDocs alone from a build,
    such as a docs folder that is not on the server that takes requests."""
    places: Mapping[KeyPath, Place] = field(default_factory=dict)
    """The lines of mkdocs.yml, each option of the center below `privacy-center`; `languages` is
    where the languages are named."""

    @property
    def options(self) -> CenterOptions:
        """The options of the privacy center; what is wrong with one leaves its default."""
        return self.read.options

    @property
    def data(self) -> Path:
        """The folder with the data."""
        return self.folder / self.options.data_dir

    @property
    def catalogues(self) -> tuple[Path, ...]:
        """The folders with catalogues of the site's own."""
        return tuple(self.folder / name for name in self.options.catalogue_dirs)

    def site_url_in(self, language: str) -> str | None:
        """The address of the site that has the pages of a language; ends in a slash."""
        address = self.languages.site_urls.get(language) or self.site_url
        return f"{address.rstrip('/')}/" if address else None

    def folder_of(self, language: str) -> str:
        """Where the center stands in the built site, in a language: `fr/privacy/`, or nothing."""
        parts = (self.languages.folder(language), self.options.path)
        return "".join(f"{part}/" for part in parts if part)

    def form_of_address(self, language: str) -> FormOfAddress:
        """How a language addresses the reader; `nl-BE` may borrow from `nl`."""
        stated = self.options.form_of_address
        return stated.get(language) or stated.get(base_language(language)) or FormOfAddress.FORMAL

    def informal(self, languages: Iterable[str]) -> tuple[str, ...]:
        """Those of the languages that address the reader informally."""
        return tuple(
            code for code in languages if self.form_of_address(code) is FormOfAddress.INFORMAL
        )

    def about(self, path: KeyPath, rule: Rule, message: str) -> Finding:
        """A finding about something in mkdocs.yml, at its line or the nearest one above."""
        return Finding(rule, message, path=path, place=self.place_of(path))

    def place_of(self, path: KeyPath) -> Place | None:
        """The line of something in mkdocs.yml, or the nearest one above."""
        return nearest_place(path, self.places)

    def shown(self, path: Path) -> str:
        """A path as somebody would type it here."""
        return as_shown(path.absolute(), self.base)

    def page_left_out(self, source: str) -> Finding:
        """That somebody keeps a page of the center out of the site."""
        by = next((key for key in ("exclude_docs", "draft_docs") if (key,) in self.places), "")
        message = (
            f"{source} of the privacy center is left out of the site"
            f"{f', by `{by}` or a plugin' if by else ' by another plugin'}, but other pages link "
            "to it: include it, or change the pattern"
        )
        return Finding(rules.PAGE_LEFT_OUT, message, place=self.place_of((by or "plugins",)))

    def findings(self) -> Iterator[Finding]:
        """All that is wrong with the options, and with what they say of one another."""
        yield from self.refused
        yield from self.read.findings
        yield from self.unsafe
        yield from self._misplaced_data()
        known = {*self.languages.codes, *map(base_language, self.languages.codes)}
        for option in ("form_of_address", "addresses"):
            for language in getattr(self.options, option):
                if language not in known:
                    hint = suggestion(language, known)
                    message = f"this site has no language ‘{language}’{hint}"
                    yield self.about((PLUGIN, option), rules.NO_SUCH_LANGUAGE, message)
        for language in self.options.languages:
            if not {language} & {*known, *self.languages.codes}:
                hint = suggestion(language, self.languages.of_site)
                message = f"this site has no language ‘{language}’{hint}"
                yield self.about((PLUGIN, "languages"), rules.NO_SUCH_LANGUAGE, message)
        first = self.options.path.partition("/")[0]
        if self.languages.structure and first in map(
            self.languages.written, self.languages.of_site
        ):
            yield self.about(
                (PLUGIN, "path"),
                rules.PATH_OF_LANGUAGE,
                f"‘{first}/’ is the folder of a language: give the privacy center another `path`. "
                "The languages get their own folders automatically",
            )

    def findings_about_rules(self) -> Iterator[Finding]:
        """All that is wrong with the option that settles findings."""
        for finding in find_wrong_settings(self.options.findings):
            yield self.about((PLUGIN, *finding.path), finding.rule, finding.message)

    def _misplaced_data(self) -> Iterator[Finding]:
        shown, data = self.options.data_dir, Path(realpath(self.data))
        if self.docs and data.is_relative_to(realpath(self.docs)):
            yield self.about(
                (PLUGIN, "data_dir"),
                rules.MISPLACED_DATA,
                f"the data folder {shown} is inside the docs folder, so its internal notes would "
                "be published: move it beside mkdocs.yml",
            )
        elif self.output and data.is_relative_to(realpath(self.output)):
            yield self.about(
                (PLUGIN, "data_dir"),
                rules.MISPLACED_DATA,
                f"the data folder {shown} is inside the folder for built sites, which every build "
                "empties: move it beside mkdocs.yml",
            )
