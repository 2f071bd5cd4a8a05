"""The measures that figures are quoted in."""

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.measures import Outcome, best_cut, one_holds_the_other, squad2_f1

_share = st.floats(0, 1, allow_subnormal=False)


def _outcome(answerable, confidence, f1):
    return Outcome(answerable, answerable, answerable, f1, f1, confidence, 0.01, "")


@given(st.lists(st.builds(_outcome, st.booleans(), st.sampled_from([n / 20 for n in range(21)]), _share), min_size=1))
def test_no_cut_beats_the_best_one_by_more_than_ties_allow(outcomes):
    best = squad2_f1(outcomes, best_cut(outcomes))
    for cut in {o.confidence for o in outcomes} | {2.0}:
        tied = sum(o.confidence == best_cut(outcomes) for o in outcomes)
        assert squad2_f1(outcomes, cut) <= best + tied / len(outcomes) + 1e-9


def test_refusing_rightly_counts_and_refusing_what_has_an_answer_does_not():
    outcomes = [_outcome(True, 0.9, 1.0), _outcome(True, 0.3, 0.5), _outcome(False, 0.5, 0.0)]
    assert squad2_f1(outcomes, 0.8) == 2 / 3
    assert squad2_f1(outcomes, 0.0) == 0.5
    assert best_cut(outcomes) == 0.9


def test_short_answers_say_the_same_where_one_holds_the_words_of_the_other():
    assert one_holds_the_other("june", "in june")
    assert one_holds_the_other("17 days", "17")
    assert one_holds_the_other(None, None)
    for other in ("170", "june", "", None):
        assert not one_holds_the_other("17", other)
        assert not one_holds_the_other(other, "17")
