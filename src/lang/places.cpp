// Places among mentions.
#include "lang/places.h"

#include <algorithm>

namespace qogam::lang {

std::int32_t place_among(const Document& document, TokenRange tokens) {
  const Span span = document.span_of(tokens);
  auto m = std::ranges::lower_bound(document.mentions, span.begin, {}, [](const Mention& x) { return x.span.begin; });
  for (; m != document.mentions.end() && m->span.begin < span.end; ++m)
    if (m->type == MentionType::location && tokens.contains(m->tokens)) return m->entity;
  return kNone;
}

bool places_agree(const Document& document, const Knowledge& knowledge, std::int32_t a, std::int32_t b) {
  if (a == kNone || b == kNone || a == b) return true;
  const auto name = [&](std::int32_t entity) { return knowledge.fold(document.entities[static_cast<std::size_t>(entity)].name); };
  const std::string first = name(a), second = name(b);
  return first.starts_with(second) || second.starts_with(first);
}

}  // namespace qogam::lang
