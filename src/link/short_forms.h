// Bodies that are named again by a part of their name: "the department" for "the department of education of the city".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::link {

// The name of an organization as lemmas; views into the document.
struct BodyName {
  std::string_view head;
  std::vector<std::string_view> lemmas;  // sorted, each once
};

// That of a mention; none where it is plural or its head is not told. The document has words.
std::optional<BodyName> body_name(const Document& document, const lang::Knowledge& knowledge, const Mention& mention);

// Whether a name is a part of a longer one with the same head.
bool is_short_for(const BodyName& shorter, const BodyName& full);

}  // namespace qogam::link
