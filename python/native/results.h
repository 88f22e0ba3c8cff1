// The results of a run as a Python iterator.
#pragma once

#include <nanobind/nanobind.h>

#include <chrono>
#include <memory>
#include <optional>

#include "native/document_reader.h"
#include "native/run.h"

namespace qogam::python {

// Python's iterable is read here, by the thread that asks for results, a few documents ahead: so it may be a generator, a
// cursor of a database, or raise what it likes, as in a loop of its own. Needs the GIL, and gives it up to wait.
class Results {
 public:
  // Of an iterator over Input objects.
  Results(std::shared_ptr<const Engine> engine, nanobind::object inputs, std::size_t jobs, std::size_t duplicates);

  // Of a reader, which the threads of the run read themselves.
  Results(std::shared_ptr<const Engine> engine, std::shared_ptr<DocumentReader> reader, std::size_t jobs, std::size_t duplicates);
  ~Results();
  Results(const Results&) = delete;
  Results& operator=(const Results&) = delete;

  // The next object, a line without its line feed. Throws nanobind::stop_iteration at the end; what the iterable raised,
  // once all before it is given out (at once where it is no Exception: an interruption); what ended the run.
  nanobind::bytes next();

  // Ends the run; what was begun is finished first, and dropped. May be called again.
  void close();

 private:
  Run::State look();
  void feed();
  void pull();
  void take_error();
  [[noreturn]] void end();

  std::unique_ptr<Run> run_;
  nanobind::object inputs_;  // null once it is at its end
  std::optional<nanobind::python_error> raised_;
  std::chrono::nanoseconds last_pull_{0};  // what the iterable took for a document
};

}  // namespace qogam::python
