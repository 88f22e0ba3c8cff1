// What the lexicons say of tokens of a document, and in which language these stand.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::lang {

// The terms that begin at a token, the longest first. A view into the document.
std::span<const Term> terms_from(const Document& document, std::uint32_t token);

// The attribute `key` of a lexicon entry that stands on exactly these tokens and has it.
std::optional<std::string> entry_attribute(const Document& document, const Knowledge& knowledge, TokenRange tokens, std::string_view key);

// The same of the first entry that begins among these tokens and has it.
std::optional<std::string> attribute_among(const Document& document, const Knowledge& knowledge, TokenRange tokens, std::string_view key);

// The word of a phrase's head that inflects with it: the first, or the last where the language puts heads last.
std::uint32_t head_word(const Document& document, const Knowledge& knowledge, TokenRange head);

// The base language of the sentence that tokens stand in; there is at least one.
std::uint32_t base_language_of(const Document& document, const Knowledge& knowledge, TokenRange tokens);

}  // namespace qogam::lang
