"""Finding quotations and people by what somebody typed."""

import pytest

from index.lookup import match_people, said_by, search_quotes, speakers
from index.people import find_people
from index.quotes import find_quotes
from tests.index.test_quotes import article

ARTICLE = article(
    "NATO Secretary-General Jens Stoltenberg met Ukrainian President Volodymyr Zelensky in Kyiv.",
    "“The alliance will send more tanks,” Stoltenberg said. “Membership comes later.”",
    "“We need planes and tanks,” Zelensky said. Kremlin spokesman Dmitry Peskov was not impressed.",
    "“Membership is a threat to our security,” he said.",
)
QUOTES = find_quotes(ARTICLE)
PEOPLE = find_people(ARTICLE)


def names(typed: str) -> list[str]:
    return [ARTICLE.slice(m.person.name) for m in match_people(ARTICLE, PEOPLE, typed, 25)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("stoltenberg", "Jens Stoltenberg"),
        ("Jens", "Jens Stoltenberg"),
        ("Stoltenburg", "Jens Stoltenberg"),
        ("zelenskyy", "Volodymyr Zelensky"),
        ("mr peskov", "Dmitry Peskov"),
        ("pesk", "Dmitry Peskov"),
        ("kremlin spokesman", "Dmitry Peskov"),
        ("the Ukrainian president", "Volodymyr Zelensky"),
        ("Peskov’s", "Dmitry Peskov"),
    ],
)
def test_people_by_name_or_role(typed, name):
    assert names(typed)[0] == name


def test_a_stranger_matches_nobody():
    assert names("Winston Churchill") == []


def test_nothing_typed_gives_all():
    assert names("") == ["Jens Stoltenberg", "Volodymyr Zelensky", "Dmitry Peskov"]
    assert len(match_people(ARTICLE, PEOPLE, "", 2)) == 2


def found(speaker: str | None, about: str | None) -> list[str]:
    return [ARTICLE.slice(q.parts[0]) for q in search_quotes(ARTICLE, QUOTES, speaker, about, PEOPLE)]


def test_quotes_by_speaker():
    assert found("stoltenbrg", None) == ["The alliance will send more tanks,"]
    assert found("the Kremlin spokesman", None) == ["Membership is a threat to our security,"]
    assert found("Churchill", None) == []
    assert len(found(None, None)) == 3


def test_quotes_by_topic():
    assert found(None, "tank") == ["We need planes and tanks,", "The alliance will send more tanks,"]
    assert found(None, "membership and security")[0] == "Membership is a threat to our security,"
    assert found("Zelensky", "tanks") == ["We need planes and tanks,"]
    assert found(None, "fishing") == []


def test_who_is_quoted():
    assert speakers(ARTICLE, QUOTES) == ("Jens Stoltenberg", "Volodymyr Zelensky", "Dmitry Peskov")
    peskov = PEOPLE[-1]
    assert [ARTICLE.slice(q.parts[0]) for q in said_by(peskov, QUOTES)] == ["Membership is a threat to our security,"]
