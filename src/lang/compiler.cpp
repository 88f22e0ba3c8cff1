// The order of compilation, languages and plain resources.
#include "lang/compiler.h"

#include <algorithm>
#include <charconv>

#include "qogam/error.h"
#include "text/break_rules.h"
#include "text/hash.h"
#include "text/utf8.h"

namespace qogam::lang {
namespace {

bool is_resource(const std::string& path) {
  return path.find("/lexicon/") == path.npos && path.find("/rules/") == path.npos &&
         path.find("/topics/") == path.npos && path.find("/dictionary/") == path.npos && !path.ends_with(".weights") && path.find("/ner/") == path.npos && !path.ends_with(".md") && path.find('/') != path.npos;
}

std::map<std::string, std::string> read_keys(const model::SourceFile& file) {
  constexpr std::string_view kKeys[] = {"code", "name", "letters", "marks", "words", "head", "detached", "weights"};
  std::map<std::string, std::string> keys;
  for (const model::Line& line : file.lines()) {
    const auto parts = model::fields(line.text);
    if (parts.size() < 2) file.fail(line.number, "a line is `key<TAB>value`");
    if (std::ranges::find(kKeys, parts[0]) == std::end(kKeys)) file.fail(line.number, "there is no key '" + parts[0] + "'; see docs/files.md");
    if (parts[0] == "head" && parts[1] != "first" && parts[1] != "last") file.fail(line.number, "`head` is first or last");
    keys[parts[0]] += (keys[parts[0]].empty() ? "" : " ") + parts[1];
  }
  return keys;
}

}  // namespace

Features feature_list(const model::SourceFile& file, std::uint32_t line, const std::string& text) {
  Features result = 0;
  for (const std::string& name : model::pieces(text)) {
    const auto bit = feature_by_name(name);
    if (!bit) file.fail(line, "'" + name + "' is no feature; see docs/patterns.md");
    result |= *bit;
  }
  return result;
}

std::uint32_t Compiler::with_role(std::string_view text, int role) {
  const std::uint32_t number = word(text);
  if (roles.size() <= number) roles.resize(number + 1, '\0');
  roles[number] = static_cast<char>(roles[number] | role);
  return number;
}

std::uint32_t Compiler::class_number(const std::string& name) {
  const auto [it, fresh] = class_numbers.try_emplace(name, static_cast<std::uint32_t>(classes.size()));
  if (fresh) classes.push_back(strings.add(name));
  return it->second;
}

std::uint32_t Compiler::language_of(const std::string& path) const {
  const auto it = folders.find(path.substr(0, path.find('/')));
  return it == folders.end() ? 0 : it->second;
}

const model::SourceFile* Compiler::file(const std::string& path) const {
  const auto it = std::ranges::find(files, path, &model::SourceFile::path);
  return it == files.end() ? nullptr : &*it;
}

namespace {

// The line `weights` of a language that they were learnt for, else a hash of its code.
std::uint32_t in_weights(const Compiler& c, const model::SourceFile& file, const std::map<std::string, std::string>& keys) {
  std::uint32_t number = static_cast<std::uint32_t>(text::hash_of_bytes(keys.at("code")));
  if (const auto said = keys.find("weights"); said != keys.end()) {
    const auto [end, error] = std::from_chars(said->second.data(), said->second.data() + said->second.size(), number);
    if (error != std::errc() || end != said->second.data() + said->second.size() || number == 0) file.fail(1, "`weights` is a number from 1 on");
  }
  if (std::ranges::find(c.languages, number, &LanguageRecord::in_weights) != c.languages.end())
    file.fail(1, "another language has the same `weights`; leave the line out of a new one");
  return number;
}

}  // namespace

void compile_languages(Compiler& c) {
  c.languages.push_back({});
  for (const model::SourceFile& file : c.files) {
    if (!file.path.ends_with("/language.tsv")) continue;
    const auto keys = read_keys(file);
    for (const char* key : {"code", "name", "letters", "words"})
      if (!keys.contains(key)) file.fail(1, std::string("the line `") + key + "` is missing");
    const std::uint32_t number = static_cast<std::uint32_t>(c.languages.size());
    const std::string folder = file.path.substr(0, file.path.find('/'));
    if (keys.at("code") != folder) file.fail(1, "`code` is '" + keys.at("code") + "', and must be the name of the folder, '" + folder + "'");
    const auto value = [&](const char* key) { return keys.contains(key) ? c.strings.add(keys.at(key)) : 0; };
    c.folders[folder] = number;
    c.languages.push_back({value("code"), value("name"), value("letters"), value("marks"), value("words"), number, 0,
                           keys.contains("head") && keys.at("head") == "last" ? 1u : 0u, value("detached"), in_weights(c, file, keys)});
  }
  // A language written in Latin letters too has its table beside it and shares all else.
  for (const auto& [folder, number] : c.folders) {
    if (c.file(folder + "/latin.tsv") == nullptr) continue;
    LanguageRecord latin = c.languages[number];
    latin.code = c.strings.add(folder + "-Latn");
    latin.base = number;
    latin.script = 1;
    c.languages.push_back(latin);
  }
  constexpr std::size_t kMostLanguages = 32;  // with the one of what is in none; a bit each
  if (c.languages.size() > kMostLanguages) throw Error(Cause::models, "there are more than 31 languages, those in Latin letters too");
  c.out.add<LanguageRecord>("languages", c.languages);
}

std::string compile_models(const std::vector<model::SourceFile>& files, const std::vector<model::SourceFile>& own_topics) {
  Compiler c{.files = files, .own_topics = own_topics};
  if (const model::SourceFile* file = c.file("common/fold.tsv")) c.folds = read_folds(*file);
  compile_languages(c);
  std::vector<EntrySource> entries = read_lexicons(c);
  for (EntrySource& e : compile_topics(c)) entries.push_back(std::move(e));
  compile_lexicons(c, entries);
  compile_rules(c);
  compile_grammars(c, entries);
  compile_morphology(c);
  compile_dictionaries(c);
  for (const model::SourceFile& file : files) {
    if (!is_resource(file.path)) continue;
    c.out.add_text("file:" + file.path, file.text);
    if (file.path.ends_with(".rbbi")) c.out.add_text("file:" + file.path + ".compiled", text::BreakRules(file.text, file.path).compiled());
  }
  c.out.add<std::uint32_t>("lexicon.classes", c.classes);
  c.out.add_text("words.roles", c.roles);
  c.strings.write(c.out, "strings");
  c.words.write(c.out, "words");
  return c.out.finish();
}

}  // namespace qogam::lang
