"""What is installed is what was asked for: the lock files pin every requirement within its bounds, with hashes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]
ASKED = {
    "requirements.lock": ("requirements.txt",),
    "requirements-dev.lock": ("requirements.txt", "requirements-dev.txt"),
}
PIN = re.compile(
    r"^([\w.-]+)==([\w.!+-]+)(?: ; (?P<marker>[^\\\n]+?))? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M
)


def asked(file: str) -> list[Requirement]:
    lines = (line.split("#")[0].strip() for line in (ROOT / file).read_text(encoding="utf-8").splitlines())
    return [Requirement(line) for line in lines if line]


def pinned(lock: str) -> dict[str, set[Version]]:
    found: dict[str, set[Version]] = {}
    for name, version, *_ in PIN.findall((ROOT / lock).read_text(encoding="utf-8") + "\n"):
        found.setdefault(canonicalize_name(name), set()).add(Version(version))
    return found


@pytest.mark.parametrize(("lock", "file"), [(lock, file) for lock, files in ASKED.items() for file in files])
def test_each_requirement_is_pinned_within_its_bounds(lock, file):
    pins = pinned(lock)
    for requirement in asked(file):
        versions = pins.get(canonicalize_name(requirement.name), set())
        assert versions, f"{requirement.name} is not in {lock}; run: make lock"
        assert all(version in requirement.specifier for version in versions), f"{requirement}: {versions} in {lock}"


@pytest.mark.parametrize("lock", ASKED)
def test_every_line_of_a_lock_is_a_pin_with_hashes(lock):
    text = (ROOT / lock).read_text(encoding="utf-8") + "\n"
    assert PIN.sub("", text).strip() == ""
    assert "://" not in text


def test_the_tests_run_on_the_same_versions():
    ours, theirs = pinned("requirements.lock"), pinned("requirements-dev.lock")
    assert {name: theirs.get(name) for name in ours} == ours


def test_each_requirement_says_what_it_is_for():
    for files in ASKED.values():
        for file in files:
            lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
            assert [line for line in lines if line and not line.startswith("#") and "# " not in line] == []
