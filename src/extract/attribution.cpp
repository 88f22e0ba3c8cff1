// Reading attributions.
#include "extract/attribution.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "extract/quotation_marks.h"
#include "lang/places.h"

namespace qogam::extract {
namespace {

constexpr std::uint32_t kSpeech = 8;        // tokens that make speech rather than a name of what stands in marks
constexpr std::uint32_t kFirstTokens = 5;   // in which a verb that is none of speech may stand
constexpr std::uint32_t kParagraphs = 2;    // back to whom "he" may mean
constexpr std::uint32_t kFarthest = 1500;   // tokens back, where a paragraph does not end

// The mentions that lie in a range of tokens.
template <typename Visit>
void mentions_in(const Document& d, TokenRange range, Visit visit) {
  const Span span = d.span_of(range);
  auto it = std::ranges::lower_bound(d.mentions, span.begin, {}, [](const Mention& m) { return m.span.begin; });
  for (; it != d.mentions.end() && it->span.begin < span.end; ++it)
    if (range.contains(it->tokens)) visit(*it);
}

bool may_speak(const Mention& m) { return m.type == MentionType::person || m.type == MentionType::position || m.type == MentionType::organization; }

}  // namespace

AttributionReader::AttributionReader(const Document& document, const lang::Knowledge& knowledge)
    : d_(document), knowledge_(knowledge), speech_verb_(knowledge.lexicon().class_number("speech-verb")),
      speech_noun_(knowledge.lexicon().class_number("speech-noun")), interviewer_word_(knowledge.lexicon().class_number("interviewer-word")),
      relative_word_(knowledge.lexicon().class_number("relative-word")), other_title_(knowledge.lexicon().class_number("other-title")), nominative_(document.mentions.size(), Known::not_yet) {}

bool AttributionReader::is_term(std::uint32_t lexicon, std::uint32_t token) const {
  auto it = std::ranges::lower_bound(d_.terms, token, {}, [](const Term& t) { return t.tokens.first; });
  for (; it != d_.terms.end() && it->tokens.first == token; ++it)
    if (it->lexicon == lexicon) return true;
  return false;
}

const Term* AttributionReader::term_of(std::uint32_t lexicon, TokenRange range, bool sure) const {
  auto it = std::ranges::lower_bound(d_.terms, range.first, {}, [](const Term& t) { return t.tokens.first; });
  for (; it != d_.terms.end() && it->tokens.first < range.last; ++it)
    if (it->lexicon == lexicon && it->tokens.last <= range.last && !(sure && knowledge_.lexicon().attribute(it->entry, "weak") == "yes")) return &*it;
  return nullptr;
}

// Whether the first word that tells it is in the plural and can be nothing else.
bool AttributionReader::is_several(TokenRange range) const {
  for (std::uint32_t t = range.first; t < range.last; ++t)
    if (const Features number = d_.words[t].tag & (feature::sg | feature::pl)) return number == feature::pl;
  return false;
}

// A post in the plural.
bool AttributionReader::is_crowd(const Mention& m) const { return m.type == MentionType::position && is_several(m.tokens); }

// "As experts note", "in the opinion of specialists", "in their words", "by the data of the inquiry": nobody who was named.
bool AttributionReader::others_tell(TokenRange noun, TokenRange sentence) const {
  if (finite_verb(noun)) return is_several(noun);
  if (const std::string_view source = source_of(noun); !source.empty()) return source == "others";
  const auto others = [&](std::uint32_t t) {
    if (t < sentence.first || t >= sentence.last || !(d_.words[t].tag & feature::gen)) return false;
    return is_several({t, t + 1}) || ((d_.words[t].tag & feature::inan) && !(d_.words[t].tag & feature::pron));
  };
  return others(noun.last) || (noun.first > 0 && others(noun.first - 1));
}

std::string_view AttributionReader::source_of(TokenRange noun) const {
  const Term* term = term_of(speech_noun_, noun);
  return term == nullptr ? std::string_view() : knowledge_.lexicon().attribute(term->entry, "source");
}

bool AttributionReader::is_bare(TokenRange noun) const {
  return source_of(noun).empty() && std::none_of(d_.words.begin() + noun.first, d_.words.begin() + noun.last, [](const Word& w) { return w.tag & feature::verb; });
}

std::uint32_t AttributionReader::source_end(TokenRange noun, std::uint32_t last) const {
  constexpr std::uint32_t kLongestSource = 16;  // tokens
  last = std::min(last, noun.last + kLongestSource);
  const auto comma_from = [&](std::uint32_t t) {
    while (t < last && d_.surface(d_.tokens[t].span) != ",") ++t;
    return t;
  };
  const std::uint32_t comma = comma_from(noun.last);
  const bool told_more = is_bare(noun) && comma == noun.last && comma + 1 < last && (d_.words[comma + 1].tag & feature::participle);
  return told_more ? comma_from(comma + 1) : comma;
}

// The passive voice ("it is said"), or a verb in the plural without anybody in the plural to go with it.
bool AttributionReader::is_impersonal(TokenRange range) const {
  const Term* verb = term_of(speech_verb_, range);
  if (verb == nullptr) return false;
  if (knowledge_.lexicon().attribute(verb->entry, "voice") == "passive") return true;
  const Features tag = d_.words[verb->tokens.last - 1].tag;
  return (tag & feature::pl) && !(tag & feature::sg) && (tag & (feature::past | feature::p3));
}

std::optional<TokenRange> AttributionReader::finite_verb(TokenRange range) const {
  constexpr Features kTense = feature::past | feature::pres, kNot = feature::participle | feature::inf | feature::imp | feature::cvb | feature::p1 | feature::p2;
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    const Features tag = d_.words[t].tag;
    if ((tag & feature::verb) && (tag & kTense) && !(tag & kNot)) return TokenRange{t, t + 1};
  }
  return std::nullopt;
}

