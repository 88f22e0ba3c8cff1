// The version, as the build gives it.
#include "qogam/version.h"

namespace qogam {

std::string_view version() { return QOGAM_VERSION; }

}  // namespace qogam
