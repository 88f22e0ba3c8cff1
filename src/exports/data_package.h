// datapackage.json: what the tables of a folder are, and who made them.
#pragma once

#include <string>

#include "exports/csv.h"
#include "exports/exporter.h"

namespace qogam::exports {

// A Tabular Data Package (specs.frictionlessdata.io/tabular-data-package) of these tables, with the fields `generator` and
// `as_of` besides those of the standard. The same tables give the same bytes.
std::string data_package(const CsvFolder& folder, const Generator& generator, const std::string& as_of);

}  // namespace qogam::exports
