// Rules, forms, words, parties, dates and places as numbers.
#include "extract/commitment_features.h"

#include <algorithm>

#include "extract/within.h"
#include "ner/hashing.h"

namespace qogam::extract {
namespace {

// Kinds of features. Weights rest on the numbers: new kinds go to the end.
enum Kind : std::uint32_t {
  c_bias = 3000, c_rule, c_kind, c_near, c_near_kind, c_form, c_form_rule, c_lemma, c_cluster, c_before, c_behind, c_bag, c_bag_cluster, c_speaker, c_speech, c_speech_rule,
  c_subject, c_subject_rule, c_speaker_kind, c_date, c_date_rule, c_money, c_first, c_place, c_length, c_clause_length, c_question, c_listed, c_state, c_topic, c_main,
  c_past, c_negated, c_first_person, c_known_day, c_org, c_actor_speech, c_last_verb, c_noun, c_noun_cluster, c_noun_rule, c_object, c_object_cluster, c_where, c_announced, c_title, c_title_cluster, c_after, c_after_rule, c_chain
};

constexpr Features kForm = feature::verb | feature::past | feature::pres | feature::fut | feature::inf | feature::imp | feature::passive | feature::p1 | feature::p2 | feature::p3 |
                           feature::neg | feature::cvb | feature::vnoun | feature::participle | feature::short_form | feature::sg | feature::pl;
constexpr std::size_t kShortestLemma = 4;  // bytes

std::uint32_t step(std::size_t value, std::initializer_list<std::size_t> ends) {
  return static_cast<std::uint32_t>(std::ranges::count_if(ends, [&](std::size_t end) { return value >= end; }));
}

// Bodies of the state that a document names.
std::size_t bodies_of(const Document& d) { return static_cast<std::size_t>(std::ranges::count(d.entities, "state_body", &Entity::kind)); }

}  // namespace

// Each feature is taken once: an open-addressed table tells which were.
class CommitmentFeatures::Adder {
 public:
  Adder(const lang::LanguageInfo& language, std::uint32_t hash_of_rule, std::vector<std::uint32_t>& features)
      : rule(hash_of_rule), language_(language.in_weights), features_(features), taken_(kSlots, 0) {}
  // The same for all languages, and of one.
  void operator()(Kind kind, std::uint32_t value = 1) { take(ner::feature_hash(kind, value)); }
  void own(Kind kind, std::uint32_t value) { take(ner::feature_hash(kind, ner::joined(language_ + 1, value))); }
  void text(Kind kind, std::string_view value) { (*this)(kind, ner::hash_of(value)); }
  static std::uint32_t pair(std::uint32_t a, std::uint32_t b) { return ner::joined(a, b + 1); }

  const std::uint32_t rule;  // hash of the candidate's

 private:
  static constexpr std::size_t kSlots = 512;

  void take(std::uint32_t feature) {
    std::size_t at = feature & (taken_.size() - 1);
    while (taken_[at] != 0 && taken_[at] != feature) at = (at + 1) & (taken_.size() - 1);
    if (taken_[at] == feature) return;
    taken_[at] = feature;
    features_.push_back(feature);
    if (features_.size() * 2 > taken_.size()) grow();
  }
  void grow() {
    taken_.assign(taken_.size() * 2, 0);
    for (const std::uint32_t feature : features_) {
      std::size_t at = feature & (taken_.size() - 1);
      while (taken_[at] != 0) at = (at + 1) & (taken_.size() - 1);
      taken_[at] = feature;
    }
  }

