"""The e-mail that tells people of a release: a draft that any mail program opens."""

from __future__ import annotations

from collections.abc import Iterator
from email.headerregistry import Address
from urllib.parse import quote

from markupsafe import Markup

from mkdocs_privacy.changelog import Entry
from mkdocs_privacy.clock import midnight
from mkdocs_privacy.exports.addresses import CenterAddresses
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
from mkdocs_privacy.mail import in_one_line, new_message, write_words
from mkdocs_privacy.model import Contact, PrivacyCenter

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
    message = new_message(f"{id}.privacy@{addresses.host}", midnight(entry.release.announced))
    sender = center.organisation.request_contact.email
    # one that is not ASCII cannot be sent by every server: the mail program fills in its own
    if sender and sender.isascii():
        name = in_one_line(center.organisation.name)
        message["From"] = Address(name, addr_spec=sender)
    message["Subject"] = subject
    message["X-Unsent"] = "1"
    # quoted-printable never holds "=_", so the boundary cannot stand in a part
    write_words(
        message, localization.language, f"{as_plain_text(blocks)}\n", page, boundary=f"=_{id}"
    )
    return message.as_bytes()


def _subject(entry: Entry, center: PrivacyCenter, localization: Localization) -> str:
    subject = localization.message(
        "notice.subject" if entry.before else "notice.subject.initial",
        organisation=center.organisation.name,
        date=localization.date(entry.release.effective),
    )
    return in_one_line(subject.unescape())


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
