// What may follow the words of a call.
#include "cli/completion.h"

#include <algorithm>
#include <array>
#include <set>

#include "cli/list.h"
#include "cli/reference.h"
#include "cli/verbs.h"
#include "qogam/error.h"
#include "qogam/models.h"
#include "text/split.h"

namespace qogam::cli {
namespace {

using Text = std::string;

struct Named {
  std::string_view value, list;
};

constexpr Named kLists[] = {{"LANGUAGE", "languages"}, {"FINDING", "findings"}, {"FINDING,...", "findings"}, {"TOPIC", "topics"}, {"READER", "readers"}, {"WRITER", "writers"}};
constexpr std::array<std::string_view, 5> kFiles{"FILE", "DIR", "FOLDER", "PATH", "OUT"};

void add(Completion& to, const Text& typed, const Text& word, const Text& help) {
  if (word.starts_with(typed)) to.candidates.push_back({word, help});
}

ListRows rows_of_list(std::string_view name, const Text& models) {
  for (const List& list : lists()) {
    if (list.name != name) continue;
    try {
      return list.rows([&] { return lang::load_knowledge(find_models(models)); });
    } catch (const Error&) {
      return {};  // the call itself will say what is wrong
    }
  }
  return {};
}

// In a list "a,b,c" what is typed behind the last comma is looked for.
Completion of_list(std::string_view name, bool several, const Text& typed, const Text& models) {
  const std::size_t comma = several ? typed.rfind(',') + 1 : 0;
  Completion all{{}, false, several};
  if (name == "languages") add(all, typed, "auto", "each sentence by itself");
  for (const ListRow& row : rows_of_list(name, models)) add(all, typed, typed.substr(0, comma) + row.name, row.help);
  return all;
}

Completion of_options(const Syntax& syntax, const Text& typed) {
  Completion all;
  for (const OptionRow& option : options_of(syntax)) add(all, typed, option.name, option.help);
  return all;
}

Completion of_bare_word(const Syntax& syntax, std::size_t number, const Text& typed) {
  Completion all;
  all.files = !syntax.positional.empty() && (syntax.choices.empty() || number < syntax.choice_at);
  if (number == syntax.choice_at)
    for (const Text& choice : syntax.choices) add(all, typed, choice, "");
  return all;
}

const OptionRow* find(const std::vector<OptionRow>& options, std::string_view word) {
  const std::string_view name = word.substr(0, word.find('='));
  const auto it = std::ranges::find_if(options, [&](const OptionRow& o) { return o.name == name || (!o.short_name.empty() && o.short_name == name); });
  return it == options.end() ? nullptr : &*it;
}

// The words of a verb up to the one that is typed, as far as they tell what comes next.
struct Behind {
  const OptionRow* waiting = nullptr;  // for its value
  std::size_t bare = 0;
  bool only_bare = false;  // "--" came
  Text models;
};

Behind read(const Words& words, const std::vector<OptionRow>& options) {
  Behind behind;
  for (const Text& word : words) {
    if (behind.waiting != nullptr) {
      if (behind.waiting->name == "--models") behind.models = word;
      behind.waiting = nullptr;
    } else if (!behind.only_bare && word == "--") {
      behind.only_bare = true;
    } else if (!behind.only_bare && word.size() > 1 && word[0] == '-') {
      const OptionRow* const option = find(options, word);
      const bool takes_next = option != nullptr && !option->value.empty() && !option->value_optional && word.find('=') == Text::npos;
      if (takes_next) behind.waiting = option;
      if (word.starts_with("--models=")) behind.models = word.substr(word.find('=') + 1);
    } else {
      ++behind.bare;
    }
  }
  return behind;
}

Completion of_verb(const Verb& verb, Words words) {
  const Syntax syntax = verb.syntax();
  const std::vector<OptionRow> options = options_of(syntax);
  const Text typed = words.back();
  words.pop_back();
  const Behind behind = read(words, options);
  if (behind.waiting != nullptr) return values_of(behind.waiting->value, typed, behind.models);
  if (behind.only_bare || !typed.starts_with('-')) return of_bare_word(syntax, behind.bare, typed);
  const std::size_t equals = typed.find('=');
  if (equals == Text::npos) return of_options(syntax, typed);
  const OptionRow* const option = find(options, typed);
  if (option == nullptr || option->value.empty()) return {};
  Completion all = values_of(option->value, typed.substr(equals + 1), behind.models);
  for (Candidate& c : all.candidates) c.word.insert(0, typed, 0, equals + 1);
  return all;
}

Completion of_first_word(const Text& typed) {
  Completion all;
  std::set<Text> seen;
  for (const Verb& verb : verbs()) {
    const Text name(text::split(verb.name, ' ').front());
    if (verb.in_help != InHelp::nothing && seen.insert(name).second) add(all, typed, name, verbs_of(name).size() == 1 ? verb.summary : "");
  }
  if (typed.starts_with('-')) add(all, typed, "--help", "the verbs"), add(all, typed, "--version", "of the program and its knowledge");
  return all;
}

}  // namespace

Completion values_of(std::string_view value, const Text& typed, const Text& models) {
  for (const Named& row : kLists)
    if (row.value == value) return of_list(row.list, value.ends_with(",..."), typed, models);
  Completion all;
  for (const std::string_view part : text::split(value, '|')) {
    if (std::ranges::find(kFiles, part) != kFiles.end()) all.files = true;
    else if (value.find('|') != std::string_view::npos) add(all, typed, Text(part), "");
  }
  return all;
}

Completion completion_of(const Words& words) {
  if (words.size() < 2) return of_first_word(words.empty() ? "" : words[0]);
  const auto verbs = verbs_of(words[0]);
  if (verbs.empty()) return {};
  const bool shared = std::string_view(verbs[0].name).find(' ') != std::string_view::npos;
  if (!shared) return of_verb(verbs[0], {words.begin() + 1, words.end()});
  Completion all;
  for (const Verb& verb : verbs) {
    const Text second(verb.name + words[0].size() + 1);
    if (words.size() == 2) add(all, words[1], second, verb.summary);
    else if (words[1] == second) return of_verb(verb, {words.begin() + 2, words.end()});
  }
  return all;
}

}  // namespace qogam::cli
