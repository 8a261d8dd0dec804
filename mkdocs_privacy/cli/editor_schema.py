"""The JSON Schema of one data file: what an editor may demand where the data is in several files.

The model describes the whole center after the catalogue has filled it in. A file holds a part of
it, before that. So a key at the top is never required, nor is what `use:` fills in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from mkdocs_privacy.catalogue import KINDS, Catalogue, shipped_catalogue
from mkdocs_privacy.model import PrivacyCenter, Taken, TakenProcessor, TakenWords

Schema = dict[str, Any]


@cache
def editor_schema_text() -> str:
    """The schema as a JSON file."""
    return json.dumps(editor_schema(), ensure_ascii=False, indent=2) + "\n"


def editor_schema() -> Schema:
    """The schema of a data file, draft 2020-12."""
    catalogue = shipped_catalogue()
    schema = _as_an_editor_reads(PrivacyCenter.model_json_schema(by_alias=True))
    del schema["required"]
    definitions = schema["$defs"]
    _add_taken(definitions)
    _add_taken_from(definitions)
    _add_taken_cookies(definitions["Processor"], catalogue.cookies)
    _let_words_be_taken(definitions, catalogue)
    _fill_in_by_use(definitions["Processor"], catalogue.processors)
    _fill_in_by_use(definitions["CookieService"], catalogue.cookies)
    _fill_in_by_use(definitions["SupervisoryAuthority"], catalogue.authorities)
    _fill_in_by_use(definitions["FurtherRight"], catalogue.further_rights)
    _fill_in_items(definitions["CookieService"], definitions["TrackerItem"])
    _fill_in_by_use(definitions["Audience"], catalogue.audiences)
    _fill_in_purposes(definitions["Activity"], catalogue.activities)
    _suggest_audiences(definitions, catalogue.audiences)
    _fill_in_personal_data(schema["properties"], definitions, catalogue.personal_data)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Privacy data of mkdocs-privacy",
    }


def _as_an_editor_reads(schema: Any) -> Any:
    """Forgive what differs only between YAML as an editor types it and YAML as the loader reads it.

    To the loader an unquoted 2580 is text. Of `none` or a record, of a word or a period, `oneOf`
    would refuse what is both.
    """
    if isinstance(schema, list):
        return [_as_an_editor_reads(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    read = {
        "anyOf" if key == "oneOf" else key: _as_an_editor_reads(value)
        for key, value in schema.items()
    }
    if read.get("type") == "string" and "minLength" in read:
        read["type"] = ["string", "number"]
    return read


def _fill_in_by_use(definition: Schema, shipped: Iterable[str]) -> None:
    """Demand either `use` or the fields that are required without it."""
    definition["anyOf"] = [{"required": ["use"]}, {"required": definition.pop("required")}]
    definition["properties"]["use"] |= _suggesting(shipped, definition["properties"]["use"])


def _fill_in_items(service: Schema, item: Schema) -> None:
    """With `use`, an item may change a shipped one in part, or take it out by being empty."""
    complete_item = {"type": "object", "required": item.pop("required")}
    _, without_use = service["anyOf"]
    without_use["properties"] = {"items": {"additionalProperties": complete_item}}
    items = service["properties"]["items"]
    items["additionalProperties"] = {"anyOf": [items["additionalProperties"], {"type": "null"}]}


def _add_taken(definitions: Schema) -> None:
    """Let an activity say what changes the lists that `use` brings, and who joins it."""
    taken = _as_an_editor_reads(
        Taken.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
    )
    for name, definition in taken["$defs"].items():
        definitions.setdefault(name, definition)
    definitions["Activity"]["properties"] |= taken["properties"]


def _add_taken_from(definitions: Schema) -> None:
    """Let an entry of any kind say what it was taken from before it was written out."""
    for kind in KINDS:
        if not kind.is_remembered and kind.name != "personal_data":
            continue
        definitions[kind.record.__name__]["properties"]["taken_from"] = {
            "type": "string",
            "minLength": 1,
            "description": "Id of the entry of the catalogue that this was taken from before "
            "`mkdocs-privacy show --resolved` wrote it out; nothing is filled in.",
        }


def _add_taken_cookies(processor: Schema, shipped: Iterable[str]) -> None:
    """Let a recipient name what it stores on devices: one service, several, or none."""
    taken = _as_an_editor_reads(TakenProcessor.model_json_schema(by_alias=True))
    cookies = taken["properties"]["cookies"]
    named = _suggesting([*shipped, "none"], cookies.pop("items"))
    about = {key: cookies[key] for key in ("title", "description")}
    listed = {"type": "array", "items": named}
    processor["properties"]["cookies"] = {**about, "anyOf": [named, listed]}


def _let_words_be_taken(definitions: Schema, catalogue: Catalogue) -> None:
    """Let `use` stand beside words of the owner's, or in place of a text."""
    use = TakenWords.model_json_schema()["properties"]["use"]
    for name, shipped in (
        ("RightsPolicy", catalogue.requests),
        ("RightDetails", catalogue.rights),
        ("ConsentChoice", catalogue.consent),
        ("ChangePolicy", catalogue.changes),
        ("Measure", catalogue.measures),
        ("Section", catalogue.sections),
    ):
        definition = definitions[name]
        definition["properties"]["use"] = dict(use)
        definition.setdefault("required", [])
        _fill_in_by_use(definition, shipped)
    notice, organisation = definitions["Notice"], definitions["Organisation"]
    _allow_use(notice["properties"]["promises"], "items", catalogue.promises)
    for definition, field in ((notice, "introduction"), (organisation, "complaints")):
        where = f"{'notice' if definition is notice else 'organisation'}.{field}"
        fitting = [id for id, entry in catalogue.texts.items() if entry["where"] == where]
        _allow_use(definition["properties"], field, fitting)


