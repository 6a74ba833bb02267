"""The router: page config, shared filters, navigation.

Run with `make run`; once tables are built, also with `streamlit run dashboard.py`.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.server.plotly_script import ASKING, place_plotly

HERE = Path(__file__).parent
st.set_page_config("Dateline", HERE / "pages" / "favicon.svg", layout="wide", initial_sidebar_state="auto")
place_plotly()
st.html(ASKING, unsafe_allow_javascript=True)

# Last: the browser runs Plotly's script while a new server spends its first second or two on these imports.
from pages.shared import navigation, state, tables  # noqa: E402
from pages.shared.filters import show_filters  # noqa: E402
from pages.shared.trouble import tell_trouble  # noqa: E402

PAGES = {
    "timeline": st.Page("pages/timeline.py", title="Timeline", default=True),
    "quotes": st.Page("pages/quotes.py", title="Quotes"),
    "leaders": st.Page("pages/leaders.py", title="Leaders"),
    "topics": st.Page("pages/topics.py", title="Topics"),
    "compare": st.Page("pages/compare.py", title="Compare"),
    "documents": st.Page("pages/documents.py", title="Documents"),
}

STYLE = HERE / "pages" / "shared" / "style.css"
STEPS = HERE / "pages" / "shared" / "history.js"

st.html(STYLE)
st.html(f"<script>{STEPS.read_text(encoding='utf-8')}</script>", unsafe_allow_javascript=True)
state.restore(by_history=navigation.came_by_history())
page = st.navigation(list(PAGES.values()), position="top")

navigation.follow()

with tell_trouble():
    store = tables.current_store()
    st.session_state.routed = True
    state.weigh(0)
    page.run()
    # After the page, which takes what is chosen from the session, not from these: what they filter is drawn first.
    with st.sidebar:
        show_filters(store, of_quotes=page is PAGES["quotes"])
    state.write()
