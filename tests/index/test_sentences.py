import itertools
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import split_sentences


def split(text):
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Smith met Dr. Jones. They spoke.", 2),
        ("The U.S. Senate voted 3.5 to 1. It was close.", 2),
        ("He lives in the U.S. She does not.", 2),
        ("Gen. J. R. Brown and George W. Bush left. Nobody followed.", 2),
        ("It cost $4.5m. The bill came on Jan. 5. Nobody paid.", 3),
        ("“I was there. You were too,” he said. Then he left.", 2),
        ('"Go. Now," she said. He went.', 2),
        ("‘It’s mine. Go,’ said Bob. The dogs’ bowl stood there.", 2),
        ("''We won. We did,'' he said. They lost.", 2),
        ("Really?! Yes… No.", 3),
        ("Yahoo! said it would. Apple Inc. said no.", 2),
        ("He ate vitamin C. The cold went. Plan B. It failed.", 4),
        ("See No. 5 and fig. 3, i.e. the last. Done.", 2),
        ("An opening mark “that nothing closes. Still two sentences.", 2),
        ("No full stop", 1),
        ("", 0),
        (" \n ", 0),
    ],
)
def test_counts(text, count):
    assert len(split(text)) == count, split(text)


def test_all_but_white_space_is_covered(seed):
    for paragraph in seed.paragraphs:
        assert "".join("".join(split(paragraph.text)).split()) == "".join(paragraph.text.split())


def test_quotations_of_the_seed_stay_whole(seed):
    assert split(seed.body[1].text) == [seed.body[1].text]


@given(st.text(alphabet=st.sampled_from("aB1 .!?…“”\"'‘’«»(),;\n—é漢"), max_size=300))
def test_sentences_lie_in_order_without_overlap_and_lose_nothing(text):
    found = split_sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() != "" for s in found)
    assert "".join("".join(split(text)).split()) == "".join(text.split())


@pytest.mark.parametrize("piece", ["A. ", "...", '."', "“", "'' ", ". a", "é.” "])
def test_hostile_text_takes_linear_time(piece):
    began = perf_counter()
    split_sentences(piece * (100_000 // len(piece)))
    assert perf_counter() - began < 2
