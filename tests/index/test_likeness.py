import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.likeness import _keys, group_alike

ALIKE = [
    ("How much did the repairs cost?", "what did the repair cost"),
    ("Who is the mayor of Port Amber?", "port amber mayor who"),
    ("How many tanks did NATO send?", "how many tanks has nato sent???"),
    ("When will the ferry return to the island?", "when does the ferry retrun to the island"),
    ("When will the ferry return to the island?", "When will the ferry return?"),
    ("who is she?", "Who is she?"),
    ("who is she", "who  is  SHE"),
    ("🙂", "🙂"),
]
DIFFERENT = [
    ("When did Biden visit Kyiv?", "Where did Biden visit Kyiv?"),
    ("Who is the mayor of Kyiv?", "Who is the mayor of Lviv?"),
    ("Who is the mayor?", "Who is the mayor of Rome?"),
    ("Who did Biden meet in Kyiv in February?", "Who did Biden meet in Kyiv in March?"),
    ("What happened in 2008?", "What happened in 2009?"),
    ("Who won the war?", "Who did not win the war?"),
    ("Did NATO send tanks?", "How many tanks did NATO send?"),
    ("who is she?", "who is he?"),
    ("🙂", "🙃"),
    ("", "Who?"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_the_same_question_in_other_words(one, other):
    assert group_alike([one, other]) == [[0, 1]]
    assert group_alike([other, one]) == [[0, 1]]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_another_question(one, other):
    assert group_alike([one, other]) == [[0], [1]]


def test_all_of_them_at_once_as_well():
    questions = [one for one, _ in ALIKE[:4]] + [other for _, other in ALIKE[:4]]
    assert group_alike(questions) == [[0, 4], [1, 5], [2, 6], [3, 7]]


def test_a_question_joins_the_leader_it_is_most_like():
    leaders = ["When will the old ferry return?", "When will the old ferry return to the island?"]
    assert group_alike([*leaders, "when will the old ferry return to island"]) == [[0, 1, 2]]
    apart = ["When does the ferry sail from the town?", "When does the ferry sail to the island in winter?"]
    assert group_alike([*apart, "when does the ferry sail to the island"]) == [[0], [1, 2]]


@given(
    st.lists(
        st.lists(st.sampled_from("who when Kyiv mayor not war 2008 retrun return ferry ?".split())).map(" ".join)
        | st.text()
    )
)
def test_every_question_is_in_one_group_and_the_same_again_in_the_same(questions):
    groups = group_alike(questions * 2)
    assert sorted(number for group in groups for number in group) == list(range(2 * len(questions)))
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)
    assert all(group == sorted(group) for group in groups)
    where = {number: place for place, group in enumerate(groups) for number in group}
    assert all(where[n] == where[n + len(questions)] for n in range(len(questions)))


@given(
    st.lists(st.lists(st.sampled_from("who when not a b c d e f g h".split()), max_size=8).map(" ".join), max_size=25)
)
def test_no_leader_is_overlooked(questions):
    """As if each question were held against every leader before it."""
    keys = _keys(questions)
    groups: list[list[int]] = []
    before: dict[object, int] = {}
    for number, key in enumerate(keys):
        leading = [keys[group[0]] for group in groups]
        same = [lead.terms and (lead.kind, lead.negated) == (key.kind, key.negated) for lead in leading]
        alike = [lead.alike(key) if kind else 0.0 for lead, kind in zip(leading, same, strict=True)]
        best = before.get(key, max(range(len(groups)), key=lambda i: alike[i], default=0))
        if key not in before and not any(alike):
            groups.append([])
            best = len(groups) - 1
        groups[before.setdefault(key, best)].append(number)
    assert group_alike(questions) == groups


def test_thousands_take_no_longer_than_one_waits():
    """Questions of many words in common, which is the slow case."""
    whats = "ferry repair mayor island harbour price winter school letter engine".split()
    questions = [
        f"When did the {a} {b} {n} reach the {c}?" for n in range(3) for a in whats for b in whats for c in whats
    ]
    began = time.perf_counter()
    assert sum(map(len, group_alike(questions))) == 3000
    assert time.perf_counter() - began < 10
