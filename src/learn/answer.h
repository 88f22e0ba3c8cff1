// What scoring looks at in one document, the same for gold and prediction.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace qogam::learn {

// Empty strings mean "not said"; what gold does not say is not judged.
struct Post {
  std::string name, position, status;
};

struct TimeAnswer {
  std::string text;
  std::optional<std::string> value;
};

struct Sum {
  std::string text;
  double amount = 0;
  std::optional<double> amount_max;
  std::string currency;
};

struct Saying {
  std::string text;  // all of it, or its first 25 characters in an annotator's sheet
  std::string speaker;
};

struct Pledge {
  std::string text, kind, actor, said_by, ordered_by;
  std::optional<TimeAnswer> deadline;
  bool borderline = false;  // right either way
};

struct Answer {
  bool given = true;      // false: the prediction has no such document
  bool topics_only = false;  // gold that says nothing but topics: nothing else is judged
  bool has_text = false;  // the object came with a text, in whatever state
  std::string id, language;
  std::string generator;           // "qogam VERSION MODELS" as the object has it, or empty
  std::string published;            // "YYYY-MM-DD" or empty
  std::optional<std::string> text;  // cleaned; absent: it is not known
  std::vector<Post> officials;
  std::vector<std::string> persons, ngos, representatives;
  std::vector<std::string> state_bodies, housing_associations, locations;
  std::vector<TimeAnswer> dates;
  std::vector<Sum> money;
  std::vector<std::string> topics;  // ids, main one first
  std::vector<Saying> quotes;       // direct ones
  std::vector<Pledge> commitments;
  std::vector<std::string> furniture;
};

// From an object in the output format "qogam/1", or from an annotator's sheet: the plain lists of
// names described in corpora/README.md. Throws nlohmann::json::exception where a key has the wrong
// type, and std::invalid_argument where it has no id, is of another schema or no object at all.
Answer answer_of(const nlohmann::json& object);

}  // namespace qogam::learn
