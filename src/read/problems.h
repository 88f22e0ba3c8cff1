// The problems that this room reports, each with its sentence, and the document that carries one. Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "qogam/document.h"
#include "read/byte_stream.h"

namespace qogam::read {

Problem not_found(const std::string& path);
Problem unreadable(const std::string& path, const std::string& reason);
Problem directory_empty(const std::string& path);
Problem too_large(const std::string& path, std::size_t limit, const std::string& stage = "read");
Problem changed_while_read(const std::string& path);
Problem too_deep(const std::string& path);
Problem problem_of(const std::string& path, const Failure& failure);
Problem invalid_record(const std::string& code, const std::string& path, const std::string& reason);
Problem missing_column(const std::string& path, const std::string& keys, const std::string& columns);
Problem invalid_json(const std::string& path, const std::string& reason);
Problem missing_field(const std::string& path, const std::string& keys);

// The document that stands in the place of what cannot be read.
Document failed(const std::string& path, const std::string& id, Problem problem);

// Names in quotes with "or" between them.
std::string either(const std::vector<std::string>& names);

}  // namespace qogam::read
