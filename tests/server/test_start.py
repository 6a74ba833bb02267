"""Where the dashboard listens."""

import socket

import pytest

from pages.server.start import HOST, find_port


def test_takes_the_port_that_was_named_where_it_is_free():
    with socket.socket() as trial:
        trial.bind((HOST, 0))
        free = trial.getsockname()[1]
    assert find_port(free) == free


def test_goes_on_to_the_next_where_it_is_taken():
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        assert find_port(taken.getsockname()[1]) > taken.getsockname()[1]


def test_says_so_where_there_is_none():
    with socket.socket() as taken:
        taken.bind((HOST, 65535))
        taken.listen()
        with pytest.raises(SystemExit, match="--port"):
            find_port(65535)
