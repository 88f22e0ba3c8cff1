// Every export names the program and the knowledge that made it or what is in it.
#include "exports/world.h"

namespace qogam::exports::test {
namespace {

class GeneratorTest : public ExportTest {};

// An article that was analysed by another version than the one that exports it.
Json analysed_article() {
  Json article = bare_article("a", "One two.");
  article["generator"] = {{"version", "0.0.9"}, {"models", "0ldf1ngerpr1nt"}};
  return article;
}

// Where each format says it.
struct Place {
  const char *format, *file, *made, *analysed;  // `made` and `analysed` are pieces of the file; empty: it has no place for that
};

constexpr Place kPlaces[] = {
    {"csv", "/datapackage.json", "\"generator\": {\n  \"models\": \"f1ngerpr1nt\",\n  \"name\": \"qogam\",\n  \"version\": \"9.9.9\"", ""},
    {"csv", "/articles.csv", "", ",qogam 0.0.9 0ldf1ngerpr1nt\r\n"},
    {"ftm", "", "", "\"processingAgent\":[\"qogam 0.0.9 0ldf1ngerpr1nt\"]"},
    {"popolo", "", "{\"meta\": {\"generator\":{\"models\":\"f1ngerpr1nt\",\"name\":\"qogam\",\"version\":\"9.9.9\"}}", ""},
    {"labelstudio", "", "", "\"model_version\":\"qogam 0.0.9 0ldf1ngerpr1nt\""},
    {"brat", "/annotation.conf", "(qogam 9.9.9 f1ngerpr1nt)", ""},
    {"conllu", "", "\n# generator = qogam 9.9.9 f1ngerpr1nt\n", ""},
    {"jsonld", "", "\"softwareVersion\":\"9.9.9\"", ""},
    {"jsonld", "", "\"name\":\"qogam.model\",\"version\":\"f1ngerpr1nt\"", ""},
};

TEST_F(GeneratorTest, stands_in_every_format) {
  Options options{.generator = {"9.9.9", "f1ngerpr1nt"}};
  options.conllu = [](const Json&) { return std::string("# newdoc id = a\n# sent_id = a-1\n# text = One\n1\tOne\tone\tNUM\t_\t_\t_\t_\t_\tStart=0|End=3\n\n"); };
  for (const Format& format : formats()) {
    const fs::path out = exported(std::string(format.name), with_articles({analysed_article()}), options, std::string(format.name));
    bool checked = false;
    for (const Place& place : kPlaces) {
      if (format.name != place.format) continue;
      checked = true;
      const std::string bytes = bytes_of(out.string() + place.file);
      for (const std::string piece : {place.made, place.analysed}) EXPECT_NE(bytes.find(piece), std::string::npos) << format.name << ": " << piece << "\n" << bytes;
    }
    EXPECT_TRUE(checked) << format.name << " is not in the table of places";
  }
}

TEST_F(GeneratorTest, the_data_package_describes_every_table) {
  const fs::path out = exported("csv", SimpleRegistry::of(analysed()));
  const Json package = Json::parse(bytes_of(out / "datapackage.json"));
  EXPECT_EQ(package["profile"], "tabular-data-package");
  EXPECT_EQ(package["as_of"], "2026-11-30");
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(out)) files += entry.path().extension() == ".csv";
  EXPECT_EQ(package["resources"].size(), files);
  for (const Json& resource : package["resources"]) {
    const std::string bytes = bytes_of(out / resource["path"].get<std::string>());
    std::string header;
    for (const Json& field : resource["schema"]["fields"]) header += (header.empty() ? "" : ",") + field["name"].get<std::string>();
    EXPECT_EQ(bytes.substr(0, bytes.find("\r\n")), header);
  }
}

}  // namespace
}  // namespace qogam::exports::test
