"""The chat: questions from a person at a prompt, or one a line from a pipe."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from bot.errors import UsageError
from bot.terminal.cards import card
from bot.terminal.commands import Conversation, Quit
from bot.terminal.plain import plain
from bot.words import count

PROMPT = "› "
_WIDEST = 100  # lines longer than this are hard to read
_PICTURE_WIDTH = 84


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leaves it to the command line, where the same happens without rich."""
        raise


def console(file: TextIO | None = None) -> Console:
    """One for cards: no wider than reads well, no markup, so that brackets of an article stay brackets."""
    made = _Console(file=file, highlight=False, markup=False, emoji=False)
    made.width = min(made.width, _WIDEST)
    return made


def chat(conversation: Conversation) -> int:
    """Answers until the input ends. Gives the exit code."""
    out = console()
    if not sys.stdin.isatty():
        return _answer_all(conversation, sys.stdin, out)
    from bot.terminal.prompt import typed_lines  # late: prompt_toolkit is slow to import

    out.print(_welcome(conversation))
    return _answer_all(conversation, typed_lines(conversation, PROMPT), out)


def picture(conversation: Conversation, lines: Iterable[str], svg: Path) -> int:
    """Writes the conversation as an SVG; the same lines give the same file, byte for byte."""
    out = Console(
        file=io.StringIO(), record=True, width=_PICTURE_WIDTH, force_terminal=True, color_system="truecolor",
        highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    conversation.random.seed(0)
    _answer_all(conversation, _echoed(lines, out), out)
    # rich's own form fetches a font from the network whenever the picture is shown.
    code_format = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    drawn = out.export_svg(title="article-bot chat", code_format=code_format, unique_id="chat")
    try:
        svg.write_text(drawn, "utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{svg} cannot be written: {error.strerror}") from error
    return 0


def _echoed(lines: Iterable[str], out: Console) -> Iterator[str]:
    for line in lines:
        if line.strip():
            out.print(Text.assemble((PROMPT, "dim"), plain(line.strip())))
            yield line


def _answer_all(conversation: Conversation, lines: Iterable[str], out: Console) -> int:
    for line in lines:
        try:
            for shown in conversation.respond(line):
                out.print(shown)
        except UsageError as error:
            out.print(Text(plain(str(error)), style="yellow"))
        except Quit:
            break
        out.file.flush()
    return 0


def _welcome(conversation: Conversation) -> Panel:
    library = conversation.library
    titles = [library.entry(n).article.title for n in library.names]
    rows = [Text(plain(t)) for t in titles[:5]]
    if len(titles) > 5:
        rows.append(Text(f"and {count(len(titles) - 5, 'more article')}", style="dim"))
    return card("Ask about", *rows, Text("/help shows what else there is; Ctrl-D leaves.", style="dim"))
