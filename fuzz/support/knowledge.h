// The knowledge that the build has compiled.
#pragma once

#include <memory>

#include "lang/knowledge.h"

namespace qogam::fuzz {

// Loaded once a program.
inline const std::shared_ptr<const lang::Knowledge>& knowledge() {
  static const std::shared_ptr<const lang::Knowledge> loaded = lang::load_knowledge(QOGAM_MODEL);
  return loaded;
}

}  // namespace qogam::fuzz
