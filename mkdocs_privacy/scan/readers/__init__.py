"""Recordings that others made of a website, read without a browser."""

from mkdocs_privacy.scan.readers.recording import UnreadableRecording, read_recording

__all__ = ["UnreadableRecording", "read_recording"]
