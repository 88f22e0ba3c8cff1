// Who speaks: attributions such as a comma, a dash, a speech verb and a name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/post_holders.h"
#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::extract {

// The speaker and the speech verb that a piece of text names.
struct Attribution {
  std::int32_t speaker = kNone;  // entity
  std::string name;              // of the speaker, or the post or body that is named alone; empty where nobody is told
  std::string cue;               // the speech verb as it stands; may be empty
  bool somebody = false;         // a person, a post or an organization is named at all
  bool impersonal = false;       // "it is said in ...", "they said": no person who was named before is meant
};

// Reads attributions in a document whose entities are made. Refers to both; one thread.
class AttributionReader {
 public:
  AttributionReader(const Document& document, const lang::Knowledge& knowledge);

  // What tokens [range) say. `cue` stays empty where no speech verb stands there. The subject of the verb speaks: who stands in the
  // nominative nearest to it; a pronoun of the third person stands for the person of its gender named last.
  Attribution read(TokenRange range) const;
  // The same for tokens that follow speech behind a comma and a dash. There any finite verb among the first tokens will do, if somebody
  // is its subject ("..., - he sighs"): its place tells that it attributes.
  Attribution read_behind(TokenRange range, std::uint32_t reach) const;
  // The same as read() for a sentence that reports speech: "according to X" (class `speech-noun`)
  // is a cue too, and where nobody is named, or only "he said", the person named last speaks; but not where several do ("as experts note"), or a thing
  // ("by the data of the inquiry"): that is impersonal.
  Attribution read_indirect(TokenRange sentence) const;

  // Whether an "according to" says nothing itself of who tells, as "in his words" and "as X notes" do.
  bool is_bare(TokenRange noun) const;
  // Where what stands behind "according to" ends: at its comma, or at `last`; "according to data, received from X, ..." has two.
  std::uint32_t source_end(TokenRange noun, std::uint32_t last) const;

  // The tokens of the first speech verb, or of the first "according to", in [range), if any; with `sure` of one without the attribute weak=yes.
  std::optional<TokenRange> speech_verb(TokenRange range, bool sure = false) const { return tokens_of(term_of(speech_verb_, range, sure)); }
  std::optional<TokenRange> speech_noun(TokenRange range, bool sure = false) const { return tokens_of(term_of(speech_noun_, range, sure)); }
  // Whether a term of that class begins at a token.
  bool is_term(std::uint32_t lexicon, std::uint32_t token) const;

  // Whether a relative word (lexicon class `relative-word`) stands at a token.
  bool is_relative(std::uint32_t token) const { return is_term(relative_word_, token); }

  // The person whom the text before `token` is about, at most two paragraphs back, outside quotation marks: in the nearest sentence that names one, the last in the
  // nominative, or with `any_case`, where none stands in it, the last in another case. `genders`: of which of feature::genders, 0 for any.
  std::int32_t last_person_before(std::uint32_t token, bool any_case = false, Features genders = 0) const;
  // Who holds a post that is named without a name, or kNone: an official, as linking joined them; whoever was told to be that last before it; or
  // for another word for a post (lexicon class `other-title`) who holds that.
  std::int32_t holder_of(const Mention& post) const;
  // Who asks the questions of an interview, by a byline (lexicon class `interviewer-word`, or a paragraph that is a name), or kNone.
  std::int32_t interviewer() const;
  // A personal pronoun of the third person in the nominative singular: its genders (none: a language without), or nothing.
  std::optional<Features> pronoun_in(TokenRange range) const;
  // Whether a mention stands in the nominative, as it is printed.
  bool in_nominative(const Mention& mention) const;

 private:
  // What is looked up when it is asked for the first time.
  enum class Known : std::uint8_t { not_yet, no, yes };
  const PostHolders& holders() const;
  bool reads_nominative(const Mention& mention) const;
  bool is_quoted(std::uint32_t token) const;
  std::int32_t lone_name() const;
  std::int32_t find_interviewer() const;
  const Term* term_of(std::uint32_t lexicon, TokenRange range, bool sure = false) const;
  static std::optional<TokenRange> tokens_of(const Term* term) { return term == nullptr ? std::nullopt : std::optional(term->tokens); }
  bool is_several(TokenRange range) const;
  bool is_crowd(const Mention& mention) const;
  std::string_view source_of(TokenRange noun) const;
  bool others_tell(TokenRange noun, TokenRange sentence) const;
  bool is_impersonal(TokenRange range) const;
  std::optional<TokenRange> finite_verb(TokenRange range) const;
  const Mention* subject(TokenRange range, const std::optional<TokenRange>& verb) const;
  const Mention* body_in(TokenRange range) const;
  void set_speaker(Attribution& attribution, const Mention* subject) const;
  Features genders_of(const Mention& person) const;

  const Document& d_;
  const lang::Knowledge& knowledge_;
  std::uint32_t speech_verb_, speech_noun_, interviewer_word_, relative_word_, other_title_;
  mutable std::optional<PostHolders> holders_;
  mutable std::optional<std::int32_t> interviewer_;
  mutable std::vector<Known> nominative_;            // by mention
  mutable std::optional<std::vector<bool>> quoted_;  // by token: inside a longer piece in quotation marks
};

}  // namespace qogam::extract
