"""The table of static word-piece vectors: from a sentence encoder, through PCA, to questions near their answers."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, normalize
from transformers import BertModel

from .data import Article, Question, sentences
from .noise import noisy
from .sources import SOURCES, articles

BATCH, PASSES, RATE, TEMPERATURE = 256, 2, 2e-3, 0.07


def start_table(base: Path, dimensions: int) -> Tensor:
    """Each word piece through the encoder alone, centred, reduced by PCA, rare pieces longer than common ones.

    The vocabulary stands in order of frequency, so that a piece's place gives its weight (as in model2vec).
    """
    encoder = BertModel.from_pretrained(base, add_pooling_layer=False).eval()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    size = tokenizer.get_vocab_size()
    cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    ids = torch.tensor([[cls, i, sep] for i in range(size)])
    with torch.inference_mode():
        rows = torch.cat([encoder(input_ids=chunk).last_hidden_state.mean(1) for chunk in ids.split(1024)])
    rows = rows - rows.mean(0)
    axes = torch.linalg.svd(rows[1000:], full_matrices=False).Vh[:dimensions]  # the first thousand are mostly unused
    rows = normalize(rows @ axes.T, dim=1) * torch.log1p(torch.arange(size) / 50 + 1)[:, None]
    return rows / rows.norm(dim=1).mean()


class Table(nn.Module):
    """Rows and, for each side, one weight a piece (stored as its logarithm)."""

    def __init__(self, rows: Tensor) -> None:
        super().__init__()
        self.rows = nn.Parameter(rows.clone())
        self.question = nn.Parameter(torch.zeros(len(rows)))
        self.text = nn.Parameter(torch.zeros(len(rows)))

    def forward(self, texts: list[list[int]], weights: Tensor) -> Tensor:
        """Unit vectors, (texts, dimensions)."""
        ids = torch.tensor([i for t in texts for i in t], dtype=torch.long)
        offsets = torch.tensor(np.cumsum([0, *(len(t) for t in texts[:-1])]))
        sums = nn.functional.embedding_bag(ids, self.rows, offsets, mode="sum", per_sample_weights=weights[ids].exp())
        return normalize(sums, dim=1)


def pairs(folder: Path) -> list[tuple[Article, Question]]:
    """All answerable questions of the train sets; news twice, for that is what the bot reads."""
    out: list[tuple[Article, Question]] = []
    for source in SOURCES:
        found = [(a, q) for a in articles(folder, source.name) for q in a.questions if q.answerable]
        out += found * (2 if source.name.startswith("news") else 1)
    return out


def _example(article: Article, q: Question, random: Random) -> tuple[str, str, str]:
    """(question, the sentence that answers, another of its paragraph or of the article)."""
    place = random.choice(list(q.gold))
    start, end = random.choice(q.gold[place])
    text = article.paragraphs[place]
    cuts = sentences(text)
    right = [text[s:e] for s, e in cuts if s < end and e > start] or [text]
    rest = [text[s:e] for s, e in cuts if not (s < end and e > start)]
    if not rest:
        other = random.choice(article.paragraphs)
        rest = [other[s:e] for s, e in sentences(other)] if other is not text else right
    return noisy(q.text, random), random.choice(right), random.choice(rest)


def train(base: Path, folder: Path, dimensions: int, seed: int) -> dict[str, np.ndarray]:
    """`table` int8 (pieces, dimensions), `question` and `text` float16 (pieces): what index/vectors.py loads."""
    torch.manual_seed(seed)
    random = Random(seed)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    table = Table(start_table(base, dimensions))
    optimizer = torch.optim.Adam(table.parameters(), lr=RATE, fused=True)
    drawn = pairs(folder)
    steps, step = PASSES * (len(drawn) // BATCH), 0
    for _ in range(PASSES):
        random.shuffle(drawn)
        for at in range(0, len(drawn) - BATCH + 1, BATCH):
            examples = [_example(a, q, random) for a, q in drawn[at : at + BATCH]]
            texts = [
                [e.ids or [0] for e in tokenizer.encode_batch_fast(list(side), add_special_tokens=False)]
                for side in zip(*examples, strict=True)
            ]
            asked = table(texts[0], table.question)
            said = table(texts[1] + texts[2], table.text)
            # A sentence that stands in the batch twice is right for both its questions.
            same = torch.tensor([[a is not b and a == b for b in texts[1] + texts[2]] for a in texts[1]])
            same[torch.arange(len(asked)), torch.arange(len(asked))] = False
            scores = (asked @ said.T / TEMPERATURE).masked_fill(same, -1e4)
            loss = cross_entropy(scores, torch.arange(len(asked)))
            for group in optimizer.param_groups:
                group["lr"] = RATE * (1 - step / steps)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
    return rounded(table)


def rounded(table: Table) -> dict[str, np.ndarray]:
    """Rows as int8, each scaled by its own largest number; the scale goes into both weights."""
    rows = table.rows.detach().numpy()
    scale = np.maximum(np.abs(rows).max(axis=1), 1e-6) / 127
    out = {"table": np.rint(rows / scale[:, None]).astype(np.int8)}
    for side in ("question", "text"):
        weights = getattr(table, side).detach().exp().numpy() * scale
        out[side] = (weights / weights.mean()).astype(np.float16)
    return out
