"""Where several things were spoken of, or none by name: what “they”, “that” and “there” are."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import Turn, resolve
from tests.index.follow_ups.test_follow_up import LIBRARY, OPENED, turn


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        # How far something is.
        (turn("where did norland steel hire workers?", "Hartwell"), "how far away is that", "How far away is Hartwell?"),
        (turn("where did norland steel hire workers?", "Hartwell"), "how many miles away is it", "How many miles away is Hartwell?"),
        (turn("where did norland steel hire workers?", "Hartwell"), "how far is it from thornby", "How far is Hartwell from thornby?"),
        (turn("where are the towers being painted?"), "how far is that from thornby", "How far is the place where the towers are being painted from thornby?"),
        # A part of several.
        (turn("how many of the towers fell?"), "how tall were they", "How tall were the towers that fell?"),
        (turn("how many of the workers were hurt?"), "how old are they", "How old are the workers who were hurt?"),
        # Several rather than one.
        (turn("what did the builders call a museum?", "Tom Burrow"), "what do they want", "What do the builders want?"),
        (turn("how long did Ada Quill wait?"), "what did they say", "What did Ada Quill say?"),
        # What it is worth.
        (turn("what was painted green?", "The towers"), "how much is that worth", "How much are the towers worth?"),
        (turn("who opened the bridge?", "Ada Quill"), "how much is that worth", "How much is the bridge worth?"),
        # Another is the other one.
        (turn("will there be another bridge?"), "how long will it be", "How long will the other bridge be?"),
        # Home is no thing.
        (turn("how did the builders get home?"), "who paid for that", "who paid for that"),
        # Where one works.
        (turn("who saw the fraud at the harbour?", "Ada Quill"), "how long has she worked there", "How long has Quill worked at the harbour?"),
        # What is done with a complaint, what lasts, what is about something.
        (turn("what did the builders complain about?"), "was it rejected", "Was the builders' complaint rejected?"),
        (turn("why did the builders strike?"), "how long did it last", "How long did the builders' strike last?"),
        (turn("when did Burrow protest in Thornby?", "Monday"), "did it work", "Did Burrow's protest work?"),
        (turn("what does the council accuse Norland Steel of?"), "what did Norland Steel say to that", "What did Norland Steel say to the council's accusation?"),
        (turn("when was the protest in Thornby?", "Monday"), "what was it about", "What was the protest about?"),
        (turn("when did the report praise Jack?", "Monday"), "what is it about?", "What is the report about?"),
        (OPENED, "what is it about?", "what is it about?"),
        # How many there were.
        (turn("who called off the concert?", "Ada Quill"), "how many people were there?", "How many people were at the concert?"),
        (OPENED, "how many people were there?", "how many people were there?"),
        (turn("how many people are in Thornby?"), "how many people were there", "how many people were there"),
        # A sum is for something.
        (turn("how much did the bridge cost?", "40 million euros"), "whats that for", "What is the 40 million euros for?"),
        (turn("how much of the colour was left?", "900 litres"), "what is that for", "What is the colour for?"),
        # Whoever calls it so; whose it is; who is not “it”.
        (turn("who runs the old ferry?", "Norland Steel"), "what do they call it", "What do they call the old ferry?"),
        (turn("what did the builders build?"), "what was their pay", "What was the builders' pay?"),
        (turn("how did the workers find out?"), "who sent it", "who sent it"),
        (turn("what did the builders build?", "the new bridge"), "whats it called", "What is the new bridge called?"),
        (turn("who is Ada Quill?"), "what is it called", "what is it called"),
        (turn("what was it?", "the new bridge"), "how much would that have cost", "How much would the new bridge have cost?"),
        # What was announced is no announcement, and stays open.
        (turn("what did the council announce?"), "when was that", "When did the council announce that?"),
        (turn("what did the council announce?"), "why was it a mistake", "Why was the council's announcement a mistake?"),
        # Several of which an answer tells.
        (turn("what does the report praise?", "900 litres of the colour"), "who found them", "Who found 900 litres of the colour?"),
        # What she does where she is.
        (turn("where did norland steel hire workers?", "Hartwell"), "what do they do there", "What do workers do in Hartwell?"),
        # What something costs is said once.
        (turn("how much did the bridge cost?", "40 million euros"), "who said that", "Who said that the bridge cost 40 million euros?"),
    ],
)  # fmt: skip
def test_the_thing_that_is_meant(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question
