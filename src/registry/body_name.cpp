// What a name of an organization says.
#include "registry/body_name.h"

#include <algorithm>
#include <vector>

#include "text/utf8.h"

namespace qogam::registry {
namespace {

using Set = std::set<std::string>;

constexpr const char* kNational = "ministry";  // the head of bodies that are of the whole country

bool includes(const Set& all, const Set& some) { return std::includes(all.begin(), all.end(), some.begin(), some.end()); }

std::string_view stem_of(std::string_view place) { return place.substr(0, place.find('@')); }
std::string_view level_of(std::string_view place) { return place.find('@') == place.npos ? std::string_view() : place.substr(place.find('@') + 1); }

bool is_one_place(const std::string& a, const std::string& b) {
  const std::string_view x = level_of(a), y = level_of(b);
  return same_place(stem_of(a), stem_of(b)) && (x.empty() || y.empty() || x == y);
}

bool has_place(const Set& places, const std::string& place) {
  return std::ranges::any_of(places, [&](const std::string& other) { return is_one_place(place, other); });
}

// What two names tell of where they are agrees: all that one tells the other tells too, or the article lets it assume.
bool agree(const BodyName& a, const BodyName& b) {
  if (a.places.empty() || b.places.empty()) return true;
  const auto among = [](const Set& some, const Set& all) { return std::ranges::all_of(some, [&](const std::string& place) { return has_place(all, place); }); };
  if (a.assumed && b.assumed) return std::ranges::any_of(a.places, [&](const std::string& place) { return has_place(b.places, place); });
  if (a.assumed || b.assumed) return a.assumed ? among(b.places, a.places) : among(a.places, b.places);
  return among(a.places, b.places) || among(b.places, a.places);
}

// Whether a name says all that the other one does; a place that is assumed says nothing.
bool says_all_of(const BodyName& more, const BodyName& less) {
  const bool placed = less.assumed || less.places.empty() || (!more.places.empty() && !more.assumed);
  return placed && includes(more.domains, less.domains) && includes(more.rest, less.rest);
}

// The level that stands behind the word, or before it.
std::string place_with_level(const std::string& stem, const std::vector<std::string>& levels, std::size_t i) {
  const std::string behind = i + 1 < levels.size() ? levels[i + 1] : std::string();
  const std::string& level = behind.empty() && i > 0 ? levels[i - 1] : behind;
  return level.empty() ? stem : stem + "@" + level;
}

// The text between the outer quotation marks, where there are any.
std::string_view quoted(std::string_view name) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>("\u00AB", "\u00BB"), {"\u201C", "\u201D"}, {"\"", "\""}}) {
    const auto begin = name.find(open);
    if (begin == name.npos) continue;
    const auto end = name.rfind(close);
    if (end != name.npos && end > begin + open.size()) return name.substr(begin + open.size(), end - begin - open.size());
  }
  return name;
}

}  // namespace

BodyParser::BodyParser(const lang::Knowledge& knowledge, const Spelling& spelling, const PhraseTable& terms)
    : knowledge_(knowledge), spelling_(spelling), terms_(terms), places_(knowledge, spelling), lemmatizer_(knowledge) {}

std::string BodyParser::proper_name(std::string_view name) const {
  std::string out;
  for (const std::string& word : plain_words(knowledge_.fold(quoted(name)))) out += (out.empty() ? "" : " ") + spelling_.shared(word);
  return out;
}

