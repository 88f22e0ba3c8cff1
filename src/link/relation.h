// What a relation rule says of two mentions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "qogam/document.h"

namespace qogam::link {

// One match, as numbers of mentions.
struct Relation {
  std::string gives, by, status;
  std::int32_t person = kNone, position = kNone, organization = kNone;
  std::int32_t also = kNone;  // a second post of the same person
  std::string post;        // what the person is, where the rule says it and the text does not
  TokenRange form;         // the form of an organization whose name was told before
  bool of_told_last = false;  // of the organization told last before, whatever it is
  double confidence = 1;
};

// What a rule says of a mention under a name, such as its status; empty where it says nothing.
inline std::string told_of(const Mention& mention, std::string_view name) {
  for (const Capture& c : mention.captures)
    if (c.name == name) return c.text;
  return {};
}

}  // namespace qogam::link
