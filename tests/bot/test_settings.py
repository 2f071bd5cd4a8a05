"""config.yaml: what is taken, what is refused, and with which words."""

from datetime import date
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.settings import Settings, SettingsError

ROOT = Path(__file__).parents[2]
# Shaped like a bot's token, and nobody's.
TOKEN = ".".join(["MTIzNDU2Nzg5MDEyMzQ1Njc4", "GabcdE", "abcdefghijklmnopqrstuvwxyz0123456789AB"])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "seeds").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    return tmp_path


def load(folder: Path, text: str) -> Settings:
    (folder / "config.yaml").write_text(text, "utf-8")
    return Settings.load()


def refusal(folder: Path, text: str) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load(folder, text)
    prefix = f"{folder / 'config.yaml'}:"
    lines = str(caught.value).splitlines()
    assert all(line.startswith(prefix) for line in lines), lines
    return [line.removeprefix(prefix) for line in lines]


def test_the_shipped_config_is_the_sample_and_says_the_defaults(folder: Path) -> None:
    sample = resources.files("bot").joinpath("sample/config.yaml").read_bytes()
    assert (ROOT / "config.yaml").read_bytes() == sample
    assert load(folder, sample.decode()) == Settings.of({}, folder)


def test_dates_of_articles_are_days_by_name(folder: Path) -> None:
    assert load(folder, "published: {ferry: 2023-04-20}").published == {"ferry": date(2023, 4, 20)}
    for wrong in ("published: {ferry: last week}", "published: 2023-04-20", "published: {ferry: 2023-04-20 10:00:00}"):
        assert "1: published: write the name of an article's file" in refusal(folder, wrong)[0]


def test_the_sample_explains_every_key() -> None:
    lines = (ROOT / "config.yaml").read_text("utf-8").splitlines()
    keys = [i for i, line in enumerate(lines) if line.partition("#")[0].strip().partition(":")[1]]
    named = {lines[i].partition(":")[0].strip() for i in keys}
    wanted = {name for section in (Settings, *_sections()) for name in section.model_fields}
    assert named == wanted
    sections = {name for name, field in Settings.model_fields.items() if field.annotation in _sections()}
    unexplained = [lines[i] for i in keys if not lines[i - 1].strip().startswith("#")]
    assert {line.strip().rstrip(":") for line in unexplained} == sections


def _sections() -> list[type]:
    return [f.annotation for f in Settings.model_fields.values() if hasattr(f.annotation, "model_fields")]


def test_the_sample_article_is_the_shipped_one() -> None:
    sample = resources.files("bot").joinpath("sample/kyiv-visit.txt").read_bytes()
    assert sample in [f.read_bytes() for f in (ROOT / "seeds").glob("*.txt")]


def test_paths_are_relative_to_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "bot.token").write_text("abc\n")
    (folder / "config.yaml").write_text("seeds: seeds\nstate: kept\ndiscord:\n  token_file: bot.token\n")
    monkeypatch.chdir("/")
    settings = Settings.load(folder / "config.yaml")
    assert (settings.seeds, settings.state) == (folder / "seeds", folder / "kept")
    assert settings.discord.token() == "abc"


def test_a_folder_with_seeds_needs_no_config(folder: Path) -> None:
    assert Settings.load().seeds == folder / "seeds"


def test_neither_config_nor_seeds_names_init(folder: Path) -> None:
    (folder / "seeds").rmdir()
    with pytest.raises(SettingsError, match=r"neither .* run `article-bot init`"):
        Settings.load()
    with pytest.raises(SettingsError, match=r"there is no file .*other.yaml.*article-bot init"):
        Settings.load(Path("other.yaml"))


