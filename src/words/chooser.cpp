// The cheapest way through the readings of a sentence.
#include "words/chooser.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "model/source.h"

namespace qogam::words {
namespace {

// Names of features parted by commas; with `!` what must be absent.
std::pair<Features, Features> feature_list(const model::SourceFile& file, const model::Line& line, std::string text) {
  std::pair<Features, Features> lists{0, 0};
  std::ranges::replace(text, ',', ' ');
  for (std::string name : model::pieces(text == "-" ? "" : text)) {
    const bool absent = name.starts_with('!');
    if (absent) name.erase(0, 1);
    const auto bit = feature_by_name(name);
    if (!bit) file.fail(line.number, "'" + name + "' is no feature; see include/qogam/features.h");
    (absent ? lists.second : lists.first) |= *bit;
  }
  return lists;
}

std::int32_t cost_at(const model::SourceFile& file, const model::Line& line, const std::string& text) {
  constexpr std::int32_t kDearest = 1'000'000;  // that the costs of a sentence may be summed
  std::int32_t cost = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), cost);
  if (error != std::errc() || end != text.data() + text.size() || cost < -kDearest || cost > kDearest) file.fail(line.number, "'" + text + "' is no cost");
  return cost;
}

}  // namespace

Chooser::Chooser(const std::string& path, std::string_view text) {
  const model::SourceFile file{path, std::string(text)};
  const auto lines = file.lines();
  std::map<std::string, std::uint32_t> numbers;
  for (const model::Line& line : lines) {
    const auto f = model::fields(line.text);
    if (f[0] != "tag") continue;
    if (f.size() < 3) file.fail(line.number, "a line is `tag<TAB>NAME<TAB>features`");
    const auto [needs, forbids] = feature_list(file, line, f[2]);
    tags_.push_back({needs, forbids, numbers.try_emplace(f[1], static_cast<std::uint32_t>(numbers.size())).first->second});
  }
  constexpr std::size_t kMostTags = 1000;
  if (numbers.size() > kMostTags) file.fail(lines.front().number, "there are more than a thousand tags");
  edge_ = static_cast<std::uint32_t>(numbers.size());
  numbers["edge"] = edge_;
  pairs_.assign((edge_ + 1) * (edge_ + 1), 0);
  for (const model::Line& line : lines) {
    const auto f = model::fields(line.text);
    if (f[0] == "tag") continue;
    if ((f[0] != "pair" && f[0] != "shape") || f.size() < 4 || !numbers.contains(f[2]) || (f[0] != "shape" && !numbers.contains(f[1])))
      file.fail(line.number, "a line is `tag`, `pair<TAB>TAG<TAB>TAG<TAB>cost` or `shape<TAB>features<TAB>TAG<TAB>cost`");
    const std::int32_t cost = cost_at(file, line, f[3]);
    if (f[0] == "pair") {
      pairs_[numbers[f[1]] * (edge_ + 1) + numbers[f[2]]] = cost;
    } else {
      const auto [needs, forbids] = feature_list(file, line, f[1]);
      shapes_.push_back({needs, forbids, numbers[f[2]], cost});
    }
  }
}

std::uint32_t Chooser::tag_of(Features f) const {
  const auto it = std::ranges::find_if(tags_, [&](const Tag& t) { return (f & t.needs) == t.needs && !(f & t.forbids); });
  return it == tags_.end() ? tags_.back().number : it->number;
}

std::int32_t Chooser::shape_cost(Features shape, std::uint32_t tag) const {
  std::int32_t sum = 0;
  for (const ShapeCost& s : shapes_)
    if (s.tag == tag && (shape & s.needs) == s.needs && !(shape & s.forbids)) sum += s.cost;
  return sum;
}

std::vector<std::uint32_t> Chooser::choose(std::span<const Choice> words) const {
  struct Cell {
    std::uint32_t tag, from = 0;
    std::int64_t cost;
  };
  std::vector<std::vector<Cell>> columns;
  std::vector<Cell> last{{edge_, 0, 0}};
  for (const Choice& w : words) {
    std::vector<Cell> column;
    const std::size_t count = std::max<std::size_t>(1, w.costs.size());
    for (std::size_t k = 0; k < count; ++k) {
      // A word without readings is told by its shape: punctuation, digits.
      const Features f = k < w.readings.size() ? w.readings[k].features : w.shape;
      Cell cell{tag_of(f), 0, std::numeric_limits<std::int64_t>::max()};
      for (std::uint32_t p = 0; p < last.size(); ++p)
        if (const std::int64_t cost = last[p].cost + pair(last[p].tag, cell.tag); cost < cell.cost) {
          cell.cost = cost;
          cell.from = p;
        }
      cell.cost += (k < w.costs.size() ? w.costs[k] : 0) + shape_cost(w.shape, cell.tag);
      column.push_back(cell);
    }
    columns.push_back(column);
    last = std::move(column);
  }
  std::vector<std::uint32_t> chosen(words.size(), 0);
  if (words.empty()) return chosen;
  for (Cell& c : last) c.cost += pair(c.tag, edge_);
  std::uint32_t at = static_cast<std::uint32_t>(std::ranges::min_element(last, {}, &Cell::cost) - last.begin());
  for (std::size_t k = words.size(); k-- > 0;) {
    chosen[k] = at;
    at = columns[k][at].from;
  }
  return chosen;
}

}  // namespace qogam::words
