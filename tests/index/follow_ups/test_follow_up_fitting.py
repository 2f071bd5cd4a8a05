"""What a pronoun stands for, by what the verb or the preposition beside it asks for."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import Turn, resolve
from index.records import article_of_paragraphs
from tests.index.follow_ups.bridge import LIBRARY, library_of, turn

HOSPITAL = library_of(
    article_of_paragraphs(
        "hospital",
        "A ward closes",
        [
            "Queen Ada Hospital in Thornby will close its ward. Ada Hospital has 40 beds, said its head, Tom Burrow.",
            "Ann Lee, the health minister, promised that the ward was safe.",
        ],
    )
)
RUNS = turn("who runs norland steel", "Norland Steel")
NOBODY_WANTS = [
    ([RUNS, turn("what did Quill say about the towers")], "how long did they need for the job", "How long did Norland Steel need for the job?"),
    ([RUNS, turn("what did Quill say about the litres")], "what do they plan", "What does Norland Steel plan?"),
    ([turn("what did the council do to the towers")], "what do they know", "What does the council know?"),
    ([turn("how many workers were hired")], "what do they want", "What do the workers want?"),
    # Where nobody was spoken of, it must be the things.
    ([turn("how many towers are there")], "how much paint did they need", "How much paint did the towers need?"),
    ([turn("what did Quill say about the towers")], "how tall are they", "How tall are the towers?"),
]  # fmt: skip
ADJECTIVES = [
    ([turn("did the deputy promise the ferry was safe")], "has she apologised", "Has the deputy apologised for the ferry?"),
    ([turn("did burrow promise the towers were green")], "has he apologised", "Has Burrow apologised for the towers?"),
]  # fmt: skip
OVER_IT = [
    ([turn("what did norland steel do in hartwell", "hired 300 workers")], "did anyone lose their job over it", "Did anyone lose their job over what norland steel did in hartwell?"),
    ([turn("what did the council do to save the ferry")], "who resigned over it", "Who resigned over what the council did to save the ferry?"),
    ([turn("what did Quill do in 2024")], "was anyone fired over it", "Was anyone fired over what Quill did in 2024?"),
    ([turn("what did Quill do")], "who decided that", "Who decided what Quill did?"),
    # A thing that was spoken of, where nothing was done, and what one goes over.
    ([turn("why was the ferry stopped")], "did anyone lose their job over it", "Did anyone lose their job over the ferry?"),
    ([turn("what did the council do to the bridge")], "who flew over it", "Who flew over the bridge?"),
]  # fmt: skip
CHARGED = turn("what is burrow charged with", "museum")
OWNED_UP_TO = [
    ([CHARGED], "does he deny it", "Does Burrow deny museum?"),
    ([CHARGED, turn("when is Burrow's trial", "Monday")], "does he admit it", "Does Burrow admit museum?"),
    ([turn("when was burrow accused of fraud", "Monday"), turn("where is Burrow's trial")], "did he deny it", "Did Burrow deny fraud?"),
    ([turn("what is burrow charged with", "running in May 2024")], "does he admit it", "Does Burrow admit running in May 2024?"),
    ([turn("who signed the report", "Tom Burrow")], "does he regret it", "Does Burrow regret that he signed the report?"),
    ([turn("who said the bridge is unsafe", "Tom Burrow")], "did norland steel deny it", "Did norland steel deny that the bridge is unsafe?"),
    ([turn("what did Quill propose")], "does she regret it", "Does Quill regret her proposal?"),
    ([turn("what did Quill say about the report")], "does norland steel deny it", "Does norland steel deny the report?"),
    # Nobody admits a trial.
    ([turn("when is Burrow's trial", "Monday")], "does he admit it", "Does Burrow admit it?"),
]  # fmt: skip
CONTESTED = [
    ([turn("what does quill want to build at the ferry", "bridge")], "who's against it", "Who is against quill's plan to build bridge at the ferry?"),
    ([turn("what does the council plan to do with the ferry", "museum")], "is anyone for it?", "Is anyone for the council's plan for the ferry?"),
    ([turn("what did quill want to do")], "who supports it", "Who supports quill's plan?"),
    ([turn("what did the council propose for the towers")], "who voted against it", "Who voted against the council's proposal?"),
    ([turn("what did quill say about the bill in Thornby")], "who is in favour of it", "Who is in favour of the bill?"),
    ([turn("what did the council do to the bridge")], "who is against it", "Who is against what the council did to the bridge?"),
    # Where nothing else was spoken of, and where nobody is for or against it.
    ([turn("who opened the bridge", "Ada Quill")], "was anybody against it", "Was anybody against the bridge?"),
    ([turn("what does quill want to build at the ferry", "300 workers")], "when will it open", "When will the ferry open?"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("turns", "message", "question"), [*CONTESTED, *NOBODY_WANTS, *ADJECTIVES, *OVER_IT, *OWNED_UP_TO]
)
def test_what_a_message_asks(turns: list[Turn], message: str, question: str) -> None:
    assert resolve(message, turns, LIBRARY).question == question


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        ("what did the minister promise about the hospital", "has she apologised", "Has the minister apologised for the hospital?"),
        ("when did the deputy visit the hospital", "what did she say", "What did the deputy say?"),
        ("who runs the hospital", "how many beds does it have", "How many beds does the hospital have?"),
    ],
)  # fmt: skip
def test_a_hospital_is_nobody(before: str, message: str, question: str) -> None:
    assert resolve(message, [turn(before)], HOSPITAL).question == question
