"""What a document is called, who published it and where."""

from __future__ import annotations

import pytest

from loaders.read.content import Content
from loaders.read.heading import find_heading

BODY = "The two ministers spoke for an hour about the price of rice.\n\nThey meet again in May."


def heading(text: str, **metadata: str):
    return find_heading(Content(text.replace("…", BODY), metadata))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rice and ships\n\n…", "Rice and ships"),
        ("\n\n  Rice and ships  \n2021-03-03 18:28\n…", "Rice and ships"),
        ("Title: Rice and ships\nDate: 2021-03-03\n\n…", "Rice and ships"),
        ("Date: 2021-03-03\nHeadline: Rice and ships\n\n…", "Rice and ships"),
        ("# Rice and ships\n\n…", "Rice and ships"),
        ("**Rice and ships**\n\n…", "Rice and ships"),
        ("# [Rice and ships](https://courier.example/1)\n\n…", "Rice and ships"),
        ("Published: March 3, 2021\n\nRice and ships\n\n…", "Rice and ships"),
        ("March 3, 2021\n\nRice and ships\n\n…", "Rice and ships"),
        ("<https://courier.example/1>\n\nRice and ships\n\n…", "Rice and ships"),
        ("By Ana Ruiz\n\nRice and ships\n\n…", "Rice and ships"),
        ("The Coast Courier\n3 March 2021\n\nRice and ships\n\n…", "Rice and ships"),
        ("COAST WIRE\nOPINION | Wednesday 3 March 2021\n\nRice and ships\n\n…", "Rice and ships"),
        ("Diario de la Costa (English edition)\nPublished: 03/03/2021 08:45\n\nRice and ships\n\n…", "Rice and ships"),
        ("Rice and ships\nCoast Observer\nMarch 3, 2021\n\n…", "Rice and ships"),
        ("The Post Is Sold\n\n…", "The Post Is Sold"),
        ("Rice Review\n\n…", "Rice Review"),
        ("¿Qué pasa con el arroz?\n\n…", "¿Qué pasa con el arroz?"),
        ("“We start again”: what the host said\n\n…", "“We start again”: what the host said"),
        ("大米与船\n发布时间：2021-03-03\n\n两国外长星期三举行会谈。", "大米与船"),
        ("Home > World > Coast\n\nRice and ships\n\n…", "Rice and ships"),
        ("Skip to main content\nMenu\nRice and ships\n\n…", "Rice and ships"),
        ("Accessibility links\n\n# Rice and ships\n\n…", "Rice and ships"),
        ("RC/4711\n3 March 2021\n\nRice Council\n\n12th Meeting (PM)\n\nRice and ships\n\n…", "Rice and ships"),
        (
            "RC/4711\n3 March 2021\n\nRice Council\nPlenary\n7th Session, 12th Meeting (PM)\n\nRice and ships\n\n…",
            "Rice and ships",
        ),
        ("Image caption\n\nThe host and the guest at the harbour\n\nRice and ships\n\n…", "Rice and ships"),
        ("FILE - The host at the harbour\n\nRice and ships\n\n…", "Rice and ships"),
        (
            "Search form\n\nThe Rice Palace\n\nGaggle by the secretary en route Lima, 3 March 2021\n\n…",
            "Gaggle by the secretary en route Lima, 3 March 2021",
        ),
        ("404 Not Found\n\nRice and ships\n\n…", "Rice and ships"),
        ("Coast Courier\n\nMarch 3, 2021 Wednesday\nLate City Edition\n\nRice and ships\n\n…", "Rice and ships"),
        ("LENGTH: 90 words\n\nRice and ships\n\n…", "Rice and ships"),
        ("CA20210303.0211\nNEWS STORY\nRice and ships\n\n…", "Rice and ships"),
        ("Ana Ruiz\nLima correspondent\n@anaruiz\n3 March 2021\n\nRice and ships\n\n…", "Rice and ships"),
        (
            "[Harbour Register Volume 85, Number 12 (Friday, January 17, 2020)]\n[Notices]\n[Pages 3040-41]\n\nRice and ships\n\n…",
            "Rice and ships",
        ),
        ("No. 10 denies the rice deal\n\n…", "No. 10 denies the rice deal"),
        ("Coast Tribune\nSection A; Page 1\n\nRice and ships\n\nMarch 3, 2021, Wednesday\n\n…", "Rice and ships"),
        ("ADVERTISEMENT\n\nShare this article\n\nRice and ships\n\n…", "Rice and ships"),
        ("1/ **The port sells rice**\n\n…", "1/ The port sells rice"),
        ("THE COAST MERCURY\n\n3 March 2021\n\nRice and ships\n\n…", "Rice and ships"),
        ("From: Ana Ruiz\nSent: 3 March 2021\nTo: Luis Soto\nSubject: Rice and ships\n\n…", "Rice and ships"),
        ("A Meeting in Lima\n\n…", "A Meeting in Lima"),
        ("Home Rule and the Harbour\n\n…", "Home Rule and the Harbour"),
        # above the title stand who publishes it and under what number
        ("United Nations\nPress Release\nSC/12345\n3 March 2021\n\nRice and ships\n\nThe rice came.", "Rice and ships"),
        ("BBC News\nRice and ships\n3 March 2021\n\nThe rice came.", "Rice and ships"),
        # no headline: the beginning of the first sentence
        ("…", "The two ministers spoke for an hour about the price of rice."),
        (
            " date 2021-03-03 On Wednesday, the two ministers spoke for an hour about rice, and then about the ships.",
            "On Wednesday, the two ministers spoke for an hour about rice, and then about the…",
        ),
        (" date 2021-03-03 \n\n\nRice and ships The two " + "ministers met and met and met, " * 9, None),
        ("", ""),
        ("...\n---\n", ""),
    ],
)
def test_title(text, title):
    found = heading(text).title
    if title is None:
        assert found is not None
        assert found.startswith("Rice and ships The two")
        assert found.endswith("…")
    else:
        assert (found or "") == title


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Rice and ships\nPublisher: Coast Courier\n\n…", "Coast Courier"),
        ("Rice and ships\nSource: [Coast Courier](https://courier.example)\n\n…", "Coast Courier"),
        ("Rice and ships\n\nLIMA, March 3 (Coast Agency) -- …", "Coast Agency"),
        ("Rice and ships\n\n…  (Coast Agency/CA)", "Coast Agency/CA"),
        ("Rice and ships\nhttps://www.courier.example/1\n\n…", "courier.example"),
        ("Rice and ships\nSource: https://courier.example/1\n\n…", "courier.example"),
        ("Rice and ships\n来源：海岸报\n\n…", "海岸报"),
        ("Rice and ships\n\n…", None),
        ("Rice Council\n12th Meeting (PM)\n\nRice and ships\n\n…", None),
        ("From: Ana Ruiz <ruiz@courier.example>\nTo: Luis Soto\n\n…", None),
        ("From: Ana Ruiz\nSubject: Rice and ships\n\n…", None),
        ("Rice and ships\n\n… (page 3)", None),
        ("Rice and ships\n\n…  (Applause.)", None),
        ("Rice and ships\n\n…  (Read all of it on page ten.)", None),
        ("Rice and ships\n\n…  (Ana Ruiz/AP)", "AP"),
        ("Rice and ships\n\n…  (Ana Ruiz/Getty Images)", None),
        ("Coast Tribune\nSection A; Page 1\n\nRice and ships\n\n…", "Coast Tribune"),
        ("Rice and ships\n\n…\n\n[1]: https://other.example/1", None),
        ("The Coast Courier\n3 March 2021\n\nRice and ships\n\n…", "The Coast Courier"),
        ("Diario de la Costa (English edition)\nPublished: 03/03/2021\n\nRice and ships\n\n…", "Diario de la Costa"),
        ("Rice and ships\nCoast Observer\nMarch 3, 2021\n\n…", "Coast Observer"),
        ("Rice and ships\nA Long Quarrel\nMarch 3, 2021\n\n…", None),
        ("Editor of the evening post resigns\n3 March 2021\n\nHe was forty\n\n…", None),
        # beside a date, a writer or nothing, where the name is known
        ("Rice and ships\nThe Korea Herald, 3 March 2021\n\n…", "The Korea Herald"),
        ("Rice and ships\nKyodo News - Mar 3, 2021 - 14:20\n\n…", "Kyodo News"),
        ("Rice and ships\nBy Ana Ruiz, Yonhap News Agency\nMarch 3, 2021\n\n…", "Yonhap News Agency"),
        ("Rice and ships\nPublished by Nikkei Asia on 3 March 2021\n\n…", "Nikkei Asia"),
        ("Rice and ships\nVoice of America (VOA), 3 March 2021\n\n…", "Voice of America"),
        ("Rice and ships\nThe Hankyoreh\nPosted on : 2021-03-03 18:01\n\n…", "The Hankyoreh"),
        ("Reuters\n3 March 2021\nRice and ships\n\n…", "Reuters"),
        ("Rice and ships\nUpdated 9:14 AM EDT, Wed March 3, 2021\nCNN —\nThe rice came.", "CNN"),
        ("Rice and ships\nMinistry of Trade of Peru, 3 March 2021\n\n…", "Ministry of Trade of Peru"),
        (
            "Rice and ships\nMinistry of Trade, Republic of Peru\nMarch 3, 2021\n\n…",
            "Ministry of Trade, Republic of Peru",
        ),
        ("Rice and ships\nCoast Observer | 3 March 2021\n\n…", "Coast Observer"),
        # headlines about outlets and offices
        ("Reuters and AP reporters freed in Lima\n3 March 2021\n\nThe rice came.", None),
        ("Ministry of Trade closes its gates after a flood\n3 March 2021\n\nThe rice came.", None),
        ("Rice and ships\nTime for a new deal, 3 March 2021\n\n…", None),
    ],
)
def test_publisher(text, publisher):
    assert heading(text).publisher == publisher


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("Rice\nURL: https://courier.example/a?b=c\n\n…", "https://courier.example/a?b=c"),
        ("Rice\n<https://courier.example/1>\n\n…", "https://courier.example/1"),
        ("Rice\n\n…\n\nhttps://courier.example/1.", "https://courier.example/1"),
        ("Rice\n\nThe plan stands on https://plan.example/1 and will be read by all who can read.", None),
        ("Rice\n\n…", None),
    ],
)
def test_address(text, url):
    assert heading(text).url == url


def test_what_the_format_declares_comes_first():
    found = heading(
        "Rice\nSource: Other\nhttps://other.example/1\n\n…", title="Ships", publisher="Us", url="https://us.example"
    )
    assert (found.title, found.publisher, found.url) == ("Ships", "Us", "https://us.example")


@pytest.mark.parametrize("declared", ["Home > Nation", "Page not found", "Just a moment..."])
def test_a_declared_title_that_only_sets_up_the_page_is_none(declared):
    found = find_heading(Content(f"{declared}\n\nRice and ships\n\nThe two ministers spoke.", {"title": declared}))
    assert found.title == "Rice and ships"
