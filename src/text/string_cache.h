// What was computed for a string, kept for the next time it comes.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <utility>
#include <vector>

#include "text/hash.h"

namespace qogam::text {

// A hash table from strings to values that stay where they are: open addressing with whole hashes in the slots,
// so that a miss seldom reads a string. A value lies beside its string and what it allocates of the table's
// memory, as the processor fetches neighbours together. For one thread at a time.
//
// It forgets by generations: trim() makes what was met since the last time the older generation, and the one that was older
// goes. What is asked for again is copied into the younger one, so that what comes often stays.
//
// A value that allocates of the table's memory is copied by its `Value copied(std::pmr::memory_resource*) const`, or by a
// constructor that takes a value and that memory, as std::pmr containers have; others by plain copying.
template <typename Value>
class StringCache {
 public:
  // The value of `key`; where it is not known, that of make(std::pmr::memory_resource*), whose memory lasts as
  // long as the value. The reference holds until a trim() that forgets, or the end.
  template <typename Make>
  Value& get(std::string_view key, Make make) {
    return get(key, hash_of_bytes(key), make);
  }

  // The same in two steps, for many strings at once: expect() starts to fetch what get() will read, and gives the
  // hash that get() wants.
  std::uint64_t expect(std::string_view key) const {
    const std::uint64_t hash = hash_of_bytes(key);
    __builtin_prefetch(young_.first_slot(hash));
    return hash;
  }
  template <typename Make>
  Value& get(std::string_view key, std::uint64_t hash, Make make) {
    if (Entry* entry = young_.find(key, hash)) return entry->value;
    if (const Entry* entry = old_.find(key, hash)) return young_.add(key, hash, [&](std::pmr::memory_resource* m) { return copy(entry->value, m); });
    return young_.add(key, hash, make);
  }

  std::size_t size() const { return young_.size() + old_.size(); }
  // Of all strings.
  std::size_t key_bytes() const { return young_.key_bytes() + old_.key_bytes(); }
  // Forgets the older generation where the younger one has half of `most_strings`, so that there are never many more than
  // those; large values want fewer of them. To be called where no reference is in use, as between documents.
  void trim(std::size_t most_strings = kMostStrings) {
    if (young_.size() * 2 <= most_strings && young_.key_bytes() * 2 <= kMostBytes) return;
    old_ = std::move(young_);
    young_ = Generation();
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
  // With small values some three megabytes: what is seldom met costs more to keep than to work out again.
  static constexpr std::size_t kMostStrings = 32'768, kMostBytes = 8'000'000;

  class Generation {
   public:
    Generation() : memory_(std::make_unique<std::pmr::monotonic_buffer_resource>()), slots_(kFirstSlots) {}
    ~Generation() { destroy(); }
    Generation(const Generation&) = delete;
    Generation& operator=(const Generation&) = delete;
    Generation(Generation&&) = delete;
    Generation& operator=(Generation&& other) noexcept {
      destroy();
      slots_.clear();
      memory_ = std::move(other.memory_);
      slots_.swap(other.slots_);
      size_ = std::exchange(other.size_, 0);
      key_bytes_ = std::exchange(other.key_bytes_, 0);
      return *this;
    }

    const Slot* first_slot(std::uint64_t hash) const { return &slots_[hash & (slots_.size() - 1)]; }
    std::size_t size() const { return size_; }
    std::size_t key_bytes() const { return key_bytes_; }

    Entry* find(std::string_view key, std::uint64_t hash) const {
      const std::size_t mask = slots_.size() - 1;
      std::size_t at = hash & mask;
      while (slots_[at].entry != nullptr && (slots_[at].hash != hash || slots_[at].entry->key != key)) at = (at + 1) & mask;
      return slots_[at].entry;
    }

    // For a key that it does not have.
    template <typename Make>
    Value& add(std::string_view key, std::uint64_t hash, Make make) {
      void* place = memory_->allocate(sizeof(Entry), alignof(Entry));
      const std::string_view kept = keep(key);
      Entry* entry = new (place) Entry{kept, make(memory_.get())};
      if (++size_ * 2 > slots_.size()) grow();
      *free_slot(hash) = {hash, entry};
      return entry->value;
    }

   private:
    Slot* free_slot(std::uint64_t hash) {
      std::size_t at = hash & (slots_.size() - 1);
      while (slots_[at].entry != nullptr) at = (at + 1) & (slots_.size() - 1);
      return &slots_[at];
    }

    void grow() {
      std::vector<Slot> old(slots_.size() * 2);
      old.swap(slots_);
      for (const Slot& s : old)
        if (s.entry != nullptr) *free_slot(s.hash) = s;
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
    std::vector<Slot> slots_;  // a power of two; none once it was moved from
    std::size_t size_ = 0, key_bytes_ = 0;
  };

  static Value copy(const Value& value, std::pmr::memory_resource* memory) {
    if constexpr (requires { value.copied(memory); })
      return value.copied(memory);
    else if constexpr (std::uses_allocator_v<Value, std::pmr::polymorphic_allocator<>>)
      return Value(value, std::pmr::polymorphic_allocator<>(memory));
    else
      return value;
  }

  Generation young_, old_;
};

}  // namespace qogam::text
