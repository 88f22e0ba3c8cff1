// The cleaner from the compiled knowledge.
#include <charconv>
#include <string>

#include "clean/cleaner.h"
#include "lang/knowledge.h"
#include "qogam/error.h"

namespace qogam::clean {
namespace {

constexpr std::string_view kFurniture = "common/furniture.tsv",
                           kLookalikes = "common/lookalikes.tsv",
                           kMarkup = "common/markup.tsv";

std::string_view file(const lang::Knowledge& knowledge, std::string_view path) {
  const std::string_view text = knowledge.resource(path);
  if (text.empty())
    throw Error(Cause::models, std::string(path) + " is missing from the models; put it back.");
  return text;
}

std::optional<int> number(const std::optional<std::string>& value) {
  int n = 0;
  if (!value || std::from_chars(value->data(), value->data() + value->size(), n).ec != std::errc())
    return std::nullopt;
  return n;
}

}  // namespace

std::unique_ptr<Stage> make_cleaner(const lang::Knowledge& knowledge, const Options& options) {
  return make_cleaner({FurnitureRules(file(knowledge, kFurniture), kFurniture),
                       Lookalikes(file(knowledge, kLookalikes), kLookalikes),
                       Dates([&knowledge](std::string_view lexicon_class, std::string_view word) {
                         return number(knowledge.value_of(lexicon_class, word));
                       }),
                       html::MarkupRules(file(knowledge, kMarkup), kMarkup)},
                      options);
}

}  // namespace qogam::clean
