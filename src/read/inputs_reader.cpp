// The reader that goes over all inputs of a call.
#include <atomic>
#include <filesystem>
#include <iostream>
#include <utility>

#include "qogam/error.h"
#include "read/format_reader.h"
#include "read/inputs.h"
#include "read/names.h"
#include "read/problems.h"
#include "read/readers.h"
#include "read/unique_ids.h"

namespace qogam::read {
namespace {

class InputsReader : public Reader {
 public:
  InputsReader(const std::vector<std::string>& paths, ReadOptions options)
      : options_(counting(std::move(options))),
        inputs_(paths, [this](const std::string& path) { return (options_.from != "auto" || !never_read(path)) && (!options_.takes || options_.takes(path)); }, options_.on_passed_over),
        total_(std::find(paths.begin(), paths.end(), kStandardInput) == paths.end() ? inputs_.bytes() : 0) {}

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
    const std::size_t read = bytes_read_.load(std::memory_order_relaxed);
    // Archives are read in part from their end, so that some bytes come twice.
    return {total_, total_ == 0 ? read : std::min(read, total_), documents_.load(std::memory_order_relaxed),
            passed_over_.load(std::memory_order_relaxed)};
  }

 private:
  ReadOptions counting(ReadOptions options) {
    options.on_passed_over = [this, told = std::move(options.on_passed_over)](const std::string& path) {
      passed_over_.fetch_add(1, std::memory_order_relaxed);
      if (told) told(path);
    };
    return options;
  }

  // Makes the input the current one, or gives the document that tells why it cannot be.
  std::optional<Document> open(const Input& input) {
    if (input.problem) return failed(input.name, input.id, *input.problem);
    std::unique_ptr<ByteStream> stream;
    if (input.path == kStandardInput)
      stream = std::make_unique<IstreamStream>(options_.standard_input != nullptr ? *options_.standard_input : std::cin);
    else
      stream = std::make_unique<FileStream>(input.path);
    if (stream->failure()) return failed(input.name, input.id, unreadable(input.name, stream->failure()->reason));
    auto bytes = std::make_unique<ByteSource>(std::move(stream), &bytes_read_);
    format_ = open_document_stream({std::move(bytes), input.name, input.id, input.path, options_, expansion_of(input), 0, input.below});
    return std::nullopt;
  }

  std::shared_ptr<Expansion> expansion_of(const Input& input) {
    std::error_code error;
    const auto size = input.path == kStandardInput ? 0 : std::filesystem::file_size(input.path, error);
    if (input.path != kStandardInput && !error)
      return std::make_shared<Expansion>([size] { return static_cast<std::size_t>(size); }, options_.max_expansion);
    const std::size_t before = bytes_read_;
    return std::make_shared<Expansion>([this, before] { return bytes_read_ - before; }, options_.max_expansion);
  }

  std::atomic<std::size_t> passed_over_ = 0;
  const ReadOptions options_;
  const Inputs inputs_;
  const std::size_t total_;
  std::size_t at_ = 0;
  std::unique_ptr<FormatReader> format_;
  UniqueIds ids_;
  std::atomic<std::size_t> bytes_read_ = 0;
  std::atomic<std::size_t> documents_ = 0;
};

}  // namespace

std::unique_ptr<Reader> make_reader(const std::vector<std::string>& paths, ReadOptions options) {
  const auto rows = readers();
  const bool known = std::any_of(rows.begin(), rows.end(), [&](const ReaderRow& row) { return row.name == options.from; });
  if (options.from != "auto" && !known) {
    std::string names = "auto";
    for (const ReaderRow& row : rows) names += ", " + std::string(row.name);
    throw Error(Cause::usage, "--from knows no format \"" + options.from + "\"; the formats are " + names + ".");
  }
  return std::make_unique<InputsReader>(paths, std::move(options));
}

}  // namespace qogam::read
