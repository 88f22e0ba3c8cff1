// Signals that end a run early but in good order.
#pragma once

#include <atomic>

namespace qogam::cli {

// From now on SIGINT and SIGTERM set stop_flag(), and a second one ends the program at once.
// Call once, before there are threads.
void catch_signals();

const std::atomic<bool>& stop_flag();

// Number of the signal that came, or 0.
int caught_signal();

// A descriptor that becomes readable, and stays so, when a signal comes.
int signal_descriptor();

}  // namespace qogam::cli
