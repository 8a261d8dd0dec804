"""What did not change is left out of a redline, and a link leads to it in the version itself."""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_privacy.pages.left_out import headings_before
from mkdocs_privacy.pages.policy_words import PolicyWords
from mkdocs_privacy.releases import fold, redline

FIVE = "<p>one</p><p>two</p><p>three</p><p>four</p><p>five</p>"


def left_out(before: str, after: str) -> list[str]:
    """How many passages are left out in turn, and where the later version has the first of them."""
    stretches = fold(redline(before, after))
    headings = headings_before(stretches, PolicyWords("en", Markup(after)))
    return [
        f"{len(stretch.passages)} #{heading.id} ({heading.words})" if heading else "from its top"
        for stretch, heading in zip(stretches, headings, strict=True)
        if stretch.is_folded
    ]


def test_the_link_leads_to_the_heading_below_which_they_begin() -> None:
    start = f'<h1>Privacy</h1>{FIVE}<h2 id="orders">Orders &amp; <em>returns</em></h2>{FIVE}'
    end = f'<h2 id="post">Post</h2><h3 id="post-rights">Your rights</h3>{FIVE}<p>end</p>'
    assert left_out(f"{start}<p>We keep it.</p>{end}", f"{start}<p>We keep all.</p>{end}") == [
        "from its top",
        "4 #orders (Orders & returns)",
        "7 #post-rights (Your rights)",
    ]


def test_a_heading_that_is_gone_leads_nowhere_and_one_with_other_words_leads_to_the_later() -> None:
    rights = '<h3 id="{}-rights">Your rights</h3>'
    mail = f'<h2 id="mail">Mail</h2>{rights.format("mail")}{FIVE}'
    before = f'<h2 id="gone">Old</h2>{rights.format("gone")}<p>gone</p><p>too</p>{mail}<p>end</p>'
    after = f"{mail.replace('Mail', 'E-mail')}<p>end</p>"
    assert left_out(before, after) == ["6 #mail-rights (Your rights)"]


def test_a_text_without_ids_is_linked_from_its_top() -> None:
    text = f"<h2>Mail</h2>{FIVE}"
    assert left_out(f"{text}<p>We keep it.</p>", f"{text}<p>We sell it.</p>") == ["from its top"]