def _allow_use(holder: Schema, key: str, shipped: Iterable[str]) -> None:
    """Let `{use: …}` stand in place of a text."""
    text = holder[key]
    taken = {
        "type": "object",
        "properties": {"use": {"enum": list(shipped)}},
        "required": ["use"],
        "additionalProperties": False,
    }
    holder[key] = {
        **{name: text.pop(name) for name in ("title", "description", "default") if name in text},
        "anyOf": [taken, {**text, "not": {"type": "object", "required": ["use"]}}],
    }


def _fill_in_purposes(activity: Schema, shipped: Iterable[str]) -> None:
    """Demand no purposes of an activity where each of several legal bases names its own."""
    _fill_in_by_use(activity, shipped)
    _, without_use = activity["anyOf"]
    without_use["required"].remove("purposes")
    bases = {"type": "array", "items": {"type": "object", "required": ["purposes"]}}
    without_use["anyOf"] = [
        {"required": ["purposes"]},
        {"required": ["legal_basis"], "properties": {"legal_basis": bases}},
    ]


def _suggest_audiences(definitions: Schema, shipped: Iterable[str]) -> None:
    """Offer the shipped audiences where one is named, which need no entry of their own."""
    for definition in (definitions["Activity"], definitions["Also"]):
        named = definition["properties"]["audiences"]
        named["items"] = _suggesting(shipped, named["items"])


def _fill_in_personal_data(properties: Schema, definitions: Schema, shipped: Iterable[str]) -> None:
    """Demand no title of a shipped category, and offer the shipped ones where data is named."""
    shipped = list(shipped)
    category = properties["personal_data"]["additionalProperties"]
    required = definitions["PersonalData"].pop("required")
    properties["personal_data"]["properties"] = dict.fromkeys(shipped, category)
    properties["personal_data"]["additionalProperties"] = {
        "allOf": [category, {"required": required}]
    }
    short = ("Recipient", "StatedBasis", "SpecialCondition", "StatedSource")
    recipient, *others = (definitions[name]["anyOf"][-1] for name in short)
    whole = (definitions[name] for name in ("Activity", "Also", "Processor"))
    for definition in (recipient, *others, *whole):
        named = definition["properties"]["personal_data"]
        named["items"] = _suggesting(shipped, named["items"])
    for definition in (definitions["Processor"], recipient):
        _allow(definition["properties"], "personal_data", "all")
    _allow(definitions["Processor"]["properties"], "transfers", "none")


def _allow(properties: Schema, key: str, word: str) -> None:
    """Let a word stand in place of a list: the loader writes it out."""
    written = properties[key]
    about = {
        name: written.pop(name) for name in ("title", "description", "default") if name in written
    }
    properties[key] = {**about, "anyOf": [{"const": word}, written]}


def _suggesting(ids: Iterable[str], otherwise: Schema) -> Schema:
    """Any value that was allowed, with known ids for an editor to complete."""
    allowed = otherwise.get("anyOf", [otherwise])
    return {"anyOf": [{"enum": list(ids)}, *allowed]}
