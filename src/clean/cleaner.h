// The stage that makes the article of a page: Document::raw becomes text, title, furniture, date.
#pragma once

#include <memory>

#include "clean/dates.h"
#include "clean/furniture_rules.h"
#include "clean/lookalikes.h"
#include "clean/lost_spaces.h"
#include "html/extract.h"
#include "qogam/options.h"
#include "qogam/stage.h"

namespace qogam::lang {
class Knowledge;
}

namespace qogam::clean {

// What the cleaner knows.
struct CleanerKnowledge {
  FurnitureRules furniture;
  Lookalikes lookalikes;
  Dates dates;
  html::MarkupRules markup;
  LostSpaces spaces;
};

// Needs {raw}, gives {text}. Of an HTML page the article is taken first (see html::extract). Text is NFC; an article with nothing left gets the error "empty", a
// date from the page header the warning "header_date". With Options::plain text is raw as it
// stands. What pages do to characters (mojibake, references, look-alikes, lost spaces) is put right.
std::unique_ptr<Stage> make_cleaner(CleanerKnowledge knowledge, const Options& options);

// The same, from common/furniture.tsv, markup.tsv and lookalikes.tsv of `knowledge`, which must outlive
// the stage. Throws Error{Cause::models} where one of them is missing or wrong.
std::unique_ptr<Stage> make_cleaner(const lang::Knowledge& knowledge, const Options& options);

}  // namespace qogam::clean
