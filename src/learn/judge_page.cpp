// The page: what was thrown away, when it was published, its language.
#include "learn/judge.h"

namespace qogam::learn {
namespace {

constexpr std::string_view kSeveralLanguages = "mixed";  // a sheet's way to say "any will do"

void judge_furniture(const Trial& t) {
  if (t.predicted.given && !t.predicted.text) return;  // written without its text
  for (const std::string& piece : t.gold.furniture) {
    // A word of the furniture may be a word of the article too.
    if (t.wording.words(piece).empty()) continue;
    if (t.gold.text && t.wording.holds(*t.gold.text, piece)) continue;
    const bool removed = t.predicted.given && !t.wording.holds(*t.predicted.text, piece);
    t.book.judge(t.gold.id, "furniture.removed", removed, piece);
  }
}

}  // namespace

void judge_page(const Trial& t) {
  judge_furniture(t);
  t.book.judge(t.gold.id, "published",
               t.predicted.given && t.gold.published == t.predicted.published,
               t.gold.published + " -> " + t.predicted.published);
  if (t.gold.language == kSeveralLanguages) return;
  t.book.judge(t.gold.id, "language", t.gold.language == t.predicted.language,
               t.gold.language + " -> " + t.predicted.language);
}

}  // namespace qogam::learn
