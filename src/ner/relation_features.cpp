// Order, distance, what stands between, agreement, and what the document says elsewhere.
#include "ner/relation_features.h"

#include <algorithm>
#include <unordered_map>

#include "ner/hashing.h"

namespace qogam::ner {
namespace {

// Kinds of features. Weights rest on the numbers: new kinds go to the end.
enum Kind : std::uint32_t {
  r_where = 1000, r_tokens, r_heads, r_tails, r_counts, r_word, r_words, r_shape, r_first, r_last, r_before, r_behind, r_tail, r_tail_tokens,
  r_cases, r_numbers, r_genders, r_list, r_pattern, r_nearest, r_beside, r_elsewhere, r_alone, r_chain, r_chain_tokens, r_main
};

constexpr std::uint32_t kFarthest = 3;        // sentences
constexpr std::uint32_t kMostTokens = 150;    // between two names
constexpr std::uint32_t kMostWords = 12;      // between them that are looked at one by one
constexpr std::uint32_t kFew = 4, kMostPattern = 8;

std::uint32_t rough(std::uint32_t tokens) {
  if (tokens < 4) return tokens;
  return tokens < 30 ? 4 + (tokens - 4) / 3 : 13;
}

std::uint32_t gap(TokenRange a, TokenRange b) {
  if (a.last <= b.first) return b.first - a.last;
  return b.last <= a.first ? a.first - b.last : 0;
}

std::uint64_t joined_keys(std::uint32_t head, std::uint32_t tail) { return std::uint64_t{head} << 32 | tail; }

}  // namespace

// What stands between two names.
struct RelationReader::Between {
  TokenRange tokens;
  std::uint32_t heads = 0, tails = 0;
  bool list = false;           // names, commas and conjunctions alone
  std::uint32_t pattern = 0;   // with names as signs; 0: it is long
};

RelationReader::RelationReader(const Document& document, std::vector<TokenRange> heads, std::vector<TokenRange> tails)
    : document_(document), heads_(ends(heads, Side::head)), tails_(ends(tails, Side::tail)) {
  link(heads_, tails_, Side::head);
  link(tails_, heads_, Side::tail);
  const auto count = [&](const std::vector<End>& ends) {
    std::vector<std::uint32_t> before(document_.tokens.size() + 1, 0);
    for (const End& e : ends) ++before[e.tokens.first + 1];
    for (std::size_t t = 1; t < before.size(); ++t) before[t] += before[t - 1];
    return before;
  };
  heads_before_ = count(heads_);
  tails_before_ = count(tails_);
  find_lists();
  find_main();
  for (const End& t : tails_)
    if (t.beside != kNone) {
      seen_.insert(joined_keys(heads_[static_cast<std::size_t>(t.beside)].key, t.key));
      seen_tails_.insert(t.key);
    }
}

void RelationReader::find_lists() {
  for (std::uint32_t h = 0; h < heads_.size(); ++h) {
    heads_[h].first = h;
    if (h > 0 && heads_[h].sentence == heads_[h - 1].sentence && between(heads_[h - 1], heads_[h]).list) heads_[h].first = heads_[h - 1].first;
  }
}

// Of those that are met as often, the first.
void RelationReader::find_main() {
  std::unordered_map<std::uint32_t, std::size_t> met;
  for (const End& h : heads_) ++met[h.key];
  std::size_t most = 0;
  for (const End& h : heads_)
    if (met[h.key] > most) most = met[h.key], main_ = h.key;
}

std::uint32_t RelationReader::lemma(std::int64_t token) const {
  if (token < 0 || token >= static_cast<std::int64_t>(document_.tokens.size())) return 1;
  return hash_of(document_.lemma(document_.words[static_cast<std::size_t>(token)]));
}

std::vector<RelationReader::End> RelationReader::ends(const std::vector<TokenRange>& ranges, Side side) const {
  std::vector<End> ends;
  for (const TokenRange& r : ranges) {
    End& e = ends.emplace_back(End{.tokens = r});
    e.sentence = document_.tokens[r.first].sentence;
    std::uint32_t word = side == Side::head ? r.last - 1 : r.first;
    if (side == Side::head)
      while (word > r.first && !(document_.words[word].features & feature::word)) --word;
    else
      for (std::uint32_t t = r.last; t-- > r.first;)
        if (document_.words[t].tag & feature::noun) word = t;
    e.key = lemma(word);
    e.tag = document_.words[word].tag;
  }
  return ends;
}

// Both ascend, so the nearest are the neighbours of where an end would stand among the others.
void RelationReader::link(std::vector<End>& ends, const std::vector<End>& others, Side side) const {
  for (End& e : ends) {
    e.nearest = 0xFFFFFFFF;
    const auto at = std::ranges::lower_bound(others, e.tokens.first, {}, [](const End& o) { return o.tokens.first; });
    for (auto it = at - others.begin() > 2 ? at - 2 : others.begin(); it != others.end() && it < at + 2; ++it) {
      e.nearest = std::min(e.nearest, gap(e.tokens, it->tokens));
      const bool beside = side == Side::head ? it->tokens.last <= e.tokens.first : e.tokens.last <= it->tokens.first;
      if (beside && gap(e.tokens, it->tokens) <= 1 && it->sentence == e.sentence) e.beside = static_cast<std::int32_t>(it - others.begin());
    }
  }
}

std::vector<RelationReader::Pair> RelationReader::pairs() const {
  std::vector<Pair> pairs;
  for (std::uint32_t h = 0; h < heads_.size(); ++h) {
    const std::uint32_t from = heads_[h].tokens.first > kMostTokens ? heads_[h].tokens.first - kMostTokens : 0;
    const auto begin = std::ranges::lower_bound(tails_, from, {}, [](const End& t) { return t.tokens.first; });
    for (auto t = begin; t != tails_.end() && t->tokens.first < heads_[h].tokens.last + kMostTokens; ++t) {
      const std::uint32_t away = std::max(t->sentence, heads_[h].sentence) - std::min(t->sentence, heads_[h].sentence);
      if (away <= kFarthest) pairs.push_back({h, static_cast<std::uint32_t>(t - tails_.begin())});
    }
  }
  return pairs;
}

// A token between two names: a mark as it is, a function word by its lemma, others by their part of speech.
std::uint32_t RelationReader::inner_sign(std::uint32_t token) const {
  const Word& w = document_.words[token];
  constexpr Features kParts = feature::noun | feature::adj | feature::verb | feature::adv | feature::pron | feature::num | feature::participle | feature::proper;
  if (!(w.features & feature::word) || w.tag & feature::function_word) return lemma(token);
  return mixed(w.tag & kParts) ^ (w.features & feature::cap ? 5U : 0U);
}

RelationReader::Between RelationReader::between(const End& left, const End& right) const {
  Between b{.tokens = {left.tokens.last, std::max(left.tokens.last, right.tokens.first)}};
  b.heads = heads_before_[b.tokens.last] - heads_before_[b.tokens.first];
  b.tails = tails_before_[b.tokens.last] - tails_before_[b.tokens.first];
  if (b.tokens.size() > 4 * kMostWords) return b;
  std::uint32_t pattern = 7, signs = 0;
  b.list = true;
  for (std::uint32_t t = b.tokens.first; t < b.tokens.last && signs < kMostPattern; ++signs) {
    const auto inner = [&](const std::vector<End>& ends, const std::vector<std::uint32_t>& before) { return before[t + 1] > before[t] ? &ends[before[t]] : nullptr; };
    const End *head = inner(heads_, heads_before_), *tail = inner(tails_, tails_before_);
    const Word& w = document_.words[t];
    b.list = b.list && !tail && (head || w.tag & feature::cconj || w.features & feature::punct);
    pattern = joined(pattern, head ? 11 : tail ? 13 : inner_sign(t));
    t = head ? std::max(t + 1, head->tokens.last) : tail ? std::max(t + 1, tail->tokens.last) : t + 1;
  }
  if (signs == kMostPattern) b.list = false;
  else b.pattern = pattern;
  return b;
}

void RelationReader::add_between(const Between& b, std::uint32_t where, std::vector<Feature>& features) const {
  const auto add = [&](std::uint32_t kind, std::uint32_t value) { features.push_back({feature_hash(kind, joined(where, value)), 0, 0}); };
  const std::uint32_t heads = std::min(b.heads, 3U), tails = std::min(b.tails, 3U), tokens = rough(b.tokens.size());
  add(r_tokens, tokens);
  add(r_heads, heads);
  add(r_tails, tails);
  add(r_counts, (std::min(heads, 2U) * 4 + std::min(tails, 2U)) * 8 + std::min(tokens, 5U));
  if (b.pattern != 0) add(r_pattern, b.pattern);
  if (b.tokens.empty()) return;
  const std::uint32_t end = std::min(b.tokens.last, b.tokens.first + kMostWords);
  std::uint32_t words = 7, shape = 7;
  for (std::uint32_t t = b.tokens.first; t < end; ++t) {
    add(r_word, lemma(t));
    words = joined(words, lemma(t));
    if (t < b.tokens.first + kMostPattern) shape = joined(shape, inner_sign(t));
  }
  if (b.tokens.size() <= kFew) add(r_words, words);
  add(r_shape, shape);
  add(r_first, lemma(b.tokens.first));
  add(r_last, lemma(b.tokens.last - 1));
}

// What stands between the tail and the list that the head is in.
void RelationReader::add_list(const End& head, const End& tail, std::uint32_t where, std::vector<Feature>& features) const {
  const End& first = heads_[head.first];
  if (first.tokens == head.tokens || first.tokens.first < tail.tokens.last) return;
  const Between b = between(tail, first);
  features.push_back({feature_hash(r_chain, joined(where, b.pattern)), 0, 0});
  features.push_back({feature_hash(r_chain_tokens, joined(where, rough(b.tokens.size()) * 2 + ((tail.tag & feature::pl) != 0))), 0, 0});
}

// Whether the same two stand side by side somewhere, and whom else the tail stands beside.
void RelationReader::add_elsewhere(const End& head, const End& tail, std::uint32_t where, bool near, std::vector<Feature>& features) const {
  const auto add = [&](std::uint32_t kind, std::uint32_t value) { features.push_back({feature_hash(kind, value), 0, 0}); };
  const bool seen = seen_.contains(joined_keys(head.key, tail.key)), others = seen_tails_.contains(tail.key) && !seen;
  add(r_elsewhere, joined(where, seen * 2U + others));
  add(r_elsewhere, 16U + seen * 2U + near);
  // Other people beside this tail, other tails beside this person.
  const auto beside = [](const End& one, const std::vector<End>& others_, const End& other) {
    if (one.beside == kNone) return 0U;
    const End& b = others_[static_cast<std::size_t>(one.beside)];
    if (b.tokens == other.tokens) return 1U;
    return b.key == other.key ? 2U : 3U;
  };
  add(r_beside, joined(where, beside(tail, heads_, head) * 4 + beside(head, tails_, tail)));
}

void RelationReader::add(Pair pair, std::vector<Feature>& features) const {
  const End &head = heads_[pair.head], &tail = tails_[pair.tail];
  const bool head_first = head.tokens.first < tail.tokens.first;
  const End &left = head_first ? head : tail, &right = head_first ? tail : head;
  const bool inside = right.tokens.first < left.tokens.last;
  const std::uint32_t away = right.sentence - left.sentence;
  const std::uint32_t where = head_first + 2U * inside + 4U * away + 1;
  const auto add = [&](std::uint32_t kind, std::uint32_t value) { features.push_back({feature_hash(kind, joined(where, value)), 0, 0}); };
  const Between b = between(left, right);
  add(r_where, 0);
  add_between(b, away == 0 ? where : where + 32 * (1 + std::min(b.heads, 2U)), features);
  if (b.list && b.heads > 0) add(r_list, (tail.tag & feature::pl) != 0);
  add(r_before, lemma(std::int64_t{left.tokens.first} - 1));
  add(r_behind, lemma(right.tokens.last));
  add(r_tail, tail.key);
  add(r_tail_tokens, std::min(tail.tokens.size(), 4U));
  const auto case_of = [](const End& e) { return mixed(e.tag & feature::cases); };
  const auto gender_of = [](const End& e) { return mixed(e.tag & (feature::masc | feature::fem | feature::neut)); };
  add(r_cases, joined(case_of(head), case_of(tail)));
  add(r_numbers, joined(mixed(tail.tag & feature::numbers), std::min(b.heads, 1U)));
  add(r_genders, joined(gender_of(head), gender_of(tail)));
  const std::uint32_t distance = gap(head.tokens, tail.tokens);
  add(r_nearest, (head.nearest < distance) * 2U + (tail.nearest < distance));
  add(r_alone, std::min(heads_before_[std::min<std::size_t>(right.tokens.last + 40, heads_before_.size() - 1)] -
                            heads_before_[left.tokens.first > 40 ? left.tokens.first - 40 : 0], 3U));
  add(r_main, (head.key == main_) * 4U + (tail.beside != kNone) * 2U + (tail.tokens.size() > 1));
  add_list(head, tail, where, features);
  add_elsewhere(head, tail, where, away < 2, features);
}

}  // namespace qogam::ner
