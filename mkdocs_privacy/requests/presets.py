"""What the HTML of a form needs for each kind of endpoint.

What the services ask for was looked up on 22 November 2026, in these pages as they were stored:

- Netlify Forms: <https://docs.netlify.com/manage/forms/setup> and
  <https://docs.netlify.com/forms/spam-filters/>; Netlify’s own guide for programs, `netlify-forms`
  in <https://github.com/netlify/context-and-tools>; <https://opennext.js.org/netlify/forms>.
- Formspree: <https://help.formspree.io/articles/building-your-form/> with `special-fields` (8
  January 2026), `honeypot-spam-filtering` (10 December 2025) and
  `submit-forms-with-javascript-ajax` (23 March 2026); the README of
  <https://github.com/formspree/formspree> (the old server) for `_next` and `_subject`.
- Web3Forms: <https://docs.web3forms.com/getting-started/api-reference>, and from the same
  documentation at <https://github.com/surjithctly/web3forms-docs> `redirection`, `honeypot` and
  `troubleshooting`.

All three send an answer to what is in the field `email`, which our forms have: no field is added
for that. What could not be confirmed says so where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests.options import Posting, RequestFormat, RequestOptions
from mkdocs_privacy.requests.request import MADE_BY_SCRIPTS


@dataclass(frozen=True, slots=True)
class Preset:
    """What one kind of endpoint needs in the form, beside our own fields."""

    honeypot: str = "website"
    """The field that people do not see, and leave empty."""
    honeypot_is_checkbox: bool = False
    """Whether it is a box to tick; otherwise it is a line of text."""
    subject: str | None = None
    """The field with the subject of the mail that tells the organisation of a request."""
    redirect: str | None = "redirect"
    """The field with the address of the page of receipt, for a browser without JavaScript."""
    others: frozenset[str] = frozenset()
    """The other names of fields that mean something to it, and so are not to be had."""
    is_found_at_deploy: bool = False
    """Whether the host reads the form in the built page, and drops fields that are not there."""

    @property
    def names(self) -> frozenset[str]:
        """Every name of a field that means something to it."""
        own = {name for name in (self.honeypot, self.subject, self.redirect) if name}
        return self.others | own

    def attributes(self, form_name: str) -> Mapping[str, str]:
        """What `<form>` has beside our own attributes."""
        if not self.is_found_at_deploy:
            return {}
        # the documentation writes `netlify-honeypot`, which is no valid HTML; that `data-` may
        # stand before it, as many public sites have it, is unconfirmed
        return {
            "name": form_name,
            "data-netlify": "true",
            "data-netlify-honeypot": self.honeypot,
        }


def preset_of(format: RequestFormat) -> Preset:
    """What a kind of endpoint needs."""
    return _PRESETS.get(format, Preset())


_PRESETS = {
    # nothing posts a form to Fides without JavaScript, and its API sends nobody back
    RequestFormat.FIDES: Preset(redirect=None),
    # the browser is sent to `action`, and no plan is named for it; `subject` stands in public
    # sites, and was not found in the documentation: unconfirmed
    RequestFormat.NETLIFY: Preset(
        subject="subject",
        redirect=None,
        others=frozenset({"form-name", "bot-field"}),
        is_found_at_deploy=True,
    ),
    # `_next` and `_subject` are from the README of the old server; whether `_next` works on the
    # free plan today is unconfirmed: otherwise Formspree shows a page of its own
    RequestFormat.FORMSPREE: Preset(
        "_gotcha",
        subject="_subject",
        redirect="_next",
        others=frozenset({"subject", "_replyto", "_cc", "_format"}),
    ),
    # `redirect` is no paid feature; it must be absolute, and may not be in what a script posts:
    # the answer is then a redirect that a browser refuses to follow to another site
    RequestFormat.WEB3FORMS: Preset(
        "botcheck",
        honeypot_is_checkbox=True,
        subject="subject",
        others=frozenset({"access_key", "from_name", "replyto", "ccemail", "webhook"}),
    ),
}


def find_conflicts(
    options: RequestOptions, languages: Iterable[str], fields: Iterable[str]
) -> Iterator[tuple[KeyPath, str]]:
    """What cannot be together: the options, the languages of a site, the fields that it adds.

    Yields the way to an option, or to an entry of the data, and what is wrong with it.
    """
    added = tuple(fields)
    taken = preset_of(options.format).names
    use = f"forms with `format: {options.format}` use this name themselves"
    yield from options.conflicts(languages, added)
    for name in options.hidden_fields:
        if name in taken:
            yield ("requests", "hidden_fields", name), f"‘{name}’: {use}"
    for name in added:
        if name in taken:
            yield ("rights", "fields", name), f"‘{name}’: {use}, so give the field another"


def hidden_fields(
    options: RequestOptions, subject: str, receipt_address: str | None, form_name: str
) -> Mapping[str, str]:
    """The hidden fields of a form beside those of the request itself, by name.

    They are the same for every visitor. An empty one is for the script of the page to fill in.
    """
    preset = preset_of(options.format)
    fields: dict[str, str] = {}
    if preset.is_found_at_deploy:
        # the host adds `form-name` itself; a form that a script posts needs it as well
        fields |= {"form-name": form_name, **dict.fromkeys(MADE_BY_SCRIPTS, "")}
    if options.format is RequestFormat.WEB3FORMS and options.access_key:
        fields["access_key"] = options.access_key
    if preset.subject:
        fields[preset.subject] = subject
    if preset.redirect and receipt_address:
        fields[preset.redirect] = receipt_address
    return fields | options.hidden_fields


def form_name(request_type: RequestType, language: str) -> str:
    """What a form is called where the host lists them; each has a name of its own."""
    return f"privacy-{request_type}-{language}"


def action(posting: Posting, receipt_address: str | None, receipt_link: str) -> str:
    """Where a form posts to: the endpoint, or on the site itself the page of receipt.

    `receipt_link` leads there from the page of the form; Netlify wants a path from the root of
    the site, which only `receipt_address` tells.
    """
    if posting.address:
        return posting.address
    return urlsplit(receipt_address).path if receipt_address else receipt_link
