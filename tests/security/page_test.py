#!/usr/bin/env python3
"""Hostile articles from their pages to the report in a browser: tests/security/page_test.py QOGAM FOLDER

They go the way of all articles (analyze, store, report), and as lines that a hostile program wrote, with a payload in
every text. Every view is visited, in Chromium. Exit 0: all is shown as text and nothing happens; 1: something does not
hold; 77: no Chromium or selenium here.
"""

import json
import pathlib
import subprocess
import sys
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "report"))

from browser import INTRUDERS, Failed, Keys, Page, check, read_data  # noqa: E402
from payloads import PAYLOADS, RUN  # noqa: E402

LISTS = ("", "commitments", "people", "bodies", "ngos", "topics", "articles", "about")


def thing(number):
    """A word for each number, so that what is promised of it is not taken for one promise."""
    syllables = [c + v for c in "бвгдзклмнпрст" for v in "аоуиэ"]
    return "".join(syllables[number * k % len(syllables)] for k in (7, 11, 17, 23)) + "ль"


def page_of(number, payload):
    """A scraped page with the payload wherever a page has words."""
    told = payload.replace("<", "&lt;")
    return (
        f"<html><head><title>{payload}</title><meta name=author content=\"{told}\">"
        f'<meta property="og:url" content="{told}"></head><body><h1>Что обещал аким {told}</h1>'
        f"<p>Аким города {told} Ерлан Сапаров открыл новую школу номер {number}.</p>{payload}"
        f"<p>«До {number % 28 + 1} сентября 2024 года мы отремонтируем {told} {thing(number)}», – сказал он жителям.</p></body></html>"
    )


def text_of(number, payload):
    return (
        f"Что обещал аким {payload}\n\nАким города {payload} Ерлан{number} Сапаров открыл школу.\n\n"
        f"«До {number % 28 + 1} сентября 2024 года мы отремонтируем {payload} {thing(number + 100)}», – сказал он. "
        f"Директор фонда «Ақ ниет {payload}» Динара Ким поблагодарила {payload}."
    )


def record(payload, number):
    """What a hostile program may put into an output: the payload is every text that is in it."""
    text = f"{payload} {thing(number + 200)}\n\n{payload} 😀 {payload}"
    size, end = len(payload), len(text)
    promise = len(text.split("\n\n" + payload)[0])

    def span(**more):
        return {"start": 0, "end": size, "text": payload, "confidence": 0.9, "by": payload, **more}

    return {
        "schema": "qogam/1",
        "id": f"{payload}#{number}",
        "source": {key: payload for key in ("path", "url", "author", "media_type", "encoding", "sha256")},
        "language": ("ru", "kk", payload)[number % 3],
        "title": payload,
        "published": {"value": ("2024-02-01", payload)[number % 2], "from": payload},
        "text": text,
        "furniture": [{"text": payload, "kind": payload}],
        "sentences": [{"start": 0, "end": end, "lang": payload}],
        "mentions": [
            span(id=f"m{k + 1}", type=kind, entity=entity)
            for k, (kind, entity) in enumerate(
                [("person", "e1"), ("organization", "e2"), ("organization", "e3"), ("location", "e4"), (payload, payload)]
            )
        ],
        "entities": [
            {"id": f"e{k + 1}", "type": kind, "kind": what, "name": payload, "aliases": [payload], "parent": None, "mentions": [f"m{k + 1}"]}
            for k, (kind, what) in enumerate(
                [("person", "official"), ("organization", "state_body"), ("organization", "ngo"), ("location", "city")]
            )
        ],
        "officials": [
            {"person": "e1", "name": payload, "position": payload, "organization": payload, "organization_entity": "e2", "status": payload, "mentions": ["m1"], "confidence": 0.9, "by": payload}
        ],
        "ngos": [
            {"organization": "e3", "name": payload, "named": True, "representatives": [{"person": "e1", "name": payload, "role": payload}], "mentions": ["m3"], "confidence": 0.9, "by": payload}
        ],
        "dates": [span(type=payload, value=payload, begin=payload, end_date=payload, approximate=False)],
        "money": [span(amount=1, amount_max=None, currency=payload)],
        "topics": [{"id": topic, "score": 1, "evidence": [{"start": 0, "end": size}]} for topic in ("education", payload)],
        "quotes": [span(id="q1", speaker="e1", speaker_name=payload, cue=payload, direct=True, topics=[payload])],
        "commitments": [
            {**span(), "end": promise, "text": text[:promise]}
            | dict(
                id="c1", kind=("promise", payload)[number % 2], actor="e2", actor_name=payload, said_by="e1", said_by_name=payload, ordered_by=payload,
                quote="q1", beneficiaries=[payload], action=payload, cue=payload, amount=None, topics=["education", payload],
                deadline={"text": payload, "value": (f"2024-09-{number % 28 + 1:02}", payload)[number % 2], "begin": payload, "end_date": payload},
            )
        ],
        "commitment_reports": [{**span(says=("done", payload)[number % 2]), "start": promise + 2, "end": promise + 2 + size}],
        "duplicate_of": payload,
        "generator": {"version": payload, "models": payload},
        "status": "ok",
        "warnings": [{"code": payload, "message": payload, "stage": payload}],
    }  # fmt: skip


