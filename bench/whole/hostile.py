"""Texts that tempt a program into quadratic work: long lines of one thing, nesting, many of a kind.

KINDS: name -> a function of (draw, bytes) that gives about so many bytes of text; `draw` is a seeded random.Random.
"""
SYLLABLES = "ба ке ди жо ра ту ле ми сы ну га те ви бо ка шу ру ме за ха до ни".split()
MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
KAZAKH_ENDINGS = "лар дар ымыз ыңыз дағы нікі мен ға дан ның дың сыз шы лық".split()


def over_and_over(piece):
    """The piece until there are bytes enough."""
    return lambda draw, size: piece * (size // len(piece.encode()) + 1)


def made(one, between=" "):
    """What one(draw, n) gives for n = 0, 1, …, until there are bytes enough."""
    def text(draw, size):
        parts, count = [], 0
        while count < size:
            parts.append(one(draw, len(parts)))
            count += len(parts[-1].encode()) + len(between)
        return between.join(parts)
    return text


def nested(opening, inner, closing):
    """One in another, as deep as there are bytes."""
    def text(draw, size):
        depth = size // len((opening + closing).encode())
        return opening * depth + inner + closing * depth
    return text


def word(draw, syllables=3):
    return "".join(draw.choice(SYLLABLES) for _ in range(syllables))


def name(draw):
    return word(draw).capitalize() + draw.choice(("ов", "ев", "ин"))


def date(draw, n):
    return f"{draw.randint(1, 28)} {draw.choice(MONTHS)} {draw.randint(1990, 2030)} года"


def quote(opening, closing):
    return made(lambda draw, n: f"{opening}{word(draw)} {word(draw)}{closing}")


def fill(template):
    """Sentences of a template with {name}, {other}, {word}, {date}, {n}."""
    return made(lambda draw, n: template.format(name=name(draw), other=name(draw), word=word(draw), date=date(draw, n), n=n))


KINDS = {
    # quotes
    "quotes « alone": over_and_over("«"),
    "quotes » alone": over_and_over("»"),
    "quotes \" alone": over_and_over('"'),
    "quotes \" and blanks": over_and_over('" '),
    "quotes ' alone": over_and_over("'"),
    "quotes „ and “": over_and_over("„а“ "),
    "quotes «» nested": nested("«", "да", "»"),
    "quotes « with words, never closed": made(lambda d, n: "«" + word(d)),
    "quotes \" with words": quote('"', '"'),
    "quotes «» with words, one line": quote("«", "»"),
    "quotes with a speaker": fill("«Мы {word} и {word}», – сказал {name}."),
    "quotes that open with a speaker each, never closed": fill("{name} сказал: «Мы {word}."),
    "dashes of speech, a paragraph each": made(lambda d, n: f"– Мы {word(d)}, – сказал {name(d)}. – И {word(d)}.", "\n"),
    # brackets
    "brackets ( alone": over_and_over("("),
    "brackets ) alone": over_and_over(")"),
    "brackets nested": nested("(", "а", ")"),
    "brackets of three kinds nested": nested("([{", "а", "}])"),
    "brackets with words": made(lambda d, n: f"({word(d)})"),
    "brackets with short names": fill("общественный фонд «{word}» (далее – {name})."),
    # one thing without an end
    "capitals, one word": over_and_over("А"),
    "capitals, words": made(lambda d, n: word(d).upper()),
    "capitalized words, one sentence": made(lambda d, n: word(d).capitalize()),
    "small letters, one word": over_and_over("а"),
    "syllables, one word": made(lambda d, n: word(d), ""),
    "words, every one new": made(lambda d, n: word(d, 5)),
    "one word over and over": over_and_over("слово "),
    "one sentence without an end": made(lambda d, n: f"который {word(d)},"),
    "digits, one number": over_and_over("1234567890"),
    "digits and blanks": over_and_over("123 456 "),
    "digits and dots": over_and_over("12."),
    "digits and commas": over_and_over("1,5,"),
    "digits and colons": over_and_over("12:30:"),
    "digits and hyphens": over_and_over("12-"),
    "commas alone": over_and_over(","),
    "commas and words": made(lambda d, n: word(d), ", "),
    "semicolons and words": made(lambda d, n: word(d), "; "),
    "dots alone": over_and_over("."),
    "dots and letters": over_and_over("а."),
    "abbreviations": over_and_over("г. ул. им. т. е. "),
    "marks !?": over_and_over("!?"),
    "colons and words": made(lambda d, n: word(d), ": "),
    "dashes alone": over_and_over("—"),
    "dashes and words": made(lambda d, n: word(d), " — "),
    "hyphens alone": over_and_over("-"),
    "hyphens, one word": made(lambda d, n: word(d), "-"),
    "slashes, one word": made(lambda d, n: word(d), "/"),
    "underscores": over_and_over("_"),
    "blanks only": over_and_over(" "),
    "blanks that do not break": over_and_over("\u00a0"),
    "new lines only": over_and_over("\n"),
    "lines of one letter": over_and_over("а\n"),
    "short paragraphs": made(lambda d, n: word(d).capitalize() + ".", "\n\n"),
    "lines that recur": over_and_over("Читайте также: новости дня\n"),
    "tabs and bars": over_and_over("а\t|\t"),
    # characters
    "combining marks": lambda draw, size: "и" + "\u0306" * (size // 2),
    "letters with marks each": over_and_over("и\u0306е\u0308"),
    "soft hyphens": over_and_over("а\u00ad"),
    "zero width joiners": over_and_over("а\u200d"),
    "direction marks": over_and_over("\u202eа"),
    "emoji": over_and_over("😀👨‍👩‍👧"),
    "scripts mixed in a word": over_and_over("аbвgд"),
    "look-alikes, words": over_and_over("Kaзaxcтaн "),
    "Chinese": over_and_over("中文"),
    "replacement characters": over_and_over("\ufffd"),
    "control characters": over_and_over("а\u0001"),
    # markup and addresses
    "< alone": over_and_over("<"),
    "< with names, never closed": made(lambda d, n: "<div a='"),
    "tags nested": nested("<div>", "а", "</div>"),
    "& alone": over_and_over("&"),
    "entities": over_and_over("&laquo;&#1072;"),
    "comments never closed": over_and_over("<!--"),
    "addresses of the web": made(lambda d, n: f"https://example.kz/{n}?a={n}"),
    "one address without an end": lambda draw, size: "https://example.kz/" + "a/" * (size // 2),
    "mail": made(lambda d, n: f"a{n}@example.kz"),
    "@ alone": over_and_over("@"),
    "letters and @": over_and_over("a@"),
    "tags of social media": made(lambda d, n: f"#{word(d)}"),
    "base64": made(lambda d, n: "".join(d.choice("ABCDEFabcdef0123+/") for _ in range(64)), ""),
    # mentions
    "dates": made(date, ", "),
    "dates in digits": made(lambda d, n: f"{d.randint(1, 28):02}.{d.randint(1, 12):02}.{d.randint(1990, 2030)}"),
    "ranges of years": over_and_over("2016–2020–"),
    "deadlines": made(lambda d, n: "до " + date(d, n), ", "),
    "deadlines with promises": fill("Аким обещал отремонтировать дорогу до {date}."),
    "promises in one sentence": made(lambda d, n: f"построим школу до {date(d, n)}", " и "),
    "sums of money": made(lambda d, n: f"{d.randint(1, 999)} млн тенге"),
    "Roman numerals": over_and_over("XIX "),
    "numerals in words": over_and_over("двадцать пять тысяч "),
    "numbers of laws": made(lambda d, n: f"№ {n}-VI"),
    "lists with numbers": made(lambda d, n: f"{n}. {word(d)};", "\n"),
    "lists with dashes": made(lambda d, n: f"– {word(d)};", "\n"),
    "surnames": made(lambda d, n: name(d)),
    "surnames with commas": made(lambda d, n: name(d), ", "),
    "initials": over_and_over("А. Б. "),
    "initials and surnames": made(lambda d, n: f"А. Б. {name(d)}", ", "),
    "people in full, each new": made(lambda d, n: f"Иван {name(d)} сказал, что {word(d)}."),
    "one surname, many first names": made(lambda d, n: f"{word(d).capitalize()} Ахметов сказал."),
    "one person over and over": over_and_over("Президент Касым-Жомарт Токаев сказал. Токаев сказал. Он сказал. "),
    "posts in a chain": over_and_over("заместитель министра "),
    "posts with places": over_and_over("аким района области "),
    "officials, each new": fill("Министр {word} Иван {name} сообщил."),
    "bodies in a chain": over_and_over("управление департамента комитета министерства "),
    "funds, each new": fill("Общественный фонд «{word}» и ассоциация «{word}»."),
    "places": over_and_over("Астана, Алматы, Караганда, Павлодар, "),
    "verbs of saying": over_and_over("сказал сообщил отметил "),
    # Kazakh
    "Kazakh endings, one word": made(lambda d, n: d.choice(KAZAKH_ENDINGS), ""),
    "Kazakh words, many endings": made(lambda d, n: "бала" + "".join(d.choice(KAZAKH_ENDINGS) for _ in range(6))),
    "Kazakh hyphens": over_and_over("бала-шаға-"),
    "Kazakh quotes with a speaker": made(lambda d, n: f"«Біз {word(d)}мыз», – деді {name(d)}."),
    "Kazakh deadlines": made(lambda d, n: f"2025 жылғы {d.randint(1, 28)} қыркүйекке дейін салынады,"),
    "Kazakh posts": over_and_over("облыс әкімінің орынбасары "),
    "Kazakh in Latin letters": over_and_over("Qazaqstan Respublıkasynyń "),
}
