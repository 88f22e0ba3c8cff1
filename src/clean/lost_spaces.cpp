// Borders between words, found and marked by a space.
#include "clean/lost_spaces.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "clean/rewriter.h"
#include "text/utf8.h"

namespace qogam::clean {
namespace {

using text::Script;

constexpr std::size_t kFewestLetters = 7, kMostLetters = 30;  // of a word that may be two
constexpr std::size_t kLongFunction = 5;
constexpr std::size_t kWholeWord = 5;                         // letters of the part that is no function word

struct Letter {
  char32_t c;
  std::uint32_t begin;  // byte
  bool cyrillic, latin, upper, lower;
};

class Repairer {
 public:
  using Cache = text::StringCache<std::uint8_t>;
  Repairer(std::string_view utf8, const WordBitsOf& bits_of, Cache& cache) : text_(utf8), bits_of_(bits_of), cache_(cache), rewriter_(utf8) {}

  MappedText run() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto begin = static_cast<std::uint32_t>(at);
      const char32_t c = text::decode_at(text_, at);
      if (c == '"') ++quotes_;
      if (c == '\n') quotes_ = 0;
      if (text::is_letter(c)) {
        if (word_.empty()) behind_mark(begin, c, at);
        word_.push_back({c, begin, text::script_of(c) == Script::cyrillic, text::script_of(c) == Script::latin, text::is_upper(c), text::is_lower(c)});
      } else {
        end_word(begin);
        marks_.push_back(c);
      }
      if (word_.size() == 1) marks_.clear();
    }
    end_word(static_cast<std::uint32_t>(text_.size()));
    return rewriter_.take();
  }

 private:
  // A capital Cyrillic letter right behind a full stop or closing mark, itself behind a word of two letters.
  void behind_mark(std::uint32_t begin, char32_t c, std::size_t next) {
    if (marks_.empty() || last_letters_ < 2 || !text::is_upper(c) || text::script_of(c) != Script::cyrillic) return;
    std::size_t behind = next;
    if (next >= text_.size() || !text::is_lower(text::decode_at(text_, behind))) return;  // "U.S.A", "OOO"
    const char32_t first = marks_.front(), last = marks_.back();
    const bool stop = first == '.' || first == '!' || first == '?' || first == 0x2026;
    const bool closing = last == 0xBB || last == ')' || last == 0x201D;
    if (marks_.size() == 1 && (stop || closing)) return insert(begin);
    if (marks_.size() != 2 || !(stop || closing)) return;
    // The second mark opens what follows, or closes what was before.
    if (last == 0xAB || last == 0x201E || last == '(') insert(begin - mark_size(last));
    if (last == 0xBB || last == 0x201D || last == ')') insert(begin);
    if (last == '"') insert(quotes_ % 2 == 1 ? begin - 1 : begin);
  }

  static std::uint32_t mark_size(char32_t c) {
    std::string bytes;
    text::append_utf8(bytes, c);
    return static_cast<std::uint32_t>(bytes.size());
  }

  void end_word(std::uint32_t end) {
    if (word_.empty()) return;
    if (!between_scripts(end) && !before_capital(end)) inside_small(end);
    last_letters_ = word_.size();
    word_.clear();
    marks_.clear();
  }

  std::string_view part(std::size_t from, std::size_t to, std::uint32_t end) const {
    const std::uint32_t begin = word_[from].begin;
    return text_.substr(begin, (to < word_.size() ? word_[to].begin : end) - begin);
  }

  std::uint8_t bits(std::string_view word) {
    return cache_.get(word, [&](auto*) { return bits_of_(word); });
  }
  bool known(std::string_view word) { return (bits(word) & kKnownWord) != 0; }

  // "correspondentTengrinews", "kzwith": at the one border between scripts.
  bool between_scripts(std::uint32_t end) {
    std::size_t border = 0;
    for (std::size_t i = 1; i < word_.size(); ++i) {
      if (word_[i].latin == word_[i - 1].latin) continue;
      if (border != 0) return true;  // several: a name of a product
      border = i;
    }
    if (border == 0) return false;
    const bool latin_first = word_[0].latin;
    const std::size_t cyrillic = latin_first ? word_.size() - border : border;
    const std::string_view russian = latin_first ? part(border, word_.size(), end) : part(0, border, end);
    const bool telling = cyrillic >= 3 || (latin_first && (bits(russian) & kFunctionWord) != 0);
    if (border >= 2 && word_.size() - border >= 1 && telling && known(russian)) insert(word_[border].begin);
    return true;
  }

  // "tengeRead": a small letter, then a capital and small ones.
  bool before_capital(std::uint32_t end) {
    std::size_t border = 0;
    for (std::size_t i = 1; i < word_.size(); ++i)
      if (word_[i].upper && word_[i - 1].lower) border = border == 0 ? i : word_.size();
    if (border == 0) return false;
    if (border == word_.size() || word_[0].upper || border < 3 || word_.size() - border < 3) return true;
    if (known(part(0, border, end)) && known(part(border, word_.size(), end))) insert(word_[border].begin);
    return true;
  }

  void inside_small(std::uint32_t end) {
    const std::size_t size = word_.size();
    if (size < kFewestLetters || size > kMostLetters) return;
    if (!std::all_of(word_.begin(), word_.end(), [](const Letter& l) { return l.cyrillic && l.lower; })) return;
    if (known(part(0, size, end))) return;
    std::size_t cut = 0;
    for (std::size_t i = 1; i < size; ++i) {
      if (i < kWholeWord && size - i < kWholeWord) continue;
      const std::uint8_t left = bits(part(0, i, end)), right = bits(part(i, size, end));
      const bool before = (left & kFunctionWord) != 0 && i >= kLongFunction && size - i >= kWholeWord && (right & kOnlyNoun) != 0;
      const bool behind = (right & kFunctionWord) != 0 && i >= kWholeWord && (left & (kListedWord | kOtherWord)) == kListedWord;
      if (!before && !behind) continue;
      if (cut != 0) return;
      cut = i;
    }
    if (cut != 0) insert(word_[cut].begin);
  }

  void insert(std::uint32_t at) { rewriter_.replace(at, at, " "); }

  std::string_view text_;
  const WordBitsOf& bits_of_;
  Cache& cache_;
  std::vector<Letter> word_;
  std::u32string marks_;  // since the last word
  std::size_t last_letters_ = 0, quotes_ = 0;
  Rewriter rewriter_;
};

}  // namespace

MappedText LostSpaces::repair(std::string_view utf8) const {
  auto cache = caches_->borrow([] { return std::make_unique<text::StringCache<std::uint8_t>>(); });
  MappedText out = Repairer(utf8, bits_of_, *cache).run();
  cache->trim();
  caches_->give_back(std::move(cache));
  return out;
}

}  // namespace qogam::clean
