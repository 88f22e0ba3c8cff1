// The cleaner from the compiled knowledge.
#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "clean/cleaner.h"
#include "lang/knowledge.h"
#include "qogam/error.h"
#include "text/pool.h"
#include "text/string_cache.h"

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

// What the languages' grammars know of a form, and what their dictionaries do.
std::uint8_t bits_of(const lang::Knowledge& knowledge, std::string_view word) {
  const std::string folded = knowledge.fold(word);
  std::uint8_t bits = 0;
  for (std::uint32_t language = 1; language < knowledge.languages().size(); ++language) {
    if (knowledge.base_language(knowledge.languages()[language].code) != language) continue;
    const lang::Morphology& morphology = knowledge.morphology(language);
    std::vector<Analysis> readings;
    if (!morphology.dictionary().empty() && morphology.dictionary().find(folded, readings)) {
      bits |= kKnownWord | kListedWord;
      Features all = 0;
      for (const Analysis& reading : readings) all |= reading.features;
      const auto joins = [](const Analysis& r) { return (r.features & feature::function_word) != 0 && (r.features & (feature::particle | feature::intj)) == 0; };
      if (std::any_of(readings.begin(), readings.end(), joins)) bits |= kFunctionWord;
      constexpr Features kOthers = feature::adj | feature::verb | feature::adv | feature::pron | feature::num | feature::participle | feature::function_word;
      if ((all & feature::noun) != 0 && (all & kOthers) == 0) bits |= kOnlyNoun;
    }
    if (!morphology.dictionary().empty()) continue;
    morphology.readings(folded, readings);
    if (std::any_of(readings.begin(), readings.end(), [](const Analysis& r) { return (r.features & feature::guessed) == 0; })) bits |= kKnownWord | kOtherWord;
  }
  return bits;
}

// What words mean among those of one class, kept: behind figures the same words stand again and again.
class KnownValues {
 public:
  explicit KnownValues(const lang::Knowledge& knowledge) : knowledge_(knowledge) {}

  std::optional<int> operator()(std::string_view lexicon_class, std::string_view word) const {
    auto caches = caches_->borrow([] { return std::make_unique<Caches>(); });
    Cache& cache = (*caches)[std::string(lexicon_class)];
    const auto value = cache.get(word, [&](auto*) { return number(knowledge_.value_of(lexicon_class, word)); });
    cache.trim();
    caches_->give_back(std::move(caches));
    return value;
  }

 private:
  using Cache = text::StringCache<std::optional<int>>;
  using Caches = std::map<std::string, Cache>;

  const lang::Knowledge& knowledge_;
  std::shared_ptr<text::Pool<Caches>> caches_ = std::make_shared<text::Pool<Caches>>();
};

}  // namespace

std::unique_ptr<Stage> make_cleaner(const lang::Knowledge& knowledge, const Options& options) {
  return make_cleaner({FurnitureRules(file(knowledge, kFurniture), kFurniture),
                       Lookalikes(file(knowledge, kLookalikes), kLookalikes),
                       Dates(KnownValues(knowledge)),
                       html::MarkupRules(file(knowledge, kMarkup), kMarkup),
                       LostSpaces([&knowledge](std::string_view word) { return bits_of(knowledge, word); })},
                      options);
}

}  // namespace qogam::clean
