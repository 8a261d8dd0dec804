"""A redline: what was deleted from the words of a policy, and what was added to them."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mkdocs_privacy.localization import Localization, load_catalog
from mkdocs_privacy.releases import fold, redline
from mkdocs_privacy.releases.alignment import patience_diff
from mkdocs_privacy.releases.blocks import read_blocks
from mkdocs_privacy.releases.redlining import Mark, Passage, Stretch
from mkdocs_privacy.shipped import shipped

SIGNS = {Mark.SAME: "{}", Mark.ADDED: "{{+{}+}}", Mark.DELETED: "[-{}-]"}


def written(passages: tuple[Passage, ...]) -> list[str]:
    """Each passage as `kind: same [-deleted-] {+added+}`."""
    return [
        f"{one.kind}{one.level or ''}: "
        + "".join(piece.spacing + SIGNS[piece.mark].format(piece.bare) for piece in one.pieces)
        for one in passages
    ]


def words_of(passages: tuple[Passage, ...], *marks: Mark) -> str:
    """The words with these marks, without spacing."""
    pieces = (piece for one in passages for piece in one.pieces)
    return re.sub(r"\s", "", "".join(piece.words for piece in pieces if piece.mark in marks))


# What changed


def test_the_words_that_changed_are_marked_and_no_others() -> None:
    before = "<h1>Privacy</h1><p>We keep orders for five years.</p><p>We sell nothing.</p>"
    after = "<h1>Privacy</h1><p>We keep orders for seven years, at most.</p><p>We sell nothing.</p>"
    assert written(redline(before, after)) == [
        "heading1: Privacy",
        "paragraph: We keep orders for [-five-] {+seven+} years{+, at most+}.",
        "paragraph: We sell nothing.",
    ]


def test_passages_that_have_little_in_common_are_replaced_as_a_whole() -> None:
    before = "<dl><div><dt>Payment</dt><dd>Mollie B.V.</dd></div></dl>"
    after = "<dl><div><dt>Payment</dt><dd>Stripe Payments Europe</dd></div></dl>"
    assert written(redline(before, after)) == [
        "term: Payment",
        "description: [-Mollie B.V.-]",
        "description: {+Stripe Payments Europe+}",
    ]


def test_every_kind_of_block_is_told_apart() -> None:
    after = """
    <section><h2 id="cookies">Cookies <a class="headerlink" href="#cookies">¶</a></h2>
    <p>Some <em>cookies</em>:</p>
    <ul><li>first<p>and more of it</p></li><li>second<ul><li>third</li></ul></li></ul>
    <dl><div><dt>Address</dt><dd><address>Kerkstraat 1<br>
      2580 Putte</address></dd></div></dl>
    <table><caption>What Matomo stores</caption>
      <thead><tr><th>Name</th><th>Purpose</th></tr></thead>
      <tbody>
        <tr><th>_pk_id</th><td>to count <ul><li>visits</li><li>pages</li></ul></td></tr>
      </tbody>
    </table>
    <details><summary>More</summary>Nothing else.</details></section>
    <script>not words</script><p hidden>nor these</p><!-- nor these -->"""
    assert [(one.kind, one.text) for one in read_blocks(after)] == [
        ("heading", "Cookies"),
        ("paragraph", "Some cookies:"),
        ("item", "first"),
        ("paragraph", "and more of it"),
        ("item", "second"),
        ("item", "third"),
        ("term", "Address"),
        ("description", "Kerkstraat 1\n2580 Putte"),
        ("caption", "What Matomo stores"),
        ("row", "Name · Purpose"),
        ("row", "_pk_id · to count visits pages"),
        ("paragraph", "More"),
        ("paragraph", "Nothing else."),
    ]


def test_a_row_of_a_table_is_compared_cell_by_cell() -> None:
    row = "<table><tr><th>_ga</th><td>{}</td><td>First party</td></tr></table>"
    assert written(redline(row.format("2 years"), row.format("13 months"))) == [
        "row: _ga · [-2 years-] {+13 months+} · First party"
    ]


def test_punctuation_stands_apart_but_not_inside_an_address_or_a_number() -> None:
    before = "<p>Write to info@shop.example (see www.shop.example), within 1.5 years.</p>"
    after = "<p>Write to privacy@shop.example [see www.shop.example]; within 2.5 years!</p>"
    assert written(redline(before, after)) == [
        "paragraph: Write to [-info@shop.example (-] {+privacy@shop.example [+}see"
        " www.shop.example[-),-]{+];+} within [-1.5-] {+2.5+} years[-.-]{+!+}"
    ]


def test_a_few_words_left_between_two_replacements_are_replaced_with_them() -> None:
    before = "<p>We use your name and address in order to send you your order.</p>"
    after = "<p>We use your name and address because we must send everybody their order.</p>"
    assert written(redline(before, after)) == [
        "paragraph: We use your name and address"
        " [-in order to send you your-] {+because we must send everybody their+} order."
    ]


def test_a_section_that_is_new_or_gone_is_marked_from_its_heading_on() -> None:
    orders = "<h3>Orders</h3><p>To deliver.</p><h4>Your rights</h4><p>See your data</p>"
    letters = "<h3>Letters</h3><p>To inform.</p><h4>Your rights</h4><p>See your data</p>"
    added = [
        "heading1: {+Letters+}",
        "paragraph: {+To inform.+}",
        "heading2: {+Your rights+}",
        "paragraph: {+See your data+}",
    ]
    kept = ["heading1: Orders", "paragraph: To deliver.", "heading2: Your rights"]
    kept.append("paragraph: See your data")
    assert written(redline(orders, orders + letters)) == kept + added
    assert written(redline(orders, letters + orders)) == added + kept


def test_a_heading_is_never_compared_with_a_paragraph() -> None:
    assert written(redline("<h2>What we do</h2>", "<p>What we do not do</p>")) == [
        "heading1: [-What we do-]",
        "paragraph: {+What we do not do+}",
    ]


# What does not count as a change


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>We keep orders.</p>", "<p>\n  We  keep\torders.\n</p>\n"),
        ("<p>We keep orders.</p>", "<div>We <strong>keep</strong> <a href='#x'>orders</a>.</div>"),
        ("<p>name</p><p>address</p>", "<ul><li>name</li><li>address</li></ul>"),
        (
            "<p>We keep orders. We sell nothing.</p>",
            "<p>We keep orders.</p><p>We sell nothing.</p>",
        ),
        ("<h2>Cookies</h2>", "<h3 id='cookies'>Cookies</h3>"),
        ("<p>Kerkstraat 1 Putte</p>", "<p>Kerkstraat 1<br>Putte</p>"),
        ("<p>Données : nom</p>", "<p>Données\u00a0: nom</p>"),
        ("<p>a &amp; b</p>", "<p>a &#38; b<!-- and c --></p>"),
        ("", "  <p> </p>"),
    ],
)
def test_markup_and_spacing_are_no_change(before: str, after: str) -> None:
    for passages in (redline(before, after), redline(after, before)):
        assert all(one.is_unchanged for one in passages)
        assert fold(passages) == ()


def test_spacing_is_that_of_the_later_words_and_french_keeps_its_narrow_spaces() -> None:
    before = "<p>Données : « nom »</p>"
    after = "<p>Données\u00a0: «\u202fprénom\u202f»</p>"
    assert written(redline(before, after)) == [
        "paragraph: Données\u00a0: « [-nom-]\u202f{+prénom+}\u202f»"
    ]


# Headings and folds


def test_headings_go_down_one_level_at_a_time() -> None:
    passages = redline("", "<h2>a</h2><h4>b</h4><h4>c</h4><h3>d</h3><h1>e</h1><h2>f</h2>")
    assert [one.level for one in passages] == [1, 2, 2, 2, 1, 2]


def folded(passages: tuple[Passage, ...]) -> list[str]:
    lines: list[str] = []
    for stretch in fold(passages):
        lines += [f"({len(stretch.passages)})"] if stretch.is_folded else written(stretch.passages)
    return lines


def test_a_change_is_shown_with_its_neighbours_and_all_headings_above_it() -> None:
    def policy(years: str) -> str:
        list_of = "".join(f"<li>item {number}</li>" for number in range(6))
        return (
            f"<h1>Privacy</h1><h2>Data</h2><ul>{list_of}</ul><h2>Cookies</h2><ul>{list_of}</ul>"
            f"<h3>Matomo</h3><p>It counts.</p><p>It runs here.</p><p>Its owner is known.</p>"
            f"<p>A maker.</p><p>Kept:</p><p>{years} years</p><p>Then gone.</p><h2>Rights</h2>"
        )

    assert folded(redline(policy("2"), policy("3"))) == [
        "heading1: Privacy",
        "(7)",
        "heading2: Cookies",
        "(6)",
        "heading3: Matomo",
        "(4)",
        "paragraph: Kept:",
        "paragraph: [-2-] {+3+} years",
        "paragraph: Then gone.",
        "heading2: Rights",
    ]


def test_up_to_three_passages_are_not_worth_a_fold() -> None:
    def policy(count: int) -> str:
        return "<p>old</p>" + "".join(f"<p>line {number}</p>" for number in range(count))

    assert [
        [
            (len(one.passages), one.is_folded)
            for one in fold(redline(policy(count), policy(count)[10:]))
        ]
        for count in (4, 5)
    ] == [[(5, False)], [(2, False), (4, True)]]


# Nothing is lost, nothing is invented

WORDS = st.sampled_from(
    ["we", "keep", "data", "orders", "l’adresse", "5", ",", "(", ")", "\u00a0:"]
)
BLOCKS = st.tuples(
    st.sampled_from(["p", "li", "h2", "h3", "dt", "dd", "td"]), st.lists(WORDS, max_size=12)
)
POLICIES = st.lists(BLOCKS, max_size=12).map(
    lambda blocks: "".join(f"<{tag}>{' '.join(words)}</{tag}>" for tag, words in blocks)
)
ALL_MARKUP = st.text("<>/&;ahlip123 \n\0\u202f\xa0\ud800-\"'!=", max_size=40)


@given(before=POLICIES | ALL_MARKUP, after=POLICIES | ALL_MARKUP)
def test_what_stayed_and_what_went_are_the_old_words_and_with_what_came_the_new_ones(
    before: str, after: str
) -> None:
    passages = redline(before, after)

    def all_words(policy: str) -> str:
        return re.sub(r"\s", "", "".join(block.text for block in read_blocks(policy)))

    assert words_of(passages, Mark.SAME, Mark.DELETED) == all_words(before)
    assert words_of(passages, Mark.SAME, Mark.ADDED) == all_words(after)


@given(before=POLICIES, after=POLICIES)
def test_folds_hold_every_passage_once_and_only_unchanged_ones(before: str, after: str) -> None:
    passages = redline(before, after)
    stretches = fold(passages)
    if stretches:
        assert tuple(one for stretch in stretches for one in stretch.passages) == passages
    hidden = [one for stretch in stretches if stretch.is_folded for one in stretch.passages]
    assert all(one.is_unchanged for one in hidden)


@given(before=POLICIES, after=POLICIES)
def test_headings_in_sight_never_skip_a_level_whether_folds_are_open_or_not(
    before: str, after: str
) -> None:
    stretches = fold(redline(before, after))
    for is_open in (True, False):
        levels = [
            one.level
            for stretch in stretches
            if is_open or not stretch.is_folded
            for one in stretch.passages
            if one.level
        ]
        assert all(down - up <= 1 for up, down in pairwise([0, *levels]))


@given(
    before=st.lists(st.sampled_from("abcdefg"), max_size=90),
    after=st.lists(st.sampled_from("abcdefg"), max_size=90),
)
def test_what_two_sequences_have_in_common_is_equal_and_rises_in_both(
    before: list[str], after: list[str]
) -> None:
    pairs = patience_diff(before, after)
    assert all(before[i] == after[j] for i, j in pairs)
    assert all(i < p and j < q for (i, j), (p, q) in pairwise(pairs))


# In time

NO_BREAK = "\N{NO-BREAK SPACE}" * 30_000
NUMBERED = [f"word{number}" for number in range(7_000)]
RANDOM = Random(1)


def some(choice: str, count: int, between: str) -> str:
    return between.join(RANDOM.choice(choice) for _ in range(count))


WORST = {
    "one paragraph, nothing in common": (
        f"<p>{' '.join(NUMBERED)}",
        f"<p>{' '.join(word.upper() for word in NUMBERED)}",
    ),
    "one paragraph, every other word": (
        f"<p>{' '.join(NUMBERED)}",
        f"<p>{' '.join(word if place % 2 else f'x{word}' for place, word in enumerate(NUMBERED))}",
    ),
    "one paragraph, words in another order": (
        f"<p>{' '.join(NUMBERED)}",
        f"<p>{' '.join(RANDOM.sample(NUMBERED, len(NUMBERED)))}",
    ),
    "one paragraph, two words at random": (
        f"<p>{some('ab', 30_000, ' ')}",
        f"<p>{some('ab', 30_000, ' ')}",
    ),
    "many small blocks, nothing in common": (
        "".join(f"<p>a{number} b c" for number in range(5_000)),
        "".join(f"<p>d{number} b c" for number in range(5_000)),
    ),
    "many blocks, three kinds at random": (
        f"<p>{some('abc', 15_000, '<p>')}",
        f"<p>{some('abc', 15_000, '<p>')}",
    ),
    "many equal blocks": ("<p>a" * 15_000, "<p>a" * 14_000),
    "nothing but punctuation": (f"<p>{'.' * 60_000}", f"<p>{'.,' * 30_000}"),
    "a word between no-break spaces": (
        f"<p>{NO_BREAK}a{NO_BREAK}",
        f"<p>{NO_BREAK}b{NO_BREAK}",
    ),
}


@pytest.mark.parametrize("case", WORST)
def test_two_policies_of_60_kb_take_no_time_whatever_they_say(case: str) -> None:
    before, after = WORST[case]
    assert min(len(before), len(after)) > 50_000
    start = time.process_time()
    fold(redline(before, after))
    assert time.process_time() - start < 2


# On the page


def printed(stretches: tuple[Stretch, ...], below: int = 2) -> str:
    environment = Environment(
        loader=FileSystemLoader(shipped("site_template")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = Localization("en", load_catalog("en")).message
    headings = [{"id": "mail", "words": "Mail & post"}] * len(stretches)
    module = environment.get_template("parts/redline.html").module
    return str(module.redline(stretches, headings, "../", below))


def test_a_redline_says_in_words_where_additions_and_deletions_begin_and_end() -> None:
    same = "".join(f"<li>{one}</li>" for one in ("name", "e-mail", "address", "orders", "R&amp;D"))
    before = f"<h1>Privacy</h1><ul>{same}</ul><p>We keep data for 5 years.</p><h2>Mail</h2>"
    after = f"<h1>Privacy</h1><ul>{same}</ul><p>We keep data for 7 years<br>(&lt; 8).</p>"
    assert (
        printed(fold(redline(before, after)))
        == """\
