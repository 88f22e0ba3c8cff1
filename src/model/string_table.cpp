// Building, writing and looking up string tables.
#include "model/string_table.h"

#include <bit>

#include "text/hash.h"

namespace qogam::model {
namespace {

// A byte of the hash, never 0, which marks a free slot. The slot itself is told by the lower bits.
std::uint8_t tag_of(std::uint64_t hash) {
  const auto tag = static_cast<std::uint8_t>(hash >> 56);
  return tag == 0 ? 1 : tag;
}

}  // namespace

std::uint32_t StringTableBuilder::add(std::string_view text) {
  const auto [it, fresh] =
      numbers_.try_emplace(std::string(text), static_cast<std::uint32_t>(strings_.size()));
  if (fresh) strings_.emplace_back(text);
  return it->second;
}

std::uint32_t StringTableBuilder::find(std::string_view text) const {
  const auto it = numbers_.find(std::string(text));
  return it == numbers_.end() ? 0 : it->second;
}

void StringTableBuilder::write(ModelWriter& out, const std::string& name) const {
  std::vector<std::uint32_t> offsets{0};
  std::string bytes;
  for (const std::string& s : strings_) {
    bytes += s;
    offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
  }
  std::vector<std::uint32_t> slots(std::bit_ceil(strings_.size() * 2 + 1), 0);
  std::vector<std::uint8_t> tags(slots.size(), 0);
  for (std::uint32_t n = 1; n < strings_.size(); ++n) {
    const std::uint64_t hash = text::hash_of_bytes(strings_[n]);
    std::size_t at = hash & (slots.size() - 1);
    while (tags[at] != 0) at = (at + 1) & (slots.size() - 1);
    tags[at] = tag_of(hash);
    slots[at] = n;
  }
  out.add<std::uint32_t>(name + ".offsets", offsets);
  out.add<char>(name + ".bytes", bytes);
  out.add<std::uint8_t>(name + ".tags", tags);
  out.add<std::uint32_t>(name + ".slots", slots);
}

StringTable::StringTable(const ModelView& model, const std::string& name)
    : offsets_(model.section<std::uint32_t>(name + ".offsets")),
      bytes_(model.section<char>(name + ".bytes")),
      tags_(model.section<std::uint8_t>(name + ".tags")),
      slots_(model.section<std::uint32_t>(name + ".slots")) {}

std::uint32_t StringTable::find(std::string_view text) const {
  if (slots_.empty()) return 0;
  const std::uint64_t hash = text::hash_of_bytes(text);
  const std::uint8_t tag = tag_of(hash);
  for (std::size_t at = hash & (slots_.size() - 1); tags_[at] != 0; at = (at + 1) & (slots_.size() - 1))
    if (tags_[at] == tag && (*this)[slots_[at]] == text) return slots_[at];
  return 0;
}

}  // namespace qogam::model
