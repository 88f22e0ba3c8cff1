// A file of rules: read, compiled and matched against its own examples.
#include "lang/compiler.h"
#include "lang/knowledge.h"
#include "qogam/error.h"
#include "support/feed.h"
#include "support/segments.h"
#include "support/small_models.h"
#include "words/analyser.h"

namespace qogam::fuzz {
namespace {

constexpr const char* kPath = "xx/rules/things.rules";

// One sentence of the pieces between blanks.
Document document_of(const std::string& text) {
  Document d;
  d.text = text;
  d.language = "xx";
  for (std::size_t at = text.find_first_not_of(' '); at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    d.tokens.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, TokenKind::word, 0});
    at = text.find_first_not_of(' ', end);
  }
  if (d.tokens.empty()) return d;
  const TokenRange all{0, static_cast<std::uint32_t>(d.tokens.size())};
  d.sentences.push_back({d.span_of(all), all, 0, "xx"});
  d.paragraphs.push_back({d.span_of(all), 0, 1});
  return d;
}

void match(const lang::Knowledge& knowledge, const Stage& analyser, const std::string& text) {
  Document d = document_of(text);
  analyser.run(d);
  require_words(d);
  for (const Sentence& s : d.sentences) {
    const lang::SentenceIndex index(d, s.tokens, {0, 0}, knowledge.strings());
    const auto found = knowledge.rules().find(index, knowledge.lexicon(), "things", knowledge.language("xx"));
    for (const lang::Match& m : found) {
      require(s.tokens.contains(m.tokens), "a match stands in its sentence");
      for (const TokenRange& capture : m.captures)
        require(capture.first == lang::Match::kUnset || s.tokens.contains(capture), "a capture stands in its sentence");
      knowledge.rules().field(m, "day");
    }
    std::uint32_t end = 0;
    for (const lang::Match& m : knowledge.rules().select(found)) {
      require(m.tokens.first >= end, "chosen matches do not overlap");
      end = m.tokens.last;
    }
  }
}

}  // namespace
}  // namespace qogam::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  constexpr std::size_t kMostExamples = 8;
  fuzz::Feed feed(data, size);
  const model::SourceFile file{fuzz::kPath, fuzz::as_utf8(feed.rest())};
  std::vector<lang::RuleSource> rules;
  std::shared_ptr<const lang::Knowledge> knowledge;
  try {
    rules = lang::parse_rules(file);
    knowledge = std::make_shared<const lang::Knowledge>(model::ModelView::own(lang::compile_models(fuzz::small_models(file))));
  } catch (const Error& error) {
    fuzz::require(error.cause() == Cause::models && std::string(error.what()).starts_with(fuzz::kPath), "a mistake is told with its file");
    return 0;
  }
  const auto analyser = words::make_analyser(*knowledge);
  std::size_t tried = 0;
  for (const lang::RuleSource& rule : rules)
    for (const lang::Example& example : rule.examples)
      if (tried++ < kMostExamples) fuzz::match(*knowledge, *analyser, example.text);
  return 0;
}
