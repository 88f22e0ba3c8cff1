// An article as an annotator sees it: spans with labels, attributes and relations. Label Studio and brat
// are two ways to write a Sheet; gold is made of one.
#pragma once

#include <cstddef>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace qogam::exports {

struct Region {
  std::string id;     // unique in the sheet
  std::string label;  // a row of labels()
  std::size_t start = 0, end = 0;  // code points, half-open
  std::map<std::string, std::vector<std::string>> attributes;  // by the names of attributes()
};

struct Relation {
  std::string type;      // a row of relation_types()
  std::string from, to;  // ids of regions
};

struct Sheet {
  std::string id, text, title, language, published, published_from, url;
  std::vector<std::string> topics;  // the main one first
  std::vector<Region> regions;
  std::vector<Relation> relations;
};

// What an annotator may say of a region.
struct Attribute {
  std::string_view name;
  std::vector<std::string_view> labels;  // of the regions that have it
  std::vector<std::string_view> values;  // to choose one from; empty: any words
  bool many = false;                     // several at once
  std::string_view hint;
};

// A relation from one label to others.
struct RelationType {
  std::string_view name, from;
  std::vector<std::string_view> to;
};

struct Label {
  std::string_view name;
  std::string_view mention;  // the type of mention in the JSON, empty for findings
  std::string_view colour;
};

const std::vector<Label>& labels();
const std::vector<Attribute>& attributes();
const std::vector<RelationType>& relation_types();
const Label* find_label(std::string_view name);
const Attribute* find_attribute(std::string_view name);

// The parts of one field are written with this between them.
inline constexpr std::string_view kBetween = "; ";

struct SheetError : std::invalid_argument {
  SheetError(std::string id, const std::string& what) : std::invalid_argument(what), region(std::move(id)) {}
  std::string region;
};

// From an article of `qogam analyze` or from gold. Dates and money are those of the lists `dates` and
// `money`, not the mentions of the same spans. Throws Error{input} where it has no text.
Sheet sheet_of(const nlohmann::json& article);

// Gold of the shape that corpora/README.md describes, with the lists that a Sheet has no place for left
// empty (furniture, sentences). Mentions of one label and one `name` are one entity; without a `name`
// they are named as they stand. Throws SheetError where something is missing or does not fit.
nlohmann::json gold_of(const Sheet& sheet);

}  // namespace qogam::exports
