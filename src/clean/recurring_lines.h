// Lines that stand on many pages of a site and so belong to the site, not to an article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "qogam/document.h"

namespace qogam::clean {

// Counts lines, and afterwards tells those that recur: on kFewestPages pages of a site or more, and on
// one in kShare of them. Lines are compared by their letters, whatever their case, any figure being as
// good as another, as counters and days change. Beyond kMostLines different ones those seen once are
// forgotten (lossy counting, Manku and Motwani 2002), so that memory is bounded: some 200 MB.
// add() is for one thread; once all is added const methods are safe from any thread.
class RecurringLines {
 public:
  static constexpr std::size_t kFewestPages = 5, kShare = 50, kMostLines = 4'000'000;

  // A page whose source is decoded; HTML, which tells its furniture by its elements, is passed over.
  void add(const Document& document);

  // `site` is site_of() the document.
  bool recurs(std::string_view site, std::string_view line) const;

 private:
  struct Seen {
    std::uint32_t pages = 0;
    std::uint32_t last = 0;  // number of the page that counted last
  };
  std::unordered_map<std::uint64_t, Seen> lines_;
  std::unordered_map<std::uint64_t, std::uint32_t> pages_;  // of each site
  std::uint32_t page_ = 0;
};

// The host of the address, else the file that holds the records, else the folder of the file.
std::string_view site_of(const Source& source);

}  // namespace qogam::clean
