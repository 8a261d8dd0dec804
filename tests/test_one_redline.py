"""The build and the browser make one redline: the same passages, cut and marked alike."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from random import Random

import pytest
from builds import EXAMPLES
from playwright.sync_api import Page
from site_checks.browser import start_browser
from site_checks.server import serve

from mkdocs_privacy.releases import fold, read_archive, redline, redlining
from mkdocs_privacy.releases.sanitising import sanitise
from mkdocs_privacy.shipped import shipped

SCRIPTS = shipped("site_template") / "theme" / "assets" / "privacy-center"

Line = list[str]
"""A passage: its kind, its level, whether it is folded away, then each mark and its words."""

COMPARE = """async ([policies, pairs]) => {
  const {readBlocks} = await import("./blocks.js")
  const {fold, isUnchanged, redline} = await import("./redline.js")
  const blocks = policies.map(policy => {
    return readBlocks(new DOMParser().parseFromString(policy, "text/html").body)
  })
  const line = ({kind, level, pieces}, isFolded) =>
    [kind, `${level}`, isFolded ? "folded" : "shown",
     ...pieces.flatMap(piece => [piece.mark, piece.words])]
  return JSON.stringify(pairs.map(([before, after]) => {
    const passages = redline(blocks[before], blocks[after])
    return passages.every(isUnchanged) ? [] : fold(passages).flatMap(stretch =>
      stretch.passages.map(passage => line(passage, stretch.isFolded)))
  }))
}"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with serve(SCRIPTS) as address, start_browser() as browser, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}center.css")
        yield page


@pytest.fixture(autouse=True)
def _read_policies_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the blocks of every policy: each is compared with all others."""
    monkeypatch.setattr(redlining, "read_blocks", cache(redlining.read_blocks))


def in_the_browser(page: Page, pairs: Iterable[tuple[str, str]]) -> list[list[Line]]:
    """What the page with all versions shows of each pair of policies."""
    numbers: dict[str, int] = {}
    numbered = [[numbers.setdefault(policy, len(numbers)) for policy in pair] for pair in pairs]
    found: list[list[Line]] = json.loads(page.evaluate(COMPARE, [list(numbers), numbered]))
    return found


def in_the_build(before: str, after: str) -> list[Line]:
    """What `/versions/<id>/changes/` shows of two policies."""
    return [
        [
            passage.kind,
            str(passage.level),
            "folded" if stretch.is_folded else "shown",
            *(text for piece in passage.pieces for text in (piece.mark, piece.words)),
        ]
        for stretch in fold(redline(before, after))
        for passage in stretch.passages
    ]


@pytest.mark.parametrize(("example", "number"), [("webshop", 126), ("saas", 84)])
def test_every_two_versions_of_an_example_have_one_redline(
    page: Page, example: str, number: int
) -> None:
    history = read_archive(EXAMPLES / example / "privacy" / "releases").history
    pairs = [
        (before.words[language], after.words[language])
        for before, after in combinations(history, 2)
        for language in sorted(before.words.keys() & after.words.keys())
    ]
    assert len(pairs) == number
    for pair, lines in zip(pairs, in_the_browser(page, pairs), strict=True):
        assert lines == in_the_build(*pair)


RANDOM = Random(1)
FEW = ["we", "data", "l’adresse", "5", ",", "(", "\u00a0:"]
MANY = [*FEW, *(f"word{number}" for number in range(40))]
BLOCKS = [
    *("<p>{}</p>", "<h2>{}</h2>", "<h4>{}</h4>", "<ul><li>{}</li></ul>", "<dl><dt>{}</dt></dl>"),
    *("<table><tr><th>{}</th><td>a<br> b</td></tr></table>", "<div>{}<p>c</p>d</div>"),
]


def some_blocks(number: int, longest: int) -> list[str]:
    """Blocks that resemble one another, for few words stand once and most stand in several."""
    return [
        RANDOM.choice(BLOCKS).format(
            " ".join(RANDOM.choices(RANDOM.choice([FEW, MANY]), k=RANDOM.randint(0, longest)))
        )
        for _ in range(number)
    ]


def edited(blocks: list[str]) -> list[str]:
    """The same blocks: some gone, some new, some moved, and in some another word."""
    kept = [block.replace(*RANDOM.sample(MANY, 2)) for block in blocks if RANDOM.random() < 0.8]
    for block in some_blocks(len(blocks) // 6, 12):
        kept.insert(RANDOM.randint(0, len(kept)), block)
    start, end = sorted(RANDOM.choices(range(len(kept) + 1), k=2))
    return kept[end:] + kept[start:end] + kept[:start]


@pytest.mark.parametrize(
    ("pairs", "number", "longest"),
    [(150, 8, 12), (20, 90, 12), (10, 3, 400), (2, 900, 3)],
    ids=["short", "many blocks", "long blocks", "many short blocks"],
)
def test_policies_made_at_random_have_one_redline(
    page: Page, pairs: int, number: int, longest: int
) -> None:
    policies = [some_blocks(number, longest) for _ in range(pairs)]
    compared = [
        (sanitise("".join(before)), sanitise("".join(after)))
        for policy in policies
        for before, after in ((policy, edited(policy)), (policy, some_blocks(number, longest)))
    ]
    for pair, lines in zip(compared, in_the_browser(page, compared), strict=True):
        assert lines == in_the_build(*pair)


def layered(number: int) -> str:
    """A paragraph in which the second word is unique only after the first one, and so on."""
    layers = [[f"word{word}" for word in range(layer, number)] for layer in range(1, number)]
    return " ".join(
        f"{' '.join(RANDOM.sample(words, len(words)))} word{layer}"
        for layer, words in enumerate(layers)
    )


def test_words_that_are_unique_only_layer_by_layer_have_one_redline(page: Page) -> None:
    pairs = [(f"<p>{layered(30)} end", f"<p>{layered(30)}") for _ in range(4)]
    assert in_the_browser(page, pairs) == [in_the_build(*pair) for pair in pairs]


@pytest.mark.parametrize(
    "rare",
    [
        "\ufeff",
        "\x85",
        "\v",
        "\xa0",
        "\u2028",
        "\u200b",
        "\xad",
        "e\u0301",
        "٣",
        "Ⅳ",
        "½",
        "数",
        "😀",
    ],
    ids=ascii,
)
def test_rare_characters_part_words_in_one_way(page: Page, rare: str) -> None:
    before, after = f"<p>{rare}we keep{rare}it {rare}", f"<p>{rare} we{rare}keep {rare}this{rare}"
    pairs = [(before, after), (after, before), (before, "<p>we keep it"), ("<p>this", after)]
    assert in_the_browser(page, pairs) == [in_the_build(*pair) for pair in pairs]
