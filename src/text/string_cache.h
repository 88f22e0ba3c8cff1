// What was computed for a string, kept for the next time it comes.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "text/hash.h"

namespace qogam::text {

// A hash table from strings to values that stay where they are: open addressing with whole hashes in the slots,
// so that a miss seldom reads a string. A value lies beside its string and what it allocates of the table's
// memory, as the processor fetches neighbours together. For one thread at a time.
template <typename Value>
class StringCache {
 public:
  StringCache() : memory_(std::make_unique<std::pmr::monotonic_buffer_resource>()), slots_(kFirstSlots) {}
  ~StringCache() { destroy(); }
  StringCache(const StringCache&) = delete;
  StringCache& operator=(const StringCache&) = delete;

  // The value of `key`; where it is not known, that of make(std::pmr::memory_resource*), whose memory lasts as
  // long as the value. The reference holds until clear(), a trim() that clears, or the end.
  template <typename Make>
  Value& get(std::string_view key, Make make) {
    return get(key, hash_of_bytes(key), make);
  }

  // The same in two steps, for many strings at once: expect() starts to fetch what get() will read, and gives the
  // hash that get() wants.
  std::uint64_t expect(std::string_view key) const {
    const std::uint64_t hash = hash_of_bytes(key);
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
    return hash;
  }
  template <typename Make>
  Value& get(std::string_view key, std::uint64_t hash, Make make) {
    Slot* slot = find(key, hash);
    if (slot->entry == nullptr) {
      void* place = memory_->allocate(sizeof(Entry), alignof(Entry));
      const std::string_view kept = keep(key);
      Entry* entry = new (place) Entry{kept, make(memory_.get())};
      if (++size_ * 2 > slots_.size()) grow(), slot = find(key, hash);
      *slot = {hash, entry};
    }
    return slot->entry->value;
  }

  std::size_t size() const { return size_; }
  std::size_t key_bytes() const { return key_bytes_; }  // of all strings
  // Forgets everything where there is too much of it; large values want fewer of them. To be called where no reference
  // is in use, as between documents.
  void trim(std::size_t most_strings = kMostStrings) {
    if (size_ > most_strings || key_bytes_ > kMostBytes) clear();
  }
  void clear() {
    destroy();
    memory_->release();
    slots_.assign(kFirstSlots, Slot{});
    size_ = key_bytes_ = 0;
  }

 private:
  struct Entry {
    std::string_view key;
    Value value;
  };
  struct Slot {
    std::uint64_t hash = 0;
    Entry* entry = nullptr;
  };
  static constexpr std::size_t kFirstSlots = 16;
  // With word types for values, a few dozen megabytes a table.
  static constexpr std::size_t kMostStrings = 200'000, kMostBytes = 16'000'000;

  Slot* find(std::string_view key, std::uint64_t hash) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].entry != nullptr && (slots_[at].hash != hash || slots_[at].entry->key != key)) at = (at + 1) & mask;
    return &slots_[at];
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& s : old) {
      if (s.entry == nullptr) continue;
      std::size_t at = s.hash & (slots_.size() - 1);
      while (slots_[at].entry != nullptr) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = s;
    }
  }

  std::string_view keep(std::string_view key) {
    key_bytes_ += key.size();
    char* bytes = static_cast<char*>(memory_->allocate(key.size() + 1, 1));
    if (!key.empty()) std::memcpy(bytes, key.data(), key.size());
    return {bytes, key.size()};
  }

  void destroy() {
    for (Slot& s : slots_)
      if (s.entry != nullptr) s.entry->~Entry();
  }

  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_;
  std::vector<Slot> slots_;  // a power of two
  std::size_t size_ = 0, key_bytes_ = 0;
};

}  // namespace qogam::text
