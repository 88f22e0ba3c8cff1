// The order of the stages, and the check that it is a possible one.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "qogam/options.h"
#include "qogam/stage.h"

namespace qogam::lang {
class Knowledge;
}

namespace qogam::pipeline {

using Stages = std::vector<std::unique_ptr<Stage>>;

// All stages in the order of the data. They refer to `knowledge`, which must outlive them.
// Throws what the makers throw.
Stages make_stages(const lang::Knowledge& knowledge, const Options& options);

// Throws Error{usage}, which names the stage and the layer, where a stage needs a layer that
// neither `given` nor a stage before it has, or where a layer would be written twice.
void check_order(std::span<const std::unique_ptr<Stage>> stages, Layers given);

// Those of the stages, in their order, that `wanted` rests on, directly or through others.
// `stages` must have passed check_order().
Stages needed_stages(Stages stages, Layers wanted);

}  // namespace qogam::pipeline
