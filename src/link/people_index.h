// The people of a document by the words of their names.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace qogam::link {

// Finds whom a name may be, as same_person() says, without a look at everyone: two names of one person share a word, and another word or its
// initial. One thread.
class PeopleIndex {
 public:
  using Words = std::vector<std::string>;

  // People are numbered from 0 in the order in which they come. The words are referred to.
  void add(const Words& words);
  // The first of them whom the words name.
  std::optional<std::size_t> find(const Words& words);

 private:
  void take_in(std::size_t person);
  void look_at(const std::string& key, const Words& words, std::optional<std::size_t>& best) const;

  std::vector<const Words*> people_;
  std::unordered_map<std::string, std::vector<std::size_t>> keys_;
  std::size_t taken_in_ = 0;
};

}  // namespace qogam::link
