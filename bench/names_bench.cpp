// Tagging of names, from raw text: segments, words, names.
//
//   names_bench FILE LANGUAGE   (UTF-8 text, a few megabytes; ru or kk)
//
// Each benchmark reports bytes a second over all of the file; compare-names prints them, a peer beside them. One thread.
#include <benchmark/benchmark.h>

#include <iostream>
#include <memory>

#include "corpus.h"
#include "ner/tagger.h"

namespace {

std::vector<std::string> documents;
std::string language;

// A pipeline and a tagger that have seen no word yet.
struct Run {
  explicit Run(const std::shared_ptr<const qogam::lang::Knowledge>& knowledge)
      : pipeline(qogam::bench::words_pipeline(knowledge)),
        tagger(*knowledge, knowledge->name_weights(knowledge->language(language)).at("names"), knowledge->language(language)) {}

  // How many names there are.
  std::size_t read_all() const {
    std::size_t names = 0;
    for (const std::string& text : documents) {
      qogam::Document d;
      d.text = text;
      pipeline.analyze(d);
      names += tagger.tag(d).size();
    }
    return names;
  }

  qogam::Pipeline pipeline;
  qogam::ner::Tagger tagger;
};

void names_first_pass(benchmark::State& state) {
  const auto knowledge = qogam::lang::load_knowledge(QOGAM_MODEL);
  for (auto _ : state) {
    state.PauseTiming();
    auto run = std::make_unique<Run>(knowledge);
    state.ResumeTiming();
    if (run->read_all() < documents.size()) return state.SkipWithError("there are hardly any names; is this text of that language?");
    state.PauseTiming();
    run.reset();
    state.ResumeTiming();
  }
  state.SetBytesProcessed(state.iterations() * qogam::bench::bytes_of(documents));
}

// The file once more, its words being known, as most are in a long run.
void names_known(benchmark::State& state) {
  const Run run(qogam::lang::load_knowledge(QOGAM_MODEL));
  const std::size_t names = run.read_all();
  for (auto _ : state)
    if (run.read_all() != names) return state.SkipWithError("a second reading finds other names");
  state.SetBytesProcessed(state.iterations() * qogam::bench::bytes_of(documents));
}

}  // namespace

BENCHMARK(names_first_pass)->Unit(benchmark::kMillisecond);
BENCHMARK(names_known)->Unit(benchmark::kMillisecond);

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 3) {
    std::cerr << "usage: names_bench FILE ru|kk\n";
    return 2;
  }
  documents = qogam::bench::read_documents(argv[1]);
  language = argv[2];
  benchmark::RunSpecifiedBenchmarks();
}
