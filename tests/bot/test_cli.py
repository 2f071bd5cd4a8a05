"""The command line as a stranger meets it: a process, its output, its exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main
from index.finders import _trained

ROOT = Path(__file__).parents[2]
ARTICLE = """A bridge opens

Mayor Ada Quill opened the new bridge on Monday, nine years after the flood.

The old ferry will stop running in May, said Quill.

The bridge cost 40 million euros.
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridge.txt").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def process(*args: str, typed: str | bytes = "", **env: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "bot", *args],
        input=typed if isinstance(typed, bytes) else typed.encode(),
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(args, done.returncode, done.stdout.decode(), done.stderr.decode())


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """The one sentence on standard error."""
    assert done.returncode == 2, done
    assert done.stdout == ""
    (sentence,) = done.stderr.splitlines()
    return sentence.removeprefix("article-bot: ")


# Bad input, through real processes


def test_an_empty_seeds_folder(home: Path) -> None:
    (home / "seeds" / "bridge.txt").unlink()
    assert "no article in" in refused(process("ask", "Who opened the bridge?"))


def test_a_binary_file_among_the_seeds_is_named_and_the_rest_answers(home: Path) -> None:
    (home / "seeds" / "photo.txt").write_bytes(bytes(range(256)) * 10)
    done = process("ask", "Who opened the bridge?")
    assert done.returncode == 0
    assert "Ada Quill" in done.stdout
    (sentence,) = done.stderr.splitlines()
    assert "photo.txt was left out: it is not a text file" in sentence


def test_a_broken_config(home: Path) -> None:
    (home / "config.yaml").write_text("seeds: seeds\nlog:\n  levle: info\n")
    assert (
        refused(process("ask", "Who?"))
        == f"{home / 'config.yaml'}:3: there is no setting log.levle: did you mean log.level?"
    )


def test_a_missing_token(home: Path) -> None:
    assert "there is no Discord token: set DISCORD_TOKEN" in refused(process("run"))


def test_neither_config_nor_seeds(home: Path) -> None:
    (home / "seeds" / "bridge.txt").unlink()
    (home / "seeds").rmdir()
    assert "run `article-bot init`" in refused(process("chat", typed="Who?"))


def test_a_question_of_6000_characters(home: Path) -> None:
    typed = ("Who opened the bridge? " * 300)[:6000]
    assert "has 6,000 characters, more than the 1,000 allowed" in refused(process("ask", typed))
    streamed = process("ask", "--json", "--questions", "-", typed=json.dumps({"id": 1, "question": typed}))
    assert streamed.returncode == 0
    assert "only the first" in streamed.stderr
    assert "Ada Quill" in json.loads(streamed.stdout)["answer"]


def test_a_question_of_emoji_only(home: Path) -> None:
    assert refused(process("ask", "🙂🙂")) == "There are no words in this question: ask it in words."


def test_an_unknown_article(home: Path) -> None:
    assert refused(process("ask", "--article", "xyzzy", "Who?")).startswith(
        "there is no article “xyzzy”: try “A bridge opens”"
    )


