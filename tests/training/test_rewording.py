"""Reworded questions: some words replaced by near ones, names and the commonest left."""

from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece

from training.rewording import Neighbours, reworded

SHIPS = "ship ships boat vessel ferry craft yacht steamer barge".split()
OTHERS = "mayor council paid sank harbour winter never ##ing 1998 the was on".split()
TOKENIZER = Tokenizer(WordPiece({word: i for i, word in enumerate([*SHIPS, *OTHERS])}, unk_token="the"))
# Every word its own direction, but for the ships, which are near each other.
TABLE = np.eye(len(SHIPS) + len(OTHERS), dtype=np.float32)
TABLE[: len(SHIPS), 0] = 10
NEAR = Neighbours(TOKENIZER, TABLE)


def test_near_words_are_those_of_like_direction():
    assert set(NEAR.near("ship")) == {"ships", "boat", "vessel", "ferry", "craft", "yacht", "steamer", "barge"}
    assert NEAR.near("brekkvik") == []


@given(st.integers(0, 10_000))
def test_names_numbers_and_the_commonest_words_stay(seed):
    found = reworded("Who was on the ship of Sunniva Dahl in 1998?", NEAR, Random(seed))
    words = found.split()
    assert words[:4] == ["Who", "was", "on", "the"]
    assert words[5:] == ["of", "Sunniva", "Dahl", "in", "1998?"]
    assert words[4] in {"ship", *NEAR.near("ship")}


def test_some_are_replaced_and_some_not():
    found = {reworded("which ship sank?", NEAR, Random(seed)).split()[1] for seed in range(60)}
    assert "ship" in found
    assert len(found) > 4
