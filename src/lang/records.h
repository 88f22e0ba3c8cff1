// The records of a compiled model, as they lie in the file. Numbers of strings are of the model's
// table "strings" unless said otherwise; numbers of words are of its table "words".
#pragma once

#include <cstdint>

#include "qogam/features.h"

namespace qogam::lang {

struct LanguageRecord {
  std::uint32_t code, name, letters, marks, words;  // strings
  std::uint32_t base;         // number of the language whose knowledge serves it
  std::uint32_t script;       // 0 its own, 1 written in Latin letters and looked up through latin.tsv
  std::uint32_t head_last = 0;  // 1: the head of a noun phrase is its last word
  std::uint32_t detached = 0;   // string: prefixes that are no part of a tagged name
  std::uint32_t in_weights = 0; // what weights that all languages share know it by
};

// ---- morphology ----

// One row of an ending table. Rows of one ending lie together.
struct EndingRow {
  std::uint32_t lemma;       // string put after the stem to get the lemma
  std::uint32_t nominative;  // string put after the stem to get the nominative
  std::uint32_t before;      // letters one of which ends the stem; 0: any
  std::uint32_t keep;        // bytes of the ending that the nominative keeps
  Features features;
};

// A form or a stem that leads to a lemma without the ending table.
struct FormRecord {
  std::uint32_t form, lemma;  // words
  Features features;
};
struct StemRecord {
  std::uint32_t stem, lemma;  // words
};

// ---- dictionary ----

struct DictionaryParadigm {
  std::uint32_t lemma;  // string that stands behind the stem
  std::uint32_t open;   // 1: new words may follow it
};
struct DictionaryForm {
  std::uint32_t ending;  // number in the table of endings
  std::uint32_t tag;     // number in the table of tags
};
// A form that is listed with its lemma and features.
struct ListedForm {
  std::uint32_t form;   // number in the table of listed forms
  std::uint32_t lemma;  // string
  Features features;
};
// What readings with this lemma and these features are instead, one record a possibility.
struct PartRecord {
  std::uint32_t lemma;  // number in the table of such lemmas
  std::uint32_t reserved = 0;
  Features asked, given;
};
// How many lexemes of a paradigm have stems that end so.
struct DictionaryTail {
  std::uint32_t paradigm, count;
};

// ---- grammar: a graph of suffixes, for languages that have a grammar.tsv ----

// A suffix on its way from one state to another; arcs of one state lie together. State 0 is the end.
struct ArcRecord {
  std::uint32_t text;     // string, folded; may be empty
  std::uint32_t before;   // letters one of which must stand before it; 0: any
  std::uint32_t to;       // state
  std::uint32_t harmony;  // of its vowels: 0 goes with any, 1 back, 2 front
  std::uint32_t derives;  // 0: an ending; else the lemma includes it, and it is of class derives - 1
  std::int32_t cost;
  Features features;
};
struct StemClassRecord {
  std::uint32_t state;
  std::uint32_t cite;  // string: put after the lemma for the form that lexicons use
  Features features;
  std::int32_t cost;
  std::uint32_t reserved = 0;
};
struct GrammarStemRecord {
  std::uint32_t lemma;  // string; 0: the stem itself
  std::uint32_t stem_class;
  std::int32_t cost;
  std::uint32_t before_vowel;  // 1: stands only before a suffix that starts with a vowel
};
// A stem's last letters and a suffix's first ones are written otherwise where they meet; without
// `right`, before any vowel.
struct JoinRecord {
  std::uint32_t left, right, written;  // strings
  std::int32_t cost;
};
struct UnknownRecord {
  std::uint32_t stem_class;
  std::int32_t cost;
  std::uint32_t capitalised;  // 1: only of a capitalised word
  std::uint32_t ending;       // string: only of stems that end so, after two letters at least
};

// ---- lexicons ----

struct TrieNode {
  std::uint32_t first_edge, edges, first_entry, entries;
};
struct TrieEdge {
  std::uint32_t key;  // word number * 2, + 1 where only the exact form counts
  std::uint32_t node;
};
struct EntryRecord {
  std::uint32_t phrase;  // string, as written
  std::uint32_t first_attribute, attributes;
};
// An entry that ends at a node, with what is asked of it; it lies with those of its node, as they are looked at together.
struct AcceptedRecord {
  std::uint32_t entry, lexicon, language;  // number, class, number
  std::uint32_t reserved = 0;
  Features shape;  // that its first token must have
};
struct AttributeRecord {
  std::uint32_t key, value;  // strings
};

// ---- rules ----

enum class Op : std::uint16_t {
  word,      // a token with lemma `a`
  form,      // a token with form `a`
  lexicon,   // an entry of class `a`, with attribute `b`=`c` where b is not 0
  mention,   // a mention of type `a`, of kind `b` where b is not 0
  any,       // any token
  split,     // try `next`, then `other`; `a` - 1 is the number of the token set that stands for all of it, where there is one
  save,      // note the position in slot `a`
  at_start,  // at the first token of the sentence
  at_end,    // past its last token
  look,      // the program at `other` matches from here; `a` as for split
  look_not,  // it does not
  accept,
};

struct Instruction {
  Op op;
  std::uint16_t joins;  // 1 where several ways lead to it: only such have to be noted as tried
  std::uint32_t a, b, c;
  std::uint32_t next, other;
  Features required, forbidden;
};

// Alternatives that take one token each, or in a look ahead something and no more. A few bits of their numbers tell for most
// tokens that no word or form among them fits.
struct TokenSetRecord {
  std::uint32_t first;             // in "rules.alternatives", which holds numbers of instructions
  std::uint32_t numbered, others;  // so many words and forms, and behind them so many of the rest
  std::uint32_t next;              // what they all lead to
  std::uint64_t bits[4];

