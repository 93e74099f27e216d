"""The collector gets back what it had, whatever happens."""

import gc

import pytest

from reports.paper.collecting import seldom_collecting


def test_the_collector_is_asked_seldom_and_put_back() -> None:
    before = gc.get_threshold()
    with seldom_collecting():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before


def test_the_collector_is_put_back_after_an_error() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError), seldom_collecting():
        raise KeyError
    assert gc.get_threshold() == before
