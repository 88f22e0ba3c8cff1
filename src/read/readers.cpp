// The table of input formats, and the reader that goes over all inputs of a call.
#include "read/readers.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <utility>

#include "qogam/error.h"
#include "read/byte_source.h"
#include "read/inputs.h"
#include "read/jsonl_reader.h"
#include "read/problems.h"
#include "read/text_reader.h"
#include "read/unique_ids.h"

namespace qogam::read {
namespace {

const std::array<ReaderRow, 2> kReaders = {{
    {"text",
     "plain text in any encoding, one document a file",
     {".txt", ".text"},
     &make_text_reader},
    {"jsonl", "JSON Lines, one document a line", {".jsonl", ".ndjson"}, &make_jsonl_reader},
}};

// As much of a first line as is looked at to tell JSON Lines.
constexpr std::size_t kFirstLine = 1u << 20;

const ReaderRow* row_by_name(std::string_view name) {
  const auto row = std::find_if(kReaders.begin(), kReaders.end(),
                                [&](const ReaderRow& r) { return r.name == name; });
  return row == kReaders.end() ? nullptr : &*row;
}

const ReaderRow* row_by_ending(const std::string& path) {
  std::string ending = std::filesystem::path(path).extension().string();
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  const auto row = std::find_if(kReaders.begin(), kReaders.end(), [&](const ReaderRow& r) {
    return std::find(r.endings.begin(), r.endings.end(), ending) != r.endings.end();
  });
  return row == kReaders.end() ? nullptr : &*row;
}

const ReaderRow* row_by_content(ByteSource& bytes) {
  const std::string_view head = bytes.peek(kFirstLine);
  const std::size_t begin = std::min(head.find_first_not_of(" \t\r\n"), head.size());
  const std::string_view line = head.substr(begin, head.find('\n', begin) - begin);
  // A line longer than what is looked at cannot be parsed; its beginning has to do.
  const bool cut = begin + line.size() == kFirstLine;
  const bool json = cut ? line.starts_with("{\"") : is_json_object(line);
  return row_by_name(json ? "jsonl" : "text");
}

class InputsReader : public Reader {
 public:
  InputsReader(const std::vector<std::string>& paths, ReadOptions options)
      : options_(std::move(options)), inputs_(expand_inputs(paths, takes(options_), passed_over_)) {
    bool known = true;
    for (const Input& input : inputs_) {
      total_ += input.bytes;
      if (input.path == kStandardInput) known = false;
    }
    if (!known) total_ = 0;
  }

  std::optional<Document> next() override {
    while (true) {
      std::optional<Document> document = format_ ? format_->next() : std::nullopt;
      if (!document) {
        format_.reset();
        if (at_ == inputs_.size()) return std::nullopt;
        document = open(inputs_[at_++]);
        if (!document) continue;
      }
      document->id = ids_.make(std::move(document->id));
      documents_.fetch_add(1, std::memory_order_relaxed);
      return document;
    }
  }

  Progress progress() const override {
    return {total_, bytes_read_.load(std::memory_order_relaxed),
            documents_.load(std::memory_order_relaxed), passed_over_};
  }

 private:
  // Below a directory files are told by their endings; those without one are read too, and with a
  // format that was asked for, all are.
  static std::function<bool(const std::string&)> takes(const ReadOptions& options) {
    if (options.from != "auto") return [](const std::string&) { return true; };
    return [](const std::string& path) {
      return row_by_ending(path) != nullptr || !std::filesystem::path(path).has_extension();
    };
  }

  // Makes the input the current one, or gives the document that tells why it cannot be.
  std::optional<Document> open(const Input& input) {
    if (input.problem) return failed(input, *input.problem);
    std::unique_ptr<ByteSource> bytes;
    if (input.path == kStandardInput) {
      std::istream& in = options_.standard_input != nullptr ? *options_.standard_input : std::cin;
      bytes = std::make_unique<ByteSource>(in, &bytes_read_);
    } else {
      errno = 0;
      auto file = std::make_unique<std::ifstream>(input.path, std::ios::binary);
      if (!*file) return failed(input, unreadable(input.name, std::strerror(errno)));
      bytes = std::make_unique<ByteSource>(std::move(file), &bytes_read_);
    }
    const ReaderRow* row = row_by_name(options_.from);
    if (row == nullptr) row = row_by_ending(input.path);
    if (row == nullptr) row = row_by_content(*bytes);
    format_ = row->make({std::move(bytes), input.name, input.id, options_});
    return std::nullopt;
  }

  static Document failed(const Input& input, Problem problem) {
    Document document;
    document.id = input.id;
    document.source.path = input.name;
    document.error = std::move(problem);
    return document;
  }

  const ReadOptions options_;
  std::size_t passed_over_ = 0;
  const std::vector<Input> inputs_;
  std::size_t total_ = 0;
  std::size_t at_ = 0;
  std::unique_ptr<FormatReader> format_;
  UniqueIds ids_;
  std::atomic<std::size_t> bytes_read_ = 0;
  std::atomic<std::size_t> documents_ = 0;
};

}  // namespace

std::span<const ReaderRow> readers() { return kReaders; }

std::unique_ptr<Reader> make_reader(const std::vector<std::string>& paths, ReadOptions options) {
  if (options.from != "auto" && row_by_name(options.from) == nullptr) {
    std::string names = "auto";
    for (const ReaderRow& row : kReaders) names += ", " + std::string(row.name);
    throw Error(Cause::usage,
                "--from knows no format \"" + options.from + "\"; the formats are " + names + ".");
  }
  return std::make_unique<InputsReader>(paths, std::move(options));
}

}  // namespace qogam::read
