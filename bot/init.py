"""`article-bot init`: a commented config.yaml and a first article, to start from."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from bot.errors import UsageError
from bot.settings import CONFIG_NAME


def sample_files() -> dict[str, Traversable]:
    """What init writes: path below the folder, with `/`, and the packaged file that is copied there."""
    folder = resources.files("bot").joinpath("sample")
    files = sorted((f for f in folder.iterdir() if f.is_file()), key=lambda f: f.name)
    return {f.name if f.name == CONFIG_NAME else f"seeds/{f.name}": f for f in files}


def write_samples(folder: Path) -> Iterator[str]:
    """Writes what is missing and yields a line for each file; nothing that exists is touched. Raises UsageError."""
    seeds_there = (folder / "seeds").exists()
    for name, sample in sample_files().items():
        target = folder / name
        if target.exists() or (name.startswith("seeds/") and seeds_there):
            yield f"{'seeds' if name.startswith('seeds/') else name} is there already and was left as it is"
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(sample.read_bytes())
        except OSError as error:
            raise UsageError(f"{target} cannot be written ({error.strerror}): go to a folder of your own") from error
        yield f"wrote {name}"
