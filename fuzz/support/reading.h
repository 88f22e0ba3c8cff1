// Reading bytes as the program reads its standard input.
#pragma once

#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "read/readers.h"
#include "support/require.h"
#include "support/texts.h"

namespace qogam::fuzz {

inline void require_document(const Document& document) {
  require(!document.id.empty(), "a document has an id");
  const Source& source = document.source;
  require_utf8(document.id, "an id");
  require_utf8(source.path, "a path");
  require_utf8(source.title, "a title");
  require_utf8(source.published, "a day");
  require_utf8(source.url, "an address");
  require_utf8(source.language, "a language");
  if (!document.error) return;
  require(!document.error->code.empty() && document.error->stage == "read", "an error has a code and its stage");
  require_utf8(document.error->message, "a message");
}

// All documents of `bytes`, with what holds of each of them checked. Small limits, so that going over them is tried too.
inline std::vector<Document> read_all(std::string_view bytes, std::string_view from) {
  std::istringstream in{std::string(bytes)};
  read::ReadOptions options;
  options.from = from;
  options.max_document_bytes = 64u << 10;
  options.standard_input = &in;
  const auto reader = read::make_reader({"-"}, options);
  std::vector<Document> all;
  std::set<std::string> ids;
  while (auto document = reader->next()) {
    require_document(*document);
    require(ids.insert(document->id).second, "ids are unique");
    require(document->source.bytes.size() <= options.max_document_bytes, "a document is within its limit");
    all.push_back(std::move(*document));
  }
  require(!reader->next(), "behind the end there is nothing");
  require(reader->progress().documents == all.size(), "documents are counted");
  return all;
}

}  // namespace qogam::fuzz
