"""Where the packages that carry networks have their files."""

from __future__ import annotations

import importlib.util
from pathlib import Path


def folder_of(package: str, missing: str) -> Path:
    """The package's folder. Exits with the message `missing` where it is not installed."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise SystemExit(missing)
    return Path(found.origin).parent
