// The JSON Schema of the output, which is also its reference documentation.
#pragma once

#include <string>

namespace qogam::write {

// The schema as JSON text: draft 2020-12, and by its keywords valid for validators of draft 7.
std::string output_schema();

}  // namespace qogam::write
