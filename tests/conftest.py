"""What all tests share: this folder on the import path, and how hypothesis searches."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "tests",
    deadline=None,  # other work on the machine would decide whether a test passes
    derandomize=True,  # the same examples on every run: a failure here is a failure there
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tests")
