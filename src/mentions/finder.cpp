// The passes over each sentence.
#include "mentions/finder.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "lang/entries.h"
#include "lang/inflection.h"
#include "lang/inflection_memo.h"
#include "lang/numbers.h"
#include "mentions/aliases.h"
#include "mentions/surnames.h"
#include "mentions/tagged_people.h"
#include "mentions/time_resolver.h"
#include "text/letters.h"
#include "text/pool.h"
#include "text/utf8.h"

namespace qogam::mentions {
namespace {

struct Pass {
  const char* rules;
  MentionType type;
};
constexpr Pass kPasses[] = {{"dates", MentionType::date},
                            {"money", MentionType::money},
                            {"locations", MentionType::location},
                            {"organizations", MentionType::organization},
                            {"positions", MentionType::position},
                            {"persons", MentionType::person},
                            {"laws", MentionType::law},
                            {"events", MentionType::event}};
constexpr std::size_t kDatesAndMoney = 2;  // so many of them come first

class Finder final : public Stage {
 public:
  Finder(const lang::Knowledge& knowledge, Passes passes)
      : knowledge_(knowledge), passes_(std::span(kPasses).first(passes == Passes::all ? std::size(kPasses) : kDatesAndMoney)), inflector_(knowledge), times_(knowledge), namesake_classes_(knowledge.lexicon()) {
    if (passes == Passes::all) people_.emplace(knowledge);
  }

  std::string_view name() const override { return "mentions"; }
  Layers needs() const override { return Layer::words | Layer::text; }
  Layers gives() const override { return Layer::mentions; }

  void run(Document& d) const override {
    const std::optional<PeopleTold> people = people_ ? std::optional(people_told(d)) : std::nullopt;
    Aliases aliases(knowledge_);
    auto memo = memos_.borrow([&] { return std::make_unique<lang::InflectionMemo>(knowledge_, inflector_); });
    lang::SentenceIndex index(d, knowledge_.strings());
    Taken taken(d.tokens.size());
    for (const Sentence& s : d.sentences) {
      const std::uint32_t language = knowledge_.base_language(s.language);
      if (language == 0) continue;
      const auto before = static_cast<std::uint32_t>(d.mentions.size());
      index.move_to(s.tokens, {before, before});
      for (const Pass& pass : passes_) {
        run_pass(d, index, language, pass, before, people, taken, *memo);
        if (pass.type == MentionType::organization) run_aliases(d, index, language, before, aliases);
      }
    }
    if (people) {
      people_->add(d, people->names, TaggedPeople::Length::longer, people->namesakes, *memo);
      find_surnames(d, knowledge_, *memo);
      people_->add(d, people->names, TaggedPeople::Length::one_word, people->namesakes, *memo);
    }
    memo->trim();
    memos_.give_back(std::move(memo));
    std::ranges::stable_sort(d.mentions, {}, [](const Mention& m) { return std::pair(m.span.begin, ~m.span.end); });
  }

 private:
  // Which tokens have mentions, of which types.
  class Taken {
   public:
    explicit Taken(std::size_t tokens) : types_(tokens, 0) {}
    bool by(const Document& d, MentionType type, TokenRange tokens) {
      for (; seen_ < d.mentions.size(); ++seen_)
        for (std::uint32_t t = d.mentions[seen_].tokens.first; t < d.mentions[seen_].tokens.last; ++t) types_[t] |= bit(d.mentions[seen_].type);
      return std::any_of(types_.begin() + tokens.first, types_.begin() + tokens.last, [&](std::uint8_t types) { return (types & bit(type)) != 0; });
    }

   private:
    static std::uint8_t bit(MentionType type) { return static_cast<std::uint8_t>(1u << static_cast<unsigned>(type)); }
    std::vector<std::uint8_t> types_;
    std::size_t seen_ = 0;
  };

  // What a document tells of the people in it; made where people are looked for.
  struct PeopleTold {
    std::vector<ner::TaggedName> names;
    std::vector<TokenRange> where;  // their tokens, ascending
    Namesakes namesakes;
  };

  PeopleTold people_told(const Document& d) const {
    PeopleTold people{people_->find(d), {}, {namesake_classes_, d}};
    for (const ner::TaggedName& n : people.names) people.where.push_back(n.tokens);
    std::ranges::sort(people.where, {}, &TokenRange::first);
    return people;
  }

