// Where an article plays.
#include "registry/places.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace qogam::registry {
namespace {

constexpr std::array<std::string_view, 3> kKinds = {"city", "district", "region"};

}  // namespace

std::vector<std::string> PlaceReader::stems(std::string_view name) const {
  std::vector<std::string> stems;
  std::size_t begin = std::string_view::npos;
  bool capital = false;
  const auto end_word = [&](std::size_t end) {
    if (begin != std::string_view::npos && capital) stems.push_back(spelling_.place(knowledge_.fold(name.substr(begin, end - begin))));
    begin = std::string_view::npos;
  };
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t here = at;
    const char32_t c = text::decode_at(name, at);
    if (!text::is_letter(c) && c != U'-') {
      end_word(here);
    } else if (begin == std::string_view::npos) {
      begin = here;
      capital = text::is_upper(c);
    }
  }
  end_word(name.size());
  return stems;
}

Places PlaceReader::of(const ArticleEntities& article) const {
  Places places;
  double sum = 0;
  for (const ArticleEntity& place : article.places) {
    if (std::ranges::find(kKinds, place.kind) == kKinds.end()) continue;
    for (const std::string& stem : stems(place.name)) {
      places[stem] += place.mentions;
      sum += place.mentions;
    }
  }
  if (sum > 0)
    for (auto& [stem, weight] : places) weight /= sum;
  return places;
}

const ArticleEntity* PlaceReader::main_entity(const ArticleEntities& article, std::string_view kind) const {
  const ArticleEntity* best = nullptr;
  if (std::ranges::find(kKinds, kind) == kKinds.end()) return best;
  for (const ArticleEntity& place : article.places)
    if (place.kind == kind && (best == nullptr || place.mentions > best->mentions)) best = &place;
  return best;
}

std::string PlaceReader::main(const ArticleEntities& article, std::string_view kind) const {
  const ArticleEntity* const best = main_entity(article, kind);
  const auto first_stem = [&](std::string_view name) {
    const auto all = stems(name);
    return all.empty() ? std::string() : all.front();
  };
  if (best != nullptr) return first_stem(best->name);
  // A region that is not named is the one that the town lies in.
  const ArticleEntity* const town = kind == "region" ? main_entity(article, "city") : nullptr;
  if (town == nullptr) return {};
  const lang::Lexicon& lexicon = knowledge_.lexicon();
  const std::uint32_t word = knowledge_.words().find(knowledge_.fold(town->name));
  for (const std::uint32_t entry : lexicon.entries_of(word, lexicon.class_number("place")))
    if (const std::string_view region = lexicon.attribute(entry, "of"); !region.empty()) return first_stem(region);
  return {};
}

bool same_place(std::string_view a, std::string_view b) {
  if (a == b) return !a.empty();
  if (a.size() > b.size()) std::swap(a, b);
  constexpr std::size_t kSame = 5, kMore = 2;
  const std::size_t letters = text::count_code_points(a);
  return letters >= kSame && b.starts_with(a) && text::count_code_points(b) - letters <= kMore;
}

double overlap(const Places& a, const Places& b) {
  double sum = 0;
  for (const auto& [stem, weight] : a)
    for (const auto& [other, more] : b)
      if (same_place(stem, other)) sum += std::min(weight, more);
  return std::min(1.0, sum);
}

}  // namespace qogam::registry