def test_a_stream_of_questions_in_order_with_faulty_lines_told_apart(home: Path) -> None:
    lines = [
        '\ufeff{"id": "a", "question": "Who opened the bridge?"}',
        "nonsense",
        '{"id": "b"}',
        "",
        '{"id": 3, "question": "🙂"}',
        '{"id": null, "question": "How many \\ud800 euros did the bridge cost?"}',
    ]
    done = process("ask", "--json", "--questions", "-", typed="\r\n".join(lines) + "\r\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["id"] for a in answers] == ["a", 3, None]
    assert [a["question"] for a in answers][2] == "How many \ud800 euros did the bridge cost?"
    assert [a["paragraph"] for a in answers] == [1, None, 3]
    assert [a["verdict"] for a in answers] == ["answered", "not_in_article", "answered"]
    assert done.returncode == 2
    told = done.stderr.splitlines()
    assert "standard input:2: write one JSON object" in told[0]
    assert 'without a "question"' in told[1]
    assert "no words" in told[2]


def test_answers_come_while_the_questions_still_do(home: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "--json", "--questions", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert child.stdin
    assert child.stdout
    with child:
        for number in range(3):
            child.stdin.write(b'{"id": %d, "question": "Who opened the bridge?"}\n' % number)
            child.stdin.flush()
            assert json.loads(child.stdout.readline())["id"] == number
        child.stdin.close()
    assert child.returncode == 0


def test_a_reader_that_leaves_early_is_no_fault(home: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "bot", "chat"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert child.stdin
    assert child.stdout
    assert child.stderr
    child.stdout.close()
    child.stdin.write(b"Who opened the bridge?\n" * 3)
    child.stdin.close()
    assert child.stderr.read() == b""
    assert child.wait(60) == 0
    child.stderr.close()


def test_the_chat_reads_questions_to_their_end_in_any_locale(home: Path) -> None:
    done = process(
        "chat",
        typed="Who opened the bridge?\n/nix\nWann fährt die Fähre \xff?\n".encode("latin-1"),
        PYTHONIOENCODING="ascii",
        LC_ALL="C",
    )
    assert done.returncode == 0
    assert "> Mayor Ada Quill opened the new bridge" in done.stdout
    assert "There is no command /nix" in done.stdout
    assert "f\ufffdhrt" in done.stdout
    assert done.stderr == ""


# The rest in this process: the same code without the wait for a new Python


def run(*args: str) -> int:
    try:
        return main(args)
    except SystemExit as stop:
        return int(stop.code or 0)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "article-bot --help"),
        (("nix",), "'nix'"),
        (("ask",), "write a question"),
        (("ask", "--questions", "q.jsonl", "Who?"), "write a question"),
        (("ask", "--questions", "nix.jsonl"), "nix.jsonl cannot be read"),
        (("ask", "--questions", "seeds"), "seeds cannot be read"),
        (("ask", "--nix", "Who?"), "--nix"),
        (("ask", "--article", "nix.txt", "Who?"), "there is no file nix.txt"),
        (("ask", "--article", "seeds", "Who?"), "seeds is a folder"),
        (("ask", "--article", "~nobody" + "x" * 300, "Who?"), "there is no article"),
        (("quotes", "--articles", "a.jsonl", "--article", "bridge"), "either --article or --articles"),
        (("people", "--config", "nix.yaml"), "there is no file"),
        (("--config", "nix.yaml", "people"), "there is no file"),
        (("--config", "seeds", "people"), "seeds cannot be read"),
        (("--config", "x" * 300, "people"), "cannot be read"),
        (("chat", "--svg", "no/such/folder.svg"), "cannot be written"),
    ],
)
def test_wrong_arguments_get_one_sentence(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], words: str
) -> None:
    monkeypatch.setattr("sys.stdin", iter(()))
    assert run(*args) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert words in err


