// The notation of rules (models/README.md) read into trees.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/source.h"
#include "qogam/features.h"

namespace qogam::lang {

// A piece of a pattern.
struct Node {
  enum class Kind { word, form, prefix, lexicon, mention, any, at_start, at_end,
                    sequence, alternatives, repeat, capture, look, look_not };
  Kind kind = Kind::sequence;
  std::string text;        // word, class, mention type or capture name
  std::string key, value;  // attribute of a class; kind of a mention (in key)
  Features required = 0, forbidden = 0;
  std::uint32_t least = 1, most = 1;  // repeat; most == kNoLimit: without limit
  std::vector<Node> children;
};
inline constexpr std::uint32_t kNoLimit = 0xFFFFFFFF;

struct Field {
  std::string name, value;
  bool is_capture = false;
};

struct Example {
  bool positive = true;
  std::string text, expect;
  std::uint32_t line = 0;
};

struct RuleSource {
  std::string name;
  std::uint32_t line = 0;
  Node pattern;  // alternatives of its match lines
  std::string gives;
  std::vector<Field> fields;
  std::int32_t priority = 0;
  std::vector<Example> examples;
};

// The rules of one file. Throws Error{Cause::models} naming file, line and what was expected.
std::vector<RuleSource> parse_rules(const model::SourceFile& file);

}  // namespace qogam::lang
