// Errors of Qogam as exceptions of Python.
#pragma once

namespace qogam::python {

// From now on qogam::Error comes out of the module as the class of qogam.errors that has its exit code. Other exceptions
// come out as nanobind has it: std::bad_alloc as MemoryError, what should not happen as RuntimeError.
void register_errors();

}  // namespace qogam::python
