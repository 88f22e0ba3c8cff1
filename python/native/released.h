// Work without Python's lock.
#pragma once

#include <nanobind/nanobind.h>

namespace qogam::python {

// The GIL is given up from here to the end of the scope. Once the program is leaving, threads but the one that ends it stay
// there for good: Python would end a daemon thread that asks for the lock by unwinding its stack, through destructors and
// handlers that must not be unwound, and the process would abort.
class Released {
 public:
  Released() : state_(PyEval_SaveThread()) {}
  ~Released();
  Released(const Released&) = delete;
  Released& operator=(const Released&) = delete;

  // From now on the program is leaving; called by the thread that ends it.
  static void leave();

 private:
  PyThreadState* state_;
};

}  // namespace qogam::python
