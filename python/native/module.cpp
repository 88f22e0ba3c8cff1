// The module qogam._qogam: what the Python files of the package are made of. Its stub is qogam/_qogam.pyi.
#include <nanobind/nanobind.h>
#include <nanobind/stl/map.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <memory>
#include <utility>

#include "native/document_reader.h"
#include "native/engine.h"
#include "native/errors.h"
#include "native/input.h"
#include "native/released.h"
#include "native/results.h"
#include "qogam/version.h"
#include "write/schema.h"

namespace nb = nanobind;
using namespace nb::literals;

namespace qogam::python {
namespace {

using Fields = std::map<std::string, std::string>;

// Paths are bytes to the system, in whatever encoding.
std::string path_of(const nb::bytes& bytes) { return {bytes.c_str(), bytes.size()}; }

std::vector<std::string> paths_of(const std::vector<nb::bytes>& all) {
  std::vector<std::string> paths;
  for (const nb::bytes& one : all) paths.push_back(path_of(one));
  return paths;
}

read::FieldMap field_map(const Fields& fields) {
  read::FieldMap map;
  for (const auto& [name, key] : fields) read::set_field(map, name, key);
  return map;
}

// A str as UTF-8. Half of a surrogate pair, which Python's str may hold, is no character and becomes U+FFFD.
struct Utf8 {
  explicit Utf8(nb::str text) : kept(std::move(text)) {
    if (read()) return;
    PyErr_Clear();
    const nb::bytes units = nb::steal<nb::bytes>(PyUnicode_AsEncodedString(kept.ptr(), "utf-16-le", "surrogatepass"));
    if (!units.is_valid()) throw nb::python_error();
    kept = nb::steal<nb::str>(PyUnicode_Decode(units.c_str(), static_cast<Py_ssize_t>(units.size()), "utf-16-le", "replace"));
    repaired = true;
    if (!kept.is_valid() || !read()) throw nb::python_error();
  }

  bool read() {
    Py_ssize_t size = 0;
    const char* const begin = PyUnicode_AsUTF8AndSize(kept.ptr(), &size);
    if (begin != nullptr) view = {begin, static_cast<std::size_t>(size)};
    return begin != nullptr;
  }

