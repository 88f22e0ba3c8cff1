// All verbs and options in the forms that help takes outside the program, made of the table of verbs.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"

namespace qogam::cli {

// What the program does, in a sentence.
inline constexpr std::string_view kAboutProgram =
    "Qogam finds who in government said or promised what, by when and to whom, in Russian and Kazakh civic news, and writes it as JSON.";

// An option as help tells it.
struct OptionRow {
  std::string name;             // "--output"
  std::string short_name;       // "-o"; may be empty
  std::string value;            // what stands for its value: "FILE"; empty: it takes none
  bool value_optional = false;  // --timings[=FILE]
  std::string otherwise;        // what holds where it is not given; may be empty
  std::string help;
};

std::vector<OptionRow> options_of(const Syntax& syntax);

// "-o, --output FILE"
std::string written(const OptionRow& option);

// A form of the reference: a row in reference.cpp.
struct ReferenceForm {
  std::string_view name;
  std::string_view help;
  std::string (*make)();
};

// man, markdown, bash, zsh.
std::span<const ReferenceForm> reference_forms();

std::string man_page();             // qogam(1) in the man macros of roff
std::string markdown_reference();   // docs/cli.md
std::string bash_completion();      // for share/bash-completion/completions/qogam
std::string zsh_completion();       // for share/zsh/site-functions/_qogam

// The lines of a text whose single line ends are for the width of a terminal only, as one.
std::string as_paragraph(std::string_view text);

// What the program takes from its surroundings: rows for each form.
struct Surrounding {
  std::string_view name, help;
};
std::span<const Surrounding> environment();
std::span<const Surrounding> files();

}  // namespace qogam::cli
