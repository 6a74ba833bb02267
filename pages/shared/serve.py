"""Starts the dashboard: Streamlit's own command, with the slow imports done while the browser still loads the page.

python -m pages.shared.serve [options of `streamlit run`]

`streamlit run dashboard.py` does the same; its first visitor waits for the imports.
"""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard.py"


def main() -> None:
    """Run Streamlit on dashboard.py with the arguments of this command."""
    threading.Thread(target=warm_up, daemon=True).start()
    sys.argv = ["streamlit", "run", str(DASHBOARD), *sys.argv[1:]]
    from streamlit.web.cli import main as run

    sys.exit(run())


def warm_up() -> None:
    """Import what the first page needs, once the server listens: before, it would only delay that."""
    while not _server_listens():
        time.sleep(0.02)
    import plotly.graph_objects as go

    import loaders.choices
    import loaders.counts
    import loaders.timeline  # noqa: F401
    from loaders.vocabulary import load_vocabulary

    load_vocabulary()
    go.Figure([go.Scatter(x=[0.0], y=[0.0]), go.Bar(x=[0.0], y=[0.0])], layout=go.Layout(xaxis={"type": "date"}))


def _server_listens() -> bool:
    # Looked up, not imported: the main thread is in the midst of importing it.
    exists = getattr(sys.modules.get("streamlit.runtime"), "exists", None)
    return exists is not None and bool(exists())


if __name__ == "__main__":
    main()
