"""`mkdocs-privacy receive`: a small server that takes in the requests of a site."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click
from sqlalchemy.exc import DBAPIError

from mkdocs_privacy.cli.opening import open_site
from mkdocs_privacy.cli.options import (
    DAYS,
    config_file_option,
    database_option,
)
from mkdocs_privacy.cli.reporting import report
from mkdocs_privacy.cli.requests.keeping import keep_closed_option
from mkdocs_privacy.cli.requests.receiving import (
    make_intake,
    problem_of_address,
    problems_of_site,
    site_origins,
)
from mkdocs_privacy.cli.requests.starting import warnings_at_start, words_at_start
from mkdocs_privacy.requests import term_of
from mkdocs_privacy.requests.receiver import (
    Settings,
    WrongSettings,
    paths_of,
    read_desk,
    read_mail_settings,
    read_proxies,
)
from mkdocs_privacy.requests.receiver.serving import serve
from mkdocs_privacy.requests.store import WrongDatabase, read_location
from mkdocs_privacy.terminal import printable

Read = TypeVar("Read")


@click.command()
@config_file_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address of this machine to listen on.",
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8025,
    show_default=True,
    help="The port to listen on.",
)
@database_option
@click.option(
    "--address",
    metavar="URL",
    help="The public address of the receiver, such as https://requests.example.be: e-mails "
    "link to it.",
)
@keep_closed_option
@click.option(
    "--requests-per-minute",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="How many posts one client address may send in a minute.",
)
@click.option(
    "--remind",
    metavar="7d",
    type=DAYS,
    default="7d",
    show_default=True,
    help="When you get a reminder by e-mail, before the due date; 0d on the day itself.",
)
@click.option(
    "--forwarded-allow-ips",
    metavar="IPS",
    default="127.0.0.1,::1",
    show_default=True,
    envvar="FORWARDED_ALLOW_IPS",
    show_envvar=True,
    help="The reverse proxies that may give the client address, separated by commas.",
)
@click.option(
    "--desk", is_flag=True, help="Show the requests in a browser too, on this machine only."
)
@click.option(
    "--desk-port",
    type=click.IntRange(1, 65535),
    default=8026,
    show_default=True,
    help="The port of the desk.",
)
@click.option(
    "--desk-address",
    metavar="URL",
    help="The public address of the desk, behind a reverse proxy that asks for a login: "
    "https://desk.example.be.",
)
def receive(
    config_file: Path,
    host: str,
    port: int,
    database: str,
    address: str | None,
    keep_closed: str | None,
    requests_per_minute: int,
    remind: int,
    forwarded_allow_ips: str,
    desk: bool,
    desk_port: int,
    desk_address: str | None,
) -> None:
    """Run a server that receives the requests from the forms of your site.

    It needs the extra `receiver` of this package. It listens at the path of `requests.endpoint` in
    mkdocs.yml, and stores each request on disk before it confirms it. Manage the requests with
    `mkdocs-privacy requests`. The server has no TLS: put it behind a web server. Restart it when
    the data of the site has changed.

    Only one receiver can use a database file. Several can share a PostgreSQL database: install the
    extra `postgresql`, and set PRIVACY_DATABASE.

    \b
    To send e-mail, set these environment variables:
      PRIVACY_SMTP_HOST      the mail server; without it, no e-mail is sent
      PRIVACY_SMTP_SECURITY  starttls (default), tls, or none (on this machine only)
      PRIVACY_SMTP_PORT      default: 587 for starttls, 465 for tls, 25 for none
      PRIVACY_SMTP_USER, PRIVACY_SMTP_PASSWORD
      PRIVACY_MAIL_FROM      the sender of every e-mail
      PRIVACY_MAIL_TO        your address for notifications; default: the contact in the data

    The desk has no login. Its address contains a secret: a new one at each start, or the one that
    you set in PRIVACY_DESK_KEY. Behind a proxy, the header X-Remote-User gives the user.

    Exits with 1 if it cannot start, and lists every problem.

    \b
    Examples:
      mkdocs-privacy receive
      mkdocs-privacy receive --desk
      mkdocs-privacy receive --address https://requests.example.be --database /srv/requests.db
      PRIVACY_DATABASE=postgresql://privacy@db.example.be/privacy mkdocs-privacy receive
    """
    site = open_site(config_file)
    center = site.center if site.is_sound else None
    owner = center.organisation.request_contact.email if center else None
    problems = list(problems_of_site(center, site))
    mail = _read(lambda: read_mail_settings(os.environ, owner), problems)
    location = _read(lambda: read_location(database), problems)
    proxies = _read(lambda: read_proxies(forwarded_allow_ips), problems)
    for option, written in (("--address", address), ("--desk-address", desk_address)):
        if written and (problem := problem_of_address(option, written)):
            problems.append(problem)
    if desk_address and not desk:
        problems.append("--desk-address needs --desk")
    if os.environ.get("PRIVACY_SMTP_HOST") and not address:
        problems.append(
            "--address is missing: the confirmation e-mail needs a link, such as --address "
            "https://requests.example.be"
        )
    desk_settings = None
    if desk and not problems:
        desk_settings = _read(
            lambda: read_desk(os.environ, desk_address, desk_port, sends_mail=mail is not None),
            problems,
        )
    if center is None:
        report(site.errors)
    if center is None or location is None or proxies is None or problems:
        raise click.ClickException("\n  ".join(["the receiver cannot start:", *problems]))
    settings = Settings(
        location=location,
        site_origins=site_origins(site),
        own_address=address.rstrip("/") if address else None,
        paths=paths_of(site.settings.options.requests),
        keep_closed=keep_closed or term_of(center),
        requests_per_minute=requests_per_minute,
        proxies=proxies,
        remind_days=remind,
        mail=mail,
        desk=desk_settings,
        desk_port=desk_port,
    )
    is_told = keep_closed is not None
    for warning in warnings_at_start(site, settings, host, keeps_as_told=is_told):
        click.echo(printable(f"Warning: {warning}"), err=True)

    def tell() -> None:
        click.echo(printable("\n".join(words_at_start(settings, host, port))), err=True)

    try:
        serve(make_intake(site), settings, host, port, tell)
    except WrongDatabase as problem:
        raise click.ClickException(str(problem)) from None
    except DBAPIError as problem:
        told = " ".join(str(problem.orig).split())  # PostgreSQL writes several lines
        raise click.ClickException(f"{location} cannot be used: {told}") from None


def _read(read: Callable[[], Read], problems: list[str]) -> Read | None:
    """What is read, or nothing and one more problem: all that is wrong is told at once."""
    try:
        return read()
    except (WrongSettings, WrongDatabase) as problem:
        problems.append(str(problem))
        return None
