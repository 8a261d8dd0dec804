"""`mkdocs-privacy catalogue`: what the catalogue has, and what of it a site took."""

from mkdocs_privacy.cli.catalogue.group import catalogue
from mkdocs_privacy.cli.catalogue.reading import readable_catalogue

__all__ = ["catalogue", "readable_catalogue"]
