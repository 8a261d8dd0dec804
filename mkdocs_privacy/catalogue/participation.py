"""Recipients as they are meant, from a file that writes what several of them share once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_SHARED, _PARTICIPANT = "_shared", "participant"


def spelled_out(written: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The entries, without `_shared`, and with a sentence for each participant in the framework."""
    participation = written[_SHARED]["participation"]
    return {
        id: {key: _with_sentences(key, value, participation) for key, value in entry.items()}
        for id, entry in written.items()
        if id != _SHARED
    }


def _with_sentences(key: str, value: Any, participation: Mapping[str, str]) -> Any:
    if key != "transfers":
        return value
    return [_transfer(transfer, participation) for transfer in value]


def _transfer(transfer: Mapping[str, Any], participation: Mapping[str, str]) -> Mapping[str, Any]:
    company = transfer.get(_PARTICIPANT)
    if company is None:
        return transfer
    sentence = {name: words.format(company=company) for name, words in participation.items()}
    kept = {name: told for name, told in transfer.items() if name != _PARTICIPANT}
    return {**kept, "reference": sentence}
