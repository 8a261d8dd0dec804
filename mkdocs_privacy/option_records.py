"""Options of mkdocs.yml that are a record: read, or refused with all that is wrong with them."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mkdocs_privacy.model import Record, suggestion

AnyOptions = TypeVar("AnyOptions", bound=Record)


class WrongOptions(ValueError):
    """What mkdocs.yml says under one key cannot be used; `problems` are all the reasons."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read_options(record: type[AnyOptions], key: str, written: object) -> AnyOptions:
    """The options that somebody wrote under `key`; raises WrongOptions."""
    try:
        return record.model_validate(written or {})
    except ValidationError as error:
        found = error.errors(include_url=False)
        raise WrongOptions(tuple(_sentence(one, record, key) for one in found)) from None


def _sentence(error: ErrorDetails, record: type[Record], key: str) -> str:
    steps = [str(step) for step in error["loc"] if step != "[key]"]
    where = ".".join([key, *steps])
    match error["type"]:
        case "extra_forbidden":
            hint = suggestion(steps[-1], record.model_fields)
            known = ", ".join(record.model_fields)
            return f"{where}: there is no such option{hint}; there are {known}"
        case "enum":
            return f"{where}: ‘{error['input']}’ is not one of {error['ctx']['expected']}"
        case "model_type":
            first = next(iter(record.model_fields))
            return f"{where}: options are expected here, such as `{first}: …`"
        case "string_type":
            return f"{where}: a text is expected here, not ‘{error['input']}’"
        case "dict_type":
            return f"{where}: entries are expected here: `name: value`"
        case "tuple_type":
            return f"{where}: a list is expected here: `[one, two]`"
    return f"{where}: {error['msg']}"
