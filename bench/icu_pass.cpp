// One bare pass of ICU: the least that any reader of text does, UTF-8 to UTF-16 and breaks of words and of sentences.
//
//   icu_pass FILE PASSES   (documents in UTF-8, a NUL byte after each)
//
// Prints one JSON object: the version of ICU, bytes, documents, what was counted, and the CPU seconds of each pass. Every pass
// must count the same, or the program fails: a pass that is timed is a pass that was made.
#include <unicode/brkiter.h>
#include <unicode/uversion.h>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Counts {
  std::size_t units = 0, words = 0, sentences = 0, sum = 0;  // sum: of where the breaks stand
  bool operator==(const Counts&) const = default;
};

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

void count_breaks(icu::BreakIterator& breaks, const icu::UnicodeString& text, std::size_t& count, std::size_t& sum) {
  breaks.setText(text);
  breaks.first();
  for (int at = breaks.next(); at != icu::BreakIterator::DONE; at = breaks.next()) {
    ++count;
    sum += static_cast<std::size_t>(at);
  }
}

std::vector<std::string_view> documents_of(std::string_view bytes) {
  std::vector<std::string_view> documents;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\0');
    documents.push_back(bytes.substr(0, end));
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  }
  return documents;
}

Counts pass(const std::vector<std::string_view>& documents, icu::BreakIterator& words, icu::BreakIterator& sentences) {
  Counts counts;
  for (const std::string_view d : documents) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8({d.data(), static_cast<int32_t>(d.size())});
    counts.units += static_cast<std::size_t>(text.length());
    count_breaks(words, text, counts.words, counts.sum);
    count_breaks(sentences, text, counts.sentences, counts.sum);
  }
  return counts;
}

}  // namespace

int main(int count, char** arguments) {
  const int passes = count == 3 ? std::atoi(arguments[2]) : 0;
  std::ifstream in(count == 3 ? arguments[1] : "", std::ios::binary);
  if (passes < 1 || !in) {
    std::cerr << "usage: icu_pass FILE PASSES   (documents in UTF-8, a NUL byte after each)\n";
    return 2;
  }
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const std::vector<std::string_view> documents = documents_of(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance("ru", status));
  const std::unique_ptr<icu::BreakIterator> sentences(icu::BreakIterator::createSentenceInstance("ru", status));
  if (U_FAILURE(status)) {
    std::cerr << "icu_pass: ICU has no break rules\n";
    return 1;
  }

  const Counts first = pass(documents, *words, *sentences);  // untimed: loads the rules
  std::string seconds;
  for (int n = 0; n < passes; ++n) {
    const double begin = cpu_seconds();
    const Counts again = pass(documents, *words, *sentences);
    seconds += (n ? ", " : "") + std::to_string(cpu_seconds() - begin);
    if (again == first) continue;
    std::cerr << "icu_pass: two passes count differently\n";
    return 1;
  }
  std::cout << "{\"icu\": \"" << U_ICU_VERSION << "\", \"bytes\": " << bytes.size() - documents.size() << ", \"documents\": " << documents.size()
            << ", \"units\": " << first.units << ", \"words\": " << first.words << ", \"sentences\": " << first.sentences
            << ", \"sum\": " << first.sum << ", \"seconds\": [" << seconds << "]}\n";
}
