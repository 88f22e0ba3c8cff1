// Strings in one flat piece of memory, numbered from 0; number 0 is the empty string.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/model_file.h"

namespace qogam::model {

// Collects strings while a model is compiled.
class StringTableBuilder {
 public:
  StringTableBuilder() { add(""); }

  // The number of `text`, new or known.
  std::uint32_t add(std::string_view text);
  // The number of a known `text`, or 0.
  std::uint32_t find(std::string_view text) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(strings_.size()); }
  // By number.
  std::span<const std::string> strings() const { return strings_; }
  void write(ModelWriter& out, const std::string& name) const;

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> strings_;
};

// A view of a table in a model; the model must outlive it. Safe from any thread.
class StringTable {
 public:
  StringTable() = default;
  StringTable(const ModelView& model, const std::string& name);

  std::string_view operator[](std::uint32_t number) const {
    return {bytes_.data() + offsets_[number], offsets_[number + 1] - offsets_[number]};
  }
  std::uint32_t size() const {
    return offsets_.empty() ? 0 : static_cast<std::uint32_t>(offsets_.size() - 1);
  }

  // The number of `text`, or 0 where it is not in the table.
  std::uint32_t find(std::string_view text) const;

 private:
  std::span<const std::uint32_t> offsets_;
  std::span<const char> bytes_;
  // Open addressing; the number of slots is a power of two. Most of what is looked up is not there, which
  // the tags tell, a byte of each hash: they are few enough to stay in the cache of the processor.
  std::span<const std::uint8_t> tags_;
  std::span<const std::uint32_t> slots_;
};

}  // namespace qogam::model
