// docs/cli.md.
#include "cli/exit_code.h"
#include "cli/reference.h"
#include "cli/verbs.h"

namespace qogam::cli {
namespace {

// Text in a cell of a table.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '<' || c == '*' || c == '_') out += '\\';
    out += c;
  }
  return out;
}

// Words of the program in a cell; a bar would end it there too.
std::string code(std::string_view text) {
  std::string out = "`";
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out + "`";
}

std::string row(std::initializer_list<std::string> cells) {
  std::string out = "|";
  for (const std::string& c : cells) out += c.empty() ? " |" : " " + c + " |";
  return out + "\n";
}

std::string heading_of(const Verb& verb) { return "qogam " + std::string(verb.name); }

// What a heading is called in an address of the page.
std::string anchor_of(const Verb& verb) {
  std::string anchor = heading_of(verb);
  for (char& c : anchor)
    if (c == ' ') c = '-';
  return anchor;
}

std::string section_of(const Verb& verb) {
  const Syntax syntax = verb.syntax();
  std::string out = "\n## " + heading_of(verb) + "\n\n    " + syntax.usage + "\n\n" + as_paragraph(syntax.about) + "\n\n";
  out += row({"option", "where not given", "means"}) + "|---|---|---|\n";
  for (const OptionRow& option : options_of(syntax)) out += row({code(written(option)), cell(option.otherwise), cell(option.help)});
  return syntax.more.empty() ? out : out + "\n```text\n" + syntax.more + "```\n";
}

}  // namespace

std::string markdown_reference() {
  std::string out = "# Verbs and options\n\n<!-- Made by 'qogam help --format markdown > docs/cli.md' from the tables of the program; change it there. -->\n\n";
  out += std::string(kAboutProgram) + "\n\n    qogam VERB [options] [words]\n\n" + row({"verb", ""}) + "|---|---|\n";
  for (const Verb& verb : verbs()) out += row({"[" + code(verb.name) + "](#" + anchor_of(verb) + ")", cell(verb.summary)});
  out += "\n" + row({"exit code", "means"}) + "|---|---|\n";
  for (const ExitMeaning& exit : kExitMeanings) out += row({exit.code, cell(exit.means)});
  out += "\n" + row({"environment", ""}) + "|---|---|\n";
  for (const Surrounding& e : environment()) out += row({code(e.name), cell(e.help)});
  out += "\n`qogam help --format man` prints the same as a man page, `--format bash` and `--format zsh` what completes calls in these\n"
         "shells; where Qogam is installed, all three are in their places.\n";
  for (const Verb& verb : verbs()) out += section_of(verb);
  return out;
}

}  // namespace qogam::cli
