// Things that threads borrow, such as caches.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

namespace qogam::text {

// As many things are made as are out at once. Safe from any thread.
template <typename Thing>
class Pool {
 public:
  // One that is free, or a new one of make(), which gives a std::unique_ptr.
  template <typename Make>
  std::unique_ptr<Thing> borrow(Make make) {
    {
      const std::lock_guard lock(mutex_);
      if (!free_.empty()) {
        auto thing = std::move(free_.back());
        free_.pop_back();
        return thing;
      }
    }
    return make();
  }
  void give_back(std::unique_ptr<Thing> thing) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(thing));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Thing>> free_;
};

}  // namespace qogam::text
