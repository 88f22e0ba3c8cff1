// The inputs of a call, read as the program reads them.
#include "native/document_reader.h"

#include <utility>

namespace qogam::python {

DocumentReader::DocumentReader(const std::vector<std::string>& paths, read::ReadOptions options) {
  options.on_notice = [this](const std::string& message) {
    const std::lock_guard lock(noting_);
    notices_.push_back(message);
  };
  reader_ = read::make_reader(paths, std::move(options));
}

std::optional<Document> DocumentReader::next() {
  const std::lock_guard lock(reading_);
  return reader_->next();
}

std::size_t DocumentReader::passed_over() const { return reader_->progress().passed_over; }

std::vector<std::string> DocumentReader::notices() const {
  const std::lock_guard lock(noting_);
  return notices_;
}

}  // namespace qogam::python
