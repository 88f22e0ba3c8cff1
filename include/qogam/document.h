// The article as it travels: one Document, to which each stage adds its own layer.
//
// All spans are bytes of `Document::text` (UTF-8, NFC) unless said otherwise. A Document owns
// everything it holds and is used by one thread at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "qogam/features.h"
#include "qogam/span.h"

namespace qogam {

inline constexpr std::int32_t kNone = -1;  // "no such entity, quote, mention"

// ---- source: made by read ---------------------------------------------------------------

// Where the document came from and what came with it. Empty strings mean "not known".
struct Source {
  std::string path;        // file path, "-" for standard input, "file.jsonl:12" for a record
  std::string url;
  std::string media_type;  // "text/plain", "text/html", "application/json"
  std::string charset;     // what a server or message says the encoding is; may be wrong
  std::string encoding;    // name of the encoding found, as ICU spells it: "UTF-8", "windows-1251"
  std::string sha256;      // of the bytes, lower-case hex
  std::string bytes;       // the document as received; released once decoded
  bool decoded = false;    // true where `bytes` is UTF-8 already (a JSON string)
  std::string title;       // given by the input
  std::string published;   // given by the input: "YYYY-MM-DD…"
  std::string author;      // what the page says who wrote it
  std::string language;    // given by the input
};

// ---- text: made by clean ----------------------------------------------------------------

// A piece of the page that is not the article.
struct Furniture {
  Span source;       // bytes of Document::raw
  std::string text;
  std::string kind;  // rates, weather, ad, share, reactions, related, counter, navigation, caption, other
};

// When the article was published, and what says so.
struct Published {
  std::string value;  // "2024-04-19" or empty
  std::string from;   // metadata, dateline, url, header, option or empty
};

// One run of text that maps to one run of raw: equal lengths map byte by byte, others as a whole.
struct OffsetRun {
  std::uint32_t text_begin = 0, text_size = 0;
  std::uint32_t raw_begin = 0, raw_size = 0;
};

// ---- segments: made by segment ----------------------------------------------------------

enum class TokenKind : std::uint8_t { word, number, punctuation, symbol };

struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
  std::uint32_t sentence = 0;
};

struct Sentence {
  Span span;
  TokenRange tokens;
  std::uint32_t paragraph = 0;
  std::string language;  // "ru", "kk", "kk-Latn", "en", "und"
};

struct Paragraph {
  Span span;
  std::uint32_t first_sentence = 0, last_sentence = 0;  // half-open
};

// ---- words: made by words ---------------------------------------------------------------

// One reading of a token. `lemma` is a number in the vocabulary of the knowledge, 0 if unknown.
// The text of the lemma is the first `stem` bytes of the folded form and then the string `ending` of
// the knowledge; with kWholeForm it is that of the number, or of an unknown word its folded form.
struct Analysis {
  static constexpr std::uint32_t kWholeForm = 0xFFFFFFFF;

  std::uint32_t lemma = 0;
  Features features = 0;
  std::uint32_t stem = kWholeForm;
  std::uint32_t ending = 0;
};

// A token with its readings, best first: analyses[first .. first+count) of Document::analyses.
struct Word {
  std::uint32_t form = 0;   // vocabulary number of the folded form, 0 if unknown
  std::uint32_t first = 0;
  std::uint16_t count = 0;
  bool may_begin_term = true;  // false where no entry of a lexicon begins with it
  Features features = 0;    // shape, joined with the union of all readings
  std::int64_t number = -1; // value of a number in digits or of a Roman numeral, else -1
  Span folded;              // bytes of Document::word_texts: lower-case, letters folded as models/common/fold.tsv says
  Features tag = 0;         // what the word is here: one part of speech, one case, one number …
  Span lemma;               // bytes of Document::word_texts: its lemma in that reading, folded
};

// An entry of a lexicon found in the text: tokens, class and entry number in the knowledge.
struct Term {
  TokenRange tokens;
  std::uint32_t lexicon = 0;  // lexicon class
  std::uint32_t entry = 0;
};

// ---- mentions: made by mentions ---------------------------------------------------------

enum class MentionType : std::uint8_t {
  person, organization, position, location, date, money, law, event
};

// A named piece of what a rule matched.
struct Capture {
  std::string name;
  TokenRange tokens;
  std::string text;  // nominative or normalised where the finder knows it, else empty
};

struct Mention {
  MentionType type = MentionType::person;
  Span span;
  TokenRange tokens;
  std::string name;  // nominative
  std::string kind;  // kind of entity it speaks for (see Entity::kind), or empty
  std::vector<Capture> captures;
  std::int32_t entity = kNone;
  double confidence = 1.0;
  std::string by;  // rule or model that found it
};

// ---- findings made with the mentions ----------------------------------------------------

