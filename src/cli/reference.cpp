// What the forms of the reference share.
#include "cli/reference.h"

namespace qogam::cli {
namespace {

constexpr ReferenceForm kForms[] = {
    {"man", "the man page qogam(1)", man_page},
    {"markdown", "a reference of all verbs and options", markdown_reference},
    {"bash", "completion for bash", bash_completion},
    {"zsh", "completion for zsh", zsh_completion},
};

constexpr Surrounding kEnvironment[] = {
    {"QOGAM_MODELS", "the knowledge where --models is not given: a compiled file or a models/ folder"},
    {"XDG_DATA_DIRS", "where qogam/qogam.model is looked for where it lies neither beside the program nor in ../share/qogam from there"},
    {"NO_COLOR", "set to anything, it keeps 'qogam show' from colours (no-color.org)"},
};

constexpr Surrounding kFiles[] = {
    {"PREFIX/share/qogam/qogam.model", "the knowledge as it is installed"},
    {"OUT.part", "what 'qogam analyze -o OUT' has written so far; --resume goes on with it"},
};

// Boost gives "NAME (=otherwise)" or "[=NAME(=implicit)] (=otherwise)".
void read_value(std::string text, OptionRow& row) {
  constexpr std::string_view kOtherwise = " (=";
  if (const std::size_t at = text.rfind(kOtherwise); at != std::string::npos && text.ends_with(')')) {
    row.otherwise = text.substr(at + kOtherwise.size(), text.size() - at - kOtherwise.size() - 1);
    text.resize(at);
  }
  if (text.starts_with("[=")) {
    row.value_optional = true;
    text = text.substr(2, text.find_first_of("(]", 2) - 2);
  }
  row.value = text;
}

}  // namespace

std::vector<OptionRow> options_of(const Syntax& syntax) {
  std::vector<OptionRow> rows;
  for (const auto& option : syntax.options.options()) {
    OptionRow& row = rows.emplace_back();
    row.name = "--" + option->long_name();
    const std::string shortest = option->canonical_display_name(po::command_line_style::allow_dash_for_short);
    if (shortest.starts_with('-')) row.short_name = shortest;
    const auto& value = *option->semantic();
    if (value.max_tokens() > 0) read_value(value.name(), row);
    row.value_optional |= value.max_tokens() > 0 && value.min_tokens() == 0;
    row.help = option->description();
  }
  return rows;
}

std::string written(const OptionRow& option) {
  std::string text = option.short_name.empty() ? option.name : option.short_name + ", " + option.name;
  if (option.value_optional) return text + "[=" + option.value + "]";
  return option.value.empty() ? text : text + " " + option.value;
}

std::span<const ReferenceForm> reference_forms() { return kForms; }
std::span<const Surrounding> environment() { return kEnvironment; }
std::span<const Surrounding> files() { return kFiles; }

std::string as_paragraph(std::string_view text) {
  std::string all(text);
  while (all.ends_with('\n')) all.pop_back();
  for (char& c : all)
    if (c == '\n') c = ' ';
  return all;
}

}  // namespace qogam::cli