std::int32_t AttributionReader::interviewer() const {
  if (!interviewer_) interviewer_ = find_interviewer();
  return *interviewer_;
}

std::int32_t AttributionReader::find_interviewer() const {
  constexpr std::uint32_t kByline = 6;  // tokens from the word to the name
  const Term* word = term_of(interviewer_word_, {0, static_cast<std::uint32_t>(d_.tokens.size())});
  if (word == nullptr) return lone_name();
  std::int32_t person = kNone;
  mentions_in(d_, {word->tokens.last, std::min(static_cast<std::uint32_t>(d_.tokens.size()), word->tokens.last + kByline)}, [&](const Mention& m) {
    if (m.type == MentionType::person && person == kNone) person = m.entity;
  });
  return person;
}

// A name that is all of a paragraph signs the article.
std::int32_t AttributionReader::lone_name() const {
  for (const Mention& m : d_.mentions) {
    if (m.type != MentionType::person) continue;
    const Paragraph& p = d_.paragraphs[d_.sentences[d_.tokens[m.tokens.first].sentence].paragraph];
    if (p.span == m.span) return m.entity;
  }
  return kNone;
}

bool AttributionReader::is_quoted(std::uint32_t token) const {
  if (!quoted_) {
    quoted_.emplace(d_.tokens.size(), false);
    for (const QuotedPiece& p : quoted_pieces(d_))
      if (p.close - p.open > kSpeech) std::fill(quoted_->begin() + p.open, quoted_->begin() + p.close, true);
  }
  return (*quoted_)[token];
}

// Many documents have no post without a name that anybody asks for.
const PostHolders& AttributionReader::holders() const {
  if (!holders_) holders_.emplace(d_, knowledge_);
  return *holders_;
}

std::int32_t AttributionReader::holder_of(const Mention& post) const {
  if (const Term* title = term_of(other_title_, post.tokens); title != nullptr) {
    const auto& lexicon = knowledge_.lexicon();
    const std::int32_t person = holders().of_title(knowledge_.fold(lexicon.attribute(title->entry, "post")), post, knowledge_.fold(lexicon.attribute(title->entry, "of")));
    if (person != kNone) return person;
  }
  return holders().of(post);
}

bool AttributionReader::in_nominative(const Mention& m) const {
  Known& known = nominative_[static_cast<std::size_t>(&m - d_.mentions.data())];
  if (known == Known::not_yet) known = reads_nominative(m) ? Known::yes : Known::no;
  return known == Known::yes;
}

bool AttributionReader::reads_nominative(const Mention& m) const {
  if (d_.surface(m.span) == m.name) return true;
  const std::string surface = knowledge_.fold(d_.surface(m.span));
  return surface == knowledge_.fold(m.name) || surface.ends_with("\xC2\xBB");
}

