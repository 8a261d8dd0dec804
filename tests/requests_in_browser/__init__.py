"""Request forms in a real browser, posting to real servers."""
