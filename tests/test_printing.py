"""Our environment of templates prints what that of Jinja prints, in fewer steps."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from mkdocs_privacy.templates import template_environment

TEMPLATE = """\
{% macro named(name, times=1) %}
<b>{{ name }}</b> {{ times }}, {{ varargs }}{{ kwargs }}
{% endmacro %}
{% macro around() %}<i>{{ caller() }}</i>{% endmacro %}
{{ text }} {{ html }} {{ number }} {{ none }} {{ text ~ html }} {{ "a" ~ "<" }}
{% for one in (text, html) %}
{% set here = one %}
{{ named(one) }}{{ named(one, 2, 3, of=4) }}{{ seen("here") }}
{% endfor %}
{% call around() %}{{ text }}{% endcall %}
{{ text.upper() }} {{ shout(text) }} {{ 3 | string }} {{ dict(a=1) }}
{% autoescape false %}{{ text }}{% endautoescape %}
{% autoescape escapes %}{{ text }}{% endautoescape %}
"""
VALUES = {
    "text": "R&D",
    "html": Markup("<em>R&amp;D</em>"),
    "number": 3,
    "shout": lambda words: words + "!",
    "escapes": False,
}


@pass_context
def seen(context: Context, name: str) -> str:
    """A function that asks for the variables where it is called."""
    return str(context.resolve(name))


@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_values_and_calls_are_printed_as_jinja_prints_them(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(TEMPLATE)
    ours = template_environment(tmp_path)
    theirs = Environment(
        loader=FileSystemLoader(tmp_path),
        autoescape=ours.autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for environment in (ours, theirs):
        environment.globals["seen"] = seen
    printed, expected = (one.get_template(name).render(VALUES) for one in (ours, theirs))
    assert printed == expected
