"""Which thing “it” and “them” stand for: what something costs, what was told to have happened, what is no thing."""

from __future__ import annotations

from functools import partial

import pytest

from index.follow_ups.follow_up import Turn, resolve
from index.records import article_of_paragraphs
from tests.index.follow_ups.bridge import LIBRARY, library_of, turn, turn_of

OFFERED = turn("who offered to build the bridge?", "Norland Steel")
PAID = turn("who paid most of the bridge?", "Norland Steel")


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        # What was offered costs something, an offer does not.
        (OFFERED, "how much did it cost", "How much did the bridge cost?"),
        (OFFERED, "was it accepted", "Was Norland Steel's offer accepted?"),
        (turn("who promised to pay for a new ferry?", "Ada Quill"), "how much would it cost", "How much would the new ferry cost?"),
        (turn("who wants to close the bridge?", "Tom Burrow"), "and how much would that cost", "How much would it cost to close the bridge?"),
        (turn("what did Quill promise to open?", "the new bridge"), "how much did it cost", "How much did the new bridge cost?"),
        # A price goes up.
        (turn("how much does a ticket for the ferry cost?"), "how much will it go up", "How much will the price of a ticket for the ferry go up?"),
        (turn("how much did the bridge cost?", "40 million euros"), "why did it rise", "Why did the price of the bridge rise?"),
        (turn("how much did the bridge cost?", "40 million euros"), "who built it", "Who built the bridge?"),
        # What was paid.
        (PAID, "how much was it", "How much did Norland Steel pay for the bridge?"),
        (PAID, "how much", "How much did Norland Steel pay for the bridge?"),
        (PAID, "when was it opened", "When was the bridge opened?"),
        (turn("who gave money for the bridge?", "Norland Steel"), "how much was that", "How much money did Norland Steel give for the bridge?"),
        (turn("how much money was promised for rebuilding?", "40 million euros"), "when do they hand it out", "When do they hand out the money that was promised for rebuilding?"),
        # What happened is told of something.
        (turn("what happened in thornby in May?", "The old ferry will stop running"), "did they ever sell it", "Did they ever sell the old ferry?"),
        (turn("what happened in thornby?", "The towers were painted green"), "who painted them", "Who painted the towers?"),
        (turn("what happened to the ferry?", "the council had 900 litres"), "did they sell it", "Did the council sell the ferry?"),
        # “them”, to which “he” or others do something.
        (turn("who painted the towers?", "Tom Burrow"), "how did he make them look old", "How did Burrow make the towers look old?"),
        (turn("which deputy sells boats?", "Tom Burrow"), "who did he inherit them from", "Who did Burrow inherit boats from?"),
        (turn("who painted most of the towers?", "the council"), "how did they make them look old", "How did the council make the towers look old?"),
    ],
)  # fmt: skip
def test_the_thing_that_is_meant(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


CANAL = library_of(
    article_of_paragraphs(
        "canal",
        "A canal",
        [
            "The Romans dug the Tarn canal for salt, said Ann Lee, head of the museum.",
            "Tom Burrow lends the choir his barn, which is in Mill Lane. In May Orlan Pharma sold its shops. Orlan Pharma is rich. People danced in the barn.",
        ],
    )
)


told = partial(turn_of, CANAL.entry("canal").article)


SOLD = told("when did Orlan Pharma sell shops?", "In May")


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        # A people is no “it”: a thing in the answer is, that is called after something.
        ([told("why did the romans come?", "for salt")], "who runs it now", "Who runs the Tarn canal now?"),
        ([told("why did the romans come?", "for salt")], "when did they leave", "When did the Romans leave?"),
        # What the answer says is somebody's.
        ([told("what does tom burrow lend the choir?", "his barn")], "how much does he get for it", "How much does Tom Burrow get for his barn?"),
        ([told("what does tom burrow lend the choir?", "his barn")], "how old is it", "How old is Tom Burrow's barn?"),
        # What is somewhere has things in it.
        ([told("which lane is burrow's barn in?", "Mill Lane")], "what did the choir sing there", "What did the choir sing in burrow's barn?"),
        ([told("where is the barn?", "Mill Lane")], "who works there", "Who works in the barn?"),
        ([told("where is the barn?", "Mill Lane")], "how many people live there", "How many people live in Mill Lane?"),
        ([told("where is the choir?", "Mill Lane")], "who works there", "Who works in Mill Lane?"),
        # Things have no boss.
        ([SOLD, told("what was the canal for?", "salt")], "who's the boss of that company", "Who is the boss of Orlan Pharma?"),
    ],
)  # fmt: skip
def test_the_thing_in_the_answer(before: list[Turn], message: str, question: str) -> None:
    assert resolve(message, before, CANAL).question == question
