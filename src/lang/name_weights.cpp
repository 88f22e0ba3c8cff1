// The file of a tagger of names, its compiled form, and the look-up.
#include "lang/name_weights.h"

#include <array>
#include <bit>
#include <charconv>
#include <cstdio>
#include <limits>
#include <string_view>

#include "lang/weights.h"

namespace qogam::lang {
namespace {

constexpr int kFeatureLetters = 6, kPositionLetters = 2;
constexpr std::size_t kEntryLetters = kPositionLetters + 1;

void add_letters(std::string& text, const std::vector<double>& weights) {
  for (const double w : weights) text += weight_letter(w * NameModel::kUnit);
}

// Where an open-addressed table of `size` keys, a power of two, begins to look for one.
std::size_t home(std::uint32_t key, std::size_t size) { return key * 0x9E3779B1u >> 7 & (size - 1); }

// What stands behind a keyword that the line must have.
std::string_view after(const model::SourceFile& file, const model::Line& line, std::string_view keyword) {
  if (!std::string_view(line.text).starts_with(keyword) || line.text.size() <= keyword.size() + 1)
    file.fail(line.number, "a line `" + std::string(keyword) + " …` is due here; train the file anew");
  return std::string_view(line.text).substr(keyword.size() + 1);
}

std::int16_t weight_at(const model::SourceFile& file, const model::Line& line, char letter) {
  const auto weight = weight_of(letter);
  if (!weight) file.fail(line.number, std::string("'") + letter + "' stands for no weight; train the file anew");
  return *weight;
}

std::vector<std::int16_t> letters(const model::SourceFile& file, const model::Line& line, std::string_view keyword, std::size_t count) {
  std::vector<std::int16_t> weights;
  for (const char letter : after(file, line, keyword)) weights.push_back(weight_at(file, line, letter));
  if (weights.size() != count) file.fail(line.number, "there are " + std::to_string(weights.size()) + " weights where " + std::to_string(count) + " should be; train the file anew");
  return weights;
}

double temperature_at(const model::SourceFile& file, const model::Line& line) {
  const std::string_view text = after(file, line, "temperature");
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !(number >= 0.1 && number <= 10))
    file.fail(line.number, "a temperature is a number from 0.1 to 10; train the file anew");
  return number;
}

// What ner::Labels spells: O, then four labels of each type.
bool are_labels(const std::vector<std::string>& labels) {
  if (labels.size() % 4 != 1 || labels[0] != "O") return false;
  for (std::size_t k = 1; k < labels.size(); ++k)
    if (labels[k].size() < 3 || labels[k][0] != "BIES"[(k - 1) % 4] || labels[k][1] != '-' || labels[k].substr(2) != labels[(k - 1) / 4 * 4 + 1].substr(2)) return false;
  return true;
}

struct Rows {
  std::vector<std::uint32_t> features, places;
  std::vector<NameWeight> weights{{0, 0}};  // the empty row comes first
};

void read_row(const model::SourceFile& file, const model::Line& line, std::size_t positions, Rows& rows) {
  const std::string_view text = line.text;
  const auto feature = number_of_letters(text.substr(0, kFeatureLetters));
  if (text.size() < kFeatureLetters || (text.size() - kFeatureLetters) % kEntryLetters != 0 || !feature || *feature == 0 || *feature >> 32 != 0)
    file.fail(line.number, "this is no feature with its weights; train the file anew");
  if ((text.size() - kFeatureLetters) / kEntryLetters > std::numeric_limits<std::uint16_t>::max()) file.fail(line.number, "this feature has too many weights; train the file anew");
  rows.features.push_back(static_cast<std::uint32_t>(*feature));
  rows.places.push_back(static_cast<std::uint32_t>(rows.weights.size()));
  rows.weights.push_back({static_cast<std::uint16_t>((text.size() - kFeatureLetters) / kEntryLetters), 0});
  for (std::size_t at = kFeatureLetters; at < text.size(); at += kEntryLetters) {
    const auto position = number_of_letters(text.substr(at, kPositionLetters));
    if (!position || *position >= positions) file.fail(line.number, "a weight is of no label; train the file anew");
    rows.weights.push_back({static_cast<std::uint16_t>(*position), weight_at(file, line, text[at + kPositionLetters])});
  }
}

}  // namespace

