"""No mail is lost and none is sent twice knowingly, whenever a receiver dies: where several work
over one database, nobody else sends what one of them is sending."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from databases import ENGINES, Engine
from offices import Office, judge
from patience import PATIENCE
from post_offices import PostOffice

RECEIVERS = {Engine.SQLITE: 1, Engine.POSTGRESQL: 2}
"""How many receivers work over one database."""
POSTS = 10


def until(condition: Callable[[], bool]) -> bool:
    """Wait for a while; whether it happened."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.005)
    return True


@pytest.mark.parametrize("moment", range(4))
@pytest.mark.parametrize("engine", ENGINES)
def test_a_receiver_that_is_killed_sends_no_mail_twice_but_the_one_in_flight(
    office: Office, post_office: PostOffice, engine: Engine, moment: int
) -> None:
    taken_before = len(post_office.mails)
    taken_at_the_kill = random.Random(moment).randrange(1, 2 * POSTS)
    receivers = [office.receiver() for _ in range(RECEIVERS[engine])]
    victim = receivers[0]
    with ThreadPoolExecutor(len(receivers)) as posting:
        for receiver in receivers:
            posting.submit(office.post, receiver, POSTS, {200, 201, None})
        assert until(lambda: len(post_office.mails) - taken_before >= taken_at_the_kill)
        victim.program.strike(signal.SIGKILL)
    victim.program.wait()
    office.post(office.receiver())
    judge(office, "when the receiver was killed")

    due = {(reference, kind) for reference in office.account.accepted for kind in "os"}

    def sent() -> Counter[tuple[str, str]]:
        """How often each mail was taken, by what it is about and whether to owner or sender."""
        mails = post_office.mails[taken_before:]
        return Counter(
            (mail.message_id[1:20], "s" if "voorbeeld" in mail.recipient else "o") for mail in mails
        )

    until(lambda: due <= set(sent()))
    missing, twice = due - set(sent()), [mail for mail, times in sent().items() if times > 1]
    assert not missing, f"{len(missing)} of {len(due)} mails were never sent: {missing}"
    assert len(twice) <= 1, f"sent twice, though one at most was in flight: {twice}"
    identities = {mail.message_id for mail in post_office.mails[taken_before:]}
    assert len(identities) == len(sent()), "a mail that is sent again has the same Message-ID"
