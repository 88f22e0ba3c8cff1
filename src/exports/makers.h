// The maker of each exporter, for the table of formats.
#pragma once

#include <memory>

#include "exports/exporter.h"

namespace qogam::exports {

std::unique_ptr<Exporter> make_csv(const Options&);
std::unique_ptr<Exporter> make_ftm(const Options&);
std::unique_ptr<Exporter> make_popolo(const Options&);
std::unique_ptr<Exporter> make_label_studio(const Options&);
std::unique_ptr<Exporter> make_brat(const Options&);
std::unique_ptr<Exporter> make_conllu(const Options&);
std::unique_ptr<Exporter> make_json_ld(const Options&);

}  // namespace qogam::exports
