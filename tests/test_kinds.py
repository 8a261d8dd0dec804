"""The table of kinds: a row that is wrong says so at import, and one row is enough for a field."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from builds import REPOSITORY

from mkdocs_privacy.releases import BY_FIELD, FieldRule, Shape, Topic, Verb, WrongRow, find_kind
from mkdocs_privacy.releases.kinds.table import check_table, find_families


@pytest.mark.parametrize(
    "row, problem",
    [
        (
            {"field": "processor.contry", "shape": Shape.COUNTRY},
            "`processor.contry`: Processor has no `contry` (did you mean ‘country’?)",
        ),
        (
            {"field": "procesor", "shape": Shape.ENTRY},
            "`procesor`: PrivacyCenter has no `procesor` (did you mean ‘processors’?)",
        ),
        (
            {"field": "processor.name.nl", "shape": Shape.VALUE},
            "`processor.name.nl`: `name` holds no record, but `Text`",
        ),
        (
            {"field": "processor.country", "shape": Shape.VALUE},
            "`processor.country` cannot be of the shape VALUE, which is for one optional value: "
            "no text, period or country: Processor declares `country: CountryCode | None`",
        ),
        (
            {"field": "processor.service", "shape": Shape.TITLE},
            "`processor.service` cannot be of the shape TITLE, which is for a text, not optional: "
            "Processor declares `service: Text | None`",
        ),
        (
            {"field": "rights.deadline", "shape": Shape.PERIOD},
            "`rights.deadline` cannot be of the shape PERIOD, which is for an optional period: "
            "RightsPolicy declares `deadline: Term`",
        ),
        (
            {"field": "processor.also", "shape": Shape.TRANSFERS},
            "`processor.also` cannot be of the shape TRANSFERS, which is for a tuple of "
            "transfers: Processor declares `also: tuple[Service, ...]`",
        ),
        (
            {
                "field": "processor.legal_name",
                "shape": Shape.TEXT,
                "material": (Verb.LENGTHENED,),
                "ground": "GDPR 13(1)(e)",
            },
            "`processor.legal_name` is never lengthened: the shape TEXT knows added, removed, "
            "changed, translated",
        ),
        (
            {
                "field": "processor.legal_name",
                "shape": Shape.TEXT,
                "sentences": (Verb.THIRD_COUNTRY,),
            },
            "`processor.legal_name` is never third_country: the shape TEXT knows added, "
            "removed, changed, translated",
        ),
        (
            {"field": "processor.since", "shape": Shape.VALUE, "material": (Verb.CHANGED,)},
            "`processor.since`: what is material has a ground, and nothing else has",
        ),
        (
            {"field": "processor.since", "shape": Shape.VALUE, "ground": "GDPR 28"},
            "`processor.since`: what is material has a ground, and nothing else has",
        ),
        (
            {"field": "processor.since", "shape": Shape.VALUE, "words": "since"},
            "`processor.since` has no values to choose from: leave out `words`",
        ),
        (
            {"field": "activity.processors", "shape": Shape.RECIPIENTS},
            "`activity.processors` can say that there is nothing: name the message in `nothing`",
        ),
        (
            {"field": "notice", "shape": Shape.PART, "subject": "subject.notice"},
            "`notice`: say where it is `shown`, and what a change is about in `subject`",
        ),
    ],
)
def test_a_row_that_contradicts_the_model_or_itself_is_an_error(
    row: dict[str, Any], problem: str
) -> None:
    with pytest.raises(WrongRow) as error:
        FieldRule(Topic.RECIPIENTS, **row)
    assert str(error.value) == problem


@pytest.mark.parametrize(
    "fields, problem",
    [
        (("notice", "notice"), "`notice` has two rows: keep one"),
        (
            ("processor", "processor.contract.url"),
            "`processor.contract.url` is held by `processor.contract`, which has no row: add one",
        ),
        (
            ("processor", "processor.also", "processor.also.service"),
            "nothing tells the entries of `processor.also` apart: "
            "give a field of theirs the shape IDENTITY",
        ),
    ],
)
def test_rows_that_do_not_go_together_are_an_error(fields: tuple[str, ...], problem: str) -> None:
    with pytest.raises(WrongRow) as error:
        check_table(tuple(BY_FIELD[field] for field in fields))
    assert str(error.value) == problem


def test_an_enumeration_has_the_same_words_wherever_it_stands() -> None:
    other = FieldRule(Topic.DATA, "personal_data.source", Shape.FIXED, words="origin_of_data")
    with pytest.raises(WrongRow) as error:
        find_families((*BY_FIELD.values(), other))
    assert str(error.value) == (
        "`personal_data.source`: other rows call the values of DataSource `source`: "
        'write words="source"'
    )


def test_the_code_can_only_speak_of_kinds_that_there_are() -> None:
    assert find_kind("processor.legal_name", Verb.CHANGED).id == "processor.legal_name.changed"
    with pytest.raises(WrongRow, match=r"the table of kinds has no `processor\.name\.removed`"):
        find_kind("processor.name", Verb.REMOVED)


# A newcomer adds a field, as CONTRIBUTING tells


MODEL = {
    "class Processor(Record):": '''\
class Assurance(StrEnum):
    """Who says that a recipient protects the data."""

    OWN_WORD = "own_word"
    AUDITED = "audited"


class Insurance(Record):
    """What pays for damage."""

    covers: tuple[Assurance, ...]
    country: CountryCode | None = None


class Processor(Record):''',
    "    since: IsoDate | None = None\n": '''\
    assurance: Assurance | None = None
    """Who says that it protects the data."""
    insurance: Insurance | None = None
    """What pays for damage."""
    since: IsoDate | None = None
''',
}
ROWS = {
    '    _recipients("processor.since", Shape.VALUE),\n': """\
    _recipients("processor.assurance", Shape.VALUE, (Verb.REMOVED,), "GDPR 28(1)"),
    _recipients("processor.insurance", Shape.VALUE),
    _recipients("processor.since", Shape.VALUE),
