"""Makes the README's pictures and transcript from what the bot says now: `make pictures`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from docs import cards

DOCS = Path(__file__).parent
README = DOCS.parent / "README.md"
QUESTIONS = DOCS / "chat.txt"


def chat(*options: str) -> str:
    """What the terminal chat prints for the questions."""
    command = [sys.executable, "-m", "bot", "chat", *options]
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    with QUESTIONS.open() as questions:
        done = subprocess.run(
            command, stdin=questions, capture_output=True, text=True, check=True, cwd=README.parent, env=environment
        )
    return done.stdout


def main() -> None:
    """Writes the pictures in docs/ and the README's transcript."""
    cards.main(DOCS)
    chat("--svg", str(DOCS / "chat.svg"))
    transcript = f"\n```text\n{chat().rstrip()}\n```\n"
    marked = re.compile(r"(<!-- transcript: .* -->).*?(<!-- end of transcript -->)", re.DOTALL)
    README.write_text(
        marked.sub(lambda m: f"{m[1]}{transcript}{m[2]}", README.read_text(encoding="utf-8")), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
