// Building, writing and looking up string tables.
#include "model/string_table.h"

#include <bit>

namespace qogam::model {
namespace {

// FNV-1a, 64 bits (Fowler, Noll, Vo): short keys, no seed, the same on every machine.
std::uint64_t hash(std::string_view text) {
  std::uint64_t h = 14695981039346656037ull;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return h ^ (h >> 29);
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
  for (std::uint32_t n = 1; n < strings_.size(); ++n) {
    std::size_t at = hash(strings_[n]) & (slots.size() - 1);
    while (slots[at] != 0) at = (at + 1) & (slots.size() - 1);
    slots[at] = n;
  }
  out.add<std::uint32_t>(name + ".offsets", offsets);
  out.add<char>(name + ".bytes", bytes);
  out.add<std::uint32_t>(name + ".slots", slots);
}

StringTable::StringTable(const ModelView& model, const std::string& name)
    : offsets_(model.section<std::uint32_t>(name + ".offsets")),
      bytes_(model.section<char>(name + ".bytes")),
      slots_(model.section<std::uint32_t>(name + ".slots")) {}

std::uint32_t StringTable::find(std::string_view text) const {
  if (slots_.empty()) return 0;
  for (std::size_t at = hash(text) & (slots_.size() - 1); slots_[at] != 0;
       at = (at + 1) & (slots_.size() - 1))
    if ((*this)[slots_[at]] == text) return slots_[at];
  return 0;
}

}  // namespace qogam::model
