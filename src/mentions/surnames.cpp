// Surnames known from full names, found again.
#include "mentions/surnames.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace qogam::mentions {
namespace {

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : name) {
    if (c != ' ') words.back() += c;
    else if (!words.back().empty()) words.emplace_back();
  }
  return words;
}

// The surname of a name of two words or more: the last, or the first where a patronymic or an
// initial ends the name.
std::string surname_of(const Document& d, const Mention& m, const std::vector<std::string>& words) {
  const Features last = d.words[m.tokens.last - 1].features;
  const bool surname_first = (last & feature::initial) || ((last & feature::patronymic) && words.size() == 3);
  return surname_first ? words.front() : words.back();
}

class SurnameFinder {
 public:
  SurnameFinder(Document& d, const lang::Knowledge& k, lang::InflectionMemo& memo) : d_(d), knowledge_(k), memo_(memo) {}

  void run() {
    taken_.assign(d_.tokens.size(), false);
    for (const Mention& m : d_.mentions) {
      const bool name = m.type == MentionType::person || m.type == MentionType::organization || m.type == MentionType::location;
      if (name) std::fill(taken_.begin() + m.tokens.first, taken_.begin() + m.tokens.last, true);
      if (m.type != MentionType::person || m.tokens.size() < 2) continue;
      const auto words = words_of(m.name);
      if (words.size() > 1) surnames_[knowledge_.fold(surname_of(d_, m, words))] = surname_of(d_, m, words);
    }
    if (surnames_.empty()) return;
    for (std::uint32_t t = 0; t < d_.tokens.size(); ++t)
      if (!taken_[t] && (d_.words[t].features & feature::cap) && !(d_.words[t].features & feature::initial)) look_at(t);
  }

 private:
  void look_at(std::uint32_t t) {
    for (const std::pmr::string& candidate : memo_.folded_name_forms(d_, t)) {
      const auto it = surnames_.find(std::string_view(candidate));
      if (it == surnames_.end()) continue;
      d_.mentions.push_back({MentionType::person, d_.tokens[t].span, {t, t + 1}, it->second, "", {}, kNone, 0.9, "surname-again"});
      return;
    }
  }

  Document& d_;
  const lang::Knowledge& knowledge_;
  lang::InflectionMemo& memo_;
  std::vector<bool> taken_;
  std::map<std::string, std::string, std::less<>> surnames_;  // folded -> as printed
};

}  // namespace

void find_surnames(Document& document, const lang::Knowledge& knowledge, lang::InflectionMemo& memo) {
  SurnameFinder(document, knowledge, memo).run();
}

}  // namespace qogam::mentions
