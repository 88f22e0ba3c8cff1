// Keys of what decisions speak of.
#include "registry/decisions.h"

namespace qogam::registry {

std::string key_of(const EntityRef& entity) { return entity.document + "#" + entity.entity; }

std::string key_of(const std::string& document, std::uint32_t start) { return document + "@" + std::to_string(start); }

}  // namespace qogam::registry