BodyName BodyParser::parse_state_body(std::string_view name, std::string_view language) {
  BodyName out;
  const auto words = lemmatizer_.words(name, language);
  std::vector<bool> taken(words.size());
  std::vector<std::string> levels(words.size());
  for (const PhraseTable::Found& found : terms_.find(words, language)) {
    const PhraseTable::Entry& term = terms_.entries()[static_cast<std::size_t>(found.entry)];
    const std::string& role = term.more.at("role");
    // A body of a body is the inner one, which stands first or last as the language has it: the outer one is a place.
    if ((role == "head" || role == "generic" || role == "body") && (out.head.empty() || knowledge_.head_last(language))) {
      out.head = term.id;
      out.whole = role == "body";
      out.generic = role == "generic" || (words[found.first + found.size - 1].features & (feature::pl | feature::sg)) == feature::pl;
    }
    else if (role == "domain") out.domains.insert(term.id);
    else if (role == "level") out.level = levels[found.first] = term.id;
    std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(found.first), found.size, true);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (taken[i] || (words[i].features & (feature::function_word | feature::punct)) != 0) continue;
    std::size_t at = words[i].span.begin;
    if (text::is_upper(text::decode_at(name, at))) out.places.insert(place_with_level(spelling_.place(knowledge_.fold(words[i].span.of(name))), levels, i));
    else out.rest.insert(spelling_.place(words[i].lemma));
  }
  lemmatizer_.trim();
  return out;
}

void BodyParser::learn_districts(const std::vector<ArticleEntities>& articles) {
  std::map<std::string, std::map<std::string, std::size_t>> seen;
  for (const ArticleEntities& article : articles) {
    const std::string town = places_.main(article, "city"), district = places_.main(article, "district");
    if (town.empty() || district.empty()) continue;
    auto& counts = seen[town];
    const auto known = std::ranges::find_if(counts, [&](const auto& count) { return same_place(count.first, district); });
    ++counts[known == counts.end() ? district : known->first];
  }
  constexpr std::size_t kFewest = 3;  // articles
  for (const auto& [town, counts] : seen) {
    std::size_t all = 0;
    const std::pair<const std::string, std::size_t>* most = &*counts.begin();
    for (const auto& count : counts) {
      all += count.second;
      if (count.second > most->second) most = &count;
    }
    if (most->second >= kFewest && most->second * 5 >= all * 4) districts_[town] = most->first;
  }
}

void BodyParser::place_in(BodyName& name, const ArticleEntities& article, const std::map<std::string, std::string>& told) const {
  if (!name.places.empty() || name.head.empty()) return;
  const std::string town = places_.main(article, "city");
  const auto district = districts_.find(town);
  for (const char* const level : {"city", "district", "region"}) {
    if (!name.level.empty() && name.level != level) continue;
    std::string stem = places_.main(article, level);
    if (stem.empty() && told.contains(level)) stem = told.at(level);
    if (stem.empty() && level == std::string_view("district") && district != districts_.end()) stem = district->second;
    if (stem.empty()) continue;
    name.places.insert(stem);
    name.assumed = true;
    // Of a town that has no such body of its own, its district has.
    if (name.level.empty() && !name.domains.empty() && stem == town && district != districts_.end()) name.places.insert(district->second);
    return;
  }
}

std::vector<BodyName> BodyParser::parse_all(const ArticleEntities& article) {
  std::vector<BodyName> names;
  std::map<std::string, std::string> told;  // places that other bodies of the article name, by level
  for (const ArticleEntity& body : article.bodies) {
    names.push_back(parse(body, article));
    const BodyName& name = names.back();
    if (!name.head.empty() && !name.level.empty() && !name.places.empty()) told.try_emplace(name.level, stem_of(*name.places.begin()));
  }
  for (BodyName& name : names)
    if (!name.whole && name.head != kNational) place_in(name, article, told);
  return names;
}

BodyName BodyParser::parse(const ArticleEntity& body, const ArticleEntities& article) {
  BodyName name;
  if (body.kind == "state_body") name = parse_state_body(body.name, article.language);
  if (name.head.empty()) {
    name = {};
    name.proper = proper_name(body.name);
    return name;
  }
  return name;
}

int match(const BodyName& a, const BodyName& b) {
  if (a.head != b.head) return 0;
  if (a.head.empty()) return a.proper == b.proper ? 2 : 0;
  if (!a.level.empty() && !b.level.empty() && a.level != b.level) return 0;
  if (!agree(a, b)) return 0;
  if (a.domains.empty() != b.domains.empty()) return 0;
  if (!says_all_of(a, b) && !says_all_of(b, a)) return 0;
  const bool same = a.domains == b.domains && a.rest == b.rest && a.places.empty() == b.places.empty() && a.assumed == b.assumed;
  return same ? 2 : 1;
}

}  // namespace qogam::registry