// The nearest to the verb, those in the nominative before the others, people and posts before bodies; without a verb, the first.
const Mention* AttributionReader::subject(TokenRange range, const std::optional<TokenRange>& verb) const {
  const auto distance = [&](const Mention& m) {
    if (!verb) return m.tokens.first - range.first;
    return m.tokens.first >= verb->last ? m.tokens.first - verb->last : verb->first - std::min(verb->first, m.tokens.last);
  };
  const auto rank = [&](const Mention& m) {
    const std::uint32_t oblique = in_nominative(m) ? 0 : 2;
    return std::pair(oblique + (m.type == MentionType::organization ? 1U : 0U), distance(m));
  };
  const Mention* best = nullptr;
  mentions_in(d_, range, [&](const Mention& m) {
    // "To the ministry": no subject; "in the ministry" may be one.
    const bool told = m.type == MentionType::organization && !in_nominative(m) && (m.tokens.first == 0 || !(d_.words[m.tokens.first - 1].tag & feature::adp));
    if (may_speak(m) && !told && (best == nullptr || rank(m) < rank(*best))) best = &m;
  });
  if (best == nullptr || best->type != MentionType::position) return best;
  // A post whose holder's name follows in the same clause, or stands right before it, is told by the name.
  const Mention* holder = nullptr;
  mentions_in(d_, range, [&](const Mention& m) {
    if (m.type != MentionType::person || holder != nullptr) return;
    const bool behind = m.tokens.first >= best->tokens.last && in_nominative(m) && !finite_verb({best->tokens.last, m.tokens.first});
    const bool before = m.tokens.last <= best->tokens.first && best->tokens.first <= m.tokens.last + 1;
    if (behind || before) holder = &m;
  });
  return holder != nullptr ? holder : best;
}

const Mention* AttributionReader::body_in(TokenRange range) const {
  const Mention* body = nullptr;
  mentions_in(d_, range, [&](const Mention& m) {
    if (m.type == MentionType::organization && body == nullptr) body = &m;
  });
  return body;
}

void AttributionReader::set_speaker(Attribution& a, const Mention* subject) const {
  if (subject == nullptr) return;
  a.somebody = true;
  a.speaker = subject->type == MentionType::position ? holder_of(*subject) : subject->entity;
  if (a.speaker == kNone && subject->type == MentionType::position) {
    // A bare word such as "the director" means who was named last; several speak for their body, or nobody is told.
    if (is_crowd(*subject)) {
      subject = body_in(subject->tokens);
      a.impersonal = subject == nullptr;
      if (a.impersonal) return;
      a.speaker = subject->entity;
    } else if (subject->tokens.size() <= 2) {
      a.speaker = last_person_before(subject->tokens.first);
      // A post with its place is not who was told to have another with its own.
      if (holders().has_place(a.speaker) && lang::place_among(d_, subject->tokens) != kNone) a.speaker = kNone;
    }
  }
  a.name = a.speaker != kNone ? d_.entities[static_cast<std::size_t>(a.speaker)].name : subject->name;
}

Attribution AttributionReader::read(TokenRange range) const {
  Attribution a;
  if (range.empty()) return a;
  const auto verb = speech_verb(range);
  if (verb) a.cue = d_.surface(d_.span_of(*verb));
  a.impersonal = is_impersonal(range);
  const Mention* who = subject(range, verb);
  if (a.impersonal && who != nullptr && (who->type == MentionType::organization || !in_nominative(*who) || knowledge_.lexicon().attribute(term_of(speech_verb_, range)->entry, "voice") == "passive"))
    who = body_in(range);
  if (who != nullptr && is_crowd(*who) && !in_nominative(*who)) who = nullptr;
  const auto pronoun = !a.impersonal && (who == nullptr || !in_nominative(*who)) ? pronoun_in(range) : std::nullopt;
  if (!pronoun) {
    set_speaker(a, who);
    return a;
  }
  a.speaker = last_person_before(range.first, true, *pronoun);
  if (a.speaker != kNone) a.name = d_.entities[static_cast<std::size_t>(a.speaker)].name;
  a.somebody = true;
  return a;
}

Attribution AttributionReader::read_behind(TokenRange range, std::uint32_t reach) const {
  if (range.empty()) return {};
  const auto first = [&](std::uint32_t tokens) { return TokenRange{range.first, std::min(range.last, range.first + tokens)}; };
  if (speech_verb(first(reach))) return read(range);
  const auto verb = finite_verb(first(kFirstTokens));
  if (!verb || !(d_.words[range.first].features & feature::lower)) return {};
  Attribution a = read(range);
  const Mention* who = subject(range, verb);
  const bool told = (who != nullptr && in_nominative(*who) && who->type != MentionType::organization) || pronoun_in(range);
  if (!told) return {};
  a.cue = d_.surface(d_.span_of(*verb));
  return a;
}