  void run_pass(Document& d, lang::SentenceIndex& index, std::uint32_t language, const Pass& pass, std::uint32_t before, const std::optional<PeopleTold>& people, Taken& taken, lang::InflectionMemo& memo) const {
    index.see_mentions({before, static_cast<std::uint32_t>(d.mentions.size())});
    const lang::Rules& rules = knowledge_.rules();
    std::vector<lang::Match> matches = rules.find(index, knowledge_.lexicon(), pass.rules, language);
    // What is no possible date must not keep words from a rule that reads them otherwise.
    if (pass.type == MentionType::date)
      std::erase_if(matches, [&](const lang::Match& m) { return rules.gives(m.rule) != "nothing" && !times_.resolve(d, m); });
    for (const lang::Match& m : rules.select(std::move(matches))) {
      if (rules.gives(m.rule) == "nothing") continue;
      if (pass.type == MentionType::date) add_date(d, m, memo);
      else if (pass.type == MentionType::money) add_money(d, m, memo);
      else if (pass.type != MentionType::person || is_person(m, language, *people)) add_mention(d, m, pass.type, taken, memo);
    }
  }

  void run_aliases(Document& d, lang::SentenceIndex& index, std::uint32_t language, std::uint32_t before, Aliases& aliases) const {
    index.see_mentions({before, static_cast<std::uint32_t>(d.mentions.size())});
    const lang::Rules& rules = knowledge_.rules();
    for (const lang::Match& m : rules.select(rules.find(index, knowledge_.lexicon(), "aliases", language))) aliases.learn(d, m, before);
    aliases.find(d, index.range(), before);
  }

  // Whether a name is of a person and not of its namesake, and the tagger of names agrees, where the rule wants that and the language has one.
  bool is_person(const lang::Match& m, std::uint32_t language, const PeopleTold& people) const {
    const auto name = knowledge_.rules().field(m, "name");
    const TokenRange tokens = name.captured ? name.tokens : m.tokens;
    if (people.namesakes.is(tokens)) return false;
    if (knowledge_.rules().field(m, "confirm").constant != "names" || !people_->reads(language)) return true;
    const auto behind = std::ranges::lower_bound(people.where, tokens.last, {}, &TokenRange::first);
    return behind != people.where.begin() && std::prev(behind)->overlaps(tokens);
  }

  void add_date(Document& d, const lang::Match& m, lang::InflectionMemo& memo) const {
    auto time = times_.resolve(d, m);
    if (!time) return;
    d.mentions.push_back({MentionType::date, time->span, times_.tokens(m), time->value, time->type, captures(d, m, memo), kNone, time->confidence, time->by});
    d.dates.push_back(std::move(*time));
  }

  void add_money(Document& d, const lang::Match& m, lang::InflectionMemo& memo) const {
    const auto value = [&](std::string_view field) -> std::optional<double> {
      const auto v = knowledge_.rules().field(m, field);
      return v.present && v.captured ? lang::decimal_number(d, knowledge_, v.tokens) : std::nullopt;
    };
    const auto amount = value("amount");
    if (!amount) return;
    const double times = value("multiplier").value_or(1);
    // 64.6 times a thousand million is a whole number, whatever binary fractions make of it.
    const auto product = [](double a, double b) { return std::round(a * b * 100) / 100; };
    const auto currency = knowledge_.rules().field(m, "currency");
    Money money{.span = d.span_of(m.tokens), .amount = product(*amount, times), .confidence = knowledge_.rules().confidence(m.rule), .by = knowledge_.rules().label(m.rule)};
    money.currency = currency.captured ? lang::entry_attribute(d, knowledge_, currency.tokens, "value").value_or("") : std::string(currency.constant);
    if (const auto most = value("amount-max")) {
      money.amount_max = product(*most, times);
      if (const auto own = value("multiplier-min")) money.amount = product(*amount, *own);
    }
    d.mentions.push_back({MentionType::money, money.span, m.tokens, "", "", captures(d, m, memo), kNone, money.confidence, money.by});
    d.money.push_back(std::move(money));
  }

  // A mention that overlaps an earlier one of its own type is not made twice.
  void add_mention(Document& d, const lang::Match& m, MentionType type, Taken& taken, lang::InflectionMemo& memo) const {
    const lang::Rules& rules = knowledge_.rules();
    const auto span_field = rules.field(m, "span");
    const TokenRange tokens = span_field.captured ? span_field.tokens : m.tokens;
    if (taken.by(d, type, tokens)) return;
    const auto name = rules.field(m, "name");
    const TokenRange name_tokens = name.captured ? name.tokens : tokens;
    Mention mention{.type = type, .span = d.span_of(tokens), .tokens = tokens, .captures = captures(d, m, memo), .confidence = rules.confidence(m.rule), .by = rules.label(m.rule)};
    if (type == MentionType::law || type == MentionType::event) call_as_found(d, mention.captures);
    const auto kind = rules.field(m, "kind");
    if (kind.present) mention.kind = kind.captured ? lang::entry_attribute(d, knowledge_, kind.tokens, "kind").value_or("") : std::string(kind.constant);
    if (name.present && !name.captured) mention.name = name.constant;
    else mention.name = nominative(d, m, name_tokens, type, memo);
    for (const char* field : {"status", "generic", "form", "role", "of"})
      if (const auto v = rules.field(m, field); v.present && !v.captured) mention.captures.push_back({field, {}, std::string(v.constant)});
    d.mentions.push_back(std::move(mention));
  }

