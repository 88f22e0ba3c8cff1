// JSON of what is known about the page as a whole, and the small things all parts share.
#include "write/parts.h"

namespace qogam::write {

Json Parts::span(Span s) const { return {{"start", index(s.begin)}, {"end", index(s.end)}}; }

Json Parts::span_with_text(Span s) const {
  Json out = span(s);
  out["text"] = std::string(document.surface(s));
  return out;
}

Json ids(char letter, const std::vector<std::uint32_t>& numbers) {
  Json out = Json::array();
  for (const std::uint32_t n : numbers) out.push_back(id(letter, n));
  return out;
}

Json source_json(const Source& source) {
  return {{"path", text_or_null(source.path)},
          {"url", text_or_null(source.url)},
          {"author", text_or_null(source.author)},
          {"media_type", text_or_null(source.media_type)},
          {"encoding", text_or_null(source.encoding)},
          {"sha256", text_or_null(source.sha256)}};
}

Json published_json(const Published& published) {
  return {{"value", text_or_null(published.value)}, {"from", text_or_null(published.from)}};
}

Json furniture_json(const std::vector<Furniture>& furniture) {
  Json out = Json::array();
  for (const Furniture& f : furniture) out.push_back({{"text", f.text}, {"kind", f.kind}});
  return out;
}

Json problem_json(const Problem& problem) {
  return {{"code", problem.code}, {"message", problem.message}, {"stage", problem.stage}};
}

Json problems_json(const std::vector<Problem>& problems) {
  Json out = Json::array();
  for (const Problem& p : problems) out.push_back(problem_json(p));
  return out;
}

}  // namespace qogam::write
