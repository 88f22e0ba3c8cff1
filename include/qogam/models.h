// Where the knowledge is.
#pragma once

#include <string>

namespace qogam {

// `given`, or where that is empty, the first of these that there is:
//
//   $QOGAM_MODELS                           a compiled file or a models/ folder; taken without a look
//   qogam.model                             beside the running program
//   ../share/qogam/qogam.model              from the program, and from the library
//   qogam/qogam.model                       in a folder of $XDG_DATA_DIRS, else in /usr/local/share or /usr/share
//
// Throws Error{models}, which lists the places looked at. Reads the environment: not while another thread changes it.
[[gnu::visibility("default")]] std::string find_models(const std::string& given = {});

}  // namespace qogam
