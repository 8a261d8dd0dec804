"""The requests on a screen: a small website on this machine for who deals with them.

Needs the extra `mkdocs-privacy[receiver]`.
"""

from mkdocs_privacy.requests.desk.app import make_desk
from mkdocs_privacy.requests.desk.desk import Write
from mkdocs_privacy.requests.desk.settings import DeskSettings, loopback_addresses, make_key

__all__ = ["DeskSettings", "Write", "loopback_addresses", "make_desk", "make_key"]
