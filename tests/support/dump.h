// A document on one line, so that a table of cases can hold what is expected.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "qogam/document.h"
#include "text/utf8.h"

namespace qogam::test {

inline std::string number(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.15g", value);
  return buffer;
}

// Pieces with a blank between them.
inline std::string join(const std::vector<std::string>& pieces, const std::string& between = " ") {
  std::string all;
  for (const std::string& p : pieces) all += (all.empty() ? "" : between) + p;
  return all;
}

inline std::string_view type_name(MentionType type) {
  constexpr std::string_view kNames[] = {"person", "organization", "position", "location",
                                         "date",   "money",        "law",      "event"};
  return kNames[static_cast<std::size_t>(type)];
}

// "begin:end" in code points, as the output counts.
inline std::string offsets(const Document& d, Span s) {
  const text::CodePointIndex index(d.text);
  return std::to_string(index(s.begin)) + ":" + std::to_string(index(s.end));
}

// "[person Ерлан Қошанов 0:13]": the kind after a colon, the nominative, the place.
inline std::string dump(const Document& d, const Mention& m) {
  return "[" + std::string(type_name(m.type)) + (m.kind.empty() ? "" : ":" + m.kind) + " " +
         m.name + " " + offsets(d, m.span) + "]";
}
inline std::string dump(const Document& d, const TimeExpression& t) {
  return "[" + t.type + " " + t.value + (t.approximate ? "~" : "") + " " + offsets(d, t.span) + "]";
}
inline std::string dump(const Document& d, const Money& m) {
  return "[money " + number(m.amount) + (m.amount_max ? ".." + number(*m.amount_max) : "") + " " +
         m.currency + " " + offsets(d, m.span) + "]";
}
inline std::string dump(const Document&, const Official& o) {
  return "[official " + o.name + " | " + o.position + " | " + o.organization + " | " + o.status +
         "]";
}
inline std::string dump(const Document&, const Ngo& n) {
  std::string all = "[ngo " + n.name + (n.named ? "" : " (generic)");
  for (const Representative& r : n.representatives) all += " < " + r.name;
  return all + "]";
}
inline std::string dump(const Document& d, const Quote& q) {
  return "[quote «" + std::string(d.surface(q.span)) + "» " + q.speaker_name + " | " + q.cue + "]";
}
inline std::string dump(const Document& d, const Commitment& c) {
  return "[" + c.kind + " «" + std::string(d.surface(c.span)) + "» actor=" + c.actor_name +
         " said_by=" + c.said_by_name + (c.ordered_by.empty() ? "" : " ordered_by=" + c.ordered_by) +
         (c.deadline ? " deadline=" + c.deadline->value : "") + "]";
}

template <class Item>
std::string dump_all(const Document& d, const std::vector<Item>& items) {
  std::vector<std::string> pieces;
  for (const Item& i : items) pieces.push_back(dump(d, i));
  return join(pieces);
}

// Everything found, in the order of the layers.
inline std::string dump(const Document& d) {
  return join({dump_all(d, d.mentions), dump_all(d, d.dates), dump_all(d, d.money),
               dump_all(d, d.officials), dump_all(d, d.ngos), dump_all(d, d.quotes),
               dump_all(d, d.commitments)});
}

// Tokens as "а|б|в", sentences the same.
inline std::string dump_tokens(const Document& d) {
  std::vector<std::string> pieces;
  for (const Token& t : d.tokens) pieces.emplace_back(d.surface(t.span));
  return join(pieces, "|");
}
inline std::string dump_sentences(const Document& d) {
  std::vector<std::string> pieces;
  for (const Sentence& s : d.sentences) pieces.emplace_back(d.surface(s.span));
  return join(pieces, "|");
}

}  // namespace qogam::test