  const std::uint32_t language_;
  std::vector<std::uint32_t>& features_;
  std::vector<std::uint32_t> taken_;  // hashes, which are never 0
};

CommitmentFeatures::CommitmentFeatures(const Document& d, const lang::Knowledge& k, const PartyReader& parties, FeatureCache& cache)
    : d_(d), knowledge_(k), parties_(parties), cache_(cache), bodies_(bodies_of(d)) {}

CommitmentFeatures::CommitmentFeatures(const Document& d, const lang::Knowledge& k, const PartyReader& parties)
    : d_(d), knowledge_(k), parties_(parties), own_cache_(std::make_unique<FeatureCache>()), cache_(*own_cache_), bodies_(bodies_of(d)) {}

std::vector<std::uint32_t> CommitmentFeatures::of(const CommitmentCandidate& c) const {
  std::vector<std::uint32_t> features = beside_title(c);
  const std::vector<std::uint32_t>& of_title = title(language_of(c));
  features.insert(features.end(), of_title.begin(), of_title.end());
  std::ranges::sort(features);
  features.erase(std::unique(features.begin(), features.end()), features.end());
  return features;
}

std::vector<std::uint32_t> CommitmentFeatures::beside_title(const CommitmentCandidate& c) const {
  constexpr std::size_t kUsual = 128;
  std::vector<std::uint32_t> features;
  features.reserve(kUsual);
  Adder add(knowledge_.languages()[language_of(c)], rule(c.cue.rule), features);
  add(c_bias);
  add_rules(c, add);
  add_forms(c, add);
  add_words(c, add);
  add_nouns(c, add);
  add_parties(c, add);
  add_dates(c, add);
  add_place(c, add);
  return features;
}

void CommitmentFeatures::add_rules(const CommitmentCandidate& c, Adder& add) const {
  const lang::Rules& rules = knowledge_.rules();
  add(c_rule, add.rule);
  add.text(c_kind, c.kind);
  const std::uint32_t after = c.after == CommitmentCandidate::kNoRule ? 0 : Adder::pair(rule(c.after), c.after_sentence ? 1 : 0);
  add(c_after, after);
  const std::uint32_t joint = c.cue.tokens.first > 0 ? ner::hash_of(d_.lemma(d_.words[c.cue.tokens.first - 1])) : 1;
  add(c_chain, Adder::pair(Adder::pair(after, joint), add.rule));
  add(c_after_rule, Adder::pair(add.rule, after));
  for (const NearMiss& n : c.near_misses) {
    const auto where = static_cast<std::uint32_t>(n.where);
    add(c_near, Adder::pair(rule(n.rule), where));
    add(c_near_kind, where * 2 + (rules.gives(n.rule) == "veto" ? 1 : 0));
  }
}

// Grammatical forms of the words of the cue.
void CommitmentFeatures::add_forms(const CommitmentCandidate& c, Adder& add) const {
  for (std::uint32_t t = c.cue.tokens.first; t < c.cue.tokens.last; ++t) {
    const Word& w = d_.words[t];
    if (!(w.tag & feature::verb) && !(w.tag & feature::short_form)) continue;
    const std::uint32_t form = ner::mixed(w.tag & kForm);
    add(c_form, form);
    add(c_form_rule, Adder::pair(add.rule, form));
    if (w.tag & feature::p1) add(c_first_person, w.tag & feature::pl ? 2 : 1);
  }
  bool past = false, negated = false;
  for (std::uint32_t t = c.clause.first; t < c.clause.last; ++t) {
    const Features tag = d_.words[t].tag;
    past = past || ((tag & feature::verb) && (tag & feature::past) && !(tag & feature::participle) && !(c.cue.tokens.first <= t && t < c.cue.tokens.last));
    negated = negated || (tag & feature::neg);
  }
  if (past) add(c_past);
  if (negated) add(c_negated);
}

std::uint32_t CommitmentFeatures::lemma(std::uint32_t token) const { return ner::hash_of(d_.lemma(d_.words[token])); }

void CommitmentFeatures::add_words(const CommitmentCandidate& c, Adder& add) const {
  const std::uint32_t language = language_of(c);
  for (std::uint32_t t = c.clause.first; t < c.clause.last; ++t) cache_.clusters.expect(d_.folded(d_.words[t]));
  for (std::uint32_t t = c.cue.tokens.first; t < c.cue.tokens.last; ++t) {
    if (d_.tokens[t].kind != TokenKind::word) continue;
    add.own(c_lemma, lemma(t));
    if (const std::uint32_t k = cluster(language, t)) add.own(c_cluster, k);
  }
  const TokenRange sentence = d_.sentences[c.sentence].tokens;
  add.own(c_before, c.cue.tokens.first > sentence.first ? lemma(c.cue.tokens.first - 1) : 1);
  add.own(c_behind, c.cue.tokens.last < sentence.last ? lemma(c.cue.tokens.last) : 1);
  for (std::uint32_t t = c.clause.first; t < c.clause.last; ++t) {
    if (d_.tokens[t].kind != TokenKind::word || d_.lemma(d_.words[t]).size() < kShortestLemma) continue;
    add.own(c_bag, lemma(t));
    if (const std::uint32_t k = cluster(language, t)) add.own(c_bag_cluster, k);
  }
  for (std::uint32_t t = sentence.first; t < c.clause.first; ++t)
    if (d_.tokens[t].kind == TokenKind::word && (d_.words[t].tag & feature::verb)) add.own(c_last_verb, lemma(t));
}

void CommitmentFeatures::add_nouns(const CommitmentCandidate& c, Adder& add) const {
  const std::uint32_t language = language_of(c);
  const std::uint32_t kind = ner::hash_of(c.kind);
  if (const auto noun = noun_beside(c, feature::nom)) {
    add.own(c_noun, lemma(*noun));
    add.own(c_noun_rule, Adder::pair(kind, lemma(*noun)));
    if (const std::uint32_t k = cluster(language, *noun)) add.own(c_noun_cluster, k);
  }
  if (const auto noun = noun_beside(c, feature::acc)) {
    add.own(c_object, lemma(*noun));
    if (const std::uint32_t k = cluster(language, *noun)) add.own(c_object_cluster, k);
  }
}

// What the article is about, by the words of its first sentence: the same for all its candidates of a language.
const std::vector<std::uint32_t>& CommitmentFeatures::title(std::uint32_t language) const {
  if (title_ && title_->first == language) return title_->second;
  title_.emplace(language, std::vector<std::uint32_t>());
  Adder add(knowledge_.languages()[language], 0, title_->second);
  const TokenRange tokens = d_.sentences.front().tokens;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
    if (d_.tokens[t].kind != TokenKind::word || d_.lemma(d_.words[t]).size() < kShortestLemma) continue;
    add.own(c_title, lemma(t));
    if (const std::uint32_t k = cluster(language, t)) add.own(c_title_cluster, k);
  }
  return title_->second;
}

