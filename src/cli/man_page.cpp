// The man page, in the macros of man(7).
#include "cli/exit_code.h"
#include "cli/reference.h"
#include "cli/verbs.h"
#include "qogam/version.h"

namespace qogam::cli {
namespace {

// A line of text: nothing in it commands roff, and hyphens stay those that can be typed.
std::string text(std::string_view line) {
  std::string out = line.starts_with('.') || line.starts_with('\'') ? "\\&" : "";
  for (const char c : line) {
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else out += c;
  }
  return out;
}

std::string bold(std::string_view words) { return "\\fB" + text(words) + "\\fR"; }
std::string tagged(const std::string& tag, std::string_view about) { return ".TP\n" + tag + "\n" + text(about) + "\n"; }

// Lines that stay as they are.
std::string verbatim(std::string_view lines) {
  std::string out = ".PP\n.EX\n";
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    out += text(lines.substr(at, end - at)) + "\n";
    at = end + 1;
  }
  return out + ".EE\n";
}

std::string tag_of(const OptionRow& option) {
  std::string tag = option.short_name.empty() ? bold(option.name) : bold(option.short_name) + ", " + bold(option.name);
  const std::string value = "\\fI" + text(option.value) + "\\fR";
  if (option.value_optional) return tag + "[=" + value + "]";
  return option.value.empty() ? tag : tag + " " + value;
}

std::string section_of(const Verb& verb) {
  const Syntax syntax = verb.syntax();
  std::string out = ".SS qogam " + text(verb.name) + "\n" + bold(syntax.usage) + "\n.PP\n" + text(as_paragraph(syntax.about)) + "\n";
  for (const OptionRow& option : options_of(syntax))
    out += tagged(tag_of(option), option.help + (option.otherwise.empty() ? "" : " (" + option.otherwise + ")"));
  return syntax.more.empty() ? out : out + verbatim(syntax.more);
}

}  // namespace

std::string man_page() {
  std::string out = ".TH QOGAM 1 \"\" \"Qogam " + std::string(version()) + "\" \"User Commands\"\n.nh\n.ad l\n";
  out += ".SH NAME\nqogam \\- officials, promises and topics in Russian and Kazakh civic news\n";
  out += ".SH SYNOPSIS\n" + bold("qogam") + " \\fIVERB\\fR [\\fIoptions\\fR] [\\fIwords\\fR]\n";
  out += ".SH DESCRIPTION\n" + text(kAboutProgram) + "\n";
  for (const Verb& verb : verbs()) out += tagged(bold(verb.name), verb.summary);
  out += ".SH VERBS\nBehind an option, what holds where it is not given stands in parentheses.\n";
  for (const Verb& verb : verbs()) out += section_of(verb);
  out += ".SH EXIT STATUS\n";
  for (const ExitMeaning& exit : kExitMeanings) out += tagged(bold(exit.code), exit.means);
  out += ".SH ENVIRONMENT\n";
  for (const Surrounding& row : environment()) out += tagged(bold(row.name), row.help);
  out += ".SH FILES\n";
  for (const Surrounding& row : files()) out += tagged("\\fI" + text(row.name) + "\\fR", row.help);
  return out + ".SH SEE ALSO\nThe documents beside this program, in\n.IR PREFIX/share/doc/qogam .\n";
}

}  // namespace qogam::cli
