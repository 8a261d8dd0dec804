"""Where a part of a finished page stands in it."""

import pytest

from mkdocs_privacy.part_of_page import around

BEGINNING = "<p>We keep it.</p>\n" * 20  # longer than what is looked for first


@pytest.mark.parametrize(
    "page",
    [
        f"<body>{BEGINNING}one</body>",
        f"<body>{BEGINNING}two {BEGINNING}one and {BEGINNING}one</body>",
        f"{BEGINNING}one",
        f"<body>{BEGINNING}on",
        "<body>",
        "",
    ],
)
@pytest.mark.parametrize("part", [f"{BEGINNING}one", "<body>", "o"])
def test_a_part_is_where_python_finds_it(page: str, part: str) -> None:
    before, found, behind = page.partition(part)
    assert around(part, page) == ((before, behind) if found else None)
