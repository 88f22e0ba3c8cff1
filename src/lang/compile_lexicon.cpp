// Lexicon files and topic cues turned into one trie.
#include <algorithm>
#include <map>

#include "lang/compiler.h"

namespace qogam::lang {
namespace {

Features shape_of(const model::SourceFile& file, const model::Line& line, const std::vector<std::string>& words) {
  Features shape = 0;
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (words[i] != "upper" && words[i] != "cap") file.fail(line.number, "after the class name stands `upper` or `cap`");
    shape |= *feature_by_name(words[i]);
  }
  return shape;
}

std::vector<std::pair<std::string, std::string>> attributes_of(const model::SourceFile& file, const model::Line& line,
                                                               const std::string& text) {
  std::vector<std::pair<std::string, std::string>> result;
  for (const std::string& piece : model::pieces(text)) {
    const std::size_t equals = piece.find('=');
    if (equals == piece.npos) file.fail(line.number, "an attribute is written key=value, not '" + piece + "'");
    std::string value = piece.substr(equals + 1);
    if (piece.substr(0, equals) != "value") std::replace(value.begin(), value.end(), '_', ' ');
    result.emplace_back(piece.substr(0, equals), std::move(value));
  }
  return result;
}

void read_lexicon(Compiler& c, const model::SourceFile& file, std::vector<EntrySource>& entries) {
  std::uint32_t lexicon = 0;
  Features shape = 0;
  for (const model::Line& line : file.lines()) {
    if (line.text.starts_with("@class")) {
      std::string head = line.text;
      std::replace(head.begin(), head.end(), '\t', ' ');
      const auto words = model::pieces(head);
      if (words.size() < 2) file.fail(line.number, "`@class` needs a name");
      lexicon = c.class_number(words[1]);
      shape = shape_of(file, line, words);
      continue;
    }
    if (lexicon == 0) file.fail(line.number, "an entry stands below a line `@class NAME`");
    const auto parts = model::fields(line.text);
    EntrySource entry{lexicon, c.language_of(file.path), parts[0], {}, shape, &file, line.number};
    for (std::size_t i = 1; i < parts.size(); ++i)
      for (auto& a : attributes_of(file, line, parts[i])) entry.attributes.push_back(std::move(a));
    entries.push_back(std::move(entry));
  }
}

// The forms that `forms=` lists.
std::vector<std::string> forms_of(const EntrySource& e) {
  std::vector<std::string> forms;
  for (const auto& [key, value] : e.attributes) {
    if (key != "forms") continue;
    for (std::size_t at = 0; at < value.size();) {
      const std::size_t end = std::min(value.find(',', at), value.size());
      forms.emplace_back(model::trim(std::string_view(value).substr(at, end - at)));
      at = end + 1;
    }
  }
  return forms;
}

// A trie under construction; children are ordered, so that equal input gives equal bytes.
struct BuildNode {
  std::map<std::uint32_t, std::uint32_t> edges;
  std::vector<std::uint32_t> entries;
};

// The key of one word of a phrase: its number, and whether only the exact form counts.
std::uint32_t key_of(Compiler& c, const EntrySource& e, std::string_view word) {
  const bool exact = word.size() > 2 && word.front() == '"' && word.back() == '"';
  if (exact) word = word.substr(1, word.size() - 2);
  if (word.empty()) e.file->fail(e.line, "an empty word");
  const bool alone = e.phrase.find(' ') == std::string::npos;
  return (alone && !exact ? c.lemma(word) : c.part_of_phrase(word)) * 2 + (exact ? 1 : 0);
}

void add_phrase(Compiler& c, std::vector<BuildNode>& nodes, const EntrySource& e, std::string_view phrase, std::uint32_t number) {
  std::uint32_t at = 0;
  for (const std::string& word : model::pieces(phrase)) {
    const std::uint32_t next = static_cast<std::uint32_t>(nodes.size());
    const auto [it, fresh] = nodes[at].edges.try_emplace(key_of(c, e, word), next);
    at = it->second;
    if (fresh) nodes.emplace_back();
  }
  if (at == 0) e.file->fail(e.line, "an entry without a word");
  nodes[at].entries.push_back(number);
}

// The forms of a phrase are phrases too; those of a word lead to it by their own table.
std::vector<BuildNode> build_trie(Compiler& c, const std::vector<EntrySource>& entries) {
  std::vector<BuildNode> nodes(1);
  for (std::uint32_t number = 0; number < entries.size(); ++number) {
    const EntrySource& e = entries[number];
    add_phrase(c, nodes, e, e.phrase, number);
    if (e.phrase.find(' ') == std::string::npos) continue;
    for (const std::string& form : forms_of(e)) add_phrase(c, nodes, e, form, number);
  }
  return nodes;
}

void write_trie(Compiler& c, const std::vector<BuildNode>& nodes, const std::vector<EntrySource>& entries) {
  std::vector<TrieNode> flat;
  std::vector<TrieEdge> edges;
  std::vector<AcceptedRecord> accepted;
  std::vector<std::uint32_t> roots;
  for (const BuildNode& n : nodes) {
    flat.push_back({static_cast<std::uint32_t>(edges.size()), static_cast<std::uint32_t>(n.edges.size()),
                    static_cast<std::uint32_t>(accepted.size()), static_cast<std::uint32_t>(n.entries.size())});
    for (const auto& [key, node] : n.edges) edges.push_back({key, node});
    for (const std::uint32_t e : n.entries) accepted.push_back({e, entries[e].lexicon, entries[e].language, 0, entries[e].shape});
  }
  for (const auto& [key, node] : nodes.front().edges) {
    roots.resize(std::max<std::size_t>(roots.size(), key + 1));
    roots[key] = node;
  }
  c.out.add<TrieNode>("lexicon.nodes", flat);
  c.out.add<TrieEdge>("lexicon.edges", edges);
  c.out.add<AcceptedRecord>("lexicon.accepted", accepted);
  c.out.add<std::uint32_t>("lexicon.roots", roots);
}

}  // namespace

std::vector<EntrySource> read_lexicons(Compiler& c) {
  std::vector<EntrySource> entries;
  for (const model::SourceFile& file : c.files) {
    const bool lexicon = file.path.find("/lexicon/") != file.path.npos || file.path == "common/places.tsv";
    if (lexicon && file.path.ends_with(".tsv")) read_lexicon(c, file, entries);
  }
  return entries;
}

void compile_lexicons(Compiler& c, const std::vector<EntrySource>& entries) {
  write_trie(c, build_trie(c, entries), entries);
  std::vector<EntryRecord> records;
  std::vector<AttributeRecord> attributes;
  for (const EntrySource& e : entries) {
    records.push_back({c.strings.add(e.phrase), static_cast<std::uint32_t>(attributes.size()), static_cast<std::uint32_t>(e.attributes.size())});
    for (const auto& [key, value] : e.attributes) attributes.push_back({c.strings.add(key), c.strings.add(value)});
  }
  c.out.add<EntryRecord>("lexicon.entries", records);
  c.out.add<AttributeRecord>("lexicon.attributes", attributes);
  for (const EntrySource& e : entries)
    for (const std::string& form : forms_of(e))
      if (e.phrase.find(' ') == std::string::npos) c.extra_forms[e.language].push_back({c.word(form), c.lemma(e.phrase), 0});
}

}  // namespace qogam::lang
