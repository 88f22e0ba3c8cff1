// From the words of an article to its findings and their JSON: what most programs that embed Qogam need.
//
//   const qogam::Analyzer analyzer;
//   const qogam::Document found = analyzer.analyze({.bytes = page, .id = "news-1"});
//   for (const qogam::Commitment& c : found.commitments) std::cout << found.surface(c.span) << "\n";
//   std::cout << analyzer.to_json(found);
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "qogam/document.h"
#include "qogam/options.h"
#include "qogam/pipeline.h"

namespace qogam {

// An article as a program has it. All but `bytes` may be empty.
struct Input {
  std::string bytes;       // text or an HTML page, in any encoding
  std::string id;          // goes to the output as it is
  bool utf8 = false;       // `bytes` is known to be UTF-8; else the encoding is found out
  std::string media_type;  // "text/plain", "text/html"; empty: told by its look
  std::string url;         // http or https; a day in it may be the day of publication
  std::string title;       // outranks the one that a page has
  std::string published;   // "YYYY-MM-DD"; outranks the day that a page has, Options::published outranks it
};

struct JsonOptions {
  bool pretty = false;   // indented, for people; else one line
  bool no_text = false;  // leave out the key "text"
};

// The knowledge and the stages with their options. Immutable, and cheap to copy: one serves any number of threads.
class [[gnu::visibility("default")]] Analyzer {
 public:
  // `models`: a compiled file or a models/ folder; empty: see find_models(). Loading takes some 30 milliseconds, of a
  // folder seconds. Throws Error{models} for knowledge that is not there or cannot be trusted, Error{usage} for options that
  // name a language or finding there is not.
  explicit Analyzer(const Options& options = {}, const std::string& models = {});

  // The document with all layers that Options::only asks for. What spoils it (no bytes, no text, above the limit)
  // stands in its `error`. Throws std::bad_alloc only.
  Document analyze(Input input) const;

  // The object that `qogam analyze` writes for a document, with a line feed at its end; `qogam schema` prints its JSON
  // Schema. Offsets in it are code points. Throws std::bad_alloc only.
  std::string to_json(const Document& document, const JsonOptions& options = {}) const;

  // Takes the line of one document; false ends the run.
  using Take = std::function<bool(std::string_view json_line)>;

  // Reads files, folders, patterns and archives as `qogam analyze` does, on `jobs` threads (0: one a core), and gives the
  // line of each document in their order, to one thread at a time; the bytes do not depend on `jobs`. What cannot be read is
  // an object with "status": "error". Memory is bounded whatever there is to read. What `take` throws ends the run and comes out here.
  void analyze_files(const std::vector<std::string>& paths, const Take& take, std::size_t jobs = 0) const;

  // The stages, for documents of the caller's own.
  const Pipeline& pipeline() const;

 private:
  struct Parts;
  std::shared_ptr<const Parts> parts_;
};

}  // namespace qogam
