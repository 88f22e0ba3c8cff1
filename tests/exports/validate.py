#!/usr/bin/env python3
"""Hold exports against the tools they are for, as far as those are installed.

usage: tests/exports/validate.py [--ftm FILE] [--labelstudio FILE] [--conllu FILE] [--jsonld FILE]

followthemoney checks --ftm, label-studio-sdk --labelstudio (with FILE.config.xml), udapi --conllu, rdflib --jsonld;
all are on PyPI: python3 -m venv v && v/bin/pip install followthemoney label-studio-sdk udapi rdflib.
Exit code 0: all that was given is valid; 1: something is not; 77: a tool is missing, and nothing was wrong.
"""
import argparse
import collections
import json
import logging
import sys


def ftm(path):
    from followthemoney import model
    count, lost, ids = collections.Counter(), [], set()
    for line in open(path, encoding="utf-8"):
        entity = json.loads(line)
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        count[entity["schema"]] += 1
        if entity["id"] in ids:
            lost.append(f"{entity['id']} stands there twice")
        ids.add(entity["id"])
        for name, values in entity["properties"].items():
            if sorted(proxy.get(name)) != sorted(values):
                lost.append(f"{entity['schema']} {entity['id']}: {name} {values} became {proxy.get(name)}")
    return dict(count), lost


def labelstudio(path):
    from label_studio_sdk.label_interface import LabelInterface
    interface = LabelInterface(open(path + ".config.xml", encoding="utf-8").read())
    interface.validate()
    tasks, wrong = json.load(open(path, encoding="utf-8")), []
    for task in tasks:
        for prediction in task["predictions"]:
            wrong += interface.validate_prediction(prediction, return_errors=True)
    return {"tasks": len(tasks)}, wrong


def conllu(path):
    from udapi.core.document import Document
    logging.disable(logging.WARNING)  # of heads, which Qogam does not draw
    document = Document()
    document.load_conllu(path)
    entities = document.coref_entities
    return {"entities": len(entities), "mentions": sum(len(e.mentions) for e in entities)}, []


def jsonld(path):
    import rdflib
    document = json.load(open(path, encoding="utf-8"))
    document["@context"] = {"@vocab": "https://schema.org/"}  # without the network
    graph = rdflib.Graph()
    graph.parse(data=json.dumps(document), format="json-ld")
    types = collections.Counter(str(o).rsplit("/", 1)[-1] for o in graph.objects(None, rdflib.RDF.type))
    return dict(types), []


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    checks = (ftm, labelstudio, conllu, jsonld)
    for check in checks:
        parser.add_argument("--" + check.__name__, metavar="FILE")
    given, code = vars(parser.parse_args()), 0
    for check in checks:
        name = check.__name__
        if not given[name]:
            continue
        try:
            found, wrong = check(given[name])
        except ImportError as error:
            print(f"{name}: skipped, {error.name} is not installed")
            code = code or 77
            continue
        except Exception as error:  # whatever the tool says of a file it does not take
            found, wrong = {}, [f"{type(error).__name__}: {error}"]
        print(f"{name}: {found}, {len(wrong)} wrong")
        for line in wrong[:10]:
            print("  " + str(line)[:300])
        code = 1 if wrong else code
    sys.exit(code)


if __name__ == "__main__":
    main()