def make_report(qogam, folder):
    """Makes report.html in the folder, of all ways in which a payload may come."""

    def run(*words, most=0):
        done = subprocess.run([qogam, *words], cwd=folder, capture_output=True, text=True)
        check(0 <= done.returncode <= most, f"qogam {' '.join(words)}: {done.returncode} {done.stderr[:500]}")
        return done.stdout

    (folder / "pages").mkdir()
    with open(folder / "news.jsonl", "w", encoding="utf-8") as news:
        for number, payload in enumerate(PAYLOADS):
            name = "".join(c for c in payload if c not in "/\0")[:60] or "x"
            (folder / "pages" / f"{name}{number}.html").write_text(page_of(number, payload), "utf-8")
            fields = {"id": payload, "title": payload, "url": payload, "path": payload, "language": "ru", "date": "2024-02-01"}
            news.write(json.dumps({**fields, "text": text_of(number, payload)}) + "\n")
    (folder / "hostile.jsonl").write_text("".join(json.dumps(record(payload, number)) + "\n" for number, payload in enumerate(PAYLOADS)))
    run("analyze", "pages", "--published", "2024-02-01", "--duplicates", "0", "-o", "pages.out", most=1)
    run("analyze", "news.jsonl", "--field", "path=path", "--duplicates", "0", "-o", "news.out", most=1)
    run("analyze", "news.jsonl", "--plain", "--duplicates", "0", "-o", "plain.out", most=1)
    run("store", "-q", "w.db", "pages.out", "news.out", "hostile.jsonl", most=1)
    rate_all(folder, run("review", "w.db"))
    run("review", "w.db", "--apply", "sheet.tsv")
    run("report", "w.db", "-o", "report.html", "--as-of", "2024-12-31")
    return folder / "report.html"


def rate_all(folder, sheet):
    """Writes sheet.tsv, in which a person rates every commitment, with a payload for a name, a source and a note."""
    lines = []
    for number, row in enumerate(line.split("\t") for line in sheet.split("\n") if line.startswith("not_yet_rated\t")):
        payload = "".join(" " if c < " " else c for c in PAYLOADS[number % len(PAYLOADS)])
        lines.append("\t".join(["kept", row[1], "", payload, "2024-03-01", payload, payload]))
    (folder / "sheet.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def look(page, at):
    """Nothing but text has come of what is shown."""
    intruders = page.js(INTRUDERS)
    check(intruders == [None], f"at {at}: {intruders}")


def things_of(data):
    """(fragment, the text that its heading has to be) of all that the report has a view of."""
    for kind in ("articles", "people", "commitments"):
        for one in data[kind]:
            yield kind, one["id"], one.get("title") or one.get("name") or one.get("text")
    for body in data["bodies"]:
        yield "ngos" if body["kind"] == "ngo" else "bodies", body["id"], body["name"]


def squeezed(text):
    return "".join(text.split())


def visit_all(page, data):
    page.open()
    for language in ("ru", "kk", "en"):
        for fragment in LISTS:
            page.follow(fragment, language)
            look(page, fragment)
    shown = set()
    for kind, id_, title in things_of(data):
        fragment = f"{kind}/{urllib.parse.quote(id_, safe='')}"
        page.follow(fragment)
        look(page, fragment)
        if title:
            check(squeezed(title) in squeezed(page.text("main h1")), f"{fragment} is headed {page.text('main h1')!r}, not {title!r}")
        body = squeezed(page.text("main"))
        shown |= {payload for payload in PAYLOADS if squeezed(payload.replace("\0", "")) in body}
    lost = [payload for payload in PAYLOADS if payload not in shown]
    check(not lost, f"not shown as they were written: {lost[:5]}")


def search_and_filter(page):
    for number, payload in enumerate(PAYLOADS):
        here = f"articles/{urllib.parse.quote(payload, safe='')}?at="
        for fragment in ("search?q=", ("commitments?q=", "articles?topic=", "people?sort=", here)[number % 4]):
            page.follow(fragment + urllib.parse.quote(payload, safe=""))
            look(page, f"{fragment}{payload}")
    page.follow("nowhere")  # a view that is there already is not made anew
    page.follow("articles")
    for payload in PAYLOADS[::8]:
        field = page.find("#filter-q")
        field.clear()
        typed = "".join(c for c in payload if " " <= c <= "\uffff")  # what ChromeDriver can type
        field.send_keys(typed, Keys.TAB)
        look(page, f"the filter {payload}")


def open_rows(page):
    """Goes where links of the page lead, as a reader does."""
    for fragment in ("", "commitments", "people", "bodies", "ngos", "topics", "articles"):
        page.follow("nowhere")
        page.follow(fragment)
        count = min(8, page.js("return document.querySelectorAll('main a[href^=\"#\"]').length"))
        for number in range(count):
            page.follow("nowhere")
            page.follow(fragment)
            page.js("document.querySelectorAll('main a[href^=\"#\"]')[arguments[0]]?.click()", number)
            page.wait("document.querySelector('main h1')", "a link shows a view", 30)
            look(page, f"link {number} of {fragment}")


def main():
    qogam, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    report = make_report(qogam, folder)
    data = read_data(report)
    check(len(data["articles"]) >= 2 * len(PAYLOADS), f"only {len(data['articles'])} articles are in the report")
    check(data["people"] and data["bodies"] and data["quotes"] and len(data["commitments"]) >= len(PAYLOADS) // 2, "the report lacks what was stored")
    raw = report.read_bytes()
    check(raw.count(b"</script") == 4 and RUN.encode() not in raw, "a payload stands in the page itself")
    page = Page(report)
    try:
        visit_all(page, data)
        search_and_filter(page)
        open_rows(page)
    finally:
        page.close()
    check(not page.requests, f"the page asked for {list(page.requests.values())[:3]}")
    check(not page.console, f"the console says {page.console[:3]}")
    print(f"{len(data['articles'])} articles, {len(PAYLOADS)} payloads: all are text")


if __name__ == "__main__":
    try:
        main()
    except Failed as failure:
        print(failure)
        sys.exit(1)
