// Any file of models/: its path on the first line, its text below. What is wrong is told with file and line, and what is
// compiled can be used.
#include "clean/furniture_rules.h"
#include "clean/lookalikes.h"
#include "html/markup_rules.h"
#include "lang/compiler.h"
#include "lang/knowledge.h"
#include "qogam/error.h"
#include "registry/spelling.h"
#include "registry/tables.h"
#include "support/feed.h"
#include "support/small_models.h"
#include "support/texts.h"
#include "words/analyser.h"

namespace qogam::fuzz {
namespace {

// Files that are kept as they are, and read when they are used.
void read_resource(const lang::Knowledge& knowledge, const std::string& path) {
  const std::string_view text = knowledge.resource(path);
  if (path == "common/furniture.tsv") clean::FurnitureRules(text, path).check();
  if (path == "common/lookalikes.tsv") clean::Lookalikes(text, path);
  if (path == "common/markup.tsv") html::MarkupRules(text, path).failures();
  if (path == "common/spelling.tsv") registry::Spelling{text};
  if (path == "common/concepts.tsv") registry::read_concepts(knowledge);
  if (path == "common/body_terms.tsv") registry::read_body_terms(knowledge);
}

void analyse(const lang::Knowledge& knowledge) {
  static const std::string text = "Новый мост дорогу чинить города Иванову doroga 5 XII май-июнь";
  Document d;
  d.text = text;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find(' ', at), text.size()));
    d.tokens.push_back({{at, end}, TokenKind::word, 0});
    at = end + 1;
  }
  const TokenRange all{0, static_cast<std::uint32_t>(d.tokens.size())};
  for (const lang::LanguageInfo& language : knowledge.languages()) {
    d.sentences = {{d.span_of(all), all, 0, language.code}};
    d.words.clear();
    d.analyses.clear();
    d.terms.clear();
    d.word_texts.clear();
    words::make_analyser(knowledge)->run(d);
  }
}

}  // namespace
}  // namespace qogam::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  fuzz::Feed feed(data, size);
  const std::string path = fuzz::as_utf8(feed.until('\n'));
  if (path.ends_with(".rbbi")) return 0;  // a language of ICU, which reads it
  try {
    const auto files = fuzz::small_models({path, fuzz::as_utf8(feed.rest())});
    const lang::Knowledge knowledge(model::ModelView::own(lang::compile_models(files)));
    fuzz::read_resource(knowledge, path);
    fuzz::analyse(knowledge);
  } catch (const Error& error) {
    fuzz::require(error.cause() == Cause::models, std::string("a mistake of the models: ") + error.what());
  }
  return 0;
}
