import pytest

from index.spans import spans_of_kind

TEXT = "On Thursday, Gen. Maria Silva of the University of Oxford paid $4.5 million for two dozen tanks in Porto last year because of the flood in July 2004."


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("who", ["Gen. Maria Silva of the University of Oxford", "Porto"]),
        ("when", ["Thursday", "last year", "July 2004"]),
        ("where", ["University of Oxford", "Porto"]),
        ("how_many", ["$4.5 million", "two dozen tanks", "2004"]),
        ("why", ["because of the flood in July 2004"]),
        ("yes_no", []),
    ],
)
def test_forms(kind, expected):
    found = [TEXT[a:b] for a, b in spans_of_kind(kind, TEXT)]
    assert [e for e in expected if e not in found] == [], found