  // A piece that is a mention found before, in the sentence that is read, has its name.
  static void call_as_found(const Document& d, std::vector<Capture>& captures) {
    for (Capture& c : captures) {
      const auto sentence = [&](TokenRange r) { return d.tokens[r.first].sentence; };
      for (auto m = d.mentions.rbegin(); m != d.mentions.rend() && sentence(m->tokens) == sentence(c.tokens); ++m)
        if (m->tokens == c.tokens && !m->name.empty()) c.text = m->name;
    }
  }

  static bool starts_latin(const std::string& name) {
    std::size_t at = 0;
    return !name.empty() && text::script_of(text::decode_at(name, at)) == text::Script::latin;
  }

  std::string nominative(const Document& d, const lang::Match& m, TokenRange tokens, MentionType type, lang::InflectionMemo& memo) const {
    // A name that the lexicon gives is in its own letters, not in those of a text in Latin ones.
    const auto given = lang::entry_attribute(d, knowledge_, tokens, "name");
    if (given && ((d.words[tokens.first].features & feature::latin) != 0) == starts_latin(*given)) return *given;
    if (type == MentionType::person) return memo.person(d, tokens, likely_case(d, m));
    if (knowledge_.rules().field(m, "inflect").constant == "no") return lang::Inflector::surface(d, tokens);
    return memo.phrase(d, tokens, type == MentionType::position);
  }

  // The case of the post before a name is the case of the name.
  Features likely_case(const Document& d, const lang::Match& m) const {
    const auto post = knowledge_.rules().field(m, "agrees");
    if (!post.captured) return 0;
    Features found = 0;
    const auto sentence = [&](TokenRange r) { return d.tokens[r.first].sentence; };
    for (auto other = d.mentions.rbegin(); other != d.mentions.rend() && sentence(other->tokens) == sentence(post.tokens); ++other) {
      if (other->type != MentionType::position || other->tokens != post.tokens) continue;
      for (const Capture& c : other->captures)
        if (c.name == "head") found |= known_cases(d, lang::head_word(d, knowledge_, c.tokens));
    }
    return found;
  }

  static Features known_cases(const Document& d, std::uint32_t token) {
    Features found = 0;
    const Word& w = d.words[token];
    for (std::uint32_t a = w.first; a < w.first + w.count; ++a)
      if (d.analyses[a].lemma != 0 && !(d.analyses[a].features & feature::guessed)) found |= d.analyses[a].features & feature::cases;
    // Of the cases that one form has, such as a nominative that could be the accusative of a thing, the sentence knows which.
    const Features known = found & w.tag & feature::cases, alike = feature::gen | feature::acc;
    if ((known & alike) != 0 && (found & alike) == alike) return alike;  // of living things the two are one form
    return known != 0 ? known : found;
  }

  std::vector<Capture> captures(const Document& d, const lang::Match& m, lang::InflectionMemo& memo) const {
    std::vector<Capture> result;
    const lang::RuleRecord& rule = knowledge_.rules().rule(m.rule);
    for (std::uint32_t k = 0; k < rule.slots; ++k)
      if (m.captures[k].first != lang::Match::kUnset && !m.captures[k].empty())
        result.push_back({std::string(knowledge_.rules().capture_name(rule, k)), m.captures[k], memo.phrase(d, m.captures[k])});
    return result;
  }

  const lang::Knowledge& knowledge_;
  std::span<const Pass> passes_;
  lang::Inflector inflector_;
  TimeResolver times_;
  NamesakeClasses namesake_classes_;
  std::optional<TaggedPeople> people_;  // where all passes are made
  mutable text::Pool<lang::InflectionMemo> memos_;
};

}  // namespace

std::unique_ptr<Stage> make_finder(const lang::Knowledge& knowledge, Passes passes) {
  return std::make_unique<Finder>(knowledge, passes);
}

}  // namespace qogam::mentions