<p class="pc-explained">Added text is underlined, deleted text is struck through.</p>
<div class="pc-redline">
<h3 class="pc-passage pc-passage-heading">Privacy</h3>
<p class="pc-left-out"><a href="../#mail">4 unchanged passages, the first under ‘Mail &amp; post’</a></p>
<p class="pc-passage pc-passage-item">R&amp;D</p>
<p class="pc-passage pc-passage-paragraph pc-changed">We keep data for \
<del><span class="privacy-center-unseen">Deleted: </span>5\
<span class="privacy-center-unseen"> (end of deletion) </span></del> \
<ins><span class="privacy-center-unseen">Added: </span>7\
<span class="privacy-center-unseen"> (end of addition) </span></ins> years
<ins><span class="privacy-center-unseen">Added: </span>(&lt; 8)\
<span class="privacy-center-unseen"> (end of addition) </span></ins>.</p>
<h3 class="pc-passage pc-passage-heading pc-changed">\
<del><span class="privacy-center-unseen">Deleted: </span>Mail\
<span class="privacy-center-unseen"> (end of deletion) </span></del></h3>
</div>
"""
    )


def test_a_redline_without_a_change_says_so() -> None:
    assert (
        printed(fold(redline("<p>a</p>", "<p>a</p>")))
        == "<p>The text is the same in both versions.</p>\n"
    )


def test_headings_stay_below_the_one_above_the_redline_and_have_no_ids() -> None:
    levels = "".join(f"<h{level} id='h{level}'>{level}</h{level}>" for level in range(1, 7))
    stretches = fold(redline("", levels))
    for below, expected in ((2, "3 3 4 5 6 6"), (3, "4 4 5 6 6 6")):
        html = printed(stretches, below)
        assert re.findall(r"<h(\d)", html) == expected.split()
        assert " id=" not in html
