// Dates from raw text, by language: what compare-dates times beside a peer.
//
//   dates_bench FILE LANGUAGE   (records "PUBLISHED tab TEXT", each ended by a zero byte; the date may be empty)
//
// Every benchmark goes from bytes of UTF-8 to dates with their values: segmentation, words, rules, values. `dates_*` run
// what `qogam analyze --only dates` runs after reading, the rules of dates and money; `mentions_known` those of names,
// posts and places too. `first_pass` meets every word for the first time, `known` goes over the
// records once more. The counter `dates` says how many were found.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iostream>
#include <memory>

#include "lang/knowledge.h"
#include "mentions/finder.h"
#include "qogam/pipeline.h"
#include "segment/segmenter.h"
#include "words/analyser.h"

namespace {

using qogam::Document;
using qogam::Layer;
using Knowledge = std::shared_ptr<const qogam::lang::Knowledge>;

struct Record {
  std::string published, text;
};
std::vector<Record> records;
std::string language;

void read_records(const char* path) {
  std::ifstream in(path, std::ios::binary);
  for (std::string record; std::getline(in, record, '\0');) {
    const std::size_t tab = record.find('\t');
    if (tab != std::string::npos) records.push_back({record.substr(0, tab), record.substr(tab + 1)});
  }
}

std::int64_t total_bytes() {
  std::int64_t bytes = 0;
  for (const Record& r : records) bytes += static_cast<std::int64_t>(r.text.size());
  return bytes;
}

qogam::Pipeline pipeline_with(std::unique_ptr<qogam::Stage> last, Knowledge knowledge) {
  qogam::Options options;
  options.language = language;
  std::vector<std::unique_ptr<qogam::Stage>> stages;
  stages.push_back(qogam::segment::make_segmenter(*knowledge, options));
  stages.push_back(qogam::words::make_analyser(*knowledge));
  stages.push_back(std::move(last));
  return qogam::Pipeline::of(std::move(stages), Layer::text, Layer::mentions, std::move(knowledge));
}

qogam::Pipeline dates_pipeline(const Knowledge& knowledge) {
  return pipeline_with(qogam::mentions::make_finder(*knowledge, qogam::mentions::Passes::dates_and_money), knowledge);
}

// How many dates the records have; none where a record could not be analysed.
std::size_t analyse_all(const qogam::Pipeline& pipeline) {
  std::size_t found = 0;
  for (const Record& r : records) {
    Document d;
    d.text = r.text;
    d.published.value = r.published;
    pipeline.analyze(d);
    if (d.error) return 0;
    found += d.dates.size();
  }
  return found;
}

void report(benchmark::State& state, std::size_t found) {
  if (found == 0) return state.SkipWithError("no date was found, or a record was not analysed");
  state.SetBytesProcessed(state.iterations() * total_bytes());
  state.counters["dates"] = static_cast<double>(found);
}

void run_known(benchmark::State& state, const qogam::Pipeline& pipeline) {
  std::size_t found = analyse_all(pipeline);
  for (auto _ : state) found = analyse_all(pipeline);
  report(state, found);
}

void dates_first_pass(benchmark::State& state) {
  const Knowledge knowledge = qogam::lang::load_knowledge(QOGAM_MODEL);
  std::size_t found = 0;
  for (auto _ : state) {
    state.PauseTiming();
    auto pipeline = std::make_unique<qogam::Pipeline>(dates_pipeline(knowledge));
    state.ResumeTiming();
    found = analyse_all(*pipeline);
    state.PauseTiming();
    pipeline.reset();
    state.ResumeTiming();
  }
  report(state, found);
}

void dates_known(benchmark::State& state) { run_known(state, dates_pipeline(qogam::lang::load_knowledge(QOGAM_MODEL))); }

void mentions_known(benchmark::State& state) {
  const Knowledge knowledge = qogam::lang::load_knowledge(QOGAM_MODEL);
  run_known(state, pipeline_with(qogam::mentions::make_finder(*knowledge), knowledge));
}

}  // namespace

BENCHMARK(dates_first_pass)->Unit(benchmark::kMillisecond);
BENCHMARK(dates_known)->Unit(benchmark::kMillisecond);
BENCHMARK(mentions_known)->Unit(benchmark::kMillisecond);

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 3) {
    std::cerr << "usage: dates_bench FILE LANGUAGE [--benchmark_repetitions=5]\n";
    return 2;
  }
  read_records(argv[1]);
  language = argv[2];
  benchmark::RunSpecifiedBenchmarks();
}
