"""The contract as files on the site, for who writes or tries an endpoint."""

from mkdocs_privacy.requests.published.openapi import render_request_openapi
from mkdocs_privacy.requests.published.schema import render_request_schema, request_examples

__all__ = ["render_request_openapi", "render_request_schema", "request_examples"]
