// The options of `qogam analyze`.
#include "cli/analyze_call.h"

#include <unistd.h>

#include <algorithm>

#include "cli/arguments.h"
#include "cli/suggest.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "pipeline/findings.h"
#include "qogam/error.h"
#include "write/writers.h"

namespace qogam::cli {
namespace {

using Text = std::string;

po::typed_value<Text>* text(const char* name, const Text& value = "", const Text& shown = "") {
  auto* v = po::value<Text>()->value_name(name);
  return v->default_value(value, value.empty() ? shown : value);
}

void add_options(po::options_description& all) {
  const Options defaults;
  po::options_description in("input"), out("output"), work("analysis");
  in.add_options()("from", text("READER", "auto"), "format of the inputs (qogam list readers)")(
      "field", po::value<Words>()->value_name("NAME=KEY")->composing(),
      "key or column that holds text, id, title, published, url, language or path")(
      "shard", text("K/N", "", "all"), "only every N-th document, from the K-th on: one of N runs that divide the inputs")(
      "plain", po::bool_switch(), "clean text: nothing is removed or repaired")(
      "learn-furniture", po::bool_switch(), "read all twice; lines that recur on a site's pages are furniture")(
      "published", text("DAY", "", "found"), "day of publication, YYYY-MM-DD")(
      "lang", text("LANGUAGE", defaults.language), "auto, or a language by its code (qogam list languages)")(
      "max-doc-bytes", text("N", std::to_string(defaults.max_document_bytes)),
      "longer documents become error objects")(
      "max-expansion", text("N", std::to_string(read::ReadOptions{}.max_expansion)),
      "packed inputs that swell more than so many times are refused");
  out.add_options()("output,o", text("OUT", "", "stdout"),
                    "written as OUT.part, then renamed; an ended run leaves OUT.part")(
      "resume", po::bool_switch(), "go on with OUT.part behind its last whole line")(
      "to", text("WRITER", "jsonl"), "format of the output (qogam list writers)")(
      "pretty", po::bool_switch(), "indented, for people: --to json")(
      "only", text("FINDING,...", "", "all"), "findings to work out (qogam list findings)")(
      "no-text", po::bool_switch(), "leave out the text")(
      "doc-errors", text("ok|fail", "fail"), "whether failed documents give exit code 1")(
      "duplicates", text("N", "100000"), "how many articles back near-duplicates are looked for, 0 none")(
      "progress", text("auto|always|never", "auto"), "a bar and a summary on stderr")(
      "timings", po::value<Text>()->value_name("FILE")->implicit_value("-", "stderr"), "time, allocations and share of each stage: a table, or JSON in =FILE")(
      "log", text("FILE", "", "none"), "what became of each document, as JSON Lines, behind what FILE has");
  work.add_options()("jobs,j", text("N", "", "one a core"), "threads; the output stays the same")(
      "models", text("FILE|DIR", "", "see qogam --help"), "the knowledge")(
      "topics", po::value<Words>()->value_name("FILE")->composing(), "topics of your own beside those of --models DIR (docs/topics.md)")(
      "min-score", text("N", "", "0.2, the best 0.15"), "give all topics of this score or more, 0..1")(
      "min-confidence", text("P", "", "0.5"), "give commitments of this confidence or more, 0..1")(
      "all-scores", po::bool_switch(), "every topic that the text has a cue of, as --min-score 0")("help,h", "this help");
  all.add(in).add(out).add(work);
}

void parse_reading(const po::variables_map& values, AnalyzeCall& call) {
  std::vector<Text> readers{"auto"};
  for (const auto& r : read::readers()) readers.emplace_back(r.name);
  call.reading.from = values["from"].as<Text>();
  require_known("reader", call.reading.from, readers);
  if (values.count("field") == 0) return;
  const std::vector<Text> known{"text", "id", "title", "published", "url", "language", "path"};
  for (const Text& pair : values["field"].as<Words>()) {
    const std::size_t equals = pair.find('=');
    if (equals == Text::npos || equals + 1 == pair.size())
      throw Error(Cause::usage, "--field takes NAME=KEY (text=content), not '" + pair + "'.");
    require_known("field", pair.substr(0, equals), known);
    read::set_field(call.reading.fields, pair);
  }
}

void parse_options(const po::variables_map& values, AnalyzeCall& call) {
  call.options = text_options(values);
  call.options.published = parse_day("--published", values["published"].as<Text>());
  call.options.only = split_list(values["only"].as<Text>());
  if (const Text& least = values["min-score"].as<Text>(); !least.empty()) call.options.min_topic_score = parse_share("--min-score", least);
  if (const Text& least = values["min-confidence"].as<Text>(); !least.empty()) call.options.min_commitment_confidence = parse_share("--min-confidence", least);
  if (values["all-scores"].as<bool>()) call.options.min_topic_score = 0;
  call.options.max_document_bytes =
      parse_bytes("--max-doc-bytes", values["max-doc-bytes"].as<Text>());
  call.reading.max_document_bytes = call.options.max_document_bytes;
  call.reading.max_expansion = parse_bytes("--max-expansion", values["max-expansion"].as<Text>());
  std::vector<Text> findings;
  for (const auto& f : pipeline::findings()) findings.emplace_back(f.name);
  for (const Text& name : call.options.only) require_known("finding", name, findings);
}

void parse_writer(const po::variables_map& values, AnalyzeCall& call) {
  std::vector<Text> known;
  for (const write::WriterRow& w : write::writers()) known.emplace_back(w.name);
  call.writer = values["to"].as<Text>();
  require_known("output format", call.writer, known);
  if (!values["pretty"].as<bool>()) return;
  if (!values["to"].defaulted() && call.writer != "json") throw Error(Cause::usage, "--pretty is --to json; leave out one of them.");
  call.writer = "json";
}

// Which copy is found would depend on the number of shards, as none sees the articles of the others.
void parse_sharing(const po::variables_map& values, AnalyzeCall& call) {
  call.duplicates = parse_count("--duplicates", values["duplicates"].as<Text>());
  const Text& shard = values["shard"].as<Text>();
  if (shard.empty()) return;
  call.shard = parse_shard("--shard", shard);
  if (!values["duplicates"].defaulted() && call.duplicates > 0)
    throw Error(Cause::usage, "--duplicates looks at all articles in their order, which no shard sees; leave it out, or give --duplicates 0.");
  call.duplicates = 0;
}

}  // namespace

Syntax analyze_syntax() {
  Syntax syntax{"qogam analyze [options] [FILE|DIR|-]...",
                "Reads articles and writes one JSON object each, in their order.",
                po::options_description(),
                "example: qogam analyze news/ more.jsonl --field text=content -o out.jsonl\n"
                "Without a path, standard input is read.\n",
                "inputs"};
  add_options(syntax.options);
  return syntax;
}

AnalyzeCall analyze_call(const Call& given) {
  const auto& values = given.values;
  AnalyzeCall call;
  parse_options(values, call);
  parse_reading(values, call);
  call.output = values["output"].as<Text>();
  parse_writer(values, call);
  call.writing.no_text = values["no-text"].as<bool>();
  call.writing.findings = call.options.only;
  call.running.jobs = parse_jobs(values["jobs"].as<Text>());
  call.progress = values["progress"].as<Text>();
  require_known("value for --progress", call.progress, {"auto", "always", "never"});
  call.log = values["log"].as<Text>();
  if (values.count("timings") != 0) call.timings = values["timings"].as<Text>();
  parse_sharing(values, call);
  call.resume = values["resume"].as<bool>();
  if (call.resume && (call.output.empty() || call.output == "-")) throw Error(Cause::usage, "--resume needs the file to go on with: give -o OUT.");
  if (call.resume && call.writer != "jsonl") throw Error(Cause::usage, "--resume goes on behind a line of JSON; leave out --pretty and --to.");
  const Text& errors = values["doc-errors"].as<Text>();
  require_known("value for --doc-errors", errors, {"ok", "fail"});
  call.errors_fail = errors == "fail";
  call.inputs = given.bare;
  if (call.inputs.empty() && is_terminal(STDIN_FILENO))
    throw Error(Cause::usage, "Nothing to read: give a file, a folder or '-' for standard input.");
  if (call.inputs.empty()) call.inputs = {"-"};
  call.learn_furniture = values["learn-furniture"].as<bool>();
  if (call.learn_furniture && std::find(call.inputs.begin(), call.inputs.end(), "-") != call.inputs.end())
    throw Error(Cause::usage, "--learn-furniture reads the inputs twice, which standard input cannot be; give files.");
  call.models = values["models"].as<Text>();
  if (values.count("topics") != 0) call.topics = values["topics"].as<Words>();
  return call;
}

}  // namespace qogam::cli
