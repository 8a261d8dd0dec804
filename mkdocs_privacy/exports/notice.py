"""The e-mail that tells people of a release: a draft that any mail program opens."""

from __future__ import annotations

from collections.abc import Iterator
from email.charset import QP, Charset
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import compat32
from email.utils import format_datetime, formataddr
from urllib.parse import quote

from markupsafe import Markup

from mkdocs_privacy.changelog import Entry
from mkdocs_privacy.exports.addresses import CenterAddresses
from mkdocs_privacy.exports.items import moment
from mkdocs_privacy.exports.release_words import tell
from mkdocs_privacy.exports.rich_text import (
    Bullets,
    Heading,
    Paragraph,
    TextBlock,
    as_html,
    as_plain_text,
)
from mkdocs_privacy.localization import Localization, postal_lines
from mkdocs_privacy.model import Contact, PrivacyCenter

_FOLDED = compat32.clone(linesep="\r\n")
"""The older policy: the newer ones lose spaces where they fold a header (python/cpython#92081)."""

_PAGE = Markup("""\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
</head>
<body>
{body}
</body>
</html>
""")


def compose_notice(
    entry: Entry, center: PrivacyCenter, localization: Localization, addresses: CenterAddresses
) -> bytes:
    """The e-mail about one release, in one language, as an `.eml` file.

    It has no receiver and says so to mail programs (`X-Unsent`): whoever opens it sends it.
    `center` is what holds today: its name, contact and way to object are those in the e-mail.
    """
    id = f"{entry.release.id}.{localization.language}"
    subject = _subject(entry, center, localization)
    blocks = tuple(_blocks(entry, center, localization, addresses))
    page = _PAGE.format(
        language=localization.language, title=subject, body=as_html(blocks, level=2)
    )
    # quoted-printable never holds "=_", so the boundary cannot stand in a part
    message = MIMEMultipart("alternative", boundary=f"=_{id}")
    sender = center.organisation.request_contact.email
    # one that is not ASCII cannot be sent by every server: the mail program fills in its own
    if sender and sender.isascii():
        message["From"] = _sender(_on_one_line(center.organisation.name), sender)
    message["Subject"] = Header(subject, header_name="Subject").encode()
    message["Date"] = format_datetime(moment(entry.release.announced))
    message["Message-ID"] = f"<{id}.privacy@{addresses.host}>"
    message["Content-Language"] = localization.language
    message["X-Unsent"] = "1"
    message.attach(_part("plain", f"{as_plain_text(blocks)}\n"))
    message.attach(_part("html", page))
    return message.as_bytes(policy=_FOLDED)


def _subject(entry: Entry, center: PrivacyCenter, localization: Localization) -> str:
    subject = localization.message(
        "notice.subject" if entry.before else "notice.subject.initial",
        organisation=center.organisation.name,
        date=localization.date(entry.release.effective),
    )
    return _on_one_line(subject.unescape())


def _blocks(
    entry: Entry, center: PrivacyCenter, localization: Localization, addresses: CenterAddresses
) -> Iterator[TextBlock]:
    say = localization.message
    release = entry.release.id
    organisation = center.organisation
    yield Paragraph(say("notice.intro" if entry.before else "notice.intro.initial"))
    yield from tell(entry, localization, how_to_object=localization.text(center.changes.objection))
    yield Heading(say("notice.more"))
    if entry.before:
        yield Paragraph(say("notice.redline"), addresses.redline(release))
    yield Paragraph(say("notice.version"), addresses.version(release))
    yield Paragraph(say("notice.rights"), addresses.page("rights"))
    yield Heading(say("notice.questions"))
    yield Paragraph(say("notice.contact"))
    yield Bullets(tuple(_ways(organisation.request_contact, localization)))
    yield Paragraph(Markup.escape(organisation.name))


def _ways(contact: Contact, localization: Localization) -> Iterator[Markup]:
    """Every way to reach somebody that an e-mail can hold."""
    say = localization.message
    if contact.email:
        link = Markup('{} <a href="mailto:{}">{}</a>')
        yield link.format(say("contact.email"), quote(contact.email, "@"), contact.email)
    if contact.phone:
        yield Markup("{} {}").format(say("contact.phone"), contact.phone)
    if contact.form:
        yield Markup('<a href="{0}">{0}</a>').format(contact.form)
    if contact.address:
        yield Markup.escape(", ".join(postal_lines(contact.address, localization)))


def _sender(name: str, address: str) -> str:
    if name.isascii():
        return formataddr((name, address))
    sender = Header(name, "utf-8", header_name="From")
    sender.append(f"<{address}>", "us-ascii")
    return sender.encode()


def _part(kind: str, words: str) -> MIMENonMultipart:
    encoded = Charset("utf-8")
    encoded.body_encoding = QP
    part = MIMENonMultipart("text", kind)
    part.set_payload(words, encoded)
    return part


def _on_one_line(words: str) -> str:
    """Words for a header, which cannot hold a line break."""
    return " ".join(words.splitlines())
