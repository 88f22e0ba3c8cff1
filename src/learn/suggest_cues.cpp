// Document counts of lemma phrases, and how much they surprise.
#include "learn/suggest_cues.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "extract/topic_evidence.h"
#include "qogam/features.h"

namespace qogam::learn {
namespace {

constexpr std::uint32_t kLongest = 3;   // words
constexpr std::size_t kShortest = 3;    // bytes of a lemma worth suggesting
constexpr double kLeastSurprise = 10.83;  // chance in a thousand

double term(double seen, double expected) { return seen > 0 ? seen * std::log(seen / expected) : 0; }

// Of a phrase in `in` of `n` documents and in `out` of `m` others.
double surprise(double in, double n, double out, double m) {
  const double share = (in + out) / (n + m);
  if (share <= 0 || share >= 1 || in / n <= out / std::max(m, 1.0)) return 0;
  return 2 * (term(in, n * share) + term(out, m * share) + term(n - in, n * (1 - share)) + term(m - out, m * (1 - share)));
}

bool content(const Document& d, std::uint32_t token) {
  const Word& w = d.words[token];
  return d.tokens[token].kind == TokenKind::word && (w.tag & (feature::noun | feature::adj | feature::verb)) != 0 && (w.tag & feature::proper) == 0 &&
         d.lemma(w).size() >= kShortest;
}

}  // namespace

// The phrases of a document: lemmas parted by blanks, whose first and last are content words of one sentence.
struct CueSuggester::Phrases {
  const Document& d;

  template <typename Take>
  void each(Take take) const {
    for (const Sentence& s : d.sentences)
      for (std::uint32_t first = s.tokens.first; first < s.tokens.last; ++first) {
        if (!content(d, first)) continue;
        std::string phrase;
        for (std::uint32_t at = first; at < std::min(s.tokens.last, first + kLongest) && d.tokens[at].kind == TokenKind::word; ++at) {
          phrase += (phrase.empty() ? "" : " ") + std::string(d.lemma(d.words[at]));
          if (content(d, at)) take(TokenRange{first, at + 1}, phrase);
        }
      }
  }
};

void CueSuggester::add(const Document& d, const std::vector<std::string>& topics) {
  const std::string language = knowledge_.languages()[knowledge_.base_language(d.language)].code;
  std::map<std::string, TokenRange> phrases;  // with the place of one of them
  Phrases{d}.each([&](TokenRange tokens, const std::string& phrase) { phrases.emplace(phrase, tokens); });
  Side& all = all_[language];
  ++all.documents;
  for (const auto& [phrase, tokens] : phrases) ++all.phrases[phrase].anywhere;
  const std::vector<extract::TopicEvidence> evidence = extract::TopicCues(d, knowledge_).of_document();
  for (const std::string& id : std::set<std::string>(topics.begin(), topics.end())) {
    Side& side = topics_[{id, language}];
    ++side.documents;
    const std::int32_t topic = knowledge_.topic(id);
    const std::vector<Span> cues = topic == kNone ? std::vector<Span>() : evidence[static_cast<std::size_t>(topic)].places;
    for (const auto& [phrase, tokens] : phrases) ++side.phrases[phrase].anywhere;
    std::set<std::string> free;  // of cues that are known
    Phrases{d}.each([&](TokenRange tokens, const std::string& phrase) {
      const Span place = d.span_of(tokens);
      const auto cue = std::ranges::upper_bound(cues, place.begin, {}, &Span::end);  // cues are disjoint and ascend
      if (cue == cues.end() || cue->begin >= place.end) free.insert(phrase);
    });
    for (const std::string& phrase : free) ++side.phrases[phrase].free;
  }
}

std::vector<CueSuggestion> CueSuggester::of_topic(const std::string& topic, const std::string& language, const Side& side, std::size_t most, std::size_t least) const {
  const Side& all = all_.at(language);
  std::vector<CueSuggestion> found;
  for (const auto& [phrase, here] : side.phrases) {
    const std::size_t inside = here.free, outside = all.phrases.find(phrase)->second.anywhere - here.anywhere;
    if (inside < std::max<std::size_t>(least, 1)) continue;
    const double s = surprise(static_cast<double>(inside), static_cast<double>(side.documents), static_cast<double>(outside),
                              static_cast<double>(all.documents - side.documents));
    if (s >= kLeastSurprise) found.push_back({topic, language, phrase, s, inside, outside});
  }
  std::ranges::stable_sort(found, std::greater<>(), &CueSuggestion::surprise);
  std::vector<CueSuggestion> kept;
  for (CueSuggestion& f : found) {
    const auto holds = [](const std::string& whole, const std::string& part) { return (" " + whole + " ").find(" " + part + " ") != std::string::npos; };
    if (kept.size() == most) break;
    if (std::ranges::none_of(kept, [&](const CueSuggestion& k) { return holds(k.phrase, f.phrase) || holds(f.phrase, k.phrase); })) kept.push_back(std::move(f));
  }
  return kept;
}

std::vector<CueSuggestion> CueSuggester::suggest(std::size_t most, std::size_t least) const {
  std::vector<std::string> order;
  for (const lang::TopicInfo& t : knowledge_.topics()) order.push_back(t.id);
  for (const auto& [key, side] : topics_)
    if (std::ranges::find(order, key.first) == order.end()) order.push_back(key.first);
  std::vector<CueSuggestion> out;
  for (const std::string& topic : order)
    for (const auto& [language, all] : all_)
      if (const auto side = topics_.find({topic, language}); side != topics_.end())
        for (CueSuggestion& s : of_topic(topic, language, side->second, most, least)) out.push_back(std::move(s));
  return out;
}

}  // namespace qogam::learn
