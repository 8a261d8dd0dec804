"""A list of languages as it is typed on the command line: `nl,fr,en`."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_privacy.model import base_language, language_code, suggestion


def read_languages(written: str, known: Iterable[str]) -> tuple[str, ...]:
    """The languages in the order written; raises ValueError with all that is wrong with them.

    Where `nl` is known, `nl-BE` will do.
    """
    known = tuple(known)
    languages = tuple(map(language_code, written.replace(",", " ").split()))
    problems = [
        f"there is no translation for ‘{language}’{suggestion(language, known)}"
        for language in dict.fromkeys(languages)
        if base_language(language) not in known
    ]
    twice = {language for language in languages if languages.count(language) > 1}
    problems += [f"‘{language}’ is listed twice" for language in sorted(twice)]
    if not languages:
        problems.append("no language is given")
    if problems:
        raise ValueError(f"{'; '.join(problems)}: choose from {', '.join(known)}")
    return languages
