"""One direction: index knows nothing of bot, Discord, asyncio or the network."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FORBIDDEN = {"bot", "discord", "asyncio", "aiohttp", "socket", "http", "urllib", "requests", "training", "tests"}


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {a.name.split(".")[0] for a in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("path", sorted((ROOT / "index").rglob("*.py")), ids=lambda p: p.name)
def test_index_reaches_out_of_no_window(path):
    assert not imports(path) & FORBIDDEN


@pytest.mark.parametrize("path", sorted((ROOT / "bot").rglob("*.py")), ids=lambda p: p.name)
def test_bot_parses_no_article_text(path):
    modules = {
        n.module
        for n in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(n, ast.ImportFrom) and n.module
    }
    assert not modules & {
        "index.parse",
        "index.sentences",
        "index.language",
        "index.bm25",
        "index.passages",
        "index.segments",
        "index.frontmatter",
    }
