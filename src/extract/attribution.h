// Who speaks: attributions such as a comma, a dash, a speech verb and a name.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::extract {

// The speaker and the speech verb that a piece of text names.
struct Attribution {
  std::int32_t speaker = kNone;  // entity
  std::string name;              // of the speaker; empty where nobody is named
  std::string cue;               // the speech verb as it stands; may be empty
  bool somebody = false;         // a person, a post or an organization is named at all
  TokenRange tokens;
};

// Reads attributions in a document whose entities are made. Refers to both; one thread.
class AttributionReader {
 public:
  AttributionReader(const Document& document, const lang::Knowledge& knowledge);

  // What tokens [range) say. `cue` stays empty where no speech verb stands there.
  Attribution read(TokenRange range) const;
  // The first token of a speech verb in [range), if any.
  std::optional<TokenRange> speech_verb(TokenRange range) const { return term_of(speech_verb_, range); }
  // The entity of the last person named before `token`, at most two paragraphs back.
  // With `nominative`, only names that stand in the nominative count: they are subjects.
  std::int32_t last_person_before(std::uint32_t token, bool nominative = false) const;
  // The same as read() for a sentence that reports speech: "according to X" (class `speech-noun`)
  // is a cue too, and where nobody is named, or only "he said", the person named last speaks.
  Attribution read_indirect(TokenRange sentence) const;
  // Who holds a post that is named without a name: the official with that head word, or kNone.
  std::int32_t holder_of(const Mention& post) const;

 private:
  void find_holders();
  std::optional<TokenRange> term_of(std::uint32_t lexicon, TokenRange range) const;
  // A personal pronoun of the third person as subject of a verb.
  bool pronoun_beside(TokenRange verb, TokenRange sentence) const;

  const Document& d_;
  const lang::Knowledge& knowledge_;
  std::uint32_t speech_verb_, speech_noun_;
  std::map<std::string, std::int32_t> holders_;  // head word of a post, folded -> who holds it
};

}  // namespace qogam::extract
