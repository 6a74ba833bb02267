"""Imports go one way, and no module reads the clock: what design.md draws, checked in the source."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [ROOT / "dashboard.py", *sorted((ROOT / "pages").rglob("*.py")), *sorted((ROOT / "loaders").rglob("*.py"))]

FINDERS = {
    "dates": ("loaders.extract.dates",),
    "actors": ("loaders.extract.actors",),
    "leaders": ("loaders.extract.leaders", "loaders.extract.people"),
    "topics": ("loaders.extract.topics",),
    "quotes": ("loaders.extract.quotes", "loaders.extract.speech"),
    "events": ("loaders.extract.events",),
}

NEVER = [
    # module, what it and everything below it must not import
    ("loaders", ("streamlit", "plotly", "pages", "dashboard")),
    ("loaders.tolls", ("loaders",)),
    ("loaders.records", ("loaders.layout", "loaders.extract", "loaders.read", "loaders.reconcile", "loaders.query")),
    ("loaders.vocabulary", ("loaders",)),
    ("loaders.tables.schema", ("loaders",)),
    ("loaders.tables", ("loaders.layout", "loaders.extract", "loaders.read", "loaders.reconcile", "loaders.query")),
    ("loaders.tables", ("loaders.build", "loaders.rows", "loaders.export")),
    ("loaders.layout", ("loaders.read", "loaders.extract", "loaders.reconcile", "loaders.query", "loaders.tables")),
    ("loaders.read", ("loaders.tables.store", "loaders.build", "loaders.reconcile", "loaders.query")),
    ("loaders.extract", ("loaders.read", "loaders.reconcile", "loaders.decisions", "loaders.build", "loaders.query")),
    ("loaders.extract", ("loaders.tables.store",)),
    ("loaders.reconcile", ("loaders.tables.store", "loaders.read", "loaders.extract.document", "loaders.build")),
    (
        "loaders.decisions",
        ("loaders.tables.store", "loaders.build", "loaders.query", "loaders.reconcile", "loaders.rows"),
    ),
    ("loaders.rows", ("loaders.tables.store", "loaders.read", "loaders.reconcile", "loaders.build", "loaders.query")),
    ("loaders.query", ("loaders.extract", "loaders.read", "loaders.reconcile", "loaders.build", "loaders.rows")),
    ("loaders.query.selection", ("loaders.tables.store", "loaders.query.rows")),
    ("loaders.export", ("loaders.extract", "loaders.read", "loaders.reconcile", "loaders.build", "loaders.query")),
    ("pages", ("loaders.extract", "loaders.read", "loaders.reconcile", "loaders.build", "loaders.rows")),
    ("pages.chart", ("pages.server", "pages.shared.state", "pages.shared.tables", "loaders.tables.store")),
    ("pages.server", ("pages.chart",)),
    *((f"pages.chart.{figure}", ("streamlit",)) for figure in ("figure", "layout", "lifeline", "marks", "matrix")),
    *((f"pages.chart.{figure}", ("streamlit",)) for figure in ("rows", "traces", "windows", "letters", "key")),
]

FOR_READING = ("loaders.extract.dates",)
"""The one step sideways: a header's date is read by the same rules as a date in prose."""

CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime"}
TIMES = {"datetime", "date", "time", "Timestamp", "pd", "dt"}


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(source: str, module: str = "") -> set[str]:
    """Names of all modules that a source imports, wherever in it the import stands."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            package = module.split(".")[: -node.level] if node.level else []
            base = ".".join([*package, *([node.module] if node.module else [])])
            names |= {base} | {f"{base}.{alias.name}" for alias in node.names}
    return names


def read_clocks(source: str) -> list[str]:
    """Calls that read the clock, as "line: words"."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [
        f"{call.lineno}: {ast.unparse(call.func)}"
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in CLOCKS
        and ast.unparse(call.func.value).split(".")[-1] in TIMES
    ]


def is_inside(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


IMPORTS = {module_name(path): imported(path.read_text(encoding="utf-8"), module_name(path)) for path in SOURCES}


@pytest.mark.parametrize(("package", "forbidden"), NEVER, ids=lambda value: value if isinstance(value, str) else "")
def test_imports_go_one_way(package, forbidden):
    wrong = [
        f"{module} imports {name}"
        for module, names in IMPORTS.items()
        for name in names
        if is_inside(module, package) and any(is_inside(name, one) for one in forbidden)
    ]
    assert wrong == []


@pytest.mark.parametrize("finder", FINDERS)
def test_finders_never_import_each_other(finder):
    others = [package for name, packages in FINDERS.items() if name != finder for package in packages]
    wrong = [
        f"{module} imports {name}"
        for module, names in IMPORTS.items()
        for name in names
        if any(is_inside(module, own) for own in FINDERS[finder]) and any(is_inside(name, other) for other in others)
    ]
    assert wrong == []


def test_reading_takes_nothing_else_from_the_finders():
    wrong = [
        f"{module} imports {name}"
        for module, names in IMPORTS.items()
        for name in names
        if is_inside(module, "loaders.read")
        and is_inside(name, "loaders.extract")
        and not any(is_inside(name, allowed) for allowed in FOR_READING)
    ]
    assert wrong == []


def test_only_pages_import_streamlit():
    assert [
        m for m, names in IMPORTS.items() if "streamlit" in names and not m.startswith(("pages", "dashboard"))
    ] == []


KEEPER = "pages.shared.deciding"
"""The one module that reads the clock, once: a reader's decision says when it was made."""


@pytest.mark.parametrize("path", SOURCES, ids=module_name)
def test_no_module_reads_the_clock(path):
    assert len(read_clocks(path.read_text(encoding="utf-8"))) == (1 if module_name(path) == KEEPER else 0)


def test_the_checks_themselves_see_what_they_look_for():
    assert read_clocks("import datetime as dt\nx = dt.datetime.now()\ny = date.today()\nz = time.time()") == [
        "2: dt.datetime.now",
        "3: date.today",
        "4: time.time",
    ]
    assert read_clocks("pd.Timestamp.now()\nself.today\nmatch.end()") == ["1: pd.Timestamp.now"]
    assert imported("from ..tables.store import write_tables\nimport pandas as pd", "loaders.extract.dates") == {
        "loaders.tables.store",
        "loaders.tables.store.write_tables",
        "pandas",
    }
    assert is_inside("loaders.extract.dates.find", "loaders.extract.dates")
    assert not is_inside("loaders.extract.datelines", "loaders.extract.dates")
