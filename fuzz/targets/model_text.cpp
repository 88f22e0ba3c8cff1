// Any file of models/: its path on the first line, its text below. What is wrong is told with file and line, and what is
// compiled can be used.
#include "clean/furniture_rules.h"
#include "clean/lookalikes.h"
#include "html/markup_rules.h"
#include "lang/compiler.h"
#include "lang/knowledge.h"
#include "qogam/error.h"
#include "qogam/pipeline.h"
#include "registry/spelling.h"
#include "registry/tables.h"
#include "support/feed.h"
#include "support/small_models.h"
#include "support/texts.h"

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

// A short article, by all stages.
void analyse(std::shared_ptr<const lang::Knowledge> knowledge) {
  static const std::string text = "Новый мост\n\nДорогу чинить города Иванову doroga 5 XII май-июнь. Поделиться в сети\n«Дорогу дома!» – Иван, аким города.";
  const Pipeline pipeline = Pipeline::load(std::move(knowledge), {});
  for (const char* type : {"text/plain", "text/html"}) {
    Document d;
    d.id = "fuzz";
    d.source.media_type = type;
    d.source.published = "2024-04-19";
    d.source.bytes = text;
    pipeline.analyze(d);
    require(!d.error || d.error->code != "internal", "no stage fails: " + (d.error ? d.error->message : ""));
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
    const auto knowledge = std::make_shared<const lang::Knowledge>(model::ModelView::own(lang::compile_models(files)));
    fuzz::read_resource(*knowledge, path);
    fuzz::analyse(knowledge);
  } catch (const Error& error) {
    fuzz::require(error.cause() != Cause::input, std::string("a mistake of the models: ") + error.what());
  }
  return 0;
}
