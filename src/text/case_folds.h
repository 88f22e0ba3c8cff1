// Case folding alone, as a table.
#pragma once

#include "text/fold.h"

namespace qogam::text {

// Made once.
inline const FoldTable& case_folds() {
  static const FoldTable table;
  return table;
}

}  // namespace qogam::text
