// Texts in which names are marked: brat folders, IOB2 files, spans as JSON Lines.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace qogam::learn {

struct GoldName {
  std::uint32_t begin = 0, end = 0;  // code points
  std::string type;
  std::string id;  // in its file, where names have one: relations refer to it

  friend bool operator==(const GoldName&, const GoldName&) = default;
};

// Two names that belong together, by their ids.
struct GoldRelation {
  std::string type, head, tail;
};

struct NameText {
  std::string id, text;
  std::vector<GoldName> names;  // ascending, none in another, without quotation marks and blanks at their edges
  std::vector<GoldRelation> relations = {};  // of brat; their names may have been left out
};

// From the types of a file to those that are learnt; a type that is not in it is left out. Empty: all as they are.
using NameTypes = std::map<std::string, std::string>;

// "PER=PERSON+PER,LAW": names of PERSON and PER are PER, those of LAW are LAW. Throws Error{Cause::usage} for "PER=".
NameTypes name_types(const std::string& list);

// Reads `path`: a folder with X.txt and X.ann (brat standoff); X.docs.jsonl with X.gold.jsonl beside it, lines of
// {"id", "text"} and {"id", "spans": [[begin, end, type], …]}; any other file as IOB2, a token and its label a line,
// sentences parted by empty lines. Where names overlap the longest is kept. Throws Error{Cause::input} that names the
// file, and the line where there is one.
std::vector<NameText> read_name_gold(const std::string& path, const NameTypes& types);

}  // namespace qogam::learn
