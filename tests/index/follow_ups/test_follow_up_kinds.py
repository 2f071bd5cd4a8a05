"""Kinds of follow-up: one list a kind, on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.alternatives import chosen, listed
from index.follow_ups.follow_up import Turn, resolve
from index.follow_ups.short_forms import in_usual_words
from index.follow_ups.support import Support
from index.records import article_of_paragraphs
from index.verbs import past, third, verb
from tests.index.follow_ups.bridge import LIBRARY, OPENED, turn

WHO_BUILT = turn("who built the bridge", "Norland Steel")
COST = turn("how much did the bridge cost", "40 million euros")
STOPS = turn("when will the ferry stop", "May 2024")

SHORT_FORMS = [
    (STOPS, "says who", "Who said that the ferry will stop May 2024?"),
    (OPENED, "and the reason?", "Why did Quill open the bridge?"),
    (OPENED, "any reason given", "Why did Quill open the bridge?"),
    (OPENED, "what year was that", "Which year did Quill open the bridge?"),
    (OPENED, "anyone else?", "Who else opened the bridge?"),
    (OPENED, "she said what exactly?", "What did Quill say?"),
    (WHO_BUILT, "they hired how many", "How many did Norland Steel hire?"),
    (turn("how many workers were hired in hartwell", "300"), "same in thornby?", "How many workers were hired in thornby?"),
    (turn("what did Quill say about the flood"), "same for burrow", "What did burrow say about the flood?"),
]  # fmt: skip
ATTRIBUTES = [
    (OPENED, "and her job?", "What is Quill's job?"),
    (OPENED, "what about her plans", "What are Quill's plans?"),
    (turn("what did Quill say about the flood"), "and her job?", "What did Quill say about her job?"),
]
SLUICES = [
    (OPENED, "did she say why", "Did Quill say why Quill opened the bridge?"),
    (turn("when did Burrow stop the ferry", "May 2024"), "does he say how?", "Does Burrow say how Burrow stopped the ferry?"),
]  # fmt: skip
WHAT_CAME_NEXT = [
    (OPENED, "and then?", "What happened after Quill opened the bridge?"),
    (OPENED, "what happened next", "What happened after Quill opened the bridge?"),
    (turn("what did Quill do during the flood"), "and then", "What did Quill do after the flood?"),
    (turn("what did Quill do"), "then what?", "What did Quill do next?"),
]
PARTS = [
    # What is left over stays where it was typed; what was put first stays first.
    (turn("where did Burrow move the ferry"), "who to?", "Who did Burrow move the ferry to?"),
    (turn("was the ferry painted"), "by who", "By whom was the ferry painted?"),
    (turn("did Burrow praise the towers"), "what for", "What did Burrow praise the towers for?"),
    (turn("from how many users was the report made"), "in how many countries", "In how many countries was the report made?"),
    (turn("which workers were hired in Hartwell"), "how many of them", "How many workers were hired in Hartwell?"),
    (turn("how many workers did norland steel hire", "300"), "how many of them in hartwell", "How many workers did norland steel hire in hartwell?"),
    (turn("which ferry is being painted"), "by who?", "By whom is the ferry being painted?"),
    (turn("who did Quill take to court"), "why?", "Why did Quill take someone to court?"),
    (COST, "why", "Why did the bridge cost 40 million euros?"),
    (turn("which deputy already runs the ferry", "Tom Burrow"), "why", "Why does Burrow already run the ferry?"),
    (turn("when did Quill open the bridge", "Monday"), "who else", "Who else opened the bridge?"),
    (COST, "and before that?", "How much did the bridge cost before?"),
    (turn("where is the old ferry", "in Hartwell"), "where is that", "Where is Hartwell?"),
]  # fmt: skip
REFERENTS = [
    (turn("what did Tom Burrow call the ferry", "a museum on water"), "who's that?", "Who is Tom Burrow?"),
    (turn("which report praised the price", "A report by the Audit Office"), "who owns it", "Who owns the report by the Audit Office?"),
    (turn("where do the gulls nest", "in Hartwell"), "how many live there", "How many live in Hartwell?"),
    (turn("what was hidden behind the towers", "the colour left"), "who put it there", "Who put the colour left behind the towers?"),
    (turn("who opened the bridge for Tom Burrow", "Ada Quill"), "what did he say to her", "What did Tom Burrow say to Quill?"),
    (WHO_BUILT, "do they pay well", "Does Norland Steel pay well?"),
    (turn("who says that the towers are green", "Tom Burrow"), "what is on them", "What is on the towers?"),
    (turn("is the new bridge cheap"), "who is it for", "Who is the new bridge for?"),
    (COST, "is that a lot?", "Is 40 million euros a lot?"),
    (COST, "how much is that in dollars", "How much is 40 million euros in dollars?"),
    (turn("who is Tom Burrow"), "what's the risk he sees", "What is the risk Tom Burrow sees?"),
    (turn("what does the name Thornby mean"), "where does it come from", "Where does the name Thornby come from?"),
    (turn("who did the council warn", "Norland Steel"), "what'd they say", "What did Norland Steel say?"),
]  # fmt: skip
ALTERNATIVES = [
    (turn("who are Quill and Burrow"), "what did the first one say", "What did Quill say?"),
    (turn("who are Quill and Burrow"), "what did the latter say", "What did Burrow say?"),
]
OTHERS = [
    (turn("how old is Tom Burrow"), "and her?", "How old is she?"),
    (turn("what did Quill say to Burrow"), "and burrow?", "What did Burrow say to Quill?"),
]

LATER_KINDS = [
    (turn("when will the towers be painted"), "why not in winter", "Why won't the towers be painted in winter?"),
    (turn("how many workers did norland steel hire in 2024"), "and the year before", "How many workers did norland steel hire in the year before?"),
    (turn("who opened the bridge", "Ada Quill"), "how old?", "How old is Quill?"),
    (turn("where does Tom Burrow live", "in Hartwell"), "how old?", "How old is Tom Burrow?"),
    (WHO_BUILT, "where's that", "Where is Norland Steel?"),
    (turn("how much is a tower"), "how many can they paint", "How many towers can they paint?"),
    (turn("who did Quill meet", "Tom Burrow"), "what did they talk about", "What did Quill and Burrow talk about?"),
    (turn("how many workers did they hire", "300"), "where are they from", "Where are the workers from?"),
    (turn("what did Quill say"), "and tom?", "What did tom say?"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [*SHORT_FORMS, *ATTRIBUTES, *SLUICES, *WHAT_CAME_NEXT, *PARTS, *REFERENTS, *ALTERNATIVES, *OTHERS, *LATER_KINDS],
)
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


def test_one_of_what_was_listed() -> None:
    things = listed("the north tower, the south tower and the gate")
    assert things == ["the north tower", "the south tower", "the gate"]
    assert listed("the tower that leans and that will fall, they say, and soon") == []
    assert listed("the tower") == []
    assert chosen("how tall is the second one?", [things], "") == (
        "how tall is the south tower?",
        "the second one",
        "the south tower",
    )
    pair = ["North Tower", "South Tower"]
    assert chosen("and the other one?", [things, pair], "How tall is North Tower?") == (
        "and South Tower?",
        "the other one",
        "South Tower",
    )
    assert chosen("how tall is the fourth one", [pair], "") is None
    assert chosen("how tall is the other bridge", [pair], "How tall is North Tower?") is None
    assert chosen("how tall is the third one", [pair], "") is None


@pytest.mark.parametrize("message", ["who painted the towers", "the first bridge", "what did she say", "reasons for the flood", "say so", ""])  # fmt: skip
def test_usual_words_stay_as_they_are(message: str) -> None:
    assert in_usual_words(message) == message


def test_forms_of_verbs() -> None:
    bases = ["open", "stop", "carry", "play", "move", "run", "go", "hit", "have", "compile", "admit"]
    assert [past(b) for b in bases] == "opened stopped carried played moved ran went hit had compiled admitted".split()
    assert [third(b) for b in bases] == "opens stops carries plays moves runs goes hits has compiles admits".split()
    assert all(verb(past(b)) == (b, "base" if b == "hit" else "past") for b in bases)


def test_what_the_article_says_decides_between_two() -> None:
    met = turn("who did Quill praise", "Mr. Burrow")
    assert resolve("when did he call the ferry a museum", [met], LIBRARY).question.startswith("When did Burrow call")
    article = article_of_paragraphs("match", "A match", [
        "Ray Ode beat Hal Finch on Monday. Ode plays Jim Penn next.", "Finch last lost to Penn at Thornby in May.",
        "Ode lost his racket. Penn is unbeaten.",
    ])  # fmt: skip
    support = Support(article)
    assert support.prefers("Finch", "Ode", "when did he last lose at Thornby")
    assert not support.prefers("Ode", "Finch", "when did he last lose at Thornby")
    assert not support.prefers("Finch", "Ode", "how old is he")
    assert not Support(None).prefers("Finch", "Ode", "when did he last lose at Thornby")


def test_who_was_she_before_is_they_only_where_nobody_else_can_be() -> None:
    note = turn("who wrote the note about the workers", "Ada Quill")
    said = turn("what did she say in it", "We have waited long enough", "she → Ada Quill, it → the note")
    assert resolve("what do they earn", [note, said], LIBRARY).question == "What do the workers earn?"
    alone = turn("what did she say", "We have waited long enough", "she → Ada Quill")
    assert resolve("how long did they wait", [OPENED, alone], LIBRARY).question == "How long did Ada Quill wait?"
