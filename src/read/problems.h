// The problems that this room reports, each with its sentence. Pure functions.
#pragma once

#include <cstddef>
#include <string>

#include "qogam/document.h"

namespace qogam::read {

Problem not_found(const std::string& path);
Problem unreadable(const std::string& path, const std::string& reason);
Problem directory_empty(const std::string& path);
Problem too_large(const std::string& path, std::size_t limit, const std::string& stage = "read");
Problem invalid_json(const std::string& path, const std::string& reason);
Problem missing_field(const std::string& path, const std::string& keys);

}  // namespace qogam::read