def test_a_bug_gives_its_traceback_and_an_id(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.scripts.as_asked", lambda *_: 1 / 0)
    assert run("ask", "Who?") == 1
    err = capsys.readouterr().err
    assert "ZeroDivisionError" in err
    assert "this is a bug (" in err.splitlines()[-1]


def test_one_article_may_be_any_file_and_needs_no_settings(
    home: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
    assert (
        run("ask", "--json", "--article", str(home / "seeds" / "bridge.txt"), "When will the ferry stop running?") == 0
    )
    answer = json.loads(capsys.readouterr().out)
    assert (answer["article"], answer["paragraph"], answer["question"]) == (
        "bridge",
        2,
        "When will the ferry stop running?",
    )


def test_one_of_several_articles_is_asked_alone(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "seeds" / "a.txt").write_text("Another town\n\nMayor Zoe Kerr opened the bridge there on Sunday.\n")
    for name in ("bridge", "A bridge opens", "a bridge opns"):
        assert run("ask", "--json", "--article", name, "Who opened the bridge?") == 0
        answer = json.loads(capsys.readouterr().out)
        assert {answer["article"], *(a["article"] for a in answer["alternatives"])} == {"bridge"}
    assert run("articles") == 0
    out = capsys.readouterr().out
    assert "Another town" in out
    assert "A bridge opens" in out


def test_lists_for_scripts_are_json(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("quotes", "people"):
        assert run(command, "--json") == 0
        assert isinstance(json.loads(capsys.readouterr().out), list)


def test_quotes_of_many_articles_in_one_process(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = [
        {
            "id": "x1",
            "title": "Ferry",
            "paragraphs": ["“The ferry is old,” said Ada Quill. “It leaks.”", "", "“It will stop in May,” she added."],
        },
        {"id": 2, "title": None, "paragraphs": ["Nobody speaks."]},
        {"id": 3, "paragraphs": "no list"},
        {"id": 4, "title": "Empty", "paragraphs": [""]},
    ]
    (home / "many.jsonl").write_text("\n".join(map(json.dumps, articles)), "utf-8")
    assert run("quotes", "--json", "--articles", "many.jsonl") == 2
    out, err = capsys.readouterr()
    found = [json.loads(line) for line in out.splitlines()]
    assert [f["id"] for f in found] == ["x1", 2]
    assert found[1]["quotes"] == []
    assert len(found[0]["quotes"]) == 3  # a broken quotation counts as its stretches
    for quote in found[0]["quotes"]:
        paragraph = articles[0]["paragraphs"][quote["paragraph"] - 1]
        assert paragraph[quote["start"] : quote["end"]] == quote["text"]
    assert len(err.splitlines()) == 2


def test_check_names_what_is_missing_and_passes_when_it_is_mended(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    (home / "seeds" / "empty.txt").write_text(" ")
    (home / "config.yaml").write_text("answers:\n  reader: plain\n")
    assert run("check") == 2
    out = capsys.readouterr().out
    mend = [line for line in out.splitlines() if line.startswith("MEND")]
    assert len(mend) == 2
    assert "empty.txt was left out" in mend[0]
    assert "DISCORD_TOKEN" in mend[1]
    (home / "seeds" / "empty.txt").unlink()
    monkeypatch.setenv("DISCORD_TOKEN", "abc")
    assert run("check") == 0
    assert "abc" not in capsys.readouterr().out
    (home / "config.yaml").write_text("seeds: nix")
    assert run("check") == 2
    assert "config.yaml:1" in capsys.readouterr().out


def test_check_says_why_the_trained_reader_cannot_run(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.model_files.files", lambda _: home)
    _trained.cache_clear()
    assert run("check") == 2
    (line,) = (line for line in capsys.readouterr().out.splitlines() if "reader:" in line)
    assert line.startswith("MEND")
    assert "is not in the package" in line
    assert run("ask", "Who opened the bridge?") == 0
    assert "Ada Quill" in capsys.readouterr().out


def test_init_writes_what_chat_needs_and_overwrites_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("init") == 0
    assert "wrote config.yaml" in capsys.readouterr().out
    assert run("ask", "--json", "Who leaked the Pentagon documents?") == 0
    assert json.loads(capsys.readouterr().out)["paragraph"] == 8
    (tmp_path / "config.yaml").write_text("seeds: seeds # mine")
    (tmp_path / "seeds" / "kyiv-visit.txt").write_text("Mine")
    assert run("init") == 0
    assert "left as it is" in capsys.readouterr().out
    assert (tmp_path / "config.yaml").read_text() == "seeds: seeds # mine"
    assert (tmp_path / "seeds" / "kyiv-visit.txt").read_text() == "Mine"


def test_the_first_answer_needs_none_of_the_slow_packages(home: Path) -> None:
    code = (
        "import sys; from bot.__main__ import main; main(['ask', '--json', 'Who opened the bridge?']);"
        "print(*sorted({'discord', 'aiohttp', 'asyncio', 'prompt_toolkit', 'rich'} & sys.modules.keys()), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    assert done.stderr.strip() == ""


def test_lines_of_a_conversation_are_its_turns(home: Path) -> None:
    asked = [
        ("a", "who opened the bridge?"),
        ("b", "what will the old ferry do in May?"),
        ("a", "when?"),
        (None, "when?"),
        ({"any": "key"}, "when?"),
        ("b", "why did Quill say it?"),
    ]
    lines = [json.dumps({"question": q} | ({"conversation": c} if c else {})) for c, q in asked]
    done = process("ask", "--json", "--questions", "-", typed="\n".join(lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["question"] for a in answers] == [q for _, q in asked]
    assert [a["understood"] for a in answers[:5]] == [None, None, "When did Ada Quill open the bridge?", None, None]
    assert answers[2]["answer"] == "Monday"
