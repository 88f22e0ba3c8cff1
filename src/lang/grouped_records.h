// Records in numbered groups, as the sections of a model hold them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/model_file.h"

namespace qogam::lang {

// Collects the records of one group after the other while a model is compiled.
template <typename Record>
class GroupedRecords {
 public:
  // Groups come in ascending order, from 0; one that is passed over is empty.
  void add(std::size_t group, const Record& record) {
    begin(group);
    records_.push_back(record);
  }

  // Writes two sections for so many groups (the last may be empty): `ranges` says where each begins and, once
  // more, where the last ends.
  void write(model::ModelWriter& out, const std::string& ranges, const std::string& records, std::size_t groups) {
    begin(groups);
    out.add<std::uint32_t>(ranges, starts_);
    out.add<Record>(records, records_);
  }

 private:
  void begin(std::size_t group) {
    while (starts_.size() <= group) starts_.push_back(static_cast<std::uint32_t>(records_.size()));
  }

  std::vector<std::uint32_t> starts_{0};
  std::vector<Record> records_;
};

}  // namespace qogam::lang
