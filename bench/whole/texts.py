"""Articles for the runs: read, sampled, cut, and multiplied into corpora of any size."""
import json
import random
import re
import zlib

CAPITAL, SMALL = "А-ЯЁӘҒҚҢӨҰҮҺІ", "а-яёәғқңөұүһі"
SURNAME = re.compile(rf"\b[{CAPITAL}][{SMALL}]{{2,}}?(?=(?:[оеё]в|ин|енко)(?:а|у|ым|е|ой|ых)?\b)")
NUMBER = re.compile(r"\d+")
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
SYLLABLES = "ба ке ди жо ра ту ле ми сы ну га те ви бо ка шу ле ру ме за ха до ни ал ер ос ум ай ту са".split()


def read(path, most=None):
    """Records {"id", "text"} of a file of JSON Lines; empty texts are left out."""
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            record = record_of(line)
            if record is None:
                raise SystemExit(f'{path}:{number} is no record {{"id", "text"}}; give JSON Lines with one on each line.')
            if record["text"].strip():
                yield {"id": str(record["id"]), "text": record["text"]}
                most = most and most - 1
                if most == 0:
                    return


def record_of(line):
    """The record of a line, or None where it is none."""
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record if isinstance(record, dict) and "id" in record and isinstance(record.get("text"), str) else None


def size(records):
    """Bytes that count: UTF-8 of the texts."""
    return sum(len(r["text"].encode()) for r in records)


def write(path, records):
    """The records as JSON Lines; (documents, bytes of text)."""
    documents = count = 0
    with open(path, "w", encoding="utf-8") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
            documents, count = documents + 1, count + len(record["text"].encode())
    return documents, count


def write_for_icu(path, records):
    """Texts with a NUL byte after each, as icu_pass reads them."""
    with open(path, "wb") as out:
        for record in records:
            out.write(record["text"].replace("\0", " ").encode() + b"\0")


def sample(records, most):
    """Records from all over the file that make about `most` bytes; the first of them are from all over it too."""
    mixed = sorted(records, key=lambda r: zlib.crc32(r["id"].encode()))
    chosen, count = [], 0
    for record in mixed:
        if count >= most:
            break
        chosen.append(record)
        count += size([record])
    return chosen


def repeated(records, least):
    """The records over and over, with ids of their own, until they make `least` bytes."""
    result, count, turn = [], 0, 0
    while count < least:
        for record in records:
            result.append({"id": f"{record['id']}-{turn}", "text": record["text"]})
        count, turn = count + size(records), turn + 1
    return result


def halves(records):
    """Two lists of about as many bytes, each from all over the file."""
    parts, sizes = ([], []), [0, 0]
    for record in records:
        smaller = sizes[1] < sizes[0]
        parts[smaller].append(record)
        sizes[smaller] += size([record])
    return parts


def cut(text, most):
    """The text up to the last end of a sentence within `most` bytes; one sentence stays whole."""
    if not most or len(text.encode()) <= most:
        return text
    end = 0
    for found in SENTENCE_END.finditer(text):
        if end and len(text[:found.start()].encode()) > most:
            break
        end = found.start()
    return text[:end] or text


# ---- more articles than there are ----------------------------------------------------------

def in_two(text):
    """The text cut at the end of a sentence nearest to its middle; one sentence stands for both halves."""
    ends = [found.end() for found in SENTENCE_END.finditer(text) if found.end() < len(text)]
    if not ends:
        return text + "\n", text
    end = min(ends, key=lambda e: abs(e - len(text) // 2))
    return text[:end], text[end:]


def other_name(turn, stem):
    """A surname that is the same wherever the stem stands in this turn, and another in the next."""
    number = zlib.crc32(f"{turn}:{stem}".encode())
    name = ""
    for _ in range(3):
        number, syllable = divmod(number, len(SYLLABLES))
        name += SYLLABLES[syllable]
    return name.capitalize()


def other_number(draw, digits):
    """A number of the same length; years stay years, and what may be a day or an hour stays one."""
    if len(digits) <= 2:
        return str(draw.randint(1, 23))
    if len(digits) == 4 and digits[:2] in ("19", "20"):
        return str(draw.randint(2005, 2029))
    return str(draw.randint(10 ** (len(digits) - 1), 10 ** len(digits) - 1)) if len(digits) < 16 else digits


def varied(records, number, most=None):
    """`number` records made of these, each text cut to `most` bytes.

    The first turn is the records as they are. In later ones the first half of each article goes with the second half of
    another, and has other numbers and surnames: words keep coming that were never met, and few articles are nearly the
    same as others.
    """
    records = [{"id": r["id"], "text": cut(r["text"], most)} for r in records]
    for n in range(number):
        turn, at = divmod(n, len(records))
        text = records[at]["text"]
        if turn:
            other = records[(at + turn) % len(records)]["text"]
            draw = random.Random(n)
            text = in_two(text)[0] + in_two(other)[1]
            text = SURNAME.sub(lambda found: other_name(turn, found.group()), text)
            text = NUMBER.sub(lambda found: other_number(draw, found.group()), text)
        yield {"id": f"{records[at]['id']}-{turn}", "text": text}
