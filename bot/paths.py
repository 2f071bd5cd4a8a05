"""Paths as people type them: none of these raises, whatever was typed."""

from __future__ import annotations

import os
from pathlib import Path


def typed_path(text: str | Path) -> Path:
    """With `~` as the home folder, where there is one. `Path.expanduser` raises for a user that is not."""
    return Path(os.path.expanduser(text))  # noqa: PTH111


def is_file(path: Path) -> bool:
    """Whether a file is there. `Path.is_file` raises for a name that is too long."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path) -> bool:
    """Whether a folder is there."""
    return os.path.isdir(path)  # noqa: PTH112
