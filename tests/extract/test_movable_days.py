"""Feasts that move with the moon: of the year that is meant, or of none."""

from datetime import datetime

import pytest

from loaders.extract.dates import find_dates


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("They prayed at Easter.", "2020-05-01", "2020-04-12"),
        ("They prayed at Orthodox Easter.", "2013-06-01", "2013-05-05"),
        ("They lit candles for Hanukkah.", "2022-12-28", "2022-12-19"),
        ("They danced at Lunar New Year.", "2021-03-01", "2021-02-12"),
        ("They kept Vesak in the hills.", "2014-06-01", "2014-05-13"),
        # Years that a table lacks: the years beside them are not meant.
        ("They kept Vesak in the hills.", "2015-06-10", None),
        ("They kept Vesak in the hills.", "2015-12-28", None),
        ("They danced at Lunar New Year.", "1986-03-01", None),
    ],
)
def test_a_feast_is_of_the_year_that_is_meant(text, published, value):
    found = [date.value for date in find_dates(text, datetime.fromisoformat(published))]
    assert found == ([value] if value else [])
