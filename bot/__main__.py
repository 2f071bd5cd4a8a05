"""The command line. Imports late, so that each command loads only what it needs."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from bot.errors import UsageError, error_id

if TYPE_CHECKING:
    from bot.settings import Settings
    from index.library import Library

NOT_USABLE = 2
"""Exit code for what the person can mend: settings, articles, arguments. 1 is a bug."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code: 0, 1 for a bug, 2 for what the message on standard error names."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        _speak_utf8(stream)
    args = _parser().parse_args(argv)
    try:
        code: int = args.command(args)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read the output has seen enough. What is left must go somewhere, or Python complains as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _report(error)
    return code


def _report(error: Exception) -> int:
    if isinstance(error, ModuleNotFoundError) and not (error.name or "").startswith(("bot", "index")):
        _tell(f"the package {error.name} is missing: install article-bot with `pip install .` where its source is")
        return NOT_USABLE
    from index.library import LibraryError

    if isinstance(error, UsageError | LibraryError):
        _tell(str(error))
        return NOT_USABLE
    traceback.print_exc()
    _tell(f"this is a bug ({error_id()}): please report it with the lines above")
    return 1


def _tell(message: str) -> None:
    from bot.terminal.plain import plain

    for line in message.splitlines():
        print(f"article-bot: {plain(line)}", file=sys.stderr)


def _speak_utf8(stream: TextIO) -> None:
    """Articles hold quotation marks and names that a console's old code page lacks."""
    if hasattr(stream, "reconfigure"):
        # Lone surrogates come out as \udXXX, which within JSON means just them.
        stream.reconfigure(encoding="utf-8", errors="replace" if stream is sys.stdin else "backslashreplace")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        _tell(f"{message}: see `{self.prog} --help`")
        raise SystemExit(NOT_USABLE)


def _parser() -> argparse.ArgumentParser:
    common = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--config", type=Path, metavar="PATH", help="the settings; config.yaml here by default")
    parser = _Parser(prog="article-bot", description="Answers questions about articles with their own words.")
    parser.add_argument("--config", type=Path, metavar="PATH", default=None, help=argparse.SUPPRESS)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)

    def command(name: str, run: Callable[[argparse.Namespace], int], help_: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, parents=[common], help=help_, description=help_)
        made.set_defaults(command=run)
        return made

    def of_article(name: str, run: Callable[[argparse.Namespace], int], help_: str) -> argparse.ArgumentParser:
        made = command(name, run, help_)
        made.add_argument("--article", metavar="NAME|PATH", help="one article: its title, its name, or any file")
        return made

    chat = of_article("chat", _chat, "Ask in the terminal, or with questions piped in, one a line.")
    chat.add_argument(
        "--svg", type=Path, metavar="FILE", help="draw the questions piped in and their answers as a picture"
    )
    ask = of_article("ask", _ask, "Answer one question, or a file of them.")
    ask.add_argument("question", nargs="*", help="the question")
    ask.add_argument("--questions", metavar="FILE|-", help='one JSON object {"id", "question"} a line')
    quotes = of_article("quotes", _quotes, "Print who said what, word for word.")
    quotes.add_argument("--articles", metavar="FILE|-", help='JSON objects {"id", "title", "paragraphs"}, one a line')
    people = of_article("people", _people, "Print who is who.")
    for made in (ask, quotes, people):
        made.add_argument("--json", action="store_true", help="for scripts")
    command("articles", _articles, "List the articles.")
    command("check", _check, "Say whether all is there that the bot needs, and how to mend what is not.")
    forget = command("forget", _forget, "Delete all that is kept of a Discord server, at once.")
    forget.add_argument("--guild", type=_guild_id, required=True, metavar="ID", help="the server's id")
    command("init", _init, "Write a commented config.yaml and a first article into this folder.")
    command("run", _run, "Run the Discord bot.")
    return parser


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"article-bot {version('article-bot')}")
        except PackageNotFoundError:
            print("article-bot, not installed: run from its source")
        parser.exit()


def _settings(args: argparse.Namespace, article: Path | None = None) -> Settings:
    from bot.settings import Settings

    return Settings.load(args.config, article.parent if article else None)


def _open(args: argparse.Namespace) -> tuple[Settings, Library]:
    """Settings and articles; of the latter the one only that --article names."""
    from bot.articles import file_named, open_library

    settings = _settings(args, file_named(args.article))
    library = open_library(settings, args.article)
    for problem in library.problems:
        _tell(str(problem))
    return settings, library


def _chat(args: argparse.Namespace) -> int:
    from bot.terminal.chat import chat, picture
    from bot.terminal.commands import Conversation

    settings, library = _open(args)
    conversation = Conversation(library, settings, whole=args.article is None)
    return picture(conversation, sys.stdin, args.svg) if args.svg else chat(conversation)


def _ask(args: argparse.Namespace) -> int:
    from bot.scripts import Asker, lines_of

    if bool(args.question) == (args.questions is not None):
        raise UsageError("write a question after `ask`, or name a file of them with --questions FILE")
    settings, library = _open(args)
    asker = Asker(library, settings.limits.question_characters, args.json)
    if args.question:
        return asker.one(" ".join(args.question))
    with lines_of(args.questions) as lines:
        return asker.many(lines, "standard input" if args.questions == "-" else args.questions)


def _quotes(args: argparse.Namespace) -> int:
    from bot.scripts import lines_of, print_quotes, quotes_of_many

    if args.articles is None:
        return print_quotes(_open(args)[1], args.json)
    if args.article is not None:
        raise UsageError("write either --article or --articles")
    with lines_of(args.articles) as lines:
        return quotes_of_many(lines, "standard input" if args.articles == "-" else args.articles)


def _people(args: argparse.Namespace) -> int:
    from bot.scripts import print_people

    return print_people(_open(args)[1], args.json)


def _articles(args: argparse.Namespace) -> int:
    from bot.terminal.cards import article_card
    from bot.terminal.chat import console

    args.article = None
    library = _open(args)[1]
    for name in library.names:
        console().print(article_card(library.entry(name).article))
    return 0


def _check(args: argparse.Namespace) -> int:
    from bot.check import findings

    code = 0
    for finding in findings(args.config):
        print(f"{'ok     ' if finding.good else 'MEND   '}{finding.subject}: {finding.words}")
        code = code if finding.good else NOT_USABLE
    return code


def _forget(args: argparse.Namespace) -> int:
    from bot.memory import forget

    print(forget(_settings(args), args.guild))
    return 0


def _guild_id(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 0 < int(text) < 2**63:
        raise argparse.ArgumentTypeError(f"{text!r} is no server's id: write a number such as 81384788765712384")
    return int(text)


def _init(_: argparse.Namespace) -> int:
    from bot.init import write_samples

    for line in write_samples(Path.cwd()):
        print(line)
    print("next: `article-bot chat` asks in the terminal, `article-bot check` says what else the bot needs")
    return 0


def _run(args: argparse.Namespace) -> int:
    settings = _settings(args)
    settings.discord.token()  # before the slow imports: a missing token is the commonest fault
    from bot.client import run

    return run(settings)


if __name__ == "__main__":
    sys.exit(main())
