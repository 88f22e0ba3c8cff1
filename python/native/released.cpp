// Work without Python's lock.
#include "native/released.h"

#include <unistd.h>

#include <atomic>
#include <thread>

namespace qogam::python {
namespace {

std::atomic<bool> leaving{false};
std::thread::id leader;  // written before `leaving`, read after it

}  // namespace

Released::~Released() {
  while (leaving && std::this_thread::get_id() != leader) pause();
  PyEval_RestoreThread(state_);
}

void Released::leave() {
  leader = std::this_thread::get_id();
  leaving = true;
}

}  // namespace qogam::python
