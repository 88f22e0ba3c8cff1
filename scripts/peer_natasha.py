"""What the scripts that let natasha label text share: importing it, and reading texts."""
import collections
import inspect
import json

ARGSPEC = collections.namedtuple("ArgSpec", "args varargs keywords defaults")
if not hasattr(inspect, "getargspec"):  # pymorphy2 asks for it; Python 3.11 has it no more
    inspect.getargspec = lambda f: ARGSPEC(*inspect.getfullargspec(f)[:4])


def texts(arguments, without=()):
    """The distinct texts of FILE.jsonl[:FIELD] (field `text` unless said) and of plain text files, but for records whose id is in `without`."""
    seen = set()
    for argument in arguments:
        path, _, field = argument.partition(":")
        with open(path, encoding="utf-8") as file:
            records = map(json.loads, file) if path.endswith(".jsonl") else [{"text": file.read()}]
            for record in records:
                text = record.get(field or "text") or ""
                if text and text not in seen and record.get("id") not in without:
                    seen.add(text)
                    yield text
