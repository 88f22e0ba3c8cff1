// The check of an order of stages, and the choice of those that are needed.
#include <algorithm>
#include <string>
#include <string_view>

#include "pipeline/stages.h"
#include "qogam/error.h"

namespace qogam::pipeline {
namespace {

// Name of the first layer that is in `all` and whose being in `other` is `present`, or empty.
std::string_view first_layer(Layers all, Layers other, bool present) {
  const std::uint32_t found = all.bits & (present ? other.bits : ~other.bits);
  return name_of(static_cast<Layer>(found & -found));
}

[[noreturn]] void refuse(const Stage& stage, const char* what, std::string_view layer) {
  throw Error(Cause::usage, "The stage '" + std::string(stage.name()) + "' " + what +
                                " the layer '" + std::string(layer) +
                                "'; change the order of the stages.");
}

}  // namespace

void check_order(std::span<const std::unique_ptr<Stage>> stages, Layers given) {
  for (const auto& stage : stages) {
    if (!given.contains(stage->needs()))
      refuse(*stage, "needs, and no stage before it gives,",
             first_layer(stage->needs(), given, false));
    if (given.overlaps(stage->gives()))
      refuse(*stage, "gives once more", first_layer(stage->gives(), given, true));
    given = given | stage->gives();
  }
}

Stages needed_stages(Stages stages, Layers wanted) {
  Stages needed;
  // From the end: whatever a stage needs is given by stages before it.
  for (auto it = stages.rbegin(); it != stages.rend(); ++it) {
    if (!wanted.overlaps((*it)->gives())) continue;
    wanted = wanted | (*it)->needs();
    needed.push_back(std::move(*it));
  }
  std::reverse(needed.begin(), needed.end());
  return needed;
}

}  // namespace qogam::pipeline
