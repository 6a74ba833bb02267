"""The language of a text."""

from __future__ import annotations

import pytest

from loaders.read.language import find_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The two ministers spoke by telephone on Tuesday about trade and the harvest."),
        ("es", "Los dos ministros hablaron por teléfono el martes sobre el comercio y la cosecha."),
        ("zh", "两国外长星期二通电话，讨论了贸易和收成问题。"),
        ("fr", "Les deux ministres ont parlé mardi au téléphone du commerce et de la récolte."),
        ("de", "Die beiden Minister sprachen am Dienstag am Telefon über den Handel und die Ernte."),
        ("pt", "Os dois ministros falaram por telefone na terça-feira sobre o comércio e a colheita."),
        ("ru", "Два министра говорили во вторник по телефону о торговле и об урожае."),
        ("ar", "تحدث الوزيران هاتفيا يوم الثلاثاء عن التجارة والحصاد."),
        ("en", "Xi Jinping and Miguel Díaz-Canel met in Beijing, the agency said, and Raúl Castro sent his regards."),
    ],
)
def test_language(language, text):
    assert find_language(text) == language


@pytest.mark.parametrize("text", ["", " ", "2021-03-03", "🌞", "x"])
def test_a_text_without_words_has_some_language(text):
    assert len(find_language(text)) == 2
