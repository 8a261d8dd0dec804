"""A privacy center, generated from data: pages, registers and forms in several languages."""

__version__ = "0.1.0"
