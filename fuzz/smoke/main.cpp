// Runs one target without libFuzzer: over files, and over mutants of them that are the same in every run.
//
// usage: fuzz_TARGET [--runs=N] [--longest=BYTES] [FILE|FOLDER...]
//
// Every file is an input; then come N mutants of those that are no longer than BYTES. An input that ends the program, or takes
// longer than a minute, is written to ./crash-TARGET first, and is a file for a run of its own.
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "smoke/mutator.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace qogam::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kPatience = 60;  // seconds for one input

// What the handler of signals needs to see.
const std::string* running = nullptr;

extern "C" void keep_input(int signal) {
  if (std::FILE* file = running == nullptr ? nullptr : std::fopen("crash-" QOGAM_TARGET, "wb")) {
    std::fwrite(running->data(), 1, running->size(), file);
    std::fclose(file);
    std::fprintf(stderr, "%s ended by signal %d; its input is crash-%s\n", QOGAM_TARGET, signal, QOGAM_TARGET);
  }
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

void run(const std::string& input) {
  running = &input;
  alarm(kPatience);
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  alarm(0);
  running = nullptr;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::fprintf(stderr, "Cannot read '%s'.\n", path.c_str());
    std::exit(2);
  }
  return {std::istreambuf_iterator<char>(in), {}};
}

// The files of a path, in order.
std::vector<fs::path> files_of(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(path))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace
}  // namespace qogam::fuzz

int main(int count, char** words) {
  using namespace qogam::fuzz;
  for (const int s : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGALRM}) ::signal(s, keep_input);
  std::size_t runs = 0, longest = 4096, files = 0;
  std::vector<std::string> seeds;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word.starts_with("--runs=")) {
      runs = std::strtoul(words[i] + 7, nullptr, 10);
    } else if (word.starts_with("--longest=")) {
      longest = std::strtoul(words[i] + 10, nullptr, 10);
    } else {
      for (const auto& file : files_of(word)) {
        std::string input = bytes_of(file);
        run(input);
        ++files;
        if (input.size() <= longest) seeds.push_back(std::move(input));
      }
    }
  }
  if (files == 0) {
    std::fprintf(stderr, "fuzz_%s: name the files or folders to start from\n", QOGAM_TARGET);
    return 2;
  }
  if (seeds.empty()) seeds.emplace_back();
  Mutator mutator(seeds, longest);
  for (std::size_t i = 0; i < runs; ++i) run(mutator.next());
  std::printf("%s: %zu files, %zu mutants\n", QOGAM_TARGET, files, runs);
}
