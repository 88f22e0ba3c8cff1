// Where the knowledge is.
#pragma once

#include <string>

namespace qogam::cli {

// `given`, or where that is empty: $QOGAM_MODELS, qogam.model beside the program, or
// ../share/qogam/qogam.model from there. Throws Error{models}, which lists the places looked at.
std::string models_path(const std::string& given);

}  // namespace qogam::cli
