"""More kinds of follow-up: one list a kind, on the invented article of test_follow_up.py."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.follow_ups.clause import Clause
from index.follow_ups.demonstrative import as_pronoun
from index.follow_ups.follow_up import Turn, resolve
from index.follow_ups.happening import happened
from index.follow_ups.reaction import reacted_to
from index.follow_ups.referents import without_descriptor
from index.follow_ups.short_forms import in_usual_words
from index.named import Names
from index.people import find_people
from index.records import article_of_paragraphs
from tests.index.follow_ups.bridge import LIBRARY, OPENED, turn

SAID = turn("what did Quill say about the flood", "We have waited long enough")
BUILT = turn("who built the bridge", "Norland Steel")
COUNTED = turn("how many workers were hired", "300")
HIRED = turn("where did norland steel hire workers", "in Hartwell")
STOPPED = turn("when did Burrow stop the ferry", "May 2024")
NICKNAME = turn("what did Tom Burrow call the ferry", "a museum on water")

REACTIONS = [
    (SAID, "who disagreed?", "Who disagreed with Quill?"),
    (SAID, "who complained", "Who complained about the flood?"),
    (SAID, "did anyone object", "Did anyone object to the flood?"),
    (SAID, "how did burrow react", "How did burrow react to Quill?"),
    (STOPPED, "did people complain", "Did people complain about the ferry?"),
    (turn("how much did the bridge cost", "40 million euros"), "who paid", "Who paid for the bridge?"),
    (turn("how much did the bridge cost", "40 million euros"), "where is the protest", "where is the protest"),
    (turn("where is the old ferry"), "where are they holding the crew's protest", "where are they holding the crew's protest"),
]  # fmt: skip
CORRECTIONS = [
    (SAID, "no, the deputy", "What did the deputy say about the flood?"),
    (SAID, "sorry i meant burrow", "What did burrow say about the flood?"),
    (SAID, "not her, burrow", "What did burrow say about the flood?"),
    (HIRED, "thornby too?", "Did norland steel hire workers in thornby?"),
    (HIRED, "also in thornby?", "Did norland steel hire workers in thornby?"),
    (OPENED, "and the deputy?", "Did the deputy open the bridge?"),
    (COUNTED, "and the women?", "How many women were hired?"),
    (COUNTED, "last year?", "How many workers were hired last year?"),
    (turn("did the council approve the plan"), "did the mayor too", "Did the mayor approve the plan?"),
]
SHORT = [
    (BUILT, "any others", "Who else built the bridge?"),
    (BUILT, "how come they built it", "Why did Norland Steel build the bridge?"),
    (BUILT, "how come they didn't hire more", "Why didn't Norland Steel hire more?"),
    (BUILT, "why norland steel", "Why did Norland Steel build the bridge?"),
    (HIRED, "anywhere else", "Where else did norland steel hire workers?"),
    (HIRED, "how many workers", "How many workers did norland steel hire?"),
    (OPENED, "date?", "When did Quill open the bridge?"),
    (OPENED, "location?", "Where did Quill open the bridge?"),
    (OPENED, "wow when", "When did Quill open the bridge?"),
    (OPENED, "is it known why", "Why did Quill open the bridge?"),
    (OPENED, "who exactly", "Who opened the bridge?"),
    (OPENED, "which bridge", "Which bridge did Quill open?"),
    (OPENED, "how long ago was that", "How long ago did Quill open the bridge?"),
    (OPENED, "wen did she", "When did Quill open the bridge?"),
    (OPENED, "did she do it alone", "Did Quill open the bridge alone?"),
    (turn("how much did the bridge cost", "40 million euros"), "why so much", "Why did the bridge cost 40 million euros?"),
    (turn("how much did the bridge cost", "40 million euros"), "what colour is it", "What colour is the bridge?"),
]  # fmt: skip
SPOKEN_OF = [
    (BUILT, "who paid for it", "Who paid for the bridge?"),
    (BUILT, "how much did they get for it", "How much did Norland Steel get for the bridge?"),
    (BUILT, "who owns that company", "Who owns Norland Steel?"),
    (NICKNAME, "when will it stop", "When will the ferry stop?"),
    (NICKNAME, "who's that guy", "Who is Tom Burrow?"),
    (OPENED, "whats the name of her deputy", "What is the name of Quill's deputy?"),
    (HIRED, "how far is that", "How far is Hartwell?"),
    (HIRED, "is that near thornby", "Is Hartwell near thornby?"),
    (turn("what is the new plan of the council"), "whose idea was it", "Whose idea was the new plan of the council?"),
    (turn("what will the bridge become"), "wheres it", "Where is the bridge?"),
    (turn("when were the floods"), "how many people were hurt in them", "How many people were hurt in the floods?"),
    (turn("which report praised the price", "A report by the Audit Office"), "what does it say about the towers", "What does the report by the Audit Office say about the towers?"),
    (SAID, "when did she say it", "When did Quill say “We have waited long enough”?"),
]  # fmt: skip


TOPICS = [
    (OPENED, "which party?", "Which party does Quill belong to?"),
    (turn("who is the deputy", "Tom Burrow"), "and which party", "Which party does Burrow belong to?"),
    (SAID, "which party", "Which party does Quill belong to?"),
    (turn("when did Quill leave"), "which party", "Which party did Quill leave?"),
    (OPENED, "and the deputy, what did he say", "What did the deputy say?"),
    (OPENED, "and the old ferry, when does it stop?", "When does the old ferry stop?"),
    (OPENED, "and the flood, when", "When was the flood?"),
    (OPENED, "and the floods, when?", "When were the floods?"),
    (OPENED, "what about the towers, who painted them", "Who painted the towers?"),
    (OPENED, "and her deputy, what is his name", "What is Quill's deputy's name?"),
    (OPENED, "and the new one, how much did it cost?", "How much did the new bridge cost?"),
    (OPENED, "the council said no, what did they open", "the council said no, what did they open"),
]


@pytest.mark.parametrize(
    ("before", "message", "question"), [*REACTIONS, *CORRECTIONS, *SHORT, *SPOKEN_OF, *TOPICS]
)  # fmt: skip
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


@pytest.mark.parametrize(
    "message",
    [
        "will people reach there goals",
        "what do people call it when you are late",
        "who supports the plan to close the ferry",
        "what is the reaction of the council",
        "who agreed to the price",
        "that woman who opened the bridge, what did the council say",
    ],
)
def test_what_stands_alone_stays_as_it_is(message: str) -> None:
    assert resolve(message, [turn("where did the report go", "Hartwell")], LIBRARY).question == message


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("the roof fell in", "did the roof fall in"),
        ("racial tensions rose after a police crackdown", "did racial tensions rise after a police crackdown"),
        ("my eyes had swollen", "had my eyes swollen"),
        ("a fire in the factory", "did a fire in the factory happen"),
        ("nine years after the flood", None),
        ("in May", None),
        ("", None),
        (None, None),
    ],
)
def test_what_happened_is_asked_about(told: str | None, asked: str | None) -> None:
    assert happened(told) == asked


@given(st.text(alphabet=" ,.'abcdefthr", max_size=60))
def test_whatever_was_told_no_word_of_it_is_lost_but_the_verb(told: str) -> None:
    asked = happened(told)
    if asked is not None:
        kept = asked.split()
        assert sum(w not in kept for w in told.strip(" .,;“”\"'").split()) <= 1


@given(
    st.lists(
        st.sampled_from("any others how come what for not him i meant the other guy too where date ?".split()),
        max_size=6,
    )
)
def test_short_forms_of_any_kind_are_read(given_words: list[str]) -> None:
    message = " ".join(given_words)
    assert isinstance(in_usual_words(message), str)
    assert resolve(message, [OPENED], LIBRARY).question.strip() or not message.strip()


@given(st.text(max_size=40))
def test_nothing_pointed_at_is_nothing_changed(message: str) -> None:
    if not re.search(r"\b(?:that|this) \w", message, re.IGNORECASE):
        assert as_pronoun(message) == message


def test_pronouns_for_what_is_pointed_at() -> None:
    assert as_pronoun("what is that woman's job") == "what is her job"
    assert as_pronoun("who met this man") == "who met him"
    assert as_pronoun("who works for that company") == "who works for them"
    assert as_pronoun("that man who left") == "that man who left"


def test_a_reaction_to_the_same_again_is_no_new_topic() -> None:
    assert reacted_to(Clause("who complained"), Clause("why did Burrow complain about the price")) is None


def test_who_has_no_first_name_is_asked_for_with_the_title() -> None:
    article = article_of_paragraphs("boat", "A boat", [
        "Mrs. Kowalczyk bent the plank. Kowalczyk smiled, and she left.",
        "He starred in the film Flight into Danger before Tomasz Wierzba came. Wierzba wept.",
    ])  # fmt: skip
    names = Names(article, find_people(article), ())
    assert [p.text for p in names.people if "Kowalczyk" in p.shown] == ["Mrs. Kowalczyk"]
    assert Clause("what did mrs kowalczyk do", [names]).phrases[0].kind == "person"
    title = Clause("who wrote flight into danger", [names]).phrases[0]
    assert (title.named is not None and title.named.shown) == "Flight into Danger"


def test_a_company_without_its_town() -> None:
    assert without_descriptor("Sundaram Composites of Chennai") == "Sundaram Composites"
    assert without_descriptor("Anglia Ruskin University of Cambridge") == "Anglia Ruskin University of Cambridge"
    assert without_descriptor("United States of America") == "United States of America"
