// Makes the report of a store.
#pragma once

#include <cstddef>
#include <string>

#include "lang/knowledge.h"

namespace qogam::cli {

struct ReportCall {
  std::string store, output;  // output empty or "-": standard output
  std::string language = "ru";
  std::string as_of;
  std::size_t articles = 10'000;  // the latest ones, with their texts
};

// Throws Error{input}, SQLite::Exception.
void make_report(const ReportCall& call, const lang::Knowledge& knowledge);

}  // namespace qogam::cli
