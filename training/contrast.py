"""Questions written for this project in contrast: of two that sound alike, one is answered and one is not.

The public set with unanswerable questions has ten articles; a reader learns those by heart. `questions/SET.jsonl` has
questions on the articles of SET, whose texts it does not hold, one article a line: `article` (its title), `crc` (of its
paragraphs, so that offsets are known to fit) and `questions`: [question, the paragraph it was written for, [[paragraph,
start, end] of all that answers], and, where it was written, the same question in another person's words], paragraphs from 0.
Contrast as in Gardner et al. 2020, *Evaluating Models' Local Decision
Boundaries via Contrast Sets*.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from pathlib import Path

from .data import Article, Question, read

QUESTIONS = Path(__file__).parent / "questions"
"""Beside the sets' questions, `own.json` and `encyclopedia.json`: articles written for the project, of other kinds (rules,
manuals, blogs, tales) and in an encyclopedia's voice, with questions in contrast too; in the format of the sets."""


def contrast(folder: Path, name: str) -> list[Article]:
    """The articles of the set `name` in `folder`, with these questions in place of their own.

    Raises ValueError where the set is another edition than the one that the questions were written for.
    """
    articles = {a.title: replace(a, questions=[]) for a in read(folder / f"{name}.json.gz")}
    for line in (QUESTIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = articles.get(row["article"])
        if article is None or crc(article.paragraphs) != row["crc"]:
            raise ValueError(f"{name}: {row['article']!r} is not as it was when questions/{name}.jsonl was written")
        for text, home, spans, *also in row["questions"]:
            gold: dict[int, list[tuple[int, int]]] = {}
            for place, start, end in spans:
                gold.setdefault(place, []).append((start, end))
            identity = f"{name}/{article.title}/{len(article.questions)}"
            article.questions.append(Question(identity, text, home, gold, also=tuple(also)))
    return list(articles.values())


def crc(paragraphs: list[str]) -> int:
    """CRC-32 of an article's text."""
    return zlib.crc32("\n".join(paragraphs).encode())
