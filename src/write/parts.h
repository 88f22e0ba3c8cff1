// The parts of the JSON object, and what they share. Private to this room.
#pragma once

#include <vector>

#include "qogam/document.h"
#include "text/utf8.h"
#include "write/json_text.h"

namespace qogam::write {

// A document with its way from bytes to code points, and where its object is written. Lives as long as what it refers to.
struct Parts {
  const Document& document;
  text::CodePointIndex index;
  JsonText& out;

  // The keys "start" and "end" of a span, in code points, and "text": what stands there.
  void span(Span s) const;
  void span_with_text(Span s) const;
};

// Each writes one value.

// parts_source.cpp
void write_source(const Source& source, JsonText& out);
void write_published(const Published& published, JsonText& out);
void write_furniture(const std::vector<Furniture>& furniture, JsonText& out);
void write_problem(const Problem& problem, JsonText& out);
void write_problems(const std::vector<Problem>& problems, JsonText& out);

// parts_values.cpp
void write_amount(const Parts& parts, const Money& money);

}  // namespace qogam::write
