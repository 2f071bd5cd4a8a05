"""Where: the places of articles, and what only looks like one."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Article
from index.gazetteer import abbreviations, kinds
from index.people import find_people
from index.places import find_locations
from index.records import article_of_paragraphs
from tests.index import house_styles


def places(*paragraphs: str, title: str = "") -> list[str]:
    article = article_of_paragraphs("made", title, paragraphs)
    return [article.slice(p.name) for p in find_locations(article, find_people(article))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of the gazetteer
        ("He flew from Kyiv to Rio de Janeiro, then to the United States.", ["Kyiv", "Rio de Janeiro", "United States"]),
        ("The US doubts that Ukraine’s army will regain Crimea.", ["US", "Ukraine", "Crimea"]),
        ("Then-US envoys met in the Lithuanian capital of Vilnius.", ["Vilnius"]),
        ("A court in São Paulo ruled; so did one in Łódź.", ["São Paulo", "Łódź"]),
        ("Former Alaska Gov. Sarah Palin spoke.", ["Alaska"]),
        # made places by the words around them
        ("The event in Casper, Wyo., was full.", ["Casper, Wyo."]),
        ("She lives in Lower Thornby, England, alone.", ["Lower Thornby, England"]),
        ("On the island of Skarnay nobody locks a door.", ["Skarnay"]),
        ("Floods hit Malvara Province and Lake Orta.", ["Malvara Province", "Lake Orta"]),
        ("Fighting went on near Velika Hoca on Monday.", ["Velika Hoca"]),
        ("In Thornby, shops closed.", ["Thornby"]),
        ("Residents of Thornby, a quiet village near Oxford, fled.", ["Thornby", "Oxford"]),
        ("A ship sank in the Gulf of Aden, and one on Lake Victoria.", ["Gulf of Aden", "Lake Victoria"]),
        ("He moved from Tunbridge, Vt., to Washington, D.C.", ["Tunbridge, Vt.", "Washington, D.C."]),
        ("Protests in Tahrir Square, Cairo, and on Rustaveli Avenue, Tbilisi, went on.",
         ["Tahrir Square", "Cairo", "Rustaveli Avenue", "Tbilisi"]),
        ("PORT ELANA, 12 August (Newsline) - Rain fell.", ["PORT ELANA"]),
        ("WASHINGTON (AP) — Rain fell.", ["WASHINGTON"]),
        # persons, bodies and words
        ("Paris Hilton met Michael Jordan. Jordan smiled.", []),
        ("The Bank of England, the University of Oxford and The New York Times agree.", []),
        ("Manchester United beat Paris Saint-Germain.", []),
        ("They told us. Tell Us more.", []),
        ("In Congress and in Parliament they argue in English.", []),
        ("Reading is fun. Nice work, Mobile users.", []),
        ("He lives in Reading, near Bath.", ["Reading", "Bath"]),
        ("The Duke of Edinburgh waved.", []),
        ("He invested in Tesla and in Bitcoin; trust in Starmer fell; shares in Nvidia rose.", []),
        ("She wrote in Vogue and in Forbes, in Mandarin, of her belief in Marxism.", []),
        ("In Chapter 3, in Room 12, in Ligue 1 and in Spring.", []),
        ("The Houston Rockets won at Madison Square Garden.", []),
        ("The Charlotte Observer reports.", []),
        ("In Stoltenberg’s view this is NATO’s task.", []),
        ("He wrote it in The Atlantic Monthly Review.", []),
    ],
)  # fmt: skip
def test_a_place_is_found_and_nothing_else(text: str, expected: list[str]):
    assert places(text) == expected


def test_several_names_of_a_place_are_one_and_the_fullest_is_shown():
    article = article_of_paragraphs(
        "made",
        "",
        ["Casper voted. The event in Casper, Wyo., was full.", "The U.S. won. The United States lost in Casper."],
    )
    found = {article.slice(p.name): p for p in find_locations(article)}
    assert list(found) == ["Casper, Wyo.", "United States"]
    assert len(found["Casper, Wyo."].mentions) == 3
    assert [article.slice(s) for s in found["United States"].sentences] == [
        "The U.S. won.",
        "The United States lost in Casper.",
    ]


def test_what_an_article_makes_a_place_is_one_in_all_of_it_and_a_title_adds_none():
    assert places("Thornby mourns.", "The village of Thornby lost.", title="Thornby Mourns In Deep Blue") == ["Thornby"]
    assert places("Ferries sail.", title="Storm Nears Lake Placid Tonight") == []


def test_places_of_the_shipped_article(seed: Article):
    found = find_locations(seed, find_people(seed))
    assert [seed.slice(p.name) for p in found] == ["Kyiv", "Ukraine", "Russia", "Moscow", "Vilnius", "US"]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("british", {"Thornby"}),
        ("interview", {"Lisbon"}),
        ("magazine", {"Skarnay", "Inverness"}),
        ("release", {"Trondheim"}),
        ("wire", {"Malvara", "Port Elana", "Norway", "Geneva"}),
        ("broadcaster", {"Halifax"}),
        ("delhi", {"NEW DELHI", "Yavatmal"}),
        ("sport", set()),
        ("weekly", {"Rotterdam"}),
        ("court", {"Crediton"}),
        ("wiki", {"Qarvania", "Zel Valley", "Austria", "Slovenia", "Upper Zel", "US"}),
    ],
)
def test_places_of_articles_in_other_house_styles(style: str, expected: set[str]):
    article = house_styles.read(house_styles.FOLDER / f"{style}.txt").article
    assert {article.slice(p.name) for p in find_locations(article, find_people(article))} == expected


def test_the_gazetteer_holds_no_scraps():
    assert len(kinds()) > 4000
    assert all(word for key in kinds() for word in key)
    assert {"Wyo.", "N.Y.", "D.C."} <= abbreviations()


PIECES = st.sampled_from(
    "in |In |New |York |Kyiv|, |Wyo.|. |’s |St. |US |of |the |Lake |Province |— |(AP) |KYIV |Thornby |city |“|”|é|Ł|\u0130|and |- ".split(
        "|"
    )
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=20).map("".join), min_size=1, max_size=4))
def test_places_are_slices_that_never_overlap(paragraphs: list[str]):
    if not any(p.strip() for p in paragraphs):
        return
    article = article_of_paragraphs("made", "", paragraphs)
    mentions = [m for p in find_locations(article) for m in p.mentions]
    assert all(article.slice(m).strip() for m in mentions)
    for place in {m.place for m in mentions}:
        here = sorted((m.start, m.end) for m in mentions if m.place == place)
        assert all(left[1] <= right[0] for left, right in itertools.pairwise(here))


@pytest.mark.parametrize(
    "text", ["Kyiv, " * 15_000, "New York " * 11_000, "in Thornby " * 9_000, "A " * 50_000, "of " * 33_000]
)
def test_a_very_long_paragraph_takes_no_more_than_its_share(text: str):
    article = article_of_paragraphs("made", "", [text])
    began = time.process_time()
    find_locations(article)
    assert time.process_time() - began < 3
