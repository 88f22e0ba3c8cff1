// Things that go round.
#pragma once

#include <cstddef>
#include <vector>

namespace qogam::text {

// A fixed number of things, handed out in turn: for a pipeline that has at most so many on their way and lets them go in the order
// in which they came, so that the next is always free. TBB's pipeline is given pointers to them, as it would lose what it holds itself when
// something is thrown. Not for two threads at once.
template <typename Thing>
class Ring {
 public:
  // `size` is at least 1.
  explicit Ring(std::size_t size) : things_(size) {}

  std::size_t size() const { return things_.size(); }
  // The next one, as its last user left it. It stays where it is.
  Thing& next() { return things_[given_++ % things_.size()]; }

 private:
  std::vector<Thing> things_;
  std::size_t given_ = 0;
};

}  // namespace qogam::text
