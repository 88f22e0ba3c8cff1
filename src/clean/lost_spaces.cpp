// Borders between words, found and marked by a space.
#include "clean/lost_spaces.h"

#include <memory>
#include <string>
#include <vector>

#include "clean/rewriter.h"
#include "text/letter_table.h"
#include "text/utf8.h"

namespace qogam::clean {
namespace {

namespace kind = text::kind;

constexpr std::size_t kFewestLetters = 7, kMostLetters = 30;  // of a word that may be two
constexpr std::size_t kLongFunction = 5;
constexpr std::size_t kWholeWord = 5;                         // letters of the part that is no function word

struct Letter {
  std::uint32_t begin;  // byte
  bool latin, upper, lower;
};

class Repairer {
 public:
  Repairer(std::string_view utf8, const WordBitsOf& bits_of, LostSpaces::Caches& caches) : text_(utf8), bits_of_(bits_of), caches_(caches), rewriter_(utf8) {}

  MappedText run() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto begin = static_cast<std::uint32_t>(at);
      const char32_t c = text::decode_at(text_, at);
      const std::uint8_t kinds = table_.kinds(c);
      if ((kinds & kind::letter) != 0) {
        before_word(begin, kinds, at);
        at = word(begin, at, kinds);
        continue;
      }
      if (c == '"') ++quotes_;
      if (c == '\n') quotes_ = 0;
      if (marks_++ == 0) first_mark_ = c;
      last_mark_ = c;
    }
    return rewriter_.take();
  }

 private:
  void before_word(std::uint32_t begin, std::uint8_t kinds, std::size_t next) {
    constexpr std::uint8_t kCapital = kind::upper | kind::cyrillic;
    if (marks_ > 0 && last_letters_ >= 2 && (kinds & kCapital) == kCapital) behind_mark(begin, next);
    marks_ = 0;
  }

  // The word from `begin` on, whose first letter ends at `at` and is of `kinds`; returns its end.
  std::size_t word(std::uint32_t begin, std::size_t at, std::uint8_t kinds) {
    std::uint8_t common = kinds, before = kinds;  // what all letters are, and the last one
    std::size_t letters = 1, end = at;
    bool odd = false;  // of two scripts, or with a capital behind a small letter
    for (; at < text_.size(); end = at) {
      kinds = table_.kinds(text::decode_at(text_, at));
      if ((kinds & kind::letter) == 0) break;
      odd = odd || ((kinds ^ before) & kind::latin) != 0 || ((kinds & kind::upper) != 0 && (before & kind::lower) != 0);
      common &= kinds;
      before = kinds;
      ++letters;
    }
    constexpr std::uint8_t kSmall = kind::lower | kind::cyrillic;
    last_letters_ = letters;
    if (odd)
      odd_word(begin, static_cast<std::uint32_t>(end));
    else if (letters >= kFewestLetters && letters <= kMostLetters && (common & kSmall) == kSmall)
      small_word(begin, static_cast<std::uint32_t>(end));
    return end;
  }

  // A capital Cyrillic letter right behind a full stop or closing mark, itself behind a word of two letters.
  void behind_mark(std::uint32_t begin, std::size_t next) {
    if (marks_ > 2) return;
    std::size_t behind = next;
    if (next >= text_.size() || !text::is_lower(text::decode_at(text_, behind))) return;  // "U.S.A", "OOO"
    const char32_t first = first_mark_, last = last_mark_;
    const bool stop = first == '.' || first == '!' || first == '?' || first == 0x2026;
    const bool closing = last == 0xBB || last == ')' || last == 0x201D;
    if (marks_ == 1 && (stop || closing)) return insert(begin);
    if (marks_ != 2 || !(stop || closing)) return;
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

  void odd_word(std::uint32_t begin, std::uint32_t end) {
    read_word(begin, end);
    if (!between_scripts(end)) before_capital(end);
  }

  void small_word(std::uint32_t begin, std::uint32_t end) {
    const std::uint64_t hash = text::hash_of_bytes(text_.substr(begin, end - begin));
    if (caches_.whole.contains(hash)) return;
    const std::uint32_t cut = inside_small(begin, end);
    if (cut != 0)
      insert(begin + cut);
    else
      caches_.whole.add(hash);
  }

  void read_word(std::size_t at, std::uint32_t end) {
    word_.clear();
    while (at < end) {
      const auto begin = static_cast<std::uint32_t>(at);
      const std::uint8_t kinds = table_.kinds(text::decode_at(text_, at));
      word_.push_back({begin, (kinds & kind::latin) != 0, (kinds & kind::upper) != 0, (kinds & kind::lower) != 0});
    }
  }

  std::string_view part(std::size_t from, std::size_t to, std::uint32_t end) const {
    const std::uint32_t begin = word_[from].begin;
    return text_.substr(begin, (to < word_.size() ? word_[to].begin : end) - begin);
  }

  std::uint8_t bits(std::string_view word) {
    return caches_.bits.get(word, [&](auto*) { return bits_of_(word); });
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
  void before_capital(std::uint32_t end) {
    std::size_t border = 0;
    for (std::size_t i = 1; i < word_.size(); ++i)
      if (word_[i].upper && word_[i - 1].lower) border = border == 0 ? i : word_.size();
    if (border == 0 || border == word_.size() || word_[0].upper || border < 3 || word_.size() - border < 3) return;
    if (known(part(0, border, end)) && known(part(border, word_.size(), end))) insert(word_[border].begin);
  }

  // Where a word of small letters is to be cut, in bytes; 0: nowhere.
  std::uint32_t inside_small(std::uint32_t begin, std::uint32_t end) {
    read_word(begin, end);
    const std::size_t size = word_.size();
    if ((bits_of_(part(0, size, end)) & kKnownWord) != 0) return 0;
    std::size_t cut = 0;
    for (std::size_t i = 1; i < size; ++i) {
      if (!joins_before(i, end) && !joins_behind(i, end)) continue;
      if (cut != 0) return 0;
      cut = i;
    }
    return word_[cut].begin - begin;
  }

  bool joins_before(std::size_t i, std::uint32_t end) {
    if (i < kLongFunction || word_.size() - i < kWholeWord || (bits(part(0, i, end)) & kFunctionWord) == 0) return false;
    return (bits(part(i, word_.size(), end)) & kOnlyNoun) != 0;
  }

  bool joins_behind(std::size_t i, std::uint32_t end) {
    if (i < kWholeWord || (bits(part(i, word_.size(), end)) & kFunctionWord) == 0) return false;
    return (bits(part(0, i, end)) & (kListedWord | kOtherWord)) == kListedWord;
  }

  void insert(std::uint32_t at) { rewriter_.replace(at, at, " "); }

  std::string_view text_;
  const WordBitsOf& bits_of_;
  LostSpaces::Caches& caches_;
  const text::LetterTable& table_ = text::letter_table();
  std::vector<Letter> word_;
  std::size_t marks_ = 0;  // since the last word
  char32_t first_mark_ = 0, last_mark_ = 0;
  std::size_t last_letters_ = 0, quotes_ = 0;
  Rewriter rewriter_;
};

}  // namespace

MappedText LostSpaces::repair(std::string_view utf8) const {
  auto caches = caches_->borrow([] { return std::make_unique<Caches>(); });
  MappedText out = Repairer(utf8, bits_of_, *caches).run();
  caches->bits.trim();
  caches->whole.trim();
  caches_->give_back(std::move(caches));
  return out;
}

}  // namespace qogam::clean