std::string name_weights_text(const NameModel& model) {
  std::string text = "labels";
  for (const std::string& label : model.labels) text += " " + label;
  text += "\nstarts ";
  add_letters(text, model.starts);
  text += "\npairs ";
  add_letters(text, model.pairs);
  char number[16];
  std::snprintf(number, sizeof number, "%.2f", model.temperature);
  text += "\ntemperature " + std::string(number) + "\n";
  for (const NameModel::Row& row : model.rows) {
    std::string line;
    for (const NameModel::Entry& e : row.entries)
      if (const char letter = weight_letter(e.weight * NameModel::kUnit); *weight_of(letter) != 0)
        line += number_letters(e.position, kPositionLetters) + letter;
    if (!line.empty()) text += number_letters(row.feature, kFeatureLetters) + line + '\n';
  }
  return text;
}

void compile_name_weights(const model::SourceFile& file, const std::string& prefix, model::ModelWriter& out) {
  const std::vector<model::Line> lines = file.lines();
  if (lines.size() < 4) file.fail(1, "the lines `labels`, `starts`, `pairs` and `temperature` are missing; train the file anew");
  const std::string_view names = after(file, lines[0], "labels");
  const std::vector<std::string> all = model::pieces(std::string(names));
  const std::size_t labels = all.size();
  if (!are_labels(all)) file.fail(lines[0].number, "labels are O, and B-, I-, E- and S- of each type; train the file anew");
  if (labels > NameModel::kMostLabels) file.fail(lines[0].number, "these are too many labels");
  out.add_text(prefix + ".labels", names);
  out.add<std::int16_t>(prefix + ".starts", letters(file, lines[1], "starts", labels));
  out.add<std::int16_t>(prefix + ".pairs", letters(file, lines[2], "pairs", labels * labels));
  out.add<double>(prefix + ".temperature", std::array{temperature_at(file, lines[3])});
  Rows rows;
  for (std::size_t k = 4; k < lines.size(); ++k) read_row(file, lines[k], labels * (2 * NameModel::kReach + 1), rows);
  std::vector<NameWeights::Slot> slots(std::bit_ceil(rows.features.size() * 2 + 2));
  for (std::size_t k = 0; k < rows.features.size(); ++k) {
    std::size_t at = home(rows.features[k], slots.size());
    while (slots[at].key != 0) at = (at + 1) & (slots.size() - 1);
    slots[at] = {rows.features[k], rows.places[k]};
  }
  out.add<NameWeights::Slot>(prefix + ".slots", slots);
  out.add<NameWeight>(prefix + ".weights", rows.weights);
}

NameWeights::NameWeights(const model::ModelView& model, const std::string& prefix)
    : labels_(model::pieces(std::string(model.text(prefix + ".labels")))),
      starts_(model.section<std::int16_t>(prefix + ".starts")),
      pairs_(model.section<std::int16_t>(prefix + ".pairs")),
      temperature_(model.section<double>(prefix + ".temperature")[0]),
      slots_(model.section<Slot>(prefix + ".slots")),
      weights_(model.section<NameWeight>(prefix + ".weights")) {}

void NameWeights::expect(std::uint32_t feature) const { __builtin_prefetch(&slots_[home(feature, slots_.size())]); }

std::uint32_t NameWeights::place(std::uint32_t feature) const {
  std::size_t at = home(feature, slots_.size());
  while (slots_[at].key != feature && slots_[at].key != 0) at = (at + 1) & (slots_.size() - 1);
  __builtin_prefetch(&weights_[slots_[at].place]);
  return slots_[at].place;
}

}  // namespace qogam::lang
