#!/usr/bin/env python3
"""Makes report pages of invented data, for looking at and for browser_test.py.

    tests/report/sample.py small.html                 # a dozen articles, with hostile texts among them
    tests/report/sample.py big.html --articles 10000
    tests/report/sample.py empty.html --articles 0

The page is composed by cmake/compose_report.cmake as the build does it; the data stands for what the
program writes. `python3 tests/report/browser_test.py small.html` then tests it.
"""

import argparse
import base64
import gzip
import json
import pathlib
import random
import re
import subprocess
import tempfile

from sample_story import story

ROOT = pathlib.Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "ru", "kk")


def strings():
    """report.tsv as {language: {key: text}}, as the program gives it to the page."""
    out = {language: {} for language in LANGUAGES}
    for line in (ROOT / "models/common/report.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            key, *texts = line.split("\t")
            for language, text in zip(LANGUAGES, texts):
                out[language][key] = text
    return out


def topics():
    """Topics of models/common/topics with their names."""
    out = []
    for path in sorted((ROOT / "models/common/topics").glob("*.topic")):
        text = path.read_text("utf-8")
        names = dict(re.findall(r"^name\s+(ru|kk|en)\s+(.+)$", text, re.M))
        out.append({"id": path.stem, **names})
    return out


def frame(data, counts=None):
    """Data with what every report has."""
    months = {}
    for article in data["articles"]:
        if article["published"]:
            months[article["published"][:7]] = months.get(article["published"][:7], 0) + 1
    shown = len(data["articles"])
    return {
        "version": "0.1.0",
        "models": "0123456789abcdef",
        "as_of": "2026-11-30",
        "language": "ru",
        "strings": strings(),
        "topics": topics(),
        "counts": counts or {"articles": shown, "shown": shown, "failed": 0},
        "months": sorted(map(list, months.items())),
        **data,
    }


def many(count, seed=7):
    """A corpus of `count` articles, each varied from the story's, for speed and paging."""
    base, random_ = story(topics()), random.Random(seed)
    out = {"articles": [], "people": [], "bodies": [], "quotes": [], "commitments": []}
    plain = [k for k, article in enumerate(base["articles"]) if not article["id"].startswith("hostile")]
    vocabulary = sorted({word for k in plain for word in base["articles"][k]["text"].split()})
    where = [{} for _ in range(count)]
    for k in range(count):
        source = base["articles"][plain[k % len(plain)]]
        day = f"{random_.randint(2019, 2026)}-{random_.randint(1, 12):02}-{random_.randint(1, 28):02}"
        where[k] = {"source": plain[k % len(plain)], "day": min(day, "2026-11-29")}
        out["articles"].append(
            {
                **source,
                "id": f"a{k}",
                "title": f"{source['title']} № {k}",
                "published": where[k]["day"],
                "duplicate_of": None,
                "text": source["text"]
                + "\n\n"
                + "\n\n".join(" ".join(random_.choices(vocabulary, k=60)) for _ in range(4)),
            }
        )
    articles_of = {}
    for k, place in enumerate(where):
        articles_of.setdefault(place["source"], []).append(k)
    for copy in range(max(1, count // 40)):
        for person in base["people"][:6]:
            own = [k for a in person["articles"] for k in articles_of.get(a, [])[copy::40]]
            out["people"].append(
                {
                    **person,
                    "id": f"p{copy}-{person['id']}",
                    "name": f"{person['name']} {copy}" if copy else person["name"],
                    "articles": own,
                    "quotes": [],
                    "posts": [{**post, "body": -1} for post in person["posts"]],
                }
            )
        for body in base["bodies"][:5]:
            own = [k for a in body["articles"] for k in articles_of.get(a, [])[copy::40]]
            out["bodies"].append(
                {
                    **body,
                    "id": f"b{copy}-{body['id']}",
                    "name": f"{body['name']} {copy}" if copy else body["name"],
                    "articles": own,
                    "people": [],
                }
            )
    for k, place in enumerate(where):
        for quote in base["quotes"]:
            if quote["article"] == place["source"] and 0 <= quote["speaker"] < 6:
                speaker = quote["speaker"] + 6 * random_.randrange(max(1, count // 40))
                out["people"][speaker]["quotes"].append(len(out["quotes"]))
                out["quotes"].append({**quote, "article": k, "speaker": speaker})
    for k in range(count // 2):
        source = base["commitments"][k % 8]
        tellings = []
        for telling in source["tellings"]:
            own = articles_of.get(telling["article"], [-1])
            article = own[k % len(own)]
            tellings.append(
                {
                    **telling,
                    "article": article,
                    "day": where[article]["day"] if article >= 0 else telling["day"],
                }
            )
        tellings.sort(key=lambda telling: telling["day"])
        out["commitments"].append(
            {
                **source,
                "id": f"c{k}",
                "text": f"{source['text']} ({k})",
                "tellings": tellings,
                "first_said": tellings[0]["day"],
                "last_mentioned": tellings[-1]["day"],
            }
        )
    return out


def compose(data, out):
    """Writes the page with `data` inside."""
    with tempfile.TemporaryDirectory() as folder:
        template = pathlib.Path(folder) / "template.html"
        subprocess.run(
            [
                "cmake",
                f"-DOUT={template}",
                f"-DPAGE_DIR={ROOT}/src/report/page",
                "-DJS_DIR=/usr/share/javascript",
                "-P",
                f"{ROOT}/cmake/compose_report.cmake",
            ],
            check=True,
        )
        page = template.read_text("utf-8")
    packed = base64.b64encode(gzip.compress(json.dumps(data, ensure_ascii=False).encode("utf-8"), 6)).decode(
        "ascii"
    )
    pathlib.Path(out).write_text(
        page.replace("{{language}}", data["language"], 1).replace("{{data}}", packed, 1), "utf-8"
    )


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out")
    parser.add_argument("--articles", type=int, help="how many; without it the story with its hostile texts")
    options = parser.parse_args()
    if options.articles is None:
        data = frame(story(topics()), {"articles": 1240, "shown": 12, "failed": 3})
    elif options.articles == 0:
        data = frame({key: [] for key in ("articles", "people", "bodies", "quotes", "commitments")})
    else:
        data = frame(many(options.articles))
    compose(data, options.out)


if __name__ == "__main__":
    main()
