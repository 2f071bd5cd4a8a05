"""Which paragraphs fool a reader: the order in which negatives are taken, once there is a reader to ask.

BM25 ranks high what shares words with the question; a trained reader is past most of that. What it still scores high
and should not is what there is to learn from (hard negatives, as in Xiong et al. 2021, *Approximate Nearest
Neighbor Negative Contrastive Learning for Dense Text Retrieval*, with a reader in place of the retriever).
"""

from __future__ import annotations

import json
from pathlib import Path

from torch.utils.data import DataLoader, Dataset

from .batches import Pool
from .data import Article
from .feed import in_rows, moved, workers_here
from .losses import NEVER
from .model import Chunks, Rows
from .negatives import Passage
from .reader import device_here
from .sequences import Encoder
from .teacher import Teacher

MINED = ("news-train", "news-rest")
"""The sets whose answering paragraphs are all marked, so that what is taken for a negative is one."""

Read = tuple[list[tuple[str, int]], Rows, Chunks]


class _Read(Dataset[Read]):
    """What is read for an article's questions: (question's id, paragraph) of each row, the rows, their chunks."""

    def __init__(self, articles: list[Article], encoder: Encoder, chunk: int) -> None:
        self.articles, self.encoder, self.chunk = articles, encoder, chunk

    def __len__(self) -> int:
        return len(self.articles)

    def __getitem__(self, at: int) -> Read:
        article = self.articles[at]
        rows = [
            ((q.id, p), sequence)
            for q in article.questions
            for p in q.ranked
            if (sequence := self.encoder(q.text, article.title, Passage(article.paragraphs[p]), None)) is not None
        ]
        rows.sort(key=lambda r: -len(r[1].ids))
        return [key for key, _ in rows], *in_rows([s for _, s in rows], self.chunk)


def mine(pool: Pool, encoder: Encoder, teacher: Teacher, kept: Path, chunk: int) -> dict[str, list[int]]:
    """For each question of the mined sets its paragraphs, those first whose best span the teacher scores highest.

    Written to `kept`, and read from there where an earlier run wrote it.
    """
    if not kept.exists():
        articles = [a for name in MINED for a in pool.articles[name] if a.questions]
        scores: dict[str, dict[int, float]] = {}
        for keys, rows, chunks in DataLoader(
            _Read(articles, encoder, chunk), batch_size=None, num_workers=workers_here()
        ):
            here = moved(device_here(), rows)
            said = teacher.read(here, chunks)
            best = [x.masked_fill(~here.inside, NEVER).amax(1) for x in (said.start, said.end)]
            for (question, paragraph), score in zip(keys, (best[0] + best[1]).tolist(), strict=True):
                scores.setdefault(question, {})[paragraph] = score
        kept.write_text(json.dumps({q: sorted(of, key=lambda p: -of[p]) for q, of in scores.items()}), encoding="utf-8")
    mined: dict[str, list[int]] = json.loads(kept.read_text(encoding="utf-8"))
    return mined
