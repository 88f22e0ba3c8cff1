// One step of the data's way.
#pragma once

#include <cstdint>
#include <string_view>

#include "qogam/document.h"

namespace qogam {

// The layers of a Document. Each has exactly one stage that writes it.
enum class Layer : std::uint32_t {
  source = 1u << 0,
  text = 1u << 1,
  segments = 1u << 2,
  words = 1u << 3,
  mentions = 1u << 4,
  entities = 1u << 5,
  topics = 1u << 6,
  quotes = 1u << 7,
  commitments = 1u << 8,
  raw = 1u << 9,
};

// What a layer is called: "source", "text", …
constexpr std::string_view name_of(Layer layer) {
  switch (layer) {
    case Layer::source: return "source";
    case Layer::raw: return "raw";
    case Layer::text: return "text";
    case Layer::segments: return "segments";
    case Layer::words: return "words";
    case Layer::mentions: return "mentions";
    case Layer::entities: return "entities";
    case Layer::topics: return "topics";
    case Layer::quotes: return "quotes";
    case Layer::commitments: return "commitments";
  }
  return "";
}

// A set of layers.
struct Layers {
  std::uint32_t bits = 0;

  constexpr Layers() = default;
  constexpr Layers(Layer one) : bits(static_cast<std::uint32_t>(one)) {}
  friend constexpr Layers operator|(Layers a, Layers b) {
    Layers r;
    r.bits = a.bits | b.bits;
    return r;
  }
  constexpr bool contains(Layers other) const { return (bits & other.bits) == other.bits; }
  constexpr bool overlaps(Layers other) const { return (bits & other.bits) != 0; }
};
constexpr Layers operator|(Layer a, Layer b) { return Layers(a) | Layers(b); }

// A stage is immutable once made: one instance serves all threads at once. run() reads the layers
// that needs() names and writes those that gives() names (the linker sets Mention::entity too). What spoils one
// document is put into Document::error (the stages after it are then left out) or
// Document::warnings; an exception thrown by run() becomes such an error.
class Stage {
 public:
  virtual ~Stage() = default;
  virtual std::string_view name() const = 0;
  virtual Layers needs() const = 0;
  virtual Layers gives() const = 0;
  virtual void run(Document& document) const = 0;
};

}  // namespace qogam
