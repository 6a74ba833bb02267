"""The router: page config, the bar, navigation.

Run with `make run`; once tables are built, also with `streamlit run dashboard.py`. Either way a server imports this file once
or not at all, and runs it anew, as `__main__`, for every reader and every step.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
SCRIPTS = [HERE / "pages" / "shared" / name for name in ("history.js", "drawer.js", "live.js", "followed.js")]


def show_page() -> None:
    """The page that the address names, below the bar."""
    from pages.server.plotly_script import ASKING, place_plotly

    st.set_page_config("Dateline", HERE / "pages" / "favicon.svg", layout="wide", initial_sidebar_state="auto")
    place_plotly()
    st.html(ASKING, unsafe_allow_javascript=True)

    # The browser runs Plotly's script while a new server spends its first second or two on these imports.
    from pages.shared import deciding, links, navigation, state, tables
    from pages.shared.bar import show_bar
    from pages.shared.collections import tell_gone
    from pages.shared.downloads import window_box
    from pages.shared.trouble import tell_trouble

    pages = {
        "timeline": st.Page("pages/timeline.py", title="Timeline", default=True),
        "quotes": st.Page("pages/quotes.py", title="Quotes"),
        "leaders": st.Page("pages/leaders.py", title="Leaders"),
        "topics": st.Page("pages/topics.py", title="Topics"),
        "compare": st.Page("pages/compare.py", title="Compare"),
        "documents": st.Page("pages/documents.py", title="Documents"),
        "add": st.Page("pages/add.py", title="Add"),
        "review": st.Page("pages/review.py", title="Review"),
        "history": st.Page("pages/history.py", title="History"),
    }
    st.html(HERE / "pages" / "shared" / "style.css")
    scripts = "".join(f"<script>{path.read_text(encoding='utf-8')}</script>" for path in SCRIPTS)
    st.html(scripts, unsafe_allow_javascript=True)
    state.restore(by_history=navigation.came_by_history())
    page = st.navigation(list(pages.values()), position="top")
    navigation.follow()

    with tell_trouble():
        tell_gone()
        store = tables.current_store()
        state.weigh(0)
        window_box()["window"] = None
        fill_bar = show_bar(store, of_quotes=page is pages["quotes"])
        st.session_state.routed = True
        page.run()
        deciding.show_done()
        # After the page, which takes what is chosen from the session, not from these: what they filter is drawn first.
        fill_bar()
        links.listen()
        state.write()


if __name__ == "__main__":
    show_page()
else:
    from starlette.middleware import Middleware

    from pages.server.first_page import PageStart
    from pages.server.guard import Guard, allowed_hosts

    app = st.App(__file__, middleware=[Middleware(Guard, allowed_hosts()), Middleware(PageStart)])
    """What `streamlit run` serves: its own server would ask an address outside before it refuses a foreign Origin."""
