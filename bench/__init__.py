"""Measures how long a privacy center takes to build: `python -m bench`, from the repository."""