  nb::str kept;  // owns what is viewed
  std::string_view view;
  bool repaired = false;
};

std::optional<std::string> error_code(const Document& document) {
  return document.error ? std::optional(document.error->code) : std::nullopt;
}

void bind_inputs(nb::module_& m) {
  nb::class_<Document>(m, "Input")
      .def_prop_ro("id", [](const Document& d) { return d.id; })
      .def_prop_ro("path", [](const Document& d) { return d.source.path; })
      .def_prop_ro("url", [](const Document& d) { return d.source.url; })
      .def_prop_ro("error", &error_code);
  m.def(
      "text_input",
      [](nb::str text, std::string id, std::string path, std::size_t limit) {
        const Utf8 utf8(std::move(text));
        return text_input({std::move(id), std::move(path), limit}, utf8.view, utf8.repaired);
      },
      "text"_a, "id"_a, "path"_a, "max_document_bytes"_a);
  m.def(
      "bytes_input",
      [](const nb::bytes& data, std::string id, std::string path, std::size_t limit) {
        return bytes_input({std::move(id), std::move(path), limit}, {data.c_str(), data.size()});
      },
      "data"_a, "id"_a, "path"_a, "max_document_bytes"_a);
  m.def(
      "record_input",
      [](nb::str json, std::string id, std::string path, std::size_t limit, const Fields& fields) {
        const Utf8 utf8(std::move(json));
        return record_input({std::move(id), std::move(path), limit}, utf8.view, field_map(fields), utf8.repaired);
      },
      "json"_a, "id"_a, "path"_a, "max_document_bytes"_a, "fields"_a);
  m.def(
      "failed_input",
      [](std::string id, std::string path, std::string code, std::string message) {
        return failed_input({std::move(id), std::move(path)}, std::move(code), std::move(message));
      },
      "id"_a, "path"_a, "code"_a, "message"_a);
}

void bind_reader(nb::module_& m) {
  nb::class_<DocumentReader>(m, "Reader")
      .def(
          "__init__",
          [](DocumentReader* self, const std::vector<nb::bytes>& paths, std::string from, const Fields& fields, std::size_t limit, std::size_t expansion) {
            read::ReadOptions options;
            options.from = std::move(from);
            options.fields = field_map(fields);
            options.max_document_bytes = limit;
            options.max_expansion = expansion;
            const std::vector<std::string> names = paths_of(paths);
            const Released released;  // folders are walked here
            new (self) DocumentReader(names, std::move(options));
          },
          "paths"_a, "format"_a, "fields"_a, "max_document_bytes"_a, "max_expansion"_a)
      .def("__iter__", [](nb::handle self) { return self; })
      .def("__next__",
           [](DocumentReader& self) {
             std::optional<Document> document;
             {
               const Released released;
               document = self.next();
             }
             if (!document) throw nb::stop_iteration();
             return std::move(*document);
           })
      .def_prop_ro("passed_over", &DocumentReader::passed_over)
      .def_prop_ro("notices", &DocumentReader::notices);
}

void bind_engine(nb::module_& m) {
  nb::class_<Engine>(m, "Engine")
      .def(
          "__init__",
          [](Engine* self, const nb::bytes& models, const std::vector<nb::bytes>& topics, std::string language, std::string published, bool plain,
             std::vector<std::string> only, std::optional<double> min_score, std::optional<double> min_confidence, bool no_text, std::size_t limit) {
            Options options;
            options.language = std::move(language);
            options.published = std::move(published);
            options.plain = plain;
            options.only = std::move(only);
            options.min_topic_score = min_score;
            options.min_commitment_confidence = min_confidence;
            options.max_document_bytes = limit;
            const std::string path = path_of(models);
            const std::vector<std::string> files = paths_of(topics);
            const Released released;
            new (self) Engine(path, files, options, no_text);
          },
          "models"_a, "topics"_a, "language"_a, "published"_a, "plain"_a, "only"_a, "min_score"_a.none(), "min_confidence"_a.none(), "no_text"_a,
          "max_document_bytes"_a)
      .def_prop_ro("fingerprint", &Engine::fingerprint)
      .def(
          "analyze",
          [](const Engine& self, const Document& document) {
            std::string line;
            {
              const Released released;
              line = self.analyze(document);
            }
            return nb::bytes(line.data(), line.size() - 1);
          },
          "document"_a)
      .def(
          "run",
          [](std::shared_ptr<Engine> self, nb::object inputs, std::size_t jobs, std::size_t duplicates) {
            return new Results(std::move(self), nb::steal(PyObject_GetIter(inputs.ptr())), jobs, duplicates);
          },
          "inputs"_a, "jobs"_a, "duplicates"_a, nb::rv_policy::take_ownership)
      .def(
          "run_reader",
          [](std::shared_ptr<Engine> self, std::shared_ptr<DocumentReader> reader, std::size_t jobs, std::size_t duplicates) {
            return new Results(std::move(self), std::move(reader), jobs, duplicates);
          },
          "reader"_a, "jobs"_a, "duplicates"_a, nb::rv_policy::take_ownership);
  nb::class_<Results>(m, "Results")
      .def("__iter__", [](nb::handle self) { return self; })
      .def("__next__", &Results::next)
      .def("close", &Results::close);
}

}  // namespace
}  // namespace qogam::python

NB_MODULE(_qogam, m) {
  using namespace qogam::python;
  nb::set_leak_warnings(false);  // a program may end with objects in use by daemon threads, and need not hear of it
  register_errors();
  bind_inputs(m);
  bind_reader(m);
  bind_engine(m);
  m.def("version", [] { return std::string(qogam::version()); });
  m.def("schema", [] { return qogam::write::output_schema(); });
  // While Python still runs: later, threads would look for what is gone.
  nb::module_::import_("atexit").attr("register")(nb::cpp_function([] {
    Released::leave();
    const Released released;
    Run::stop_all();
  }));
}
