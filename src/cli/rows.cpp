// Rows of a table as people and programs like them.
#include "cli/rows.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/terminal.h"
#include "cli/visible.h"
#include "text/formula.h"
#include "text/utf8.h"

namespace qogam::cli {
namespace {

std::string text_of(const store::Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  if (const auto* real = std::get_if<double>(&cell)) return nlohmann::json(*real).dump();
  return {};
}

class JsonLines : public RowWriter {
 public:
  explicit JsonLines(std::ostream& out) : out_(out) {}
  void header(const std::vector<std::string>& columns) override { columns_ = columns; }
  void row(const std::vector<store::Cell>& cells) override {
    nlohmann::ordered_json object;
    for (std::size_t i = 0; i < cells.size(); ++i) object[columns_[i]] = std::visit([](const auto& value) { return json_of(value); }, cells[i]);
    out_ << object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
  }

 private:
  static nlohmann::ordered_json json_of(std::monostate) { return nullptr; }
  template <typename Value>
  static nlohmann::ordered_json json_of(const Value& value) { return value; }

  std::ostream& out_;
  std::vector<std::string> columns_;
};

class Csv : public RowWriter {
 public:
  explicit Csv(std::ostream& out) : out_(out) {}
  void header(const std::vector<std::string>& columns) override { line(columns); }
  void row(const std::vector<store::Cell>& cells) override {
    std::vector<std::string> texts;
    for (const store::Cell& cell : cells) texts.push_back(std::holds_alternative<std::string>(cell) ? text::guarded(text_of(cell)) : text_of(cell));
    line(texts);
  }

 private:
  void line(const std::vector<std::string>& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (i > 0) out_ << ',';
      if (texts[i].find_first_of(",\"\r\n") == std::string::npos) out_ << texts[i];
      else {
        out_ << '"';
        for (const char c : texts[i]) out_ << (c == '"' ? "\"\"" : std::string(1, c));
        out_ << '"';
      }
    }
    out_ << "\r\n";
  }

  std::ostream& out_;
};

class Table : public RowWriter {
 public:
  explicit Table(std::ostream& out) : out_(out) {}
  void header(const std::vector<std::string>& columns) override { rows_.push_back(columns); }
  void row(const std::vector<store::Cell>& cells) override {
    std::vector<std::string> texts;
    for (const store::Cell& cell : cells) {
      std::string text = text_of(cell);
      std::replace_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
      texts.push_back(visible(text));
    }
    rows_.push_back(std::move(texts));
  }

  void end() override {
    const auto widths = widths_for(text_width());
    for (const auto& row : rows_) {
      std::string line;
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string text = cut(row[i], widths[i]);
        line += text;
        if (i + 1 < row.size()) line += std::string(widths[i] - columns(text) + kGap, ' ');
      }
      line.erase(line.find_last_not_of(' ') + 1);
      out_ << line << "\n";
    }
  }

 private:
  static constexpr std::size_t kGap = 2, kNarrowest = 10;

  // The widest columns give way until all fit.
  std::vector<std::size_t> widths_for(std::size_t width) const {
    std::vector<std::size_t> widths(rows_[0].size());
    for (const auto& row : rows_)
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns(row[i]));
    std::size_t all = kGap * (widths.size() - 1);
    for (const std::size_t w : widths) all += w;
    while (all > width) {
      const auto widest = std::max_element(widths.begin(), widths.end());
      if (*widest <= kNarrowest) break;
      --*widest;
      --all;
    }
    return widths;
  }

  static std::string cut(const std::string& text, std::size_t width) {
    if (columns(text) <= width) return text;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      text::decode_at(text, at);
      if (columns(out) + 1 >= width) break;
      out += text.substr(begin, at - begin);
    }
    return out + "\u2026";
  }

  std::ostream& out_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace

std::vector<std::string> row_formats() { return {"table", "csv", "json"}; }

std::unique_ptr<RowWriter> make_row_writer(const std::string& format, std::ostream& out) {
  if (format == "table") return std::make_unique<Table>(out);
  if (format == "csv") return std::make_unique<Csv>(out);
  if (format == "json") return std::make_unique<JsonLines>(out);
  return nullptr;
}

}  // namespace qogam::cli
