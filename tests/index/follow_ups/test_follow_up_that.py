"""What “that”, “those” and “it” ask about a sum, those who were counted, and what somebody did."""

from __future__ import annotations

import pytest

from index.answer import Answer
from index.article import Citation
from index.follow_ups.follow_up import Turn, resolve
from index.records import article_of_paragraphs
from tests.index.follow_ups.test_follow_up import library_of

ARTICLE = article_of_paragraphs(
    "mill",
    "The mill",
    [
        "The council of Thornby closed the Tarn mill in May, and Ada Quill wept. The new bridge cost 40 million euros.",
        "Ada Quill founded the choir. She gave the choir 900 euros in 1987. The builders occupied the old mill.",
        "Norland Steel builds ferries. Some 640 people rode the ferry Sea Maid, which was built in 1934.",
        "The strike ended because the council promised a hearing. The bridge was closed because the towers leaked. Workers were told to paint the towers, said Tom Burrow.",
        "The builders found a bronze bell, and the Ell Echo wrote about it. The film “The Salt Ferry” tells of it. It was paid for by the Association of Friends.",
    ],
)
LIBRARY = library_of(ARTICLE)


def told(question: str, answer: str | None = None) -> Turn:
    """A turn that was answered with these words of the article, or refused."""
    if answer is None:
        return Turn(question, None, Answer(question, False, "not_in_article", None, None, 0.0, "unsure", ()))
    paragraph, start = next((p, p.text.find(answer)) for p in ARTICLE.paragraphs if answer in p.text)
    sentence = paragraph.sentence_at(start)
    cited = Citation("mill", paragraph.place, sentence.start, sentence.end)
    span = Citation("mill", paragraph.place, start, start + len(answer))
    return Turn(question, None, Answer(question, False, "answered", cited, span, 0.9, "sure", ()))


COST = told("how much did the bridge cost?", "40 million euros")


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        # A sum.
        (told("how much would the new bridge cost?", "40 million euros"), "who pays that", "Who pays for the new bridge?"),
        (COST, "and who's paying for it?", "Who is paying for the bridge?"),
        (COST, "where did that come from", "Where did the money for the bridge come from?"),
        (told("how much did the builders get?", "900 euros"), "who paid that", "Who paid the money that the builders got?"),
        (told("how much was the prize?", "900 euros"), "what happened to that money", "What happened to the 900 euros?"),
        (told("how much did the choir get?", "900 euros"), "what did they do with that sum", "What did the choir do with the 900 euros?"),
        # What was done, how long and on what condition.
        (told("what did the builders occupy?", "the old mill"), "how long did that go on", "How long did the builders occupy the old mill?"),
        (told("who ran the old mill?", "Tom Burrow"), "how long did that go on for", "How long did Tom Burrow run the old mill?"),
        (told("why was the bridge closed?", "the towers leaked"), "for how long was that", "For how long was the bridge closed?"),
        (told("who gave the choir 900 euros?", "Ada Quill"), "on what condition was that", "On what condition did Ada Quill give the choir 900 euros?"),
        (told("who gave the choir 900 euros?", "Ada Quill"), "in which year was that", "In which year did Ada Quill give the choir 900 euros?"),
        (told("what did the council close?", "the Tarn mill"), "what have they done so far", "What has the council done so far?"),
        # Some of those, and one of several.
        (told("which mill was closed?", "the Tarn mill"), "how many lost their jobs when it closed", "How many lost their jobs when the Tarn mill closed?"),
        (told("how many people rode the ferry?", "640"), "how many of those died", "How many of the people who rode the ferry died?"),
        (told("how many people rode the ferry?", "640"), "how many of those work in Thornby", "How many of the people who rode the ferry work in Thornby?"),
        (told("what does Norland Steel build?", "ferries"), "what does one of those cost", "What does one of the ferries cost?"),
        (told("how long is the new ferry?"), "how much does one of these cost", "How much does the new ferry cost?"),
        (told("what is the ferry called?", "Sea Maid"), "how many cars does it take", "How many cars does the ferry take?"),
        (told("when did Quill close the mill?", "May"), "how many days did it take", "How many days did it take Quill to close the mill?"),
        (told("was there an accident before?"), "how many died in that one", "How many people died in the accident?"),
        (told("when was the ferry built?", "1934"), "what happens to that one now", "What happens to the ferry now?"),
        # A noun that the answer or the question named.
        (told("what did the council close?", "closed the Tarn mill"), "who owned that mill", "Who owned the Tarn mill?"),
        (told("when was the old bridge built?"), "who designed that bridge?", "Who designed the old bridge?"),
        (told("what did Quill found?", "the choir"), "how many people sing in that choir", "How many people sing in the choir?"),
        (told("how much would the new bridge cost?", "40 million euros"), "what would that cost a year", "What would the new bridge cost a year?"),
        (told("which mill was closed?", "the Tarn mill"), "what happened that day", "what happened that day"),
        (told("what did the builders find?", "bronze bell"), "who spent the money that builders raised", "who spent the money that builders raised"),
        # Others than those that were counted.
        (told("how many ferries have arrived?"), "when do the others come", "When do the other ferries come?"),
        (told("how many ferries have arrived?"), "what happened to the rest", "What happened to the rest of the ferries?"),
        # An accident that is no accident by name; an occasion still to come.
        (told("what sank in 1934?", "the ferry"), "was anybody hurt in that", "Was anybody hurt when the ferry sank in 1934?"),
        (told("when did the old mill burn?"), "did anyone die in it", "Did anyone die when the old mill burnt?"),
        (told("why did the strike end?", "the council promised a hearing"), "when is that", "When is the hearing?"),
        (told("why did the strike end?", "the council promised a hearing"), "when was that", "When did the strike end?"),
        # A body that does something.
        (told("what is the music school examining?"), "when will they decide", "When will the music school decide?"),
        (told("what did the cooperative demand?", "the old mill"), "did they get it", "Did the cooperative get the old mill?"),
        (told("which mill did the museum buy?", "the Tarn mill"), "what do they want to do with it", "What does the museum want to do with the Tarn mill?"),
        # An answer without its article; “The Salt Ferry” is about something.
        (told("what did the builders find?", "bronze bell"), "where is it now", "Where is the bronze bell now?"),
        (told("which paper wrote about the bell?", "the Ell Echo"), "what did they say about Quill", "What did the Ell Echo say about Quill?"),
        (told("what is her next film called?", "The Salt Ferry"), "what is it about", "What is the Salt Ferry about?"),
        (told("who pays for the bell?", "the Association of Friends"), "how much do they earn", "How much does the Association of Friends earn?"),
        # What somebody wants, where the answer names no thing.
        (told("what does Burrow want?"), "why doesn't the council want that", "Why doesn't the council want what Burrow wants?"),
        (told("what did Ada Quill ask for?"), "did she get it", "Did Ada Quill get what she asked for?"),
        # A thing, rather than what was done to it.
        (told("why was the tunnel of 1938 never built?"), "who wanted it", "Who wanted the tunnel of 1938?"),
        # What somebody claims.
        (told("what were workers told to paint?", "paint the towers"), "who claims that", "Who claims “Workers were told to paint the towers”?"),
    ],
)  # fmt: skip
def test_what_that_is(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question
