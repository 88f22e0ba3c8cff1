// A JSON object as a document.
#pragma once

#include <string>
#include <string_view>

#include "qogam/document.h"
#include "read/field_map.h"

namespace qogam::read {

// Fills `document`, whose path and id are set, from the JSON of one record: its text as
// Source::bytes, what else the fields name, or what is wrong with it as Document::error. An id in
// the record takes the place of the one set. Titles, dates, addresses and languages count only where
// they are strings; an id may be a number. Bytes that are not UTF-8 are decoded first.
void fill_from_json(Document& document, std::string_view json, const FieldMap& fields);

// Whether `line` is a JSON object, to tell JSON Lines from text.
bool is_json_object(std::string_view line);

}  // namespace qogam::read
