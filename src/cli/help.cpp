// qogam help: the program, a verb, or all of it in another form.
#include "cli/help.h"

#include <algorithm>
#include <iostream>

#include "cli/exit_code.h"
#include "cli/reference.h"
#include "cli/suggest.h"
#include "cli/verbs.h"
#include "qogam/error.h"
#include "qogam/options.h"
#include "qogam/version.h"
#include "text/split.h"

namespace qogam::cli {
namespace {

using Text = std::string;

Words names_of_forms() {
  Words names;
  for (const ReferenceForm& form : reference_forms()) names.emplace_back(form.name);
  return names;
}

Text help_of_forms() {
  Text help = "formats:\n";
  for (const ReferenceForm& form : reference_forms()) help += "  " + Text(form.name) + Text(14 - form.name.size(), ' ') + Text(form.help) + "\n";
  return help + "example: qogam help train words\n         qogam help --format bash > ~/.local/share/bash-completion/completions/qogam\n";
}

void print_row(std::string_view name, std::string_view help) { std::cout << "  " << name << Text(14 - std::min<std::size_t>(name.size(), 13), ' ') << help << "\n"; }

}  // namespace

void print_program_help() {
  const Options defaults;
  std::cout << "Qogam " << version() << ": who in government said or promised what, by when and to whom,\n"
            << "from Russian and Kazakh civic news, as JSON.\n\n"
            << "usage: qogam VERB [options]        (qogam VERB --help: the options of a verb)\n\n";
  Words more;
  for (const Verb& v : verbs()) {
    if (v.in_help == InHelp::summary) print_row(v.name, v.summary);
    else if (const Text name(text::split(v.name, ' ').front()); v.in_help == InHelp::name && (more.empty() || more.back() != name)) more.push_back(name);
  }
  std::cout << "  and " << joined(more, ", ") << "\n";
  std::cout << "\nexample: qogam analyze news/ -o out.jsonl && qogam show news/today.txt\n"
            << "defaults: --lang " << defaults.language << ", -j one a core, --max-doc-bytes " << defaults.max_document_bytes << "\n"
            << "knowledge: --models, else $QOGAM_MODELS, else qogam.model beside the program\n\n"
            << "exit codes: 0 all done; 1 done, but some documents failed and stand as error\n"
            << "  objects; 2 usage; 3 input or output; 4 models; 130 or 143 ended by a signal\n";
}

void print_group_help(std::span<const Verb> group) {
  std::cout << "usage: qogam VERB [options]        (qogam VERB --help: the options of a verb)\n\n";
  for (const Verb& v : group) std::cout << "  " << v.name << Text(20 - std::min<std::size_t>(Text(v.name).size(), 19), ' ') << v.summary << "\n";
}

const Verb& find_verb(const Words& words) {
  const auto group = verbs_of(words[0]);
  if (group.empty()) {
    Words known{"--help", "--version"};
    for (const Verb& v : verbs()) known.emplace_back(text::split(v.name, ' ').front());
    const Text hint = did_you_mean(words[0], known);
    throw Error(Cause::usage, "There is no verb '" + words[0] + "'." + (hint.empty() ? " 'qogam --help' lists them." : hint));
  }
  if (group[0].name == words[0]) return group[0];
  Words known;
  for (const Verb& v : group) {
    known.emplace_back(v.name + words[0].size() + 1);
    if (words.size() > 1 && words[1] == known.back()) return v;
  }
  if (words.size() < 2) throw Error(Cause::usage, "Say which: qogam " + words[0] + " " + joined(known, "|") + ".");
  require_known("verb of " + words[0], words[1], known);
  return group[0];
}

Syntax help_syntax() {
  Syntax syntax{"qogam help [VERB] [--format FORMAT]", "Prints what the program does, or what a verb does. With --format it prints all verbs and options in that form.\n",
                po::options_description("options"), help_of_forms(), "verb"};
  for (const Verb& v : verbs())
    if (const Text name(text::split(v.name, ' ').front()); syntax.choices.empty() || syntax.choices.back() != name) syntax.choices.push_back(name);
  syntax.options.add_options()("format", po::value<Text>()->value_name(joined(names_of_forms(), "|")), "one of the forms below")("help,h", "this help");
  return syntax;
}

int help(const Call& call) {
  if (call.values.count("format")) {
    const Text format = call.values["format"].as<Text>();
    require_known("form of help", format, names_of_forms());
    if (!call.bare.empty()) throw Error(Cause::usage, "--format is for all verbs together; leave out '" + call.bare[0] + "'.");
    for (const ReferenceForm& form : reference_forms())
      if (form.name == format) std::cout << form.make();
  } else if (call.bare.empty()) {
    print_program_help();
  } else if (const auto group = verbs_of(call.bare[0]); call.bare.size() == 1 && !group.empty() && group[0].name != call.bare[0]) {
    print_group_help(group);
  } else {
    print_help(find_verb(call.bare).syntax());
  }
  return kDone;
}

}  // namespace qogam::cli
