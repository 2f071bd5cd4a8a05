"""People, their other names, and the words that describe them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Article
from index.people import find_people
from tests.index.test_quotes import article


def known(found: Article) -> dict[str, list[str]]:
    return {found.slice(p.name): [found.slice(r) for r in p.roles] for p in find_people(found)}


def test_names_and_aliases():
    found = article(
        "Mrs. Ana Maria Duarte and Tom O’Neill met in Ely.",
        "Mrs. Duarte spoke first; O’Neill, 54, followed. “Ana is right,” he said.",
    )
    people = {found.slice(p.name): [found.slice(a) for a in p.aliases] for p in find_people(found)}
    assert people == {"Ana Maria Duarte": ["Duarte", "Ana"], "Tom O’Neill": ["O’Neill"]}
    assert [c.paragraph for c in find_people(found)[0].mentions] == [1, 2, 2]


def test_organisations_places_peoples_and_months_are_no_people():
    found = article(
        "The World Health Organization said on Monday that Germany and the United States had agreed. Americans cheered.",
        "In March the European Commission, Amnesty International and Oxford University welcomed it, the Ministry of Health said.",
        "Downing Street declined to comment. Microsoft said it would wait. Labour and the Democrats objected in New York.",
    )
    assert known(found) == {}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("NATO Secretary-General Jens Stoltenberg arrived.", "Jens Stoltenberg", "NATO Secretary-General"),
        (
            "A warning came from then-US Ambassador to Russia William Burns.",
            "William Burns",
            "then-US Ambassador to Russia",
        ),
        (
            "William Burns, who now serves as the CIA director, left.",
            "William Burns",
            "who now serves as the CIA director",
        ),
        ("Kremlin spokesman Dmitry Peskov agreed.", "Dmitry Peskov", "Kremlin spokesman"),
        ("The plan of Mary Stone, the former mayor of Ely, failed.", "Mary Stone", "the former mayor of Ely"),
        ("A baker, John Finch, saw it.", "John Finch", "A baker"),
        ("Paul Reyes is the news editor of Globe.com.", "Paul Reyes", "the news editor of Globe.com"),
        ("Author: Paul Reyes", "Paul Reyes", "Author"),
        ("The prime minister of Norway, Ada Lund, spoke.", "Ada Lund", "The prime minister of Norway"),
        ("Ousted President Karim Daoud fled.", "Karim Daoud", "Ousted President"),
        ("“No,” said Lisa Brand, an economist at the Central Bank.", "Lisa Brand", "an economist at the Central Bank"),
    ],
)
def test_roles(text, name, role):
    assert role in known(article(text))[name]


def test_a_shared_surname_parts_people():
    found = article("Bill Clinton met Hillary Clinton. Mr. Clinton spoke; Mrs. Clinton listened.")
    mentions = {found.slice(p.name): len(p.mentions) for p in find_people(found)}
    assert mentions == {"Bill Clinton": 2, "Hillary Clinton": 2}


@given(
    st.lists(
        st.sampled_from(
            [
                "Ann Lee",
                "Dr.",
                "the",
                "mayor",
                ",",
                ".",
                "who",
                "is",
                "O’Neill",
                "Ely",
                "J.",
                "“",
                "”",
                "de",
                "la",
                "\n",
                "Jr.",
            ]
        )
    )
)
@settings(max_examples=200, deadline=None)
def test_all_that_is_said_of_people_is_cited(pieces):
    found = article(" ".join(pieces) or "x")
    for person in find_people(found):
        for citation in (person.name, *person.aliases, *person.roles, *person.mentions):
            assert found.slice(citation).strip()
        assert person.mentions
