// Comparing what is written with what would be.
#include "cli/resume.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "pipeline/run.h"
#include "qogam/error.h"

namespace qogam::cli {
namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse(const std::string& written, std::size_t line, const std::string& why) {
  throw Error(Cause::input, "Cannot go on with " + written + ": " + why + " (line " + std::to_string(line) +
                                "). Give the same inputs and options, or start anew without --resume.");
}

struct Line {
  std::string id;
  bool failed = false;
};

// Only two keys at the top are asked for; nothing else is kept.
Line parse_line(const std::string& line) {
  const auto wanted = [](int depth, Json::parse_event_t event, Json& parsed) {
    return !(depth == 1 && event == Json::parse_event_t::key && parsed != "id" && parsed != "status");
  };
  const Json object = Json::parse(line, wanted, false);
  const auto text = [&](const char* key) {
    return object.is_object() && object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : std::string();
  };
  return {text("id"), text("status") == "error"};
}

std::size_t count_lines(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::size_t count = 0;
  std::string line;
  while (std::getline(in, line)) ++count;
  return count;
}

// Takes the lines of what is written one by one.
class Written {
 public:
  explicit Written(const std::string& path) : path_(path), size_(count_lines(path)), in_(path, std::ios::binary) {}

  std::size_t size() const { return size_; }
  std::size_t failed() const { return failed_; }

  void expect_id(const std::string& id) {
    next();
    const Line written = parse_line(line_);
    const std::string& before = written.id;
    failed_ += written.failed;
    if (before != id) refuse(path_, number_, "its document is '" + before + "', and the input now has '" + id + "' in that place");
  }

  void expect(const std::string& output) {
    next();
    failed_ += parse_line(line_).failed;
    if (line_ + "\n" != output) refuse(path_, number_, "its document comes out otherwise now");
  }

  [[noreturn]] void too_few() const { refuse(path_, number_ + 1, "the inputs have fewer documents than it has lines"); }

 private:
  void next() {
    std::getline(in_, line_);
    ++number_;
  }

  std::string path_;
  std::size_t size_;
  std::ifstream in_;
  std::string line_;
  std::size_t number_ = 0, failed_ = 0;
};

// Runs over `count` documents and gives the number there were.
std::size_t run_over(std::size_t count, const Pipeline& pipeline, const write::Writer& writer, read::Reader& reader,
                     const pipeline::RunOptions& running, const pipeline::Take& take) {
  std::size_t begun = 0;
  pipeline::run(
      pipeline,
      [&]() -> std::optional<Document> {
        if (begun == count) return std::nullopt;
        auto document = reader.next();
        begun += document.has_value();
        return document;
      },
      writer, take, running);
  return begun;
}

}  // namespace

Skipped skip_written(const std::string& path, const AnalyzeCall& call, const Pipeline& to_text, const Pipeline& whole,
                         const write::Writer& writer, read::Reader& reader, pipeline::NearDuplicates& duplicates) {
  Written written(path);
  pipeline::RunOptions running = call.running;
  running.duplicates = &duplicates;
  running.timings = nullptr;  // what was done before is no part of this run
  const auto nothing = [](const Document&) { return std::string(); };
  const auto same_id = [&](pipeline::Result&& result) {
    written.expect_id(result.id);
    return true;
  };
  const auto same = [&](pipeline::Result&& result) {
    written.expect(result.output);
    return true;
  };
  const bool stopped = run_over(written.size() - 1, to_text, nothing, reader, running, same_id) < written.size() - 1 ||
                       run_over(1, whole, writer, reader, running, same) < 1;
  if (stopped && !(running.stop && *running.stop)) written.too_few();
  return {written.size(), written.failed()};
}

}  // namespace qogam::cli
