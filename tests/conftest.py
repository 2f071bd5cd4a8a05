"""What all tests share: the shipped article."""

from pathlib import Path

import pytest

from index.article import Article
from index.files import article_from_bytes

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="session")
def seed() -> Article:
    path = next(SEEDS.glob("*.txt"))
    return article_from_bytes(path.stem, path.read_bytes())
