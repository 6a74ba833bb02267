"""What the browser is told to fetch at once, and that it can be fetched."""

import re
import urllib.request

import pytest

from pages.shared import page_start, plotly_script


def test_sets_up_only_the_charts_of_the_timeline():
    script = plotly_script.timeline_plotly()
    registered = re.findall(rb"\.register\(\[([\w(),]+)\]\)", script)
    assert registered, "this version of Plotly is built otherwise: the whole script is sent, which costs 0.4 s"
    assert registered[-1].count(b"()") == 1


def test_is_compiled_while_it_arrives():
    script = plotly_script.timeline_plotly()
    assert b": this, (() => {" in script, "this version of Plotly is built otherwise: it is compiled twice, 0.4 s"
    assert script.rstrip().endswith(b"})));")


def test_asks_early_for_every_element_of_the_timeline():
    asked = page_start.early_parts().decode()
    missing = [element for element in page_start.ELEMENTS if f"/{element}." not in asked]
    assert missing == [], "Streamlit's scripts have other names now: the page still works, but starts later"


@pytest.mark.parametrize("path", ["/", "/quotes"])
def test_the_head_names_only_what_there_is(server, path):
    as_a_browser = {"Accept": "text/html,application/xhtml+xml", "Accept-Encoding": "gzip"}
    with urllib.request.urlopen(urllib.request.Request(server + path, headers=as_a_browser)) as response:
        page = response.read().decode()
        assert int(response.headers["content-length"]) == len(page.encode())
    asked = re.findall(r'<link rel="(?:modulepreload|preload)"[^>]* href="\./([^"]+\.js)"', page)
    assert plotly_script.PATH in page
    assert len(asked) == len(set(asked))
    for name in [*asked, plotly_script.PATH]:
        with urllib.request.urlopen(f"{server}/{name}") as response:
            assert "javascript" in response.headers["content-type"]
