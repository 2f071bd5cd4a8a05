"""Question sets in SQuAD format, each question asked against the whole of its article."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.article import Article
from index.records import article_of_paragraphs


@dataclass(frozen=True)
class AskedQuestion:
    """A question; `gold` are (paragraph number from 1, start, end) of all that answers it, none where nothing does."""

    id: str
    text: str
    paragraph: int
    gold: tuple[tuple[int, int, int], ...]
    answers: tuple[str, ...]
    """The gold answers' words."""
    style: str

    def is_answered_by(self, place: object, start: int, end: int) -> bool:
        """Whether characters of that paragraph overlap a gold answer."""
        return any(number == place and start < b and a < end for number, a, b in self.gold)


@dataclass(frozen=True)
class SetArticle:
    """An article as the set has it."""

    title: str
    paragraphs: tuple[str, ...]
    questions: tuple[AskedQuestion, ...]


def records(path: Path) -> Iterator[SetArticle]:
    """The articles of a file, gzipped or not, with their questions."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as file:
        for data in json.load(file)["data"]:
            yield SetArticle(
                data["title"].replace("_", " "),
                tuple(p["context"] for p in data["paragraphs"]),
                tuple(_question(place, q) for place, p in enumerate(data["paragraphs"], 1) for q in p["qas"]),
            )


def read_set(path: Path) -> Iterator[tuple[Article, tuple[AskedQuestion, ...]]]:
    """The articles of a file, ready to be asked, with their questions."""
    for number, record in enumerate(records(path)):
        yield article_of_paragraphs(f"{path.name} {number}", record.title, record.paragraphs), record.questions


def _question(place: int, q: dict) -> AskedQuestion:  # type: ignore[type-arg]
    answers = [] if q.get("is_impossible") else [(place, a) for a in q["answers"]]
    answers += [(a["paragraph"], a) for a in q.get("also", [])]
    gold = tuple((n, a["answer_start"], a["answer_start"] + len(a["text"])) for n, a in answers)
    return AskedQuestion(
        q["id"],
        q["question"].strip(),
        place,
        gold,
        tuple(dict.fromkeys(a["text"] for _, a in answers)),
        q.get("style", ""),
    )


def held_out(title: str, share: int = 20) -> bool:
    """Whether an article of the train sets is kept from training: one in `share`, by its title.

    Early checks and calibration may use its questions; the same article stands in several sets.
    """
    return zlib.crc32(title.encode()) % share == 0