  void add(std::uint32_t number) { bits[number / 64 % 4] |= std::uint64_t{1} << number % 64; }
  bool may_have(std::uint32_t number) const { return (bits[number / 64 % 4] >> number % 64 & 1) != 0; }
};

struct FieldRecord {
  std::uint32_t name;      // string
  std::uint32_t value;     // string, for a constant
  std::int32_t capture;    // number of the capture, or -1 for a constant
  std::uint32_t reserved = 0;
};

// A key that a sentence must have for a rule to have a chance: kind 0 word, 1 form, 2 lexicon,
// 3 mention type. Keys in a row, up to the one that ends a clause, are alternatives; all clauses, up to the one that
// ends a line, are needed; of several lines one is.
struct AnchorRecord {
  std::uint16_t kind;
  std::uint16_t ends;  // 0 nothing, 1 a clause, 2 a clause and its line
  std::uint32_t value;
};

struct RuleRecord {
  std::uint32_t name, file, line, set;  // strings, and the number of its rule set
  std::uint32_t start;                  // where a match begins, among
  std::uint32_t first_instruction, instructions;  // its part of the program
  std::uint32_t slots;                  // number of captures
  std::uint32_t first_capture_name;     // in "rules.captures"
  std::uint32_t gives;                  // string: kind of finding
  std::uint32_t first_field, fields;
  std::uint32_t first_anchor, anchors;  // none: always tried
  std::int32_t priority;
  std::uint32_t language;
};

struct RuleSetRecord {
  std::uint32_t name, language;  // string; language number
  std::uint32_t first_rule, rules;
};

struct ExampleRecord {
  std::uint32_t rule, line;
  std::uint32_t text;    // string
  std::uint32_t expect;  // string: "key=value; key=value"
  std::uint32_t positive;
};

// ---- topics ----

struct TopicRecord {
  std::uint32_t id;                 // string
  std::uint32_t covers, excludes;   // strings
  std::uint32_t lexicon, unless;    // lexicon classes of its cues and of what blanks them out
  std::uint32_t threshold;          // evidence that is enough by itself, in hundredths; 0: none is
  std::uint32_t parent;             // string: its id; empty: none
  std::uint32_t before;             // string: ids parted by blanks
};

// What a topic is called in a language.
struct TopicNameRecord {
  std::uint32_t topic, language, name;  // strings: id of the topic, code, the name
};

// A text that a topic's file says is about the topic, or is not.
struct TopicExampleRecord {
  std::uint32_t topic, text, file;  // strings: id of the topic, the text, path
  std::uint32_t language, line;
  std::uint32_t positive;
};

}  // namespace qogam::lang
