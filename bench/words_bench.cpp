// Segmentation and word analysis against one bare pass of ICU over the same bytes.
//
//   words_bench FILE   (UTF-8 text, a few megabytes of Russian)
//
// Each benchmark reports bytes a second; the ratios are what counts, as machines differ (compare-words
// prints them, a peer beside them). The words benchmarks analyse the file in documents of about four kilobytes, as news comes, and are
// checked while they are timed: every byte that is no white space must stand in a token.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>

#include <iostream>
#include <memory>

#include "corpus.h"

namespace {

using qogam::bench::bytes_of;
using qogam::bench::words_pipeline;

std::vector<std::string> documents;

void count_breaks(icu::BreakIterator& breaks, const icu::UnicodeString& text, std::size_t& count) {
  breaks.setText(text);
  for (breaks.first(); breaks.next() != icu::BreakIterator::DONE;) ++count;
}

void bare_icu(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance("ru", status));
  const std::unique_ptr<icu::BreakIterator> sentences(icu::BreakIterator::createSentenceInstance("ru", status));
  if (U_FAILURE(status)) return state.SkipWithError("ICU has no break rules");
  for (auto _ : state) {
    std::size_t count = 0;
    for (const std::string& d : documents) {
      const icu::UnicodeString text = icu::UnicodeString::fromUTF8(d);
      count_breaks(*words, text, count);
      count_breaks(*sentences, text, count);
    }
    benchmark::DoNotOptimize(count);
  }
  state.SetBytesProcessed(state.iterations() * bytes_of(documents));
}

bool holds_every_word(const qogam::Document& d) {
  std::size_t in_tokens = 0, in_text = 0;
  for (const qogam::Token& t : d.tokens) in_tokens += t.span.size();
  for (const char c : d.text) in_text += c != ' ' && c != '\n' && c != '\t' && c != '\r';
  return d.words.size() == d.tokens.size() && in_tokens >= in_text - in_text / 50;
}

bool analyse_all(const qogam::Pipeline& pipeline) {
  for (const std::string& text : documents) {
    qogam::Document d;
    d.text = text;
    pipeline.analyze(d);
    if (d.error || !holds_every_word(d)) return false;
    benchmark::DoNotOptimize(d);
  }
  return true;
}

// The file by a new pipeline, which has seen no word yet.
void words_first_pass(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    auto pipeline = std::make_unique<qogam::Pipeline>(words_pipeline(qogam::lang::load_knowledge(QOGAM_MODEL)));
    state.ResumeTiming();
    if (!analyse_all(*pipeline)) return state.SkipWithError("a document was not analysed whole");
    state.PauseTiming();
    pipeline.reset();
    state.ResumeTiming();
  }
  state.SetBytesProcessed(state.iterations() * bytes_of(documents));
}

// The file once more, its words being known, as most are in a long run.
void words_known(benchmark::State& state) {
  const qogam::Pipeline pipeline = words_pipeline(qogam::lang::load_knowledge(QOGAM_MODEL));
  if (!analyse_all(pipeline)) return state.SkipWithError("a document was not analysed whole");
  for (auto _ : state) analyse_all(pipeline);
  state.SetBytesProcessed(state.iterations() * bytes_of(documents));
}

}  // namespace

BENCHMARK(bare_icu)->Unit(benchmark::kMillisecond);
BENCHMARK(words_first_pass)->Unit(benchmark::kMillisecond);
BENCHMARK(words_known)->Unit(benchmark::kMillisecond);

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2) {
    std::cerr << "usage: words_bench FILE [--benchmark_repetitions=5]\n";
    return 2;
  }
  documents = qogam::bench::read_documents(argv[1]);
  benchmark::RunSpecifiedBenchmarks();
}
