// A document's object does not depend on its neighbours, their order, the threads, or what else is asked for.
#include <map>

#include "pipeline/findings.h"
#include "pipeline/run.h"
#include "properties/analysed.h"
#include "properties/property.h"

namespace qogam::properties {
namespace {

std::vector<std::string> some_texts() {
  std::vector<std::string> texts = made(random_text, 4000, 60);
  for (auto& more : {made(torn_article, 4000, 30), every(9, articles()), every(17, pages())}) texts.insert(texts.end(), more.begin(), more.end());
  texts.emplace_back();
  texts.emplace_back("\0\1\2", 3);
  return texts;
}

// The lines of a run over texts in an order.
std::vector<std::string> lines_of_run(const Pipeline& pipeline, const std::vector<std::string>& texts, const std::vector<std::size_t>& order, std::size_t jobs) {
  std::vector<std::string> lines;
  std::size_t next = 0;
  pipeline::RunOptions options;
  options.jobs = jobs;
  pipeline::run(
      pipeline,
      [&]() -> std::optional<Document> {
        if (next == order.size()) return std::nullopt;
        Document d;
        d.id = "t" + std::to_string(order[next]);
        d.source.path = d.id + ".txt";
        d.source.bytes = texts[order[next++]];
        return d;
      },
      output_of,
      [&](pipeline::Result&& result) {
        lines.push_back(std::move(result.output));
        return true;
      },
      options);
  return lines;
}

std::vector<std::size_t> up_to(std::size_t count) {
  std::vector<std::size_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = i;
  return order;
}

TEST(Company, any_number_of_threads_gives_the_same_bytes_in_order) {
  const auto texts = some_texts();
  const auto one = lines_of_run(as_page(), texts, up_to(texts.size()), 1);
  ASSERT_EQ(one.size(), texts.size());
  for (const std::size_t jobs : {2u, 3u, 8u}) {
    const auto many = lines_of_run(as_page(), texts, up_to(texts.size()), jobs);
    ASSERT_EQ(many.size(), one.size());
    for (std::size_t i = 0; i < one.size(); ++i) EXPECT_EQ(difference(one[i], many[i]), "") << jobs << " threads, text " << i;
  }
}

TEST(Company, any_order_and_neighbours_give_the_same_object) {
  const auto texts = some_texts();
  const auto before = lines_of_run(as_page(), texts, up_to(texts.size()), 1);
  Random random(5);
  for (int round = 0; round < 2; ++round) {
    auto order = up_to(texts.size());
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    if (round == 1) order.resize(order.size() / 3);
    const auto lines = lines_of_run(pipeline_with({}), texts, order, 1);
    for (std::size_t i = 0; i < order.size(); ++i) EXPECT_EQ(difference(before[order[i]], lines[i]), "") << escaped(texts[order[i]]);
  }
}

TEST(Company, alone_in_a_new_pipeline_gives_the_same_object) {
  const auto texts = every(7, some_texts());
  const auto before = lines_of_run(as_page(), texts, up_to(texts.size()), 1);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Pipeline fresh = pipeline_with({});
    const std::string id = "t" + std::to_string(i);
    EXPECT_EQ(difference(before[i], output_of(analysed(fresh, texts[i], id))), "") << escaped(texts[i]);
  }
}

TEST(Company, a_second_time_gives_the_same_object) {
  expect_always([](const std::string& bytes) { return difference(output_of(analysed(as_page(), bytes)), output_of(analysed(as_page(), bytes))); }, {3000, 100, 30, 8});
}

// The value of a key. Mentions stand for entities only where those are asked for.
nlohmann::json value_of(const nlohmann::json& object, const std::string& key) {
  nlohmann::json value = object.value(key, nlohmann::json());
  if (key == "mentions")
    for (auto& mention : value) mention.erase("entity");
  return value;
}

TEST(Company, one_finding_alone_is_the_same_as_among_all) {
  std::map<std::string, Pipeline> alone;
  for (const pipeline::Finding& f : pipeline::findings()) {
    Options options;
    options.only = {std::string(f.name)};
    alone.emplace(f.name, pipeline_with(options));
  }
  expect_always(
      [&](const std::string& bytes) {
        const auto whole = nlohmann::json::parse(output_of(analysed(as_page(), bytes)));
        std::string wrong;
        for (const auto& [name, pipeline] : alone) {
          const auto part = nlohmann::json::parse(output_of(analysed(pipeline, bytes)));
          for (const std::string& key : {name, std::string("text"), std::string("title"), std::string("status")})
            if (const std::string parts = difference(value_of(part, key).dump(), value_of(whole, key).dump()); !parts.empty()) wrong += "--only " + name + ", " + key + " " + parts + "\n";
        }
        return wrong;
      },
      {2000, 60, 20, 12});
}

}  // namespace
}  // namespace qogam::properties
