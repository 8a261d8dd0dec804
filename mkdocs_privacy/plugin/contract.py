"""The files that tell who writes an endpoint what the request forms post."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_privacy.mkdocs_files import conflict
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.plugin.source import Source
from mkdocs_privacy.requests import request_forms
from mkdocs_privacy.requests.published import render_request_openapi, render_request_schema


def add_request_contract(
    files: Files, config: MkDocsConfig, source: Source, center: PrivacyCenter, root: str | None
) -> None:
    """Add the contract of the request forms, where they keep to it; once for all languages.

    `root` is the address below which the center stands, where the site knows its own. Raises
    PluginError where the site has files of its own in their place.
    """
    languages, options = source.languages.codes, source.options.requests
    forms = request_forms(center, languages)
    if not forms or not options.speaks_our_contract:
        return
    folder = f"{source.options.path}/exports".lstrip("/")
    address = f"{root}exports/request.schema.json" if root else None
    contract = {
        f"{folder}/request.schema.json": render_request_schema(forms, options, address),
        f"{folder}/request.openapi.json": render_request_openapi(forms, options, languages),
    }
    if present := sorted(file.src_uri for file in files if file.dest_uri in contract):
        raise conflict("files", present)
    for place, content in contract.items():
        files.append(File.generated(config, place, content=content))
