"""What a rule is about, in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

import click

from mkdocs_privacy.findings import LAW_LANGUAGES, LINES, Sound, article_in_words, law_text
from mkdocs_privacy.registry import UnknownRule, get_rule

_WIDTH = 88


def explain_rule(name: str) -> str:
    """The explanation of the rule with this id or slug; raises UsageError where there is none."""
    try:
        rule = get_rule(name)
    except UnknownRule as unknown:
        raise click.UsageError(f"--explain: {unknown}") from None
    settled = "always an error" if rule.is_essential else str(rule.severity)
    parts = [
        f"{rule.id} {rule.slug} ({settled})",
        textwrap.fill(rule.explanation, _WIDTH),
        *_shown("Wrong", rule.example.wrong),
        *_shown("Right", rule.example.right),
        *map(_silent, rule.silent_on),
        *map(_law, rule.basis),
    ]
    return "\n\n".join(parts)


def _silent(sound: Sound) -> str:
    """Something of which the rule says nothing."""
    return "\n\n".join(_shown(f"Does not fire where {sound.why}", sound.files))


def _law(reference: str) -> str:
    """An article, as each language calls it and where it has its text."""
    lines = [f"Law: {article_in_words(reference)}"]
    for language in LAW_LANGUAGES:
        if address := law_text(reference, language):
            lines += [
                f"    {language}  {article_in_words(reference, language)}",
                f"        {address}",
            ]
    return "\n".join(lines)


def _shown(title: str, files: Mapping[str, str]) -> Iterator[str]:
    if not files:
        yield f"{title}: nothing"
    for file, content in files.items():
        name = "" if file == LINES else f", {file}"
        words = content.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        yield f"{title}{name}:\n\n{textwrap.indent(words, '    ')}".rstrip()
