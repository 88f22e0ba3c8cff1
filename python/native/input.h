// Documents made of what a Python program hands over. Knows nothing of Python.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "qogam/document.h"
#include "read/field_map.h"

namespace qogam::python {

// What all inputs have: the id, which a record may replace, the place named in messages, and the limit.
struct Place {
  std::string id, path;
  std::size_t max_document_bytes = 0;
};

// A document of text in UTF-8. `repaired`: code points that are no characters were replaced, which becomes a warning.
Document text_input(const Place& place, std::string_view utf8, bool repaired);

// A document of bytes in any encoding, as a file holds them: text or HTML.
Document bytes_input(const Place& place, std::string_view bytes);

// A document of one JSON record, as a line of a JSON Lines file is read.
Document record_input(const Place& place, std::string_view json, const read::FieldMap& fields, bool repaired);

// A document that stands for what is none.
Document failed_input(const Place& place, std::string code, std::string message);

}  // namespace qogam::python
