"""What the browser is told to fetch at once, and that it can be fetched."""

import re
import urllib.request

import pytest

from pages.server import first_page, plotly_script

BUILT_OTHERWISE = "this version of Plotly is built otherwise: it still works, and takes a browser up to a second longer"


def test_plotly_is_sent_with_only_what_the_timeline_draws():
    script = plotly_script.timeline_plotly()
    registered = re.findall(rb"\.register\(\[([\w(),]+)\]\)", script)
    assert registered, BUILT_OTHERWISE
    assert registered[-1].count(b"()") == 1, BUILT_OTHERWISE
    assert len(script) < 2_000_000, BUILT_OTHERWISE
    assert b": this, (() => {" in script, BUILT_OTHERWISE
    assert script.rstrip().endswith(b"})));"), BUILT_OTHERWISE


@pytest.mark.parametrize("script", [b"", b"window.Plotly = {};", b"var a=W((b)=>{c()});var c=W(d=>{});a();"])
def test_a_script_that_is_built_otherwise_stays_whole(script):
    assert plotly_script._without_unused(script) == script


def test_leaves_out_modules_that_nobody_asks_for():
    used = b"".join(b"var m%d=W((e,x)=>{m%d()});" % (i, i + 1) for i in range(150))
    script = (
        b"var W=e=>()=>e();" + used + b"var m150=W(e=>{});var gone=W(e=>{m3()});var m151=W(e=>{m0()});return m151();"
    )
    assert plotly_script._without_unused(script) == script.replace(b"var gone=W(e=>{m3()});", b"")


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
