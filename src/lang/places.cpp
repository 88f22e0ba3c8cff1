// Places among mentions.
#include "lang/places.h"

#include <algorithm>

#include "text/utf8.h"

namespace qogam::lang {

std::int32_t place_among(const Document& document, TokenRange tokens) {
  const Span span = document.span_of(tokens);
  auto m = std::ranges::lower_bound(document.mentions, span.begin, {}, [](const Mention& x) { return x.span.begin; });
  for (; m != document.mentions.end() && m->span.begin < span.end; ++m)
    if (m->type == MentionType::location && tokens.contains(m->tokens) && !(m->tokens.first > tokens.first && (document.words[m->tokens.first - 1].tag & feature::adp))) return m->entity;
  return kNone;
}

bool places_agree(const Document& document, const Knowledge& knowledge, std::int32_t a, std::int32_t b) {
  if (a == kNone || b == kNone || a == b) return true;
  constexpr std::size_t kAlike = 4;  // letters
  const auto beginning = [&](std::int32_t entity) {
    const std::string name = knowledge.fold(document.entities[static_cast<std::size_t>(entity)].name);
    std::size_t end = 0;
    for (std::size_t n = 0; n < kAlike && end < name.size(); ++n) text::decode_at(name, end);
    return name.substr(0, end);
  };
  return beginning(a) == beginning(b);
}

}  // namespace qogam::lang
