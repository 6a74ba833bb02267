"""What the browser is told to fetch at once, and that it can be fetched."""

import re
import urllib.request
from pathlib import Path

import plotly
import pytest

from pages.server import first_page, plotly_script


def test_plotly_is_sent_as_it_comes_with_the_package():
    package = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    assert plotly_script.place_plotly().read_bytes() == package.read_bytes()


def test_asks_early_for_every_element_of_the_timeline():
    asked = first_page.early_parts().decode()
    missing = [element for element in first_page.ELEMENTS if f"/{element}." not in asked]
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
