// The table of findings.
#include "pipeline/findings.h"

#include <algorithm>

#include "qogam/error.h"

namespace qogam::pipeline {
namespace {

constexpr Finding kFindings[] = {
    {"officials", "people in posts of state bodies", Layer::entities},
    {"ngos", "non-governmental organizations and who speaks for them", Layer::entities},
    {"dates", "dates, durations, sets and ranges with their values", Layer::mentions},
    {"money", "amounts of money", Layer::mentions},
    {"topics", "what the article is about, with evidence", Layer::topics},
    {"quotes", "what was said, and by whom", Layer::quotes},
    {"commitments", "promises, orders, plans and obligations", Layer::commitments},
    {"mentions", "where the text names something", Layer::mentions},
    {"entities", "whom and what the mentions stand for", Layer::entities},
};

}  // namespace

std::span<const Finding> findings() { return kFindings; }

Layers wanted_layers(const std::vector<std::string>& names) {
  Layers wanted = Layer::text | Layer::segments;
  for (const std::string& name : names)
    if (std::none_of(std::begin(kFindings), std::end(kFindings),
                     [&](const Finding& f) { return f.name == name; }))
      throw Error(Cause::usage, "There is no finding named '" + name +
                                    "'; 'qogam list findings' prints those there are.");
  for (const Finding& f : kFindings)
    if (names.empty() || std::find(names.begin(), names.end(), f.name) != names.end())
      wanted = wanted | f.layers;
  return wanted;
}

bool only_dates_and_money(const std::vector<std::string>& names) {
  return !names.empty() && std::ranges::all_of(names, [](const std::string& name) { return name == "dates" || name == "money"; });
}

}  // namespace qogam::pipeline
