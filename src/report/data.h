// The data of the report as the page takes it.
#pragma once

#include <nlohmann/json.hpp>

#include "report/report.h"

namespace qogam::report {

// The object that src/report/page/model.js reads: lists of articles, people, bodies, quotes and commitments, which name
// each other by their places in the lists.
nlohmann::json report_data(exports::Corpus& corpus, const Frame& frame);

}  // namespace qogam::report
