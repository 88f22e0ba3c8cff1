// The share of each stage in the whole way of the data.
//
//   stages_bench FILE ROUNDS   (UTF-8 text, a few megabytes)
//
// The file is read as documents of about four kilobytes, each of which goes through all stages on one thread, ROUNDS times;
// the first round meets each word for the first time and is told apart from the others. Prints a table: stage, milliseconds,
// share of all.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <vector>

#include "corpus.h"
#include "pipeline/stages.h"

namespace {

using Seconds = std::chrono::duration<double>;

// Adds the time of each stage over all documents to `seconds`.
void run(const qogam::pipeline::Stages& stages, const std::vector<std::string>& documents, std::vector<double>& seconds) {
  for (const std::string& text : documents) {
    qogam::Document d;
    d.id = "document";
    d.source.bytes = text;
    for (std::size_t s = 0; s < stages.size() && !d.error; ++s) {
      const auto begin = std::chrono::steady_clock::now();
      stages[s]->run(d);
      seconds[s] += Seconds(std::chrono::steady_clock::now() - begin).count();
    }
  }
}

void print(const char* title, const qogam::pipeline::Stages& stages, const std::vector<double>& seconds) {
  double all = 0;
  for (const double s : seconds) all += s;
  std::printf("%-20s%12s%10s\n", title, "ms", "share");
  for (std::size_t s = 0; s < stages.size(); ++s)
    std::printf("%-20s%12.1f%9.1f%%\n", std::string(stages[s]->name()).c_str(), seconds[s] * 1000, seconds[s] / all * 100);
}

}  // namespace

int main(int count, char** words) {
  if (count != 3 || std::atoi(words[2]) < 2) {
    std::cerr << "usage: stages_bench FILE ROUNDS   (two rounds at least)\n";
    return 2;
  }
  const auto knowledge = qogam::lang::load_knowledge(QOGAM_MODEL);
  const qogam::pipeline::Stages stages = qogam::pipeline::make_stages(*knowledge, {});
  const std::vector<std::string> documents = qogam::bench::read_documents(words[1]);
  std::vector<double> first(stages.size(), 0), known(stages.size(), 0);
  run(stages, documents, first);
  for (int n = 1; n < std::atoi(words[2]); ++n) run(stages, documents, known);
  print("first round", stages, first);
  print("further rounds", stages, known);
}
