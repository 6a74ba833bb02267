"""Generated inputs through every reader and finder: nothing raises. `benchmarks/fuzz.py` drives many more."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

PROGRAM = Path(__file__).resolve().parents[1] / "benchmarks" / "fuzz.py"


@pytest.fixture(scope="module", name="fuzz")
def fuzz_program():
    spec = importlib.util.spec_from_file_location("fuzz", PROGRAM)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_generated_input_raises(fuzz):
    assert list(fuzz.faults(seed=7, inputs=400)) == []


def test_a_fault_is_seen(fuzz, monkeypatch):
    monkeypatch.setattr(fuzz, "find_topics", lambda *_: [][0])
    assert any("IndexError" in place for place, _ in fuzz.faults(seed=7, inputs=20))
