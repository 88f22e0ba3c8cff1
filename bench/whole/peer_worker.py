"""One peer at work; bench/whole/peers_run.py runs this with the interpreter of the peers' environment.

usage: peer_worker.py NAME SAMPLE.jsonl

Loads the peer, has it read a sentence of known content, and says {"ready": …}. Then each line of standard input is a
number of CPU seconds, and each is answered by one pass over the sample: {"seconds", "bytes", "documents", "counts",
"raised"}. The first pass ends after the document in which that time is spent; all later ones read just the same documents.
"""
import collections
import importlib.metadata
import inspect
import json
import sys
import time

KNOWN = "Президент Казахстана Касым-Жомарт Токаев прибыл в Астану 7 апреля 2024 года. Он встретился с министром Маратом Ахметовым."


def razdel():
    import razdel as peer

    def read(text):
        sentences = list(peer.sentenize(text))
        return {"sentences": len(sentences), "tokens": sum(sum(1 for _ in peer.tokenize(s.text)) for s in sentences)}
    return read, lambda: read(KNOWN) == {"sentences": 2, "tokens": 19}, ["razdel"]


def pymorphy():
    import pymorphy3
    import razdel as peer
    morph = pymorphy3.MorphAnalyzer()

    def read(text):
        lemmas = [morph.parse(token.text)[0].normal_form for s in peer.sentenize(text) for token in peer.tokenize(s.text)]
        return {"tokens": len(lemmas), "letters of lemmas": sum(map(len, lemmas))}
    return read, lambda: morph.parse("Казахстана")[0].normal_form == "казахстан", ["razdel", "pymorphy3", "pymorphy3-dicts-ru"]


def natasha():
    if not hasattr(inspect, "getargspec"):  # pymorphy2 asks for it; Python 3.11 has it no more
        spec = collections.namedtuple("ArgSpec", "args varargs keywords defaults")
        inspect.getargspec = lambda f: spec(*inspect.getfullargspec(f)[:4])
    from natasha import Doc, MorphVocab, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter
    embedding = NewsEmbedding()
    segmenter, vocabulary, names = Segmenter(), MorphVocab(), NewsNERTagger(embedding)
    morphology, syntax = NewsMorphTagger(embedding), NewsSyntaxParser(embedding)

    def analysed(text):
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(morphology)
        doc.parse_syntax(syntax)
        doc.tag_ner(names)
        for token in doc.tokens:
            token.lemmatize(vocabulary)
        for span in doc.spans:
            span.normalize(vocabulary)
        return doc

    def read(text):
        doc = analysed(text)
        return {"tokens": len(doc.tokens), "names": len(doc.spans)}

    def check():
        doc = analysed(KNOWN)
        found = {(span.type, span.normal) for span in doc.spans}
        return ("PER", "Касым-Жомарт Токаев") in found and ("PER", "Марат Ахметов") in found and doc.tokens[1].lemma == "казахстан"
    return read, check, ["natasha", "slovnet", "navec", "pymorphy2", "numpy"]


def pullenti():
    from pullenti.Sdk import Sdk
    from pullenti.ner.ProcessorService import ProcessorService
    from pullenti.ner.SourceOfAnalysis import SourceOfAnalysis
    Sdk.initialize_all()
    processor = ProcessorService.create_processor()

    def entities(text):
        text = "".join(c if c <= "\uffff" else " " for c in text)  # it has no place for others, such as emoji
        return processor.process(SourceOfAnalysis(text), None, None).entities

    def check():
        found = entities(KNOWN)
        return any(e.type_name == "PERSON" and "ТОКАЕВ" in e.to_string(True).upper() for e in found)
    return lambda text: {"entities": len(entities(text))}, check, ["pullenti"]


def dateparser():
    from dateparser.search import search_dates

    def dates(text):
        return search_dates(text, languages=["ru"]) or []

    def check():
        return any(day.date().isoformat() == "2024-04-07" for _, day in dates(KNOWN))
    return lambda text: {"dates": len(dates(text))}, check, ["dateparser"]


PEERS = {"razdel": razdel, "pymorphy3": pymorphy, "natasha": natasha, "pullenti": pullenti, "dateparser": dateparser}


def one_pass(read, texts, seconds):
    """Reads the texts until the seconds are spent (None: all of them)."""
    spent, count, raised, counts, documents = 0.0, 0, 0, collections.Counter(), 0
    for text in texts:
        documents += 1
        begin = time.process_time()
        try:
            found = read(text)
        except Exception:  # whatever it stumbles over: such a document costs it nothing and counts for nothing
            raised += 1
            continue
        spent += time.process_time() - begin
        count += len(text.encode())
        counts.update(found)
        if seconds and spent > seconds:
            break
    return {"seconds": spent, "bytes": count, "documents": documents, "counts": dict(counts), "raised": raised}


def say(answer):
    print(json.dumps(answer, ensure_ascii=False), flush=True)


def main():
    name, sample = sys.argv[1:]
    read, check, packages = PEERS[name]()
    if not check():
        sys.exit(f"{name} does not find what stands in: {KNOWN}")
    with open(sample, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    say({"ready": time.process_time(), "versions": {p: importlib.metadata.version(p) for p in packages}})
    done = None
    for line in sys.stdin:
        answer = one_pass(read, texts[:done], None if done else float(line))
        done = answer["documents"]
        say(answer)


main()
