"""What finished pages lose of their templates."""

from __future__ import annotations

from mkdocs_privacy.dressing import without_indentation

BODY = "<p>One\n\n   two</p>"


def test_the_indentation_around_the_text_of_a_page_goes_and_nothing_else() -> None:
    page = f"""
<body>

    <nav>
      <a href="a/">First</a>
      \xa0 <a href="b/">Second</a>  of two
    </nav>
    <pre>
  kept
    </pre>
    <script>
      if (true) {{}}
    </script>
    {BODY}
    <textarea>
  kept</textarea>

  </body>
"""
    assert (
        without_indentation(page, BODY)
        == f"""
<body>
<nav>
<a href="a/">First</a>
\xa0 <a href="b/">Second</a>  of two
</nav>
<pre>
  kept
    </pre>
<script>
      if (true) {{}}
    </script>
{BODY}
<textarea>
  kept</textarea>
</body>
"""
    )


def test_a_page_without_its_text_keeps_its_white_space() -> None:
    page = "<body>\n  <p>made otherwise</p>\n</body>"
    assert without_indentation(page, BODY) == page
    assert without_indentation(page, "") == page
