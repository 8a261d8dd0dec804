"""RT: whether the event of a period can be read after it."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.lint import term_words


def told(retention: str, base: Path) -> list[str]:
    written = f"activities: {{backups: {{use: backups, retention: {retention}}}}}\n"
    return told_by(term_words, base, written, ("fr", "en"))


@pytest.mark.parametrize(
    ("retention", "bare", "link"),
    [
        (
            "{period: P5Y, from: {fr: votre départ, en: after you leave}}",
            "votre départ",
            "after …, from …",
        ),
        ("{period: P5Y, from: L’envoi}", "L’envoi", "after …, from …"),
        ("{period: P5Y, from: fin du contrat}", "fin du contrat", "after …, from …"),
        ("{until: the end of the year}", "the end of the year", "until …, as long as …"),
        ("{period: P5Y, until: la durée du bail}", "la durée du bail", "until …, as long as …"),
        ("{until: une année de trop}", "une année de trop", "until …, as long as …"),
    ],
)
def test_an_event_is_tied_to_its_period(
    retention: str, bare: str, link: str, tmp_path: Path
) -> None:
    [finding] = told(retention, tmp_path)
    assert f"‘{bare}’ is read right after the period: begin with a word that ties them" in finding
    assert finding.endswith(f"together, {link} [event-without-link]")


@pytest.mark.parametrize(
    "retention",
    [
        "{period: P5Y, from: {fr: après votre départ, en: after you leave}}",
        "{period: P5Y, from: {fr: à compter de l’envoi, en: from the end of the year}}",
        "{until: {fr: jusqu’à la fin de l’année, en: until the end of the year}}",
        "{period: P5Y, from: Dès votre départ}",
        "{period: P5Y, from: {fr: une fois le contrat terminé, en: once the contract has ended}}",
        "{until: {fr: un an après votre départ, en: a year after you leave}}",
        "{until: {fr: la durée du contrat, en: the duration of the contract}}",
        "{until: {fr: le temps de traiter votre demande, en: the time that an answer takes}}",
    ],
)
def test_says_nothing_where_a_word_leads_on(retention: str, tmp_path: Path) -> None:
    assert told(retention, tmp_path) == []


def test_the_catalogue_can_be_read(tmp_path: Path) -> None:
    others = [id for id in shipped_catalogue().activities if id != "orders"]  # the small center's
    taken = "".join(f"  {id}: {{use: {id}}}\n" for id in others)
    assert told_by(term_words, tmp_path, f"activities:\n{taken}", ("nl", "fr", "en")) == []
