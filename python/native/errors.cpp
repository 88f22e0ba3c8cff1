// Errors of Qogam as exceptions of Python.
#include "native/errors.h"

#include <nanobind/nanobind.h>

#include <string_view>

#include "qogam/error.h"

namespace nb = nanobind;

namespace qogam::python {
namespace {

const char* class_of(Cause cause) {
  switch (cause) {
    case Cause::usage:
      return "UsageError";
    case Cause::input:
      return "InputError";
    case Cause::models:
      return "ModelError";
  }
  return "Error";
}

// The message may hold the name of a file in any encoding.
void set(const Error& error) {
  const std::string_view what = error.what();
  const nb::object message = nb::steal(PyUnicode_DecodeUTF8(what.data(), static_cast<Py_ssize_t>(what.size()), "replace"));
  const nb::object type = nb::module_::import_("qogam.errors").attr(class_of(error.cause()));
  PyErr_SetObject(type.ptr(), message.ptr());
}

}  // namespace

void register_errors() {
  nb::register_exception_translator([](const std::exception_ptr& thrown, void*) {
    try {
      std::rethrow_exception(thrown);
    } catch (const Error& error) {
      set(error);
    }
  });
}

}  // namespace qogam::python
