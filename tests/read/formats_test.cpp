// JSON, tables, pages and messages, alone and one in the other.
#include "read/test_support.h"
#include "text/utf8.h"

namespace qogam::read::testing {
namespace {

using namespace std::string_view_literals;

class Formats : public Folder {};

TEST_F(Formats, reads_json_over_several_lines) {
  const struct {
    const char* content;
    Lines lines;
  } cases[] = {
      {"[\n {\n  \"text\": \"бір\"\n },\n {\"text\": \"екі\"}\n]\n", {"n:2|бір", "n:5|екі"}},
      {"{\n \"text\": \"бір\"\n}\n\n{\n \"text\": \"екі\"}", {"n:1|бір", "n:5|екі"}},
      {"[{\"text\":\"бір\"},{\"text\":\"екі\"}]", {"n:1|бір", "n:1#2|екі"}},
      {"\uFEFF[\r\n{\"text\":\"бір\"}\r\n]\r\n", {"n:2|бір"}},
      {"[{\"text\":\"} \\\" { ] \\\\\"}]", {"n:1|} \" { ] \\"}},
      {"[{\"text\":\"a\",\"of\":[{\"text\":\"in\"},[]]}]", {"n:1|a"}},
      {"[{\"id\":\"x\",\"text\":\"a\"},\n{\"id\":7,\"text\":\"b\"}]", {"x|a", "7|b"}},
      {"[]", {}},
  };
  for (const auto& c : cases) EXPECT_EQ(dump(put("n.json", c.content)), c.lines) << c.content;
}

TEST_F(Formats, tells_what_is_wrong_in_json) {
  const std::string deep = "[{\"text\":\"a\",\"x\":" + std::string(600, '[') + std::string(600, ']') + "},\n{\"text\":\"b\"}]";
  const struct {
    std::string content;
    Lines lines;
  } cases[] = {
      {"[{\"text\":\"a\"},\n{\"text\":b},\n{\"text\":\"c\"}]", {"n:1|a", "n:2!invalid_json", "n:3|c"}},
      {"[{\"text\":\"a\"],\n{\"text\":\"b\"}]", {"n:1!invalid_json", "n:2|b"}},
      {"[{\"title\":\"a\"},\n{\"text\":\"b\"}]", {"n:1!missing_field", "n:2|b"}},
      {"[{\"text\":\"a\"},\n{\"text\":\"b", {"n:1|a", "n:2!invalid_json"}},
      {"[{\"text\":\"a\"},\n{\"text\":\"b\\", {"n:1|a", "n:2!invalid_json"}},
      {deep, {"n:1!invalid_json", "n:2|b"}},
      // What is no object ends the reading with an error.
      {"[{\"text\":\"a\"},\n5,\n{\"text\":\"b\"}]", {"n:1|a", "n:2!invalid_json"}},
      {"[\"{}\", {\"text\":\"a\"}]", {"n:1!invalid_json"}},
      {"no JSON\n", {"n:1!invalid_json"}},
  };
  for (const auto& c : cases) EXPECT_EQ(dump(put("n.json", c.content)), c.lines) << c.content.substr(0, 60);
}

TEST_F(Formats, leaves_out_records_that_are_too_large) {
  ReadOptions options;
  options.max_document_bytes = 40;
  const std::string big(1000, 'a');
  EXPECT_EQ(dump(put("n.json", "[{\"text\":\"a\"},\n{\"text\":\"" + big + "\"},\n{\"text\":\"b\"}]"), options),
            (Lines{"n:1|a", "n:2!too_large", "n:3|b"}));
  EXPECT_EQ(dump(put("t.csv", "id,text\n1,a\n2," + big + "\n3,b\n"), options), (Lines{"1|a", "t:3!too_large", "3|b"}));
}

TEST_F(Formats, reads_tables) {
  const struct {
    const char *name, *content;
    Lines lines;
  } cases[] = {
      {"t.csv", "id,title,text\n1,Т,бір\n2,Т,екі\n", {"1|бір", "2|екі"}},
      {"t.csv", "id;text\n1;a,b\n", {"1|a,b"}},
      {"t.tsv", "id\ttext\n1\ta,b\n", {"1|a,b"}},
      {"t.csv", "id|text\n1|a\n", {"1|a"}},
      {"t.csv", "text\na\nb\n", {"t:2|a", "t:3|b"}},
      {"t.csv", "id,text\r\n1,a\r\n2,b", {"1|a", "2|b"}},
      {"t.csv", "\uFEFFtext,title\na,b\n", {"t:2|a"}},
      {"t.csv", " ID , Text \n1,a\n", {"1|a"}},
      {"t.csv", "id,text\n\n1,a\n\n\n2,b\n\n", {"1|a", "2|b"}},
      {"t.csv", "title,text\nТ,\"a, \"\"b\"\"\"\n", {"t:2|a, \"b\""}},
      {"t.csv", "\"title\",\"text\"\n\"T\",\"\"\n", {"t:2|"}},
      // Line ends in a cell count, so that a row can be found.
      {"t.csv", "title,text\nТ,\"бір\nекі\r\n\n\"\nТ,үш\n", {"t:2|бір\nекі\r\n\n", "t:6|үш"}},
      {"t.csv", "title,text\nТ,труба 5\" новая\n5\"\",b\n", {"t:2|труба 5\" новая", "t:3|b"}},
      {"t.csv", "text,title,url\na\nb,T\n", {"t:2|a", "t:3|b"}},
  };
  for (const auto& c : cases) EXPECT_EQ(dump(put(c.name, c.content)), c.lines) << c.content;
}

TEST_F(Formats, tells_what_is_wrong_in_tables) {
  const struct {
    const char* content;
    Lines lines;
  } cases[] = {
      {"id,text\n1,a\n2,b,c\n3,d\n", {"1|a", "t:3!invalid_csv", "3|d"}},
      {"id,text\n1,a\n2,\"b\n3,c\n", {"1|a", "t:3!invalid_csv"}},
      {"id,name\n1,a\n2,b\n", {"t:1!missing_field"}},
      {"id,\"text\n1,a\n", {"t:1!missing_field"}},
      {"", {"t:1!empty"}},
  };
  for (const auto& c : cases) EXPECT_EQ(dump(put("t.csv", c.content)), c.lines) << c.content;
}

TEST_F(Formats, finds_columns_by_the_fields) {
  const struct {
    Lines fields;
    const char* content;
    std::string id, text, title, url;
  } cases[] = {
      {{}, "content,date,lang,url\na,2024-04-19,kk,u\n", "t:2", "a", "", "u"},
      {{"text=Article", "title=head"}, "ARTICLE,Head,text\na,T,no\n", "t:2", "a", "T", ""},
      {{"text=текст"}, "Заголовок,Текст\nT,a\n", "t:2", "a", "", ""},  // whatever their case
      {{"text=МӘТІН"}, "Мәтін,url\na,u\n", "t:2", "a", "", "u"},
      {{"id=url"}, "text,url\na,u\n", "u", "a", "", "u"},  // one column for two fields
      {{"title=text"}, "text,url\na,u\n", "t:2", "a", "a", "u"},
  };
  for (const auto& c : cases) {
    ReadOptions options;
    for (const std::string& field : c.fields) set_field(options.fields, field);
    const auto documents = documents_of(put("t.csv", c.content), options);
    ASSERT_EQ(documents.size(), 1u) << c.content;
    const Document& d = documents[0];
    EXPECT_FALSE(d.error) << c.content;
    EXPECT_EQ((Lines{d.id, d.source.bytes, d.source.title, d.source.url}), (Lines{c.id, c.text, c.title, c.url})) << c.content;
  }
}

TEST_F(Formats, fills_the_source_from_a_row) {
  const std::string path = put("t.tsv", "text\tdate\tlang\turl\ttitle\nМәтін\t2024-04-19\tkk\thttps://e.kz\tТ\n");
  const auto d = make_reader({path}, {})->next();
  ASSERT_TRUE(d);
  EXPECT_EQ(d->source.path, path + ":2");
  EXPECT_EQ(d->source.published, "2024-04-19");
  EXPECT_EQ(d->source.language, "kk");
  EXPECT_EQ(d->source.url, "https://e.kz");
  EXPECT_EQ(d->source.title, "Т");
  EXPECT_EQ(d->source.media_type, "text/csv");
}

TEST_F(Formats, reads_tables_and_json_in_any_encoding) {
  const std::string table = "id;title;text\r\n1;Дороги;\"Аким поручил отремонтировать дороги; деньги выделены\"\r\n";
  const std::string json = "[\n {\"id\": 1, \"title\": \"Дороги\",\n  \"text\": \"Аким поручил отремонтировать дороги; деньги выделены\"}\n]";
  for (const char* const charset : {"UTF-8", "WINDOWS-1251", "KOI8-R", "UTF-16LE", "UTF-16BE"})
    for (const bool mark : {false, true}) {
      if (mark && !std::string_view(charset).starts_with("UTF")) continue;
      for (const auto& [name, content] : {std::pair{"t.csv", table}, {"t.json", json}}) {
        const auto documents = documents_of(put(name, encoded((mark ? "\uFEFF" : "") + content, charset)));
        ASSERT_EQ(documents.size(), 1u) << charset << mark << name;
        EXPECT_EQ(lines_of(documents)[0], "1|Аким поручил отремонтировать дороги; деньги выделены") << charset << mark << name;
        EXPECT_EQ(documents[0].source.title, "Дороги") << charset << mark << name;
      }
    }
}

TEST_F(Formats, gives_utf8_where_the_encoding_changes_late) {
  const std::string ascii = "1," + std::string(100u << 10, 'a') + ",T\n";
  const auto documents = documents_of(put("t.csv", "id,text,title\n" + ascii + encoded("Номер,Дорогу ремонтируют,Дорога\n", "WINDOWS-1251")));
  ASSERT_EQ(documents.size(), 2u);
  EXPECT_EQ(raw_of(documents[1]), "Дорогу ремонтируют");
  EXPECT_EQ(documents[1].source.title, "Дорога");
  EXPECT_EQ(documents[1].id, "Номер");
}

TEST_F(Formats, are_told_by_content_then_by_ending) {
  const std::string page = "<!DOCTYPE html>\n<html><body><p>Приказ</p></body></html>";
  const struct {
    const char* name;
    std::string content;
    const char* media;  // after the reader; of text it stays open
  } cases[] = {
      {"a", page, "text/html"},
      {"a.txt", page, "text/html"},
      {"a.txt", "\uFEFF" + page, "text/html"},
      {"a.txt", "<?xml version=\"1.0\"?>\n<!-- saved -->\n<HTML lang=\"kk\">\n<p>Бұйрық", "text/html"},
      {"a.txt", encoded(page, "WINDOWS-1251"), "text/html"},
      {"a.txt", encoded(page, "UTF-16LE"), "text/html"},
      {"a.html", "Приказ", "text/html"},
      {"a.HTM", "Приказ", "text/html"},
      {"a.txt", "Тег <b> делает буквы жирными.", ""},
      {"a.txt", "Приказ", ""},
      {"a", "Приказ", ""},
      {"a.txt", "id,text\n1,a\n", "text/csv"},
      {"a.txt", "[{\"text\":\"a\"}]", "application/json"},
      {"a.txt", "Text of the day, and what it says\nIt says this, and that.\n", ""},
      {"a.txt", "Subject: no mail\n\nДата: 5 мая", ""},
      {"a.txt", "[Фото] Приказ", ""},
  };
  for (const auto& c : cases) {
    const auto documents = documents_of(put(c.name, c.content));
    ASSERT_EQ(documents.size(), 1u) << c.name << " " << c.content;
    EXPECT_FALSE(documents[0].error) << c.name << " " << c.content;
    EXPECT_EQ(documents[0].source.media_type, c.media) << c.name << " " << c.content;
  }
}

TEST_F(Formats, are_what_the_user_says) {
  ReadOptions options;
  options.from = "csv";
  EXPECT_EQ(dump(put("a.txt", "text\n{\"text\":\"a\"}\n"), options), (Lines{"a:2|{\"text\":\"a\"}"}));
  options.from = "text";
  EXPECT_EQ(dump(put("a.csv", "id,text\n"), options), (Lines{"a|id,text\n"}));
  options.from = "jsonl";
  EXPECT_EQ(dump(put("a.gz", gzipped("{\"text\":\"a\"}\n")), options), (Lines{"a:1|a"}));
}

TEST_F(Formats, passes_over_in_folders_what_is_no_document) {
  for (const char* const name : {"d/a.txt", "d/b", "d/c.css", "d/d.PNG", "d/e.xyz", "d/f.log", "d/g.xyz"}) put(name, "x");
  put("d/g.xyz", "<html><p>x</p></html>");
  ReadOptions options;
  Lines told;
  options.on_passed_over = [&](const std::string& path) { told.push_back(fs::path(path).filename()); };
  const auto reader = make_reader({(folder_ / "d").string()}, options);
  EXPECT_EQ(lines_of(documents_of(*reader)), (Lines{"a|x", "b|x", "g|<html><p>x</p></html>"}));
  EXPECT_EQ(reader->progress().passed_over, 4u);
  std::sort(told.begin(), told.end());
  EXPECT_EQ(told, (Lines{"c.css", "d.PNG", "e.xyz", "f.log"}));
}

// Inside each other.

TEST_F(Formats, are_read_inside_each_other) {
  const std::string page = "<html><p>бет</p></html>";
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
  const std::string warc = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n";
  const std::string mail = "From: a@e.kz\nDate: Fri, 19 Apr 2024 10:00:00 +0500\nSubject: S\nMIME-Version: 1.0\n\nхат";
  const std::vector<Member> members = {
      {"t.csv", "id,text\n1,a\n"},        {"p.html", page},
      {"l/m.eml", mail},                  {"c.warc.gz", gzipped(warc)},
      {"n.jsonl", "{\"text\":\"b\"}\n"},  {"n.json.gz", gzipped("[\n{\"text\":\"c\"}]")},
      {"w.csv", encoded("text;url\nПоручение акима области;u\n", "WINDOWS-1251")},
  };
  const Lines lines = {"1|a", "a/p|" + page, "a/l/m|хат", "a/c:1|" + page, "a/n:1|b", "a/n:2|c", "a/w:2|Поручение акима области"};
  EXPECT_EQ(dump(put("a.zip", packed(members))), lines);
  EXPECT_EQ(dump(put("a.tar.gz", packed(members, kTarGz))), lines);
  EXPECT_EQ(dump(put("a.tgz.gz", gzipped(packed(members, kTarGz)))), lines);
  const auto documents = documents_of(put("a.zip", packed({{"in.tar.gz", packed(members, kTarGz)}})));
  ASSERT_EQ(documents.size(), members.size());
  EXPECT_EQ(documents[3].source.path, (folder_ / "a.zip/in.tar.gz/c.warc.gz:1").string());
  EXPECT_EQ(documents[3].id, "a/in/c:1");
  EXPECT_EQ(documents[2].source.title, "S");
}

}  // namespace
}  // namespace qogam::read::testing
