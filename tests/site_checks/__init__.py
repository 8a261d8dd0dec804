"""Checks of a built site: markup, links, accessibility, and what a browser notices.

Each check takes a folder or an address and returns the problems it found, one readable line
each. No problems, an empty list: a test asserts `== []` and shows the lines when it fails.
"""
