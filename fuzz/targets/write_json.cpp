// Documents of any content as JSON.
#include <nlohmann/json.hpp>

#include "support/feed.h"
#include "support/texts.h"
#include "write/json.h"

namespace qogam::fuzz {
namespace {

constexpr std::size_t kMost = 12;  // bytes of a string, things of a list

// Makes a document out of a feed; strings may be no UTF-8, spans lie on borders.
class Maker {
 public:
  Maker(Feed& feed, std::string text) : feed_(feed) { d_.text = std::move(text); }

  Document document() {
    d_.id = string();
    d_.title = string();
    d_.language = string();
    d_.source.path = string();
    d_.published = {string(), string()};
    while (!feed_.empty()) add(feed_.pick(12));
    return std::move(d_);
  }

 private:
  std::string string() { return std::string(feed_.take(feed_.pick(kMost))); }
  std::vector<std::string> strings() {
    std::vector<std::string> all(feed_.pick(3));
    for (std::string& s : all) s = string();
    return all;
  }
  std::uint32_t border() {
    std::size_t at = d_.text.empty() ? 0 : feed_.byte() * 256u % (d_.text.size() + 1);
    while (!on_border(d_.text, at)) --at;
    return static_cast<std::uint32_t>(at);
  }
  Span span() {
    const std::uint32_t a = border(), b = border();
    return {std::min(a, b), std::max(a, b)};
  }
  std::int32_t number() { return static_cast<std::int32_t>(feed_.byte()) - 2; }
  double real() {
    constexpr double kReals[] = {0, -0.0, 1, 0.5, 0.0005, 0.9995, 1.0005, -0.4, 1e300, -1e-300, 4e9, 9007199254740993.0, 1.5e15};
    const std::size_t which = feed_.pick(std::size(kReals) + 4);
    return which < std::size(kReals) ? kReals[which] : feed_.byte() / 255.0 + feed_.byte() / 65025.0;
  }

  void add(std::size_t what) {
    switch (what) {
      case 0: d_.furniture.push_back({span(), string(), string()}); break;
      case 1: d_.sentences.push_back({span(), {}, 0, string()}); break;
      case 2: {
        Mention m;
        m.type = static_cast<MentionType>(feed_.pick(8));
        m.span = span();
        m.entity = number();
        m.confidence = real();
        m.by = string();
        d_.mentions.push_back(std::move(m));
        break;
      }
      case 3: d_.dates.push_back({span(), string(), string(), string(), string(), feed_.flag(), real(), string()}); break;
      case 4: d_.money.push_back({span(), real(), feed_.flag() ? std::optional(real()) : std::nullopt, string(), real(), string()}); break;
      case 5: d_.entities.push_back({string(), string(), string(), strings(), number(), {feed_.byte(), feed_.byte()}}); break;
      case 6: d_.officials.push_back({number(), string(), string(), string(), number(), string(), {feed_.byte()}, real(), string()}); break;
      case 7: d_.ngos.push_back({number(), string(), feed_.flag(), {{number(), string(), string(), string()}}, {}, real(), string()}); break;
      case 8: d_.topics.push_back({string(), real(), {span()}, string()}); break;
      case 9: d_.quotes.push_back({span(), number(), string(), string(), feed_.flag(), strings(), real(), string()}); break;
      case 10: add_commitment(); break;
      default: d_.warnings.push_back({string(), string(), string()});
    }
  }

  void add_commitment() {
    Commitment c;
    c.span = span();
    c.kind = string();
    c.actor = number();
    c.actor_name = string();
    c.quote = number();
    c.beneficiaries = strings();
    if (feed_.flag()) c.deadline = {span(), string(), string(), string()};
    c.money = number();
    c.topics = strings();
    c.confidence = real();
    d_.commitments.push_back(std::move(c));
  }

  Feed& feed_;
  Document d_;
};

// What nlohmann-json makes of bytes that may be no UTF-8, there and back.
std::string written(const std::string& bytes) {
  using Json = nlohmann::json;
  return Json::parse(Json(bytes).dump(-1, ' ', false, Json::error_handler_t::replace)).get<std::string>();
}

void check_lists(const nlohmann::ordered_json& object, const Document& d) {
  const std::pair<const char*, std::size_t> sizes[] = {
      {"furniture", d.furniture.size()}, {"sentences", d.sentences.size()}, {"mentions", d.mentions.size()}, {"entities", d.entities.size()},
      {"officials", d.officials.size()}, {"ngos", d.ngos.size()},           {"dates", d.dates.size()},       {"money", d.money.size()},
      {"topics", d.topics.size()},       {"quotes", d.quotes.size()},       {"commitments", d.commitments.size()}, {"warnings", d.warnings.size()}};
  for (const auto& [key, size] : sizes) require(object.at(key).size() == size, std::string("all ") + key + " are written");
  for (std::size_t i = 0; i < d.dates.size(); ++i) require(object.at("dates")[i].at("text") == std::string(d.surface(d.dates[i].span)), "a span is written as its text");
  for (std::size_t i = 0; i < d.entities.size(); ++i) require(object.at("entities")[i].at("name") == written(d.entities[i].name), "a name is written as it is");
}

}  // namespace
}  // namespace qogam::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  fuzz::Feed feed(data, size);
  const std::size_t length = feed.pick(256);
  std::string text = fuzz::as_utf8(feed.take(length));
  const Document d = fuzz::Maker(feed, std::move(text)).document();
  const write::WriteOptions options;
  const std::string line = write::to_json_text(d, options);
  fuzz::require_utf8(line, "what is written");
  fuzz::require(line.find('\n') == line.size() - 1, "an object is one line");
  const auto object = nlohmann::ordered_json::parse(line);
  fuzz::require(object.dump() + "\n" == line, "it is written as nlohmann-json writes it");
  fuzz::require(object.at("text") == d.text && object.at("id") == fuzz::written(d.id), "strings are written as they are");
  fuzz::check_lists(object, d);
  return 0;
}
