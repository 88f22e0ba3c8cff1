"""A document as HTML for notebooks: its text with the mentions coloured, and its findings in a table.

All that comes from the document is escaped; there is no script in it, and nothing is loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from .document import Document

_COLOURS = {
    "person": "#b5d6f6",
    "organization": "#c9e8bf",
    "position": "#d8dcf3",
    "location": "#f6d9ae",
    "date": "#ecc9ea",
    "money": "#f3e99d",
    "law": "#dcdcdc",
    "event": "#f5c0b8",
}
_OTHER = "#dcdcdc"

_MARK = "background:{colour};color:#111;padding:.1em .25em;border-radius:.3em;"
_LABEL = "font-size:.65em;font-weight:bold;margin-left:.35em;vertical-align:middle;text-transform:uppercase;opacity:.7;"
_TEXT = "white-space:pre-wrap;line-height:1.9;max-width:60em;"
_CELL = "text-align:left;vertical-align:top;padding:.2em .6em;"


class _Span(NamedTuple):
    start: int
    end: int
    type: str
    about: str


def page_of(document: Document) -> str:
    """The whole. Offsets are those of the document, so the text shown is exactly its text."""
    parts = [f"<h4>{escape(document.title or document.id)}</h4>", f"<p>{escape(_about(document))}</p>"]
    if document.text:
        parts.append(f'<div style="{_TEXT}">{"".join(_marked(document))}</div>')
    parts.extend(_tables(document))
    return f'<div class="qogam">{"".join(parts)}</div>'


def _about(document: Document) -> str:
    if document.error:
        return f"error {document.error.code}: {document.error.message}"
    known = (document.language, document.published.value, document.source.url, *(topic.id for topic in document.topics))
    return " · ".join(value for value in known if value)


def _spans(document: Document) -> list[_Span]:
    """What is marked, in the order of the text: of those that overlap the first and longest."""
    all_spans = [_Span(m.start, m.end, m.type, _entity_name(document, m.entity)) for m in document.mentions]
    all_spans += [_Span(d.start, d.end, "date", d.value or "") for d in document.dates]
    all_spans += [_Span(m.start, m.end, "money", f"{m.amount:g} {m.currency}") for m in document.money]
    spans: list[_Span] = []
    for span in sorted(all_spans, key=lambda s: (s.start, -s.end)):
        if span.start >= (spans[-1].end if spans else 0) and span.end > span.start:
            spans.append(span)
    return spans


def _entity_name(document: Document, id: str | None) -> str:
    entity = document.entity(id)
    return entity.name if entity else ""


def _marked(document: Document) -> Iterator[str]:
    text, at = document.text, 0
    for span in _spans(document):
        yield escape(text[at : span.start])
        style = _MARK.format(colour=_COLOURS.get(span.type, _OTHER))
        words, label = escape(text[span.start : span.end]), escape(span.type)
        yield f'<mark style="{style}" title="{escape(span.about)}">{words}<span style="{_LABEL}">{label}</span></mark>'
        at = span.end
    yield escape(text[at:])


def _tables(document: Document) -> Iterator[str]:
    yield _table(
        "commitments",
        ("kind", "text", "actor", "said by", "deadline"),
        (
            (c.kind, c.text, c.actor_name, c.said_by_name, (c.deadline.value or c.deadline.text) if c.deadline else None)
            for c in document.commitments
        ),
    )
    yield _table("officials", ("name", "position", "status"), ((o.name, o.position or o.organization, o.status) for o in document.officials))
    yield _table("ngos", ("name", "representatives"), ((n.name, ", ".join(r.name for r in n.representatives)) for n in document.ngos))
    yield _table("quotes", ("speaker", "text"), ((q.speaker_name, q.text) for q in document.quotes))


def _table(caption: str, columns: Iterable[str], rows: Iterable[tuple[str | None, ...]]) -> str:
    lines = ["".join(f'<td style="{_CELL}">{escape(cell or "")}</td>' for cell in row) for row in rows]
    if not lines:
        return ""
    head = "".join(f'<th style="{_CELL}">{escape(column)}</th>' for column in columns)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<h5>{escape(caption)}</h5><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
