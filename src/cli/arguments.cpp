// Boost.Program_options, with messages of our own.
#include "cli/arguments.h"

#include <charconv>
#include <iostream>

#include "cli/suggest.h"
#include "qogam/error.h"
#include "text/split.h"

namespace qogam::cli {
namespace {

[[noreturn]] void refuse(const std::string& message, const std::string& verb) {
  throw Error(Cause::usage, message + " ('qogam " + verb + " --help' shows the options.)");
}

std::string suggestion(const std::string& option, const po::options_description& options) {
  std::vector<std::string> names;
  for (const auto& o : options.options()) names.push_back("--" + o->long_name());
  return did_you_mean(option, names);
}

po::variables_map parse_strictly(const std::vector<std::string>& words, const Syntax& syntax) {
  po::options_description all;
  all.add(syntax.options);
  po::positional_options_description bare;
  if (!syntax.positional.empty()) {
    all.add_options()(syntax.positional.c_str(), po::value<std::vector<std::string>>());
    bare.add(syntax.positional.c_str(), -1);
  }
  // Guessing from the first letters would make every new option break somebody's script.
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  po::variables_map values;
  po::command_line_parser parser(words);
  po::store(parser.options(all).positional(bare).style(style).run(), values);
  po::notify(values);
  return values;
}

}  // namespace

void print_help(const Syntax& syntax) {
  std::cout << "usage: " << syntax.usage << "\n\n" << syntax.about << "\n" << syntax.options;
  if (!syntax.more.empty()) std::cout << "\n" << syntax.more;
}

std::optional<Call> parse(const Words& words, const std::string& verb, const Syntax& syntax) {
  try {
    Call call{parse_strictly(words, syntax), {}, words};
    if (call.values.count("help") != 0) {
      print_help(syntax);
      return std::nullopt;
    }
    if (call.values.count(syntax.positional) != 0) call.bare = call.values[syntax.positional].as<Words>();
    return call;
  } catch (const po::unknown_option& e) {
    refuse("There is no option '" + e.get_option_name() + "'." + suggestion(e.get_option_name(), syntax.options), verb);
  } catch (const po::too_many_positional_options_error&) {
    refuse("There are more words than '" + syntax.usage + "' takes.", verb);
  } catch (const po::error& e) {
    std::string message = e.what();
    if (!message.empty() && message[0] >= 'a' && message[0] <= 'z')
      message[0] = static_cast<char>(message[0] - 'a' + 'A');
    refuse(message + ".", verb);
  }
}

void add_text_options(po::options_description& options) {
  options.add_options()("lang", po::value<std::string>()->value_name("LANGUAGE")->default_value(Options{}.language), "auto or a language")(
      "plain", po::bool_switch(), "clean text: nothing is removed or repaired");
  add_models_option(options);
}

void add_models_option(po::options_description& options) {
  options.add_options()("models", po::value<std::string>()->value_name("FILE|DIR")->default_value("", "see qogam --help"),
                        "the knowledge: a compiled file or a models/ folder")("help,h", "this help");
}

Options text_options(const po::variables_map& values) {
  Options options;
  options.language = values["lang"].as<std::string>();
  options.plain = values["plain"].as<bool>();
  return options;
}

int take_times(std::string& word) {
  const std::size_t colon = word.rfind(':');
  if (colon == std::string::npos) return 1;
  int times = 0;
  const auto [end, error] = std::from_chars(word.data() + colon + 1, word.data() + word.size(), times);
  if (error != std::errc() || end != word.data() + word.size() || times < 1)
    throw Error(Cause::usage, "'" + word + "': behind the colon stands how many times the file counts.");
  word.resize(colon);
  return times;
}

std::vector<std::string> all_of_option(const po::variables_map& values, const std::string& name) {
  return values.count(name) ? values[name].as<std::vector<std::string>>() : std::vector<std::string>();
}

std::vector<std::string> split_list(const std::string& commas) {
  std::vector<std::string> items;
  for (const std::string_view item : text::split(commas, ','))
    if (!item.empty()) items.emplace_back(item);
  return items;
}

std::string joined(const std::vector<std::string>& items, std::string_view between) {
  std::string all;
  for (const std::string& item : items) (all += all.empty() ? "" : between) += item;
  return all;
}

}  // namespace qogam::cli
