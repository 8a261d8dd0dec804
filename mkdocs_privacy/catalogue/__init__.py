"""What is known beforehand: common services, authorities, adequacy decisions and retention periods.

The facts are YAML files beside this module, each entry with its source and date. Scalars stay text,
as in the files of a site owner, because an owner's own fields are merged over an entry before it is
validated.
"""

from mkdocs_privacy.catalogue.adequacy import Adequacy, AdequacyDecision, Condition
from mkdocs_privacy.catalogue.catalogue import Catalogue, shipped_catalogue

__all__ = ["Adequacy", "AdequacyDecision", "Catalogue", "Condition", "shipped_catalogue"]
