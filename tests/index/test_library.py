from datetime import date
from pathlib import Path

import pytest

from index.library import Library, LibraryError

PROSE = "The council met on Monday and talked for an hour about the bridge and the price of bread."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "bread.txt").write_text(f"The price of bread\n\n{PROSE}\n", encoding="utf-8")
    (tmp_path / "mill.md").write_text(
        f"---\ntitle: The mill\n---\n{PROSE}\n\nAnna Berg bought the mill.\n", encoding="utf-8"
    )
    return tmp_path


def test_articles_by_name_title_and_likeness(folder):
    library = Library.load(folder)
    assert library.names == ("bread", "mill")
    for name in ("mill", "The mill", "the mil", "MILL"):
        assert library.entry(name).article.name == "mill"
    assert library.entry().article.name == "bread"
    with pytest.raises(KeyError):
        library.entry("submarine")
    assert next(a.name for a in library.suggest("mill")) == "mill"
    assert len(library.suggest("")) == 2


def test_a_reread_says_what_changed_and_leaves_the_old_library_alone(folder):
    old = Library.load(folder)
    (folder / "bread.txt").write_text(f"The price of bread\n\n{PROSE}\n\nIt rose by 4 percent.\n", encoding="utf-8")
    (folder / "mill.md").unlink()
    (folder / "new.txt").write_text(PROSE, encoding="utf-8")
    new, changes = old.reread()
    assert (changes.added, changes.changed, changes.removed) == (("new",), ("bread",), ("mill",))
    assert (changes.articles, changes.paragraphs) == (2, 3)
    assert old.text(old.ask("Who bought the mill?").sentence) == "Anna Berg bought the mill."
    assert "4 percent" in new.text(new.ask("By how much did the price rise?").sentence)


def test_one_article_is_reread_and_no_other(folder):
    old = Library.load(folder)
    (folder / "bread.txt").write_text(f"Bread anew\n\n{PROSE}\n", encoding="utf-8")
    (folder / "mill.md").write_text(f"The mill anew\n\n{PROSE}\n", encoding="utf-8")
    (folder / "new.txt").write_text(PROSE, encoding="utf-8")
    one, changes = old.reread("mill")
    assert (changes.added, changes.changed, changes.removed) == ((), ("mill",), ())
    assert [a.title for a in (one.entry("bread").article, one.entry("mill").article)] == [
        "The price of bread",
        "The mill anew",
    ]
    (folder / "mill.md").unlink()
    assert one.reread("mill")[1].removed == ("mill",)
    assert one.reread("new")[1].added == ("new",)
    assert one.reread("nothing")[0].names == ("bread", "mill")


def test_a_reread_tells_how_far_it_is(folder):
    told = []
    Library.load(folder).reread(progress=lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2)]


def test_nothing_changed_keeps_the_index(folder):
    library = Library.load(folder)
    again, changes = library.reread()
    assert not (changes.added)
    assert not (changes.changed)
    assert not (changes.removed)
    assert again.entry("mill") is library.entry("mill")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "not a text file"),
        ("empty.txt", b"", "no text"),
        ("large.txt", b"word " * 1000, "more than"),
        ("head.md", b"---\ntitle: [a\n---\nText here.\n", "front matter"),
    ],
)
def test_a_broken_file_is_left_out_and_named(folder, name, data, reason):
    (folder / name).write_bytes(data)
    library = Library.load(folder, max_bytes=2000)
    assert library.names == ("bread", "mill")
    assert [p.file for p in library.problems] == [name]
    assert reason in library.problems[0].reason


def test_an_article_that_breaks_keeps_its_last_good_version(folder):
    library = Library.load(folder)
    (folder / "bread.txt").write_bytes(b"\x00\x01")
    again, changes = library.reread()
    assert again.entry("bread").article == library.entry("bread").article
    assert changes.problems[0].file == "bread.txt"
    assert not changes.changed


def test_an_empty_or_missing_folder(tmp_path, folder):
    library = Library.load(folder)
    for path in folder.iterdir():
        path.unlink()
    with pytest.raises(LibraryError, match="holds no"):
        library.reread()
    assert library.ask("Who bought the mill?").verdict == "answered"
    with pytest.raises(LibraryError, match="cannot be read"):
        Library.load(tmp_path / "nowhere")


def test_one_file_from_anywhere(folder):
    library = Library.load_file(folder / "mill.md")
    assert library.names == ("mill",)
    with pytest.raises(LibraryError, match="no article"):
        Library.load_file(folder / "none.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path, encoding):
    (tmp_path / "a.txt").write_bytes("The café’s title\n\nThe café opened in 1911.\n".encode(encoding))
    assert Library.load(tmp_path).entry().article.body[0].text == "The café opened in 1911."


def test_a_date_from_outside_counts_where_the_file_says_none(tmp_path: Path):
    (tmp_path / "one.txt").write_text("A ferry sails\n\nIt sails on Tuesday.")
    (tmp_path / "two.md").write_text("---\ntitle: Two\ndate: 2020-01-02\n---\n\nIt sails on Tuesday.")
    dates = {"one": date(2023, 4, 20), "two": date(2023, 4, 20)}
    library = Library.load(tmp_path, published=dates).reread()[0]
    assert library.entry("one").article.published == date(2023, 4, 20)
    assert library.entry("two").article.published == date(2020, 1, 2)
    assert Library.load_file(tmp_path / "one.txt", published=dates).entry().times[0].dates is not None
