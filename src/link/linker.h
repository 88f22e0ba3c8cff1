// The stage that joins mentions into entities, and people with their posts and organizations.
#pragma once

#include <memory>

#include "lang/knowledge.h"
#include "qogam/stage.h"

namespace qogam::link {

// Needs mentions, gives entities, officials and NGOs, and sets Mention::entity. Who holds which
// post and who speaks for which NGO is told by the rule set "relations", which gives
//   official        person=$p position=$q   (mentions; the post must be one of the state)
//   representative  person=$p organization=$o [position=$q]
// `knowledge` must outlive the stage.
std::unique_ptr<Stage> make_linker(const lang::Knowledge& knowledge);

}  // namespace qogam::link
