// Uses what include/qogam/ promises: consumer ARTICLE. Exit code 0 where all is so.
#include <qogam/analyzer.h>
#include <qogam/error.h>
#include <qogam/models.h>
#include <qogam/version.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

int faults = 0;

void expect(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "does not hold: " << what << "\n";
  ++faults;
}

std::string bytes_of(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Errors are caught by their class across the border of the library.
void errors_are_caught() {
  try {
    qogam::Analyzer({}, "/no/such/qogam.model");
    expect(false, "knowledge that is not there is an error");
  } catch (const qogam::Error& e) {
    expect(e.cause() == qogam::Cause::models, "its cause is the models");
    expect(std::string(e.what()).find("/no/such/qogam.model") != std::string::npos, "it names the file");
  }
  try {
    qogam::Options options;
    options.language = "tlh";
    const qogam::Analyzer analyzer(options);
    expect(false, "a language there is not is an error");
  } catch (const qogam::Error& e) {
    expect(e.cause() == qogam::Cause::usage, "its cause is the call");
  }
}

// A stage of the caller's own, behind those of the library.
class Loud : public qogam::Stage {
 public:
  std::string_view name() const override { return "loud"; }
  qogam::Layers needs() const override { return qogam::Layer::source; }
  qogam::Layers gives() const override { return qogam::Layer::text; }
  void run(qogam::Document& d) const override { d.text = d.source.bytes + "!"; }
};

void own_stages_run() {
  std::vector<std::unique_ptr<qogam::Stage>> stages;
  stages.push_back(std::make_unique<Loud>());
  const qogam::Pipeline pipeline = qogam::Pipeline::of(std::move(stages), qogam::Layer::source, qogam::Layer::text);
  qogam::Document document;
  document.source.bytes = "a";
  pipeline.analyze(document);
  expect(document.text == "a!", "a stage of the caller's own runs");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const qogam::Analyzer analyzer;
  const qogam::Document found = analyzer.analyze({.bytes = bytes_of(argv[1]), .id = "one"});
  expect(!found.error, "the article can be read");
  expect(!found.commitments.empty() && !found.officials.empty() && !found.topics.empty(), "something is found in it");
  const std::string json = analyzer.to_json(found);
  expect(json.find("\"id\":\"one\"") != std::string::npos && json.back() == '\n', "its JSON is a line");
  expect(json.find(analyzer.pipeline().models_fingerprint()) != std::string::npos, "it names the knowledge");
  expect(json.find("\"version\":\"" + std::string(qogam::version()) + "\"") != std::string::npos, "it names the version");
  expect(analyzer.analyze({}).error.has_value(), "nothing is an error of its document");

  std::string line;
  analyzer.analyze_files({argv[1]}, [&](std::string_view json_line) { return line += json_line, true; }, 2);
  expect(line.find("\"status\":\"ok\"") != std::string::npos, "files are read");
  errors_are_caught();
  own_stages_run();
  std::cout << qogam::version() << " " << qogam::find_models() << "\n" << line;
  return faults == 0 ? 0 : 1;
}
