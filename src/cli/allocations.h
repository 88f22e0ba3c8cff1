// How often memory is asked for.
#pragma once

#include <cstdint>

namespace qogam::cli {

// So many times the calling thread has called `new`, in any of its forms.
std::uint64_t allocations_of_thread();

}  // namespace qogam::cli
