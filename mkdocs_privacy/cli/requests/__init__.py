"""`mkdocs-privacy requests`: the requests that `receive` has stored, or that were written down."""

from mkdocs_privacy.cli.requests.group import requests

__all__ = ["requests"]
