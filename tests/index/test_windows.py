from hypothesis import given
from hypothesis import strategies as st

from index.passages import passages_of
from index.records import article_of_paragraphs
from index.windows import windows_around

LENGTHS = st.lists(st.integers(1, 60), min_size=1, max_size=25)


def passages(lengths, name="a"):
    return passages_of(article_of_paragraphs(name, "", [" ".join(["Word"] * n) + "." for n in lengths]))


@given(LENGTHS, st.data(), st.integers(1, 6), st.integers(20, 150))
def test_windows_hold_the_best_passages_once_and_stay_short(lengths, data, count, most):
    all_passages = passages(lengths)
    order = data.draw(st.permutations(range(len(all_passages))))
    found = [(i, -float(rank)) for rank, i in enumerate(order)]
    windows = windows_around(all_passages, found, count, most, 10_000)
    read = [p for w in windows for p in w.passages]
    assert len(windows) <= count
    assert len({(p.paragraph.place, p.start) for p in read}) == len(read)
    assert all_passages[order[0]] in windows[0].passages
    for window in windows:
        assert window.passages == all_passages[window.first : window.first + len(window.passages)]
        assert len(window.text.split()) <= most or len(window.passages) == 1


@given(LENGTHS, st.data())
def test_what_is_found_in_a_window_is_located_in_its_paragraph(lengths, data):
    all_passages = passages(lengths)
    (window,) = windows_around(all_passages, [(len(all_passages) // 2, 1.0)], 1, 120, 10_000)
    start = data.draw(st.integers(0, len(window.text) - 1))
    end = data.draw(st.integers(start + 1, len(window.text)))
    place = window.locate(start, end)
    if place is None:
        assert any(
            sum(len(p.text) + 1 for p in window.passages[: i + 1]) in range(start, end + 1)
            for i in range(len(window.passages))
        )
    else:
        number, passage, a, b = place
        assert all_passages[number] is passage
        assert passage.paragraph.text[a:b] == window.text[start:end]


def test_a_window_keeps_to_one_article():
    both = (*passages([5, 5], "a"), *passages([5, 5], "b"))
    (window,) = windows_around(both, [(1, 1.0)], 1, 120, 10_000)
    assert {p.article.name for p in window.passages} == {"a"}


def test_no_window_is_begun_beyond_the_budget():
    windows = windows_around(passages([50] * 9), [(i, 1.0) for i in (0, 4, 8)], 9, 50, 100)
    assert [w.first for w in windows] == [0, 4]
