// Carries JSON Lines into a store.
#pragma once

#include <SQLiteCpp/Database.h>

#include <atomic>
#include <cstddef>
#include <functional>
#include <istream>
#include <string>

#include "lang/knowledge.h"
#include "store/writer.h"

namespace qogam::store {

struct Loaded {
  std::size_t added = 0, replaced = 0, same = 0, failed = 0;
  std::size_t no_text = 0;  // of them without their texts, which commitments are compared by

  std::size_t all() const { return added + replaced + same; }
};

struct LoadOptions {
  std::size_t jobs = 0;                     // threads that parse; 0: one a core
  const std::atomic<bool>* stop = nullptr;  // once true no further line is begun
};

// Reads lines to the end of `in`, parses them on several threads and stores them in their order; empty lines are passed
// over. `fail` is told of each line that is no article ("NAME:LINE why"), one thread at a time. An exception leaves what
// Writer has committed by then. Throws SQLite::Exception.
void load_lines(std::istream& in, const std::string& name, Writer& writer, const lang::Knowledge& knowledge, const LoadOptions& options, const std::function<void(const std::string&)>& fail,
                Loaded& loaded);

}  // namespace qogam::store
