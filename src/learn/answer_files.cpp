// Walks gold folders and reads JSON Lines.
#include "learn/answer_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <string_view>

#include "qogam/error.h"

namespace qogam::learn {
namespace {

namespace fs = std::filesystem;

Error bad_input(const std::string& where, std::string_view what) {
  return Error(Cause::input, where + ": " + std::string(what) + ".");
}

bool is_folder(const std::string& path) {
  std::error_code ignored;  // what cannot be looked at fails when it is opened
  return fs::is_directory(path, ignored);
}

std::vector<std::string> files_under(const std::string& folder, std::string_view ending) {
  std::vector<std::string> out;
  std::error_code failed;
  for (fs::recursive_directory_iterator it(folder, failed), end; !failed && it != end;
       it.increment(failed))
    if (it->path().native().ends_with(ending) && it->is_regular_file(failed))
      out.push_back(it->path().string());
  if (failed) throw bad_input(folder, "cannot walk the folder (" + failed.message() + ")");
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> gold_files(const std::string& path) {
  if (!is_folder(path)) return {path};
  const std::vector<std::string> marked = files_under(path, ".gold.json");
  return marked.empty() ? files_under(path, ".json") : marked;
}

template <class Source>
Answer read_answer(Source&& source, const std::string& where) {
  try {
    return answer_of(nlohmann::json::parse(source));
  } catch (const std::exception& e) {
    throw bad_input(where, e.what());
  }
}

std::vector<Answer> gold_of(const std::string& file) {
  std::vector<Answer> out;
  if (file.ends_with(".tsv")) {
    for (auto& [id, topics] : read_topic_labels(file)) out.push_back({.topics_only = true, .id = id, .topics = topics});
    return out;
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) throw bad_input(file, "cannot open this gold file");
  if (Answer answer = read_answer(in, file); answer.has_text) out.push_back(std::move(answer));
  return out;
}

std::map<std::string, Answer> read_lines(std::istream& in, const std::string& path) {
  std::map<std::string, Answer> out;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::string where = path + ":" + std::to_string(number);
    Answer answer = read_answer(line, where);
    const std::string id = answer.id;
    if (!out.emplace(id, std::move(answer)).second)
      throw bad_input(where, "a line before this one has the id \"" + id + "\" too");
  }
  if (in.bad()) throw bad_input(path, "cannot be read to its end");
  return out;
}

}  // namespace

std::vector<Answer> load_gold(const std::vector<std::string>& paths) {
  std::vector<Answer> out;
  std::set<std::string> ids;
  for (const std::string& path : paths)
    for (const std::string& file : gold_files(path))
      for (Answer& answer : gold_of(file)) {
        if (!ids.insert(answer.id).second)
          throw bad_input(file, "another gold file has the id \"" + answer.id + "\" too");
        out.push_back(std::move(answer));
      }
  if (out.empty())
    throw Error(Cause::input, "No gold found; give files or folders with *.gold.json, or tables *.tsv of topics.");
  return out;
}

TopicLabels load_topic_labels(const std::vector<std::string>& paths) {
  TopicLabels labels;
  for (Answer& a : load_gold(paths)) labels.emplace(a.id, std::move(a.topics));
  return labels;
}

std::map<std::string, Answer> load_predictions(const std::string& path) {
  if (path == "-") return read_lines(std::cin, "standard input");
  std::ifstream in(path, std::ios::binary);
  if (!in || is_folder(path)) throw bad_input(path, "cannot open this file of predictions");
  return read_lines(in, path);
}

}  // namespace qogam::learn