Attribution AttributionReader::read_indirect(TokenRange sentence) const {
  const auto noun = speech_noun(sentence);
  if (!noun) return read(sentence);
  // "according to X": the name stands right beside the noun.
  const TokenRange beside{noun->first > sentence.first + 6 ? noun->first - 6 : sentence.first, std::min(sentence.last, noun->last + 8)};
  Attribution a;
  a.cue = d_.surface(d_.span_of(*noun));
  const std::uint32_t end = source_end(*noun, sentence.last);
  const bool one = finite_verb(*noun) && !is_several(*noun);  // who speaks is one
  const Mention* nearest = nullptr;
  const auto distance = [&](const Mention& m) { return m.tokens.first >= noun->last ? m.tokens.first - noun->last : noun->first - std::min(noun->first, m.tokens.last); };
  mentions_in(d_, beside, [&](const Mention& m) {
    if (may_speak(m) && m.tokens.first < end && !(one && is_crowd(m)) && (nearest == nullptr || distance(m) < distance(*nearest))) nearest = &m;
  });
  if (nearest != nullptr && nearest->type == MentionType::position)
    mentions_in(d_, beside, [&](const Mention& m) {
      if (m.type == MentionType::person && m.tokens.first <= nearest->tokens.last + 1 && m.tokens.first >= nearest->tokens.last) nearest = &m;
    });
  set_speaker(a, nearest);
  if (!a.somebody) a.impersonal = others_tell(*noun, sentence);
  if (a.speaker == kNone && !a.somebody && !a.impersonal) a.speaker = last_person_before(noun->first);
  if (a.speaker != kNone) a.name = d_.entities[static_cast<std::size_t>(a.speaker)].name;
  return a;
}

std::optional<Features> AttributionReader::pronoun_in(TokenRange range) const {
  constexpr Features kHe = feature::pron | feature::p3 | feature::nom;
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    const Word& w = d_.words[t];
    for (std::uint32_t a = w.first; a < w.first + w.count; ++a) {
      const Features f = d_.analyses[a].features;
      if ((f & kHe) == kHe && !(f & feature::pl)) return f & feature::genders;
    }
  }
  return std::nullopt;
}

// Of given names and patronymics, and of surnames that have a form for each.
Features AttributionReader::genders_of(const Mention& person) const {
  Features genders = 0;
  for (std::uint32_t t = person.tokens.first; t < person.tokens.last; ++t) {
    const Word& w = d_.words[t];
    Features here = 0;
    for (std::uint32_t a = w.first; a < w.first + w.count; ++a) {
      const Features f = d_.analyses[a].features;
      if (f & (feature::given | feature::patronymic | feature::surname)) here |= f & (feature::masc | feature::fem);
    }
    if (here == feature::masc || here == feature::fem) genders |= here;
  }
  return genders == (feature::masc | feature::fem) ? 0 : genders;
}

std::int32_t AttributionReader::last_person_before(std::uint32_t token, bool any_case, Features genders) const {
  if (token == 0) return kNone;
  // `token` may be the end of the document.
  const std::uint32_t paragraph = d_.sentences[d_.tokens[std::min<std::size_t>(token, d_.tokens.size() - 1)].sentence].paragraph;
  auto m = std::ranges::lower_bound(d_.mentions, token, {}, [](const Mention& x) { return x.tokens.first; });
  std::int32_t oblique = kNone;
  std::uint32_t oblique_sentence = 0;
  while (m != d_.mentions.begin()) {
    --m;
    const std::uint32_t sentence = d_.tokens[m->tokens.first].sentence;
    if (d_.sentences[sentence].paragraph + kParagraphs < paragraph || m->tokens.first + kFarthest < token) break;
    if (oblique != kNone && sentence != oblique_sentence) return oblique;
    if (m->type != MentionType::person || is_quoted(m->tokens.first)) continue;
    const Features own = genders_of(*m);
    if (own != 0 && genders != 0 && (own & genders) == 0) continue;
    if (in_nominative(*m)) return m->entity;
    if (any_case && oblique == kNone) oblique = m->entity, oblique_sentence = sentence;
  }
  return oblique;
}

}  // namespace qogam::extract
