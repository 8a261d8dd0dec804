"""How a receiver is set up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr
from enum import StrEnum
from ipaddress import ip_network
from urllib.parse import unquote, urlsplit

from email_validator import EmailNotValidError, validate_email

from mkdocs_privacy.model import check_term
from mkdocs_privacy.requests import KEPT_BY_DEFAULT, RequestOptions, is_this_machine, origin_of
from mkdocs_privacy.requests.desk import DeskSettings, loopback_addresses, make_key
from mkdocs_privacy.requests.store import Location


class WrongSettings(ValueError):
    """Settings that a receiver cannot work with; its message is a sentence."""


class Security(StrEnum):
    """How the way to the mail server is kept private."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"
    """Only to a mail server on the same machine."""


@dataclass(frozen=True, slots=True)
class MailSettings:
    """The mail server, and between whom mail goes."""

    host: str
    port: int
    security: Security
    sender: str
    """The address that mails come from."""
    owner: str
    """Where mails about new requests go."""
    user: str | None = None
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where requests are kept and for how long, from whom they come, and who is told."""

    location: Location
    site_origins: tuple[str, ...] = ()
    """The origins of the site (RFC 6454), whose pages may post by script."""
    own_address: str | None = None
    """The public address of the receiver, such as https://requests.example.be, without a slash at
    its end: links in mails begin with it. Without it, mails to senders hold no link."""
    paths: tuple[str, ...] = ("/",)
    """Where requests are posted: the paths of the endpoint in mkdocs.yml, `{language}` and
    `{right}` included."""
    keep_closed: str = KEPT_BY_DEFAULT
    """For how long closed requests are kept (ISO 8601)."""
    requests_per_minute: int = 10
    """How many posts of one client address are taken in a minute."""
    requests_per_day: int = 100
    """How many posts of one client address are taken in a day."""
    proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    """The addresses and networks of reverse proxies that may say whose post it is."""
    remind_days: int = 7
    """How many days before an answer is due the organisation is reminded of it by mail."""
    body_seconds: float = 30
    """How long a post may take to come in."""
    mail: MailSettings | None = None
    desk: DeskSettings | None = None
    """The page of whoever deals with the requests, on a port of its own."""
    desk_port: int = 8026

    def __post_init__(self) -> None:
        """Refuse a period that is none, before something should be forgotten after it."""
        check_term(self.keep_closed)

    @property
    def origins(self) -> tuple[str, ...] | None:
        """The origins whose pages may post: those of the site and our own; nothing where the site
        is not known."""
        if not self.site_origins:
            return None
        own = (origin_of(self.own_address),) if self.own_address else ()
        return (*self.site_origins, *own)

    @property
    def root(self) -> str:
        """The path of the receiver's own pages, without a slash at its end."""
        return urlsplit(self.own_address).path.rstrip("/") if self.own_address else ""


def paths_of(options: RequestOptions) -> tuple[str, ...]:
    """The paths of all endpoints in mkdocs.yml; `/` where there is none."""
    stated = (
        options.endpoint,
        *options.endpoint_by_right.values(),
        *options.endpoint_by_language.values(),
    )
    paths = (unquote(urlsplit(address).path) or "/" for address in stated if address)
    return tuple(dict.fromkeys(paths)) or ("/",)


def read_desk(
    environment: Mapping[str, str], address: str | None, port: int, *, sends_mail: bool
) -> DeskSettings:
    """The desk on this machine, or at `address` behind a proxy that asks for a log-in.

    Its secret is PRIVACY_DESK_KEY; without that, a new one at each start. Raises WrongSettings.
    """
    key = environment.get("PRIVACY_DESK_KEY") or (None if address else make_key())
    addresses = (address.rstrip("/"),) if address else loopback_addresses(port)
    try:
        return DeskSettings(addresses, key, is_proxied=bool(address), sends_mail=sends_mail)
    except ValueError as problem:
        where = "PRIVACY_DESK_KEY" if environment.get("PRIVACY_DESK_KEY") else "--desk"
        raise WrongSettings(f"{where}: {problem}") from None


def read_proxies(written: str) -> tuple[str, ...]:
    """The addresses and networks of reverse proxies, separated by commas; `*` trusts everybody.

    Raises WrongSettings with every one that is none.
    """
    proxies = tuple(proxy.strip() for proxy in written.split(",") if proxy.strip())
    wrong = [proxy for proxy in proxies if proxy != "*" and not _is_network(proxy)]
    if wrong:
        raise WrongSettings(
            f"--forwarded-allow-ips: {', '.join(f'‘{proxy}’' for proxy in wrong)} is not an "
            "address or network: write 127.0.0.1, ::1 or 172.16.0.0/12"
        )
    return proxies


def _is_network(written: str) -> bool:
    try:
        ip_network(written)
    except ValueError:
        return False
    return True


def read_mail_settings(environment: Mapping[str, str], owner: str | None) -> MailSettings | None:
    """The mail settings in PRIVACY_SMTP_HOST, PRIVACY_SMTP_PORT, PRIVACY_SMTP_USER,
    PRIVACY_SMTP_PASSWORD, PRIVACY_SMTP_SECURITY, PRIVACY_MAIL_FROM and PRIVACY_MAIL_TO; nothing
    without a host.

    `owner` is where mail goes without PRIVACY_MAIL_TO. Raises WrongSettings.
    """
    host = environment.get("PRIVACY_SMTP_HOST")
    if not host:
        return None
    security = _security(environment.get("PRIVACY_SMTP_SECURITY") or "starttls", host)
    user = environment.get("PRIVACY_SMTP_USER") or None
    password = environment.get("PRIVACY_SMTP_PASSWORD") or None
    if (user is None) != (password is None):
        raise WrongSettings(
            "PRIVACY_SMTP_USER and PRIVACY_SMTP_PASSWORD must be set together: set both or neither"
        )
    return MailSettings(
        host=host,
        port=_port(environment.get("PRIVACY_SMTP_PORT") or str(_PORTS[security])),
        security=security,
        sender=_address("PRIVACY_MAIL_FROM", environment.get("PRIVACY_MAIL_FROM")),
        owner=_address("PRIVACY_MAIL_TO", environment.get("PRIVACY_MAIL_TO") or owner),
        user=user,
        password=password,
    )


_PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


def _security(written: str, host: str) -> Security:
    try:
        security = Security(written.lower())
    except ValueError:
        raise WrongSettings(
            f"PRIVACY_SMTP_SECURITY is ‘{written}’: set it to starttls, tls or none"
        ) from None
    if security is Security.NONE and not is_this_machine(host):
        raise WrongSettings(
            "PRIVACY_SMTP_SECURITY=none is allowed only for a mail server on this machine, because "
            f"others on the way to {host} could read the requests: use starttls or tls"
        )
    return security


def _port(written: str) -> int:
    if written.isascii() and written.isdecimal() and 0 < int(written) < 65536:
        return int(written)
    raise WrongSettings(f"PRIVACY_SMTP_PORT is ‘{written}’: set it to a number such as 587")


def _address(name: str, written: str | None) -> str:
    """An address such as `privacy@example.be`, or `Example <privacy@example.be>`."""
    if not written:
        raise WrongSettings(f"{name} is missing: set it to an address such as privacy@example.be")
    try:
        validate_email(parseaddr(written)[1], check_deliverability=False)
    except EmailNotValidError:
        raise WrongSettings(
            f"{name} is ‘{written}’, which is not an e-mail address: write one "
            "such as privacy@example.be"
        ) from None
    return written
