"""What is known beforehand: common services, authorities, adequacy decisions and retention periods.

The facts are YAML files beside this module, each entry with its source and date. Scalars stay text,
as in the files of a site owner, because an owner's own fields are merged over an entry before it is
validated. Dutch, French and English stand in them; a further language has its `catalogue.po`.
"""

from mkdocs_privacy.catalogue.adequacy import Adequacy, AdequacyDecision, Condition
from mkdocs_privacy.catalogue.catalogue import LANGUAGES, Catalogue, is_text, shipped_catalogue

__all__ = [
    "LANGUAGES",
    "Adequacy",
    "AdequacyDecision",
    "Catalogue",
    "Condition",
    "is_text",
    "shipped_catalogue",
]
