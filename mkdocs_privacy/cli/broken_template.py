"""A template of the site's own that cannot be used, as a finding."""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from mkdocs_privacy.cli.working_site import WorkingSite
from mkdocs_privacy.findings import Finding, Place


def explain_template(error: TemplateError, site: WorkingSite) -> Finding:
    """What is wrong, at the line of the template where it came out."""
    problem = error.message or "it is wrong"
    if isinstance(error, TemplateNotFound):
        problem = f"there is no template ‘{problem}’"
    message = f"this template cannot be used: {problem}"
    return Finding("template", message, place=_place(error, site))


def _place(error: TemplateError, site: WorkingSite) -> Place | None:
    if isinstance(error, TemplateSyntaxError):
        return Place(site.shown(Path(error.filename)), error.lineno) if error.filename else None
    # Jinja makes the lines of templates part of the traceback
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame for frame in frames if not frame.filename.endswith(".py")]
    return Place(site.shown(Path(lines[-1].filename)), lines[-1].lineno or 1) if lines else None
