"""The language of a text, by py3langid (character n-grams; its model is part of the package)."""

from __future__ import annotations

from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

SAMPLE = 4_000

LANGUAGES = [
    "ar",
    "bg",
    "ca",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "fa",
    "fi",
    "fr",
    "he",
    "hi",
    "hr",
    "hu",
    "id",
    "it",
    "ja",
    "ko",
    "lt",
    "lv",
    "ms",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "ru",
    "sk",
    "sl",
    "sr",
    "sv",
    "sw",
    "th",
    "tr",
    "uk",
    "ur",
    "vi",
    "zh",
]
"""Languages that news is written in; without this bound a short text is often taken for a rare relative."""


def find_language(text: str) -> str:
    """ISO 639-1 code of the language that most of the text's beginning is in.

    >>> find_language("The two ministers spoke by telephone on Tuesday about trade and the harvest.")
    'en'
    """
    code, _ = _identifier().classify(text[:SAMPLE])
    return str(code)


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(LANGUAGES)
    return identifier
