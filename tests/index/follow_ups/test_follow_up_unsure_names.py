"""A name that may be a company's or somebody's, and two who did something together, on an invented article."""

from __future__ import annotations

import pytest

from index.answer import Answer
from index.article import Citation
from index.follow_ups.follow_up import Turn, resolve
from index.records import article_of_paragraphs
from tests.index.follow_ups.test_follow_up import library_of

BODY = (
    "Nurse Ada Marlin founded Save Hollin in May after the playmaker Dagnur Storvik had hurt a knee. Storvik said there was no hurry.",
    "Orran Gas said that it had read the letter. Its head, the engineer Paul Castell, met the singer Clara Lindqvist in a bar. Castell said that he was sorry.",
    "Save Hollin said that it had 6,200 signatures. Marlin said that she would go to court.",
)
ARTICLE = article_of_paragraphs("hollin", "The field of Hollin", BODY)
HOLLIN = library_of(ARTICLE)


def turn(question: str, answer: str | None = None, understood: str | None = None) -> Turn:
    if answer is None:
        return Turn(question, understood, Answer(question, False, "not_in_article", None, None, 0.0, "unsure", ()))
    number, start = next((n, p.find(answer)) for n, p in enumerate(BODY, 1) if answer in p)
    sentence = ARTICLE.at(number).sentence_at(start)
    cited = Citation("hollin", number, sentence.start, sentence.end)
    span = Citation("hollin", number, start, start + len(answer))
    return Turn(question, understood, Answer(question, False, "answered", cited, span, 0.9, "sure", ()))


FOUNDED = turn("who founded save hollin?", "Ada Marlin")
COUNTED = turn("how many signatures did they collect", "6,200", "they → Save Hollin")
MET = turn("where did paul castell meet clara lindqvist", "a bar")
MESSAGES = [
    # A body that is called as people are.
    ([FOUNDED], "how many signatures did they collect", "How many signatures did Save Hollin collect?"),
    ([FOUNDED, COUNTED], "and whats she going to do now", "What is Ada Marlin going to do now?"),
    ([turn("who is the head of orran gas", "Paul Castell")], "what did he say about the letter", "What did Paul Castell say about the letter?"),
    ([turn("when did Marlin sue orran gas")], "what did they say to that", "What did Orran Gas say to Marlin suing orran gas?"),
    # Two who did something together.
    ([MET], "when did they get married", "When did Paul Castell and Clara Lindqvist get married?"),
    ([MET], "where did he grow up", "Where did Paul Castell grow up?"),
    ([turn("why did marlin quarrel with castell")], "are they friends again", "Are Ada Marlin and Paul Castell friends again?"),
    ([turn("why did lindqvist thank the head")], "where does she live", "Where does Clara Lindqvist live?"),
    # A part of those that nobody has named.
    ([turn("who voted with castell?")], "was one of them in tears", "was one of them in tears"),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "message", "question"), MESSAGES)
def test_who_is_meant(turns: list[Turn], message: str, question: str) -> None:
    assert resolve(message, turns, HOLLIN).question == question
