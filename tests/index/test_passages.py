from hypothesis import given
from hypothesis import strategies as st

from index.article import Paragraph
from index.passages import split_paragraph
from index.sentences import split_sentences


@given(st.lists(st.integers(1, 60), min_size=1, max_size=30), st.integers(10, 130))
def test_long_paragraphs_are_cut_between_sentences(lengths, most):
    text = " ".join(" ".join(["Word"] + ["word"] * (n - 1)) + "." for n in lengths)
    paragraph = Paragraph(1, text, split_sentences(text), 0)
    cuts = split_paragraph(paragraph, most)
    assert " ".join(text[a:b] for a, b in cuts) == text
    starts, ends = {s.start for s in paragraph.sentences}, {s.end for s in paragraph.sentences}
    for a, b in cuts:
        assert a in starts
        assert b in ends
        inside = [s for s in paragraph.sentences if a <= s.start < b]
        assert len(text[a:b].split()) <= most or len(inside) == 1
