// Counting documents, and passing over those of others.
#include "read/shard.h"

#include <utility>

namespace qogam::read {
namespace {

class ShardReader : public Reader {
 public:
  ShardReader(std::unique_ptr<Reader> whole, Shard shard) : whole_(std::move(whole)), shard_(shard) {}

  std::optional<Document> next() override {
    while (true) {
      auto document = whole_->next();
      if (!document || place_++ % shard_.of == shard_.number - 1) return document;
    }
  }

  Progress progress() const override { return whole_->progress(); }

 private:
  const std::unique_ptr<Reader> whole_;
  const Shard shard_;
  std::size_t place_ = 0;  // of the next document of the whole
};

}  // namespace

std::unique_ptr<Reader> share_of(std::unique_ptr<Reader> whole, Shard shard) {
  if (shard.of == 1) return whole;
  return std::make_unique<ShardReader>(std::move(whole), shard);
}

}  // namespace qogam::read