@pytest.mark.parametrize("text", ["", "# only a comment\n", "discord:\nlog:\nseeds:\n", "\ufeffseeds: seeds\r\n"])
def test_what_is_left_empty_keeps_its_default(folder: Path, text: str) -> None:
    assert load(folder, text) == Settings.of({}, folder)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("seed: x", 1, ["no setting seed", "did you mean seeds?"]),
        ("log:\n  lvl: info", 2, ["no setting log.lvl", "did you mean log.level?"]),
        ("# first\nguild_ids: [1]", 2, ["no setting guild_ids", "did you mean discord.guild_ids?"]),
        ("colour: red", 1, ["no setting colour", "write one of seeds, published, state, discord"]),
        ("answers:\n  strictness: Strict", 2, ["answers.strictness", "'Strict'", "did you mean strict?"]),
        ("answers:\n  reader: 7", 2, ["answers.reader", "write one of auto, plain"]),
        ("answers:\n  private: 'yes'", 2, ["true or false", "'yes'", "`private: false`"]),
        ("limits:\n  article_bytes: 1.5", 2, ["a whole number", "`article_bytes: 2000000`"]),
        ("limits:\n  question_characters: 5", 2, ["greater than or equal to 20", "not 5"]),
        ("discord:\n  guild_ids: ['12']", 2, ["discord.guild_ids.0", "a whole number", "`guild_ids: ["]),
        ("discord:\n  guild_ids: 12", 2, ["discord.guild_ids", "a list"]),
        ("discord: 12", 1, ["discord holds settings of its own", "token_file, guild_ids"]),
        ("state: 12", 1, ["a path", "not 12"]),
        ("\nseeds: articles", 2, ["there is no folder", "articles"]),
        ("discord:\n  token_file: nix.token", 2, ["there is no file", "nix.token"]),
        ("seeds: seeds\nlog:\nseeds: other", 3, ["seeds stands on line 1 already"]),
        ("discord:\n\tguild_ids: []", 2, ["a tab"]),
        ("seeds: [a\nlog: b", 2, ["not YAML"]),
        ("- seeds", 1, ["`key: value`"]),
        ("seeds: !!python/object/apply:os.getcwd []", 1, ["not YAML"]),
    ],
)
def test_a_fault_is_named_with_its_line_and_its_remedy(folder: Path, text: str, line: int, words: list[str]) -> None:
    (fault,) = refusal(folder, text)
    assert fault.startswith(f"{line}: ")
    assert all(w in fault for w in words), fault


def test_all_faults_are_named_at_once_in_the_order_of_their_lines(folder: Path) -> None:
    faults = refusal(folder, "sed: 1\nlog:\n  level: loud\nlimits: 3\n")
    assert [f.partition(":")[0] for f in faults] == ["1", "3", "4"]


@pytest.mark.parametrize(
    "text",
    [
        f"discord:\n  token: {TOKEN}",
        f"discord:\n  token_file: {TOKEN}",
        f"seeds: seeds\n# {TOKEN}",
        "seeds: seeds\ntoken: abc",
        "seeds: seeds\napi_key: abc",
        "seeds: seeds\nstate: sk0123456789abcdefghijklmnopqrstuvwxyz",
    ],
)
def test_a_secret_is_refused_and_not_repeated(folder: Path, text: str) -> None:
    (fault,) = refusal(folder, text)
    assert fault.startswith("2: ")
    assert "DISCORD_TOKEN" in fault
    assert TOKEN[:10] not in fault
    assert "sk0123" not in fault


def test_a_file_that_is_no_utf8_is_named_with_the_line(folder: Path) -> None:
    (folder / "config.yaml").write_bytes(b"seeds: seeds\nstate: \xe9t\xe9\n")
    with pytest.raises(SettingsError, match=r"config.yaml:2: .*UTF-8"):
        Settings.load()


def test_the_token_comes_from_the_environment_or_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings.load()
    with pytest.raises(SettingsError, match=r"set DISCORD_TOKEN .* discord\.token_file"):
        settings.discord.token()
    monkeypatch.setenv("DISCORD_TOKEN", " abc\n")
    assert settings.discord.token() == "abc"
    (folder / "two.token").write_text("one two")
    with pytest.raises(SettingsError, match="nothing else"):
        load(folder, "discord:\n  token_file: two.token").discord.token()


def test_settings_cannot_be_changed(folder: Path) -> None:
    with pytest.raises(ValidationError):
        Settings.load().log.level = "debug"  # type: ignore[misc]


_YAML = st.text(
    st.sampled_from("seds:dicorgul_token \n\n  -[]{}&*!|>'\"#%@,?\t012.eExtrufalsn~<=\x00\ufeff"), max_size=60
)


@settings(max_examples=300)
@given(st.one_of(_YAML, st.builds("{}: {}\n".format, st.sampled_from(sorted(Settings.model_fields)), _YAML)))
def test_any_text_is_taken_or_refused_with_the_file_named(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    config = tmp_path_factory.getbasetemp() / "any.yaml"
    (config.parent / "seeds").mkdir(exist_ok=True)
    config.write_text(text, "utf-8")
    refused = ""
    try:
        Settings.load(config)
    except SettingsError as error:
        refused = str(error)
    assert all(line.startswith(f"{config}:") for line in refused.splitlines())
