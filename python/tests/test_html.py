"""A document in a notebook."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser

import pytest
import qogam

VOID = {"br", "hr", "img", "input", "meta", "link"}


class Reader(HTMLParser):
    """The text of the first inner div, and a check that all elements are closed in their order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in VOID
        assert all(name in ("style", "title", "class") for name, _ in attrs)
        self.open.append(tag)
        self.seen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open.count("div") == 2 and "span" not in self.open:
            self.text += data


def test_the_text_is_shown_as_it_is(results: list[qogam.Document]) -> None:
    marks = 0
    for document in results:
        page = Reader(document._repr_html_())
        assert page.text == document.text
        marks += page.seen.count("mark")
    assert marks > 1000


def test_findings_are_below(results: list[qogam.Document]) -> None:
    document = next(d for d in results if d.commitments and d.officials)
    html = unescape(document._repr_html_())
    for commitment in document.commitments:
        assert f"{commitment.text}</td>" in html
    for official in document.officials:
        assert f">{official.name}</td>" in html


HOSTILE = '<script>alert("x")</script> & \'"><img src=x onerror=alert(1)>'


def test_hostile_documents_are_escaped(results: list[qogam.Document]) -> None:
    data = next(d for d in results if d.commitments and d.quotes and d.ngos and d.officials).to_dict()

    def spoil(value: object) -> object:
        if isinstance(value, str) and not re.fullmatch(r"qogam/1|ok|[emqc]\d+", value):
            return HOSTILE
        if isinstance(value, list):
            return [spoil(one) for one in value]
        return {key: spoil(inner) for key, inner in value.items()} if isinstance(value, dict) else value

    spoilt = spoil(data)
    assert isinstance(spoilt, dict)
    spoilt["text"] = HOSTILE * 200
    html = qogam.Document.from_json(json.dumps(spoilt))._repr_html_()
    assert "<script" not in html and "<img" not in html
    assert set(Reader(html).seen) <= {"div", "h4", "h5", "p", "mark", "span", "table", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.parametrize("text", ["", "&amp; <b>", "Аким."])
def test_small_ones(analyzer: qogam.Analyzer, text: str) -> None:
    document = analyzer.analyze(text)
    assert Reader(document._repr_html_()).text == document.text
    if document.error:
        assert document.error.code in document._repr_html_()


def test_without_text() -> None:
    assert "<mark" not in qogam.analyze("Аким Асет Исекешев.", no_text=True)._repr_html_()