"""
}
WORDS = {
    'msgid "field.since"\n': """\
msgid "field.assurance"
msgstr "assurance"

msgid "field.insurance"
msgstr "insurance"

msgid "assurance.own_word"
msgstr "its own word"

msgid "assurance.audited"
msgstr "Audited."

msgid "field.since"
"""
}
TELL = """\
from test_changes import center, localization
from mkdocs_privacy.changelog import tell_changes

ACME = "processors: {acme: {name: Acme, category: hosting, role: processor%s}}"
versions = [
    center(ACME % more)
    for more in ("", ", assurance: own_word", ", assurance: audited, insurance:"
                 " {covers: [audited, own_word], country: BE}", "")
]
for before, after in zip(versions, versions[1:]):
    for told in tell_changes(before, after, localization("en"), after):
        important = "!" if told.change.kind.material else ""
        print(f"{told.change.kind.id}{important}: {told.sentence} ({told.target.anchor})")
"""


def edit(path: Path, changes: dict[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, (path, old)
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def test_a_new_field_with_an_enumeration_takes_the_model_a_row_and_words(tmp_path: Path) -> None:
    for folder in ("mkdocs_privacy", "locales"):
        shutil.copytree(
            REPOSITORY / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    edit(tmp_path / "mkdocs_privacy/model/processor.py", MODEL)
    edit(tmp_path / "mkdocs_privacy/releases/kinds/recipients.py", ROWS)
    edit(tmp_path / "locales/en/LC_MESSAGES/privacy.po", WORDS)
    path = os.pathsep.join((str(tmp_path), str(REPOSITORY / "tests")))
    run = subprocess.run(
        [sys.executable, "-c", TELL],
        env={**os.environ, "PYTHONPATH": path},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert run.stderr == ""
    assert run.stdout.splitlines() == [
        "processor.assurance.added: Acme – assurance, newly stated: its own word (processor-acme)",
        "processor.assurance.changed: Acme – assurance: “Audited.” (previously its own word) "
        "(processor-acme)",
        "processor.insurance.added: Acme – insurance, newly stated: “Audited.”, its own word, "
        "Belgium (processor-acme)",
        "processor.assurance.removed!: Acme – assurance: no longer stated (previously “Audited.”) "
        "(processor-acme)",
        "processor.insurance.removed: Acme – insurance: no longer stated (previously "
        "“Audited.”, its own word, Belgium) (processor-acme)",
    ]