// A date, time, duration, set or range with its TIMEX3 / ISO 8601 value (ISO-TimeML).
struct TimeExpression {
  Span span;
  std::string type;      // date, time, duration, set, range
  std::string value;     // empty: not resolved
  std::string begin;     // "YYYY-MM-DD" or empty
  std::string end_date;  // last day, inclusive
  bool approximate = false;
  double confidence = 1.0;
  std::string by;
};

struct Money {
  Span span;
  double amount = 0;
  std::optional<double> amount_max;
  std::string currency;  // ISO 4217
  double confidence = 1.0;
  std::string by;
};

// ---- entities, officials, ngos: made by link --------------------------------------------

struct Entity {
  std::string type;  // person, organization, location
  std::string kind;  // official, person, ngo, state_body, housing_association, company, media, …
  std::string name;  // nominative, as complete as the document gives it
  std::vector<std::string> aliases;
  std::int32_t parent = kNone;
  std::vector<std::uint32_t> mentions;
};

struct Official {
  std::int32_t person = kNone;
  std::string name, position, organization;
  std::int32_t organization_entity = kNone;
  std::string status = "current";  // current, former, acting, nominated
  std::vector<std::uint32_t> mentions;
  double confidence = 1.0;
  std::string by;
};

struct Representative {
  std::int32_t person = kNone;
  std::string name, role, by;
};

struct Ngo {
  std::int32_t organization = kNone;
  std::string name;
  bool named = false;
  std::vector<Representative> representatives;
  std::vector<std::uint32_t> mentions;
  double confidence = 1.0;
  std::string by;
};

// ---- topics, quotes, commitments: made by extract ---------------------------------------

struct Topic {
  std::string id;
  double score = 0;
  std::vector<Span> evidence;
  std::string by;
};

// What one sentence is about.
struct SentenceTopics {
  std::uint32_t sentence = 0;
  std::vector<std::string> topics;  // ids, best first; at least one
};

struct Quote {
  Span span;  // inside the quotation marks
  std::int32_t speaker = kNone;
  std::string speaker_name, cue;
  bool direct = true;
  std::vector<std::string> topics;
  double confidence = 1.0;
  std::string by;
};

struct Deadline {
  Span span;
  std::string value, begin, end_date;
};

struct Commitment {
  Span span;
  std::string kind;  // promise, order, plan, obligation
  std::int32_t actor = kNone;
  std::string actor_name;
  std::int32_t said_by = kNone;
  std::string said_by_name, ordered_by;
  std::int32_t quote = kNone;
  std::vector<std::string> beneficiaries;
  std::string action;
  std::string cue;     // the words that a rule saw, as they stand
  std::optional<Deadline> deadline;
  std::int32_t money = kNone;
  std::vector<std::string> topics;
  double confidence = 1.0;
  std::string by;
};

// A clause that tells what became of an earlier commitment.
struct CommitmentReport {
  Span span;
  std::string says;  // done, moved, failed, repeated
  double confidence = 1.0;
  std::string by;
};

// ---- the document -----------------------------------------------------------------------

// What spoilt or may have spoilt one document; the run goes on.
struct Problem {
  std::string code;     // short, stable: "empty", "not_text", "unreadable", "header_date", …
  std::string message;  // one full sentence: what, where, and what to do
  std::string stage;    // name of the stage
};

struct Document {
  std::string id;
  Source source;
  std::string raw;  // the decoded source, UTF-8; Furniture and OffsetRun point into it

  std::string text;  // the article, UTF-8, NFC
  std::string title;
  Published published;
  std::string language;  // main language
  std::uint8_t spelling = 0;  // which spelling of a second script, see lang::Knowledge::spelling_of
  std::vector<Furniture> furniture;
  std::vector<OffsetRun> offsets;

  std::vector<Paragraph> paragraphs;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;

  std::vector<Word> words;  // one a token
  std::vector<Analysis> analyses;
  std::string word_texts;  // of folded forms and lemmas, one behind the other; see folded() and lemma()
  std::vector<Term> terms;  // sorted by first token, longer first

  std::vector<Mention> mentions;  // sorted by span
  std::vector<TimeExpression> dates;
  std::vector<Money> money;

  std::vector<Entity> entities;
  std::vector<Official> officials;
  std::vector<Ngo> ngos;

  std::vector<Topic> topics;  // the main one, then the others by their score
  std::vector<SentenceTopics> sentence_topics;  // in the order of the text
  std::vector<Quote> quotes;
  std::vector<Commitment> commitments;
  std::vector<CommitmentReport> commitment_reports;

  std::string duplicate_of;  // id of an article before it in nearly the same words, or empty

  std::vector<Problem> warnings;
  std::optional<Problem> error;

  std::string_view surface(Span s) const { return s.of(text); }
  std::string_view folded(const Word& w) const { return w.folded.of(word_texts); }
  std::string_view lemma(const Word& w) const { return w.lemma.of(word_texts); }
  Span span_of(TokenRange r) const {
    if (r.empty()) return {};
    return {tokens[r.first].span.begin, tokens[r.last - 1].span.end};
  }
};

}  // namespace qogam
