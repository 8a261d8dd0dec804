"""Addresses that are not what they look like, and names of hosts that are all right."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import load_world

from mkdocs_privacy.findings import as_text
from mkdocs_privacy.findings.rules.characters import DECEPTIVE_ADDRESS
from mkdocs_privacy.hosts import why_deceptive

DECEPTIVE = {
    "https://user:pass@example.com/": "holds a user name or a password",
    "https://www.mollie.com@evil.example/": "holds a user name or a password",
    "https://www.p\u0430ypal.com/": "mixes letters of Cyrillic and Latin",
    "https://goog\u03bfe.com/": "mixes letters of Greek and Latin",
    "https://xn--pypal-4ve.com/": "mixes letters of Cyrillic and Latin",
    "https://\u0430\u0440\u0440\u04cf\u0435.com/": "Cyrillic letters that look like Latin ones",
    "https://xn--80ak6aa92e.com/": "Cyrillic letters that look like Latin ones",
    "https://example.be\u2044login.evil.example/": "has the character U+2044 (FRACTION SLASH)",
    "https://example.be\u2215login.evil.example/": "has the character U+2215 (DIVISION SLASH)",
    "//user@example.com/": "holds a user name or a password",
    "http://\u24d4.be/": "has the character U+24D4 (CIRCLED LATIN SMALL LETTER E)",
    "https://\uff11\uff12\uff17.0.0.1/": "browsers take for ‘1’",
    "https://example.be\u3002evil.example/": "has the character U+3002 (IDEOGRAPHIC FULL STOP)",
    "https://example.be%2eevil.example/": "has a % in the name of its host",
    "https:evil.example": "has no `//` and host after its `https:`",
    "https:///evil.example/": "has no `//` and host after its `https:`",
    "https:/\\evil.example/": "has no `//` and host after its `https:`",
    "https://\u13aa\u0430.example/": "mixes letters of Cherokee and Cyrillic",
}


@pytest.mark.parametrize("address", DECEPTIVE)
def test_an_address_that_looks_like_another_one_is_told(address: str) -> None:
    assert DECEPTIVE[address] in (why_deceptive(address) or "")


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.be/~user@host/?a@b#c@d",
        "https://café.example/",
        "https://xn--caf-dma.example/",
        "https://ελλάδα.example/",
        "https://www.νίκος.gr/",
        "https://mañana-2.example:8443/",
        "https://straße.example/",
        "https://почта.рф/",
        "https://россия.example/",
        "https://сорос.рф/",
        "https://日本語テスト.jp/",
        "https://ウェブsite例.jp/",
        "https://한국어abc.kr/",
        "https://中文bopomofoㄅ.tw/",
        "https://می‌خواهم.ir/",
        "https://שלום.co.il/",
        "https://l·l.cat/",
        "https://[2001:db8::1]/",
        "http://127.0.0.1:8000/",
        "/privacy/",
        "#contact",
    ],
)
def test_an_honest_name_in_any_script_is_left_alone(address: str) -> None:
    assert why_deceptive(address) is None


def test_addresses_in_fields_and_in_free_text_are_both_looked_at(tmp_path: Path) -> None:
    files = {
        "privacy/processors.yml": "processors:\n  mollie:\n    use: mollie\n"
        "    privacy_url: https://www.p\u0430ypal.com/\n"
        "    description: See [us](https://www.mollie.com@evil.example/).\n",
        "privacy/notice.yml": "notice:\n  introduction: Write to <mailto:us@p\u0430ypal.com>.\n",
        "privacy/sections/a.nl.md": "---\ntitle: A\n---\nZie [ons][1].\n\n"
        "[1]: https://example.be\u2215x.evil.example/\n",
    }
    found = load_world(tmp_path, files, ("nl",)).findings  # type: ignore[arg-type]
    assert [str(finding.place) for finding in found if finding.rule is DECEPTIVE_ADDRESS] == [
        "privacy/notice.yml:2",
        "privacy/processors.yml:4",
        "privacy/processors.yml:5",
        "privacy/sections/a.nl.md:4",
    ], as_text(found)


@pytest.mark.parametrize(
    "link",
    [
        "[a](https:evil.example)",
        "[a][r]\n\n[r]: https:///u:p@evil.example",
        "<a href='https://example.be\u3002evil.example/'>a</a>",
        '<a href = "https://www.p\u0430ypal.com/">a</a>',
        "<a href=https:evil.example>a</a>",
    ],
)
def test_a_link_is_looked_at_however_it_is_written(tmp_path: Path, link: str) -> None:
    section = f"---\ntitle: A\n---\nZie {link}.\n"
    found = load_world(tmp_path, {"privacy/sections/a.nl.md": section}, ("nl",)).findings
    assert DECEPTIVE_ADDRESS in [finding.rule for finding in found], as_text(found)


def test_what_a_sentence_says_of_an_address_is_no_part_of_it(tmp_path: Path) -> None:
    text = "Ziehttps://www.example.be’s pagina, https://café.example… en https://example.be。"
    files = {"privacy/notice.yml": f"notice:\n  introduction: {text}\n"}
    assert load_world(tmp_path, files, ("nl",)).findings == ()  # type: ignore[arg-type]
