// Bodies that are named again by a part of their name: "the department" for "the department of education of the city".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::link {

// The name of an organization as lemmas.
struct BodyName {
  std::string head;
  std::vector<std::string> lemmas;  // sorted, each once
  bool abbreviated = false;         // the lexicon says what it is short for
};

// That of a mention; none where it is plural or its head is not told. The document has words.
std::optional<BodyName> body_name(const Document& document, const lang::Knowledge& knowledge, const Mention& mention);

// Whether a name is a part of a longer one with the same head; an abbreviation is short for what it stands for, too.
bool is_short_for(const BodyName& shorter, const BodyName& full);

}  // namespace qogam::link