// The noun in a case nearest before the cue in its clause, or else behind it.
std::optional<std::uint32_t> CommitmentFeatures::noun_beside(const CommitmentCandidate& c, Features grammatical_case) const {
  const auto fits = [&](std::uint32_t t) { return (d_.words[t].tag & feature::noun) && (d_.words[t].tag & grammatical_case); };
  for (std::uint32_t t = c.cue.tokens.first; t-- > c.clause.first;)
    if (fits(t)) return t;
  for (std::uint32_t t = c.cue.tokens.first; t < c.clause.last; ++t)
    if (fits(t)) return t;
  return std::nullopt;
}

void CommitmentFeatures::add_parties(const CommitmentCandidate& c, Adder& add) const {
  const std::uint32_t kind = ner::hash_of(c.kind);
  const Party speaker = parties_.speaker(c), actor = parties_.actor(c, c.kind == "future" ? "plan" : c.kind);
  const auto sort = [&](const Party& p) -> std::uint32_t {
    if (!p.told()) return 1;
    if (p.entity == kNone) return 2;
    return parties_.is_official(p) ? 3 : ner::hash_of(parties_.kind_of(p));
  };
  const std::uint32_t said = sort(speaker), acts = sort(actor);
  const std::uint32_t speech = c.quote == kNone ? 0 : d_.quotes[static_cast<std::size_t>(c.quote)].direct ? 2 : 1;
  add(c_speaker, said);
  add(c_speech, speech);
  add(c_speech_rule, Adder::pair(add.rule, speech));
  add(c_speaker_kind, Adder::pair(Adder::pair(said, speech), kind));
  add(c_subject, acts);
  add(c_subject_rule, Adder::pair(add.rule, acts));
  add(c_actor_speech, Adder::pair(acts, Adder::pair(said, speech)));
  for (const Mention& m : beginning_in(d_.mentions, d_.span_of(c.clause))) {
    if (m.type == MentionType::organization) add.text(c_org, m.kind);
    else if (m.type == MentionType::location && m.entity != kNone) add.text(c_where, d_.entities[static_cast<std::size_t>(m.entity)].kind == "country" ? m.name : d_.entities[static_cast<std::size_t>(m.entity)].kind);
  }
}

void CommitmentFeatures::add_dates(const CommitmentCandidate& c, Adder& add) const {
  const Span clause = d_.span_of(c.clause);
  const std::string today = d_.published.value.substr(0, std::min<std::size_t>(10, d_.published.value.size()));
  bool any = false;
  for (const TimeExpression& t : beginning_in(d_.dates, clause)) {
    if (!clause.contains(t.span)) continue;
    const bool reference = t.value.ends_with("_REF");
    const std::uint32_t when = reference ? ner::hash_of(t.value) : t.end_date.empty() ? 1 : today.empty() ? 2 : t.end_date < today ? 3 : t.begin.empty() || t.begin > today ? 5 : 4;
    const std::uint32_t what = Adder::pair(when, ner::hash_of(t.type));
    add(c_date, what);
    add(c_date_rule, Adder::pair(add.rule, what));
    any = true;
  }
  if (!any) add(c_date, 0), add(c_date_rule, Adder::pair(add.rule, 0));
  if (!std::ranges::empty(beginning_in(d_.money, clause))) add(c_money);
  if (today.empty()) add(c_known_day, 0);
}

// Where in the article, and what kind of article.
void CommitmentFeatures::add_place(const CommitmentCandidate& c, Adder& add) const {
  add(c_first, std::min<std::uint32_t>(c.sentence, 3));
  add(c_place, static_cast<std::uint32_t>(5 * static_cast<std::size_t>(c.sentence) / std::max<std::size_t>(1, d_.sentences.size())));
  add(c_length, step(d_.sentences.size(), {8, 15, 30, 60, 120}));
  add(c_clause_length, step(c.clause.size(), {4, 6, 9, 14, 22, 35}));
  const TokenRange sentence = d_.sentences[c.sentence].tokens;
  if (d_.surface(d_.tokens[sentence.last - 1].span) == "?") add(c_question);
  if (c.listed()) add(c_listed);
  add(c_state, step(bodies_, {1, 2, 4, 8}) * 8 + step(d_.officials.size(), {1, 2, 4}));
  for (const Topic& t : d_.topics) add.text(c_topic, t.id);
  if (!d_.topics.empty()) add.text(c_main, d_.topics.front().id);
  else add(c_main, 0);
}

}  // namespace qogam::extract
