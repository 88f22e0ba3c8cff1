// qogam store: what is put in, put in again, and refused.
#include <algorithm>

#include "cli/program.h"
#include "support/stored.h"

namespace qogam::store::test {
namespace {

using cli::test::Ended;
using cli::test::has;
using qogam::test::asked;
using qogam::test::dump_of;
using qogam::test::error_line;
using qogam::test::joined;
using qogam::test::small_world;
using qogam::test::StoredArticle;

class Store : public cli::test::ProgramTest {
 protected:
  Ended store(const std::string& words, int code = 0) {
    Ended e = qogam("store " + words);
    EXPECT_EQ(e.code, code) << words << ": " << e.err;
    return e;
  }
  std::string db(const std::string& name = "w.db") const { return (folder_ / name).string(); }
  std::string dump(const std::string& name = "w.db") const { return dump_of(db(name)); }
  std::string ask(const std::string& sql) const { return asked(db(), sql); }
  void expect_sound(const std::string& name = "w.db") const {
    EXPECT_EQ(asked(db(name), "PRAGMA integrity_check"), "ok\n");
    EXPECT_EQ(asked(db(name), "PRAGMA foreign_key_check"), "");
  }
};

TEST_F(Store, rows_of_a_small_world) {
  write("w.jsonl", joined(small_world()));
  const Ended e = store("w.db w.jsonl");
  EXPECT_TRUE(has(e.err, "6 articles added, 0 replaced, 0 the same")) << e.err;
  EXPECT_EQ(e.out, "");
  expect_sound();
  EXPECT_EQ(ask("SELECT count(*), sum(status = 'error') FROM documents"), "6|1\n");
  EXPECT_EQ(ask("SELECT path, url, published, published_from, language FROM documents WHERE doc_id = 'a1'"), "news/a1.txt|https://news.example/a1|2023-02-01|header|ru\n");
  EXPECT_EQ(ask("SELECT error_code, error_message FROM documents WHERE doc_id = 'a5'"), "empty|There is no text.\n");
  EXPECT_EQ(ask("SELECT name, position, organization FROM officials WHERE document = 1"), "Ерлан Сапаров|начальник отдела|отдел ЖКХ\n");
  EXPECT_EQ(ask("SELECT name, role FROM ngo_representatives"), "Айгуль Ахметова|директор\n");
  EXPECT_EQ(ask("SELECT text FROM clauses WHERE document = 4"), "Новый детский сад в Жаркенте откроем к 1 октября\n");
  EXPECT_EQ(ask("SELECT substr(text, 1, 10) FROM documents WHERE doc_id = 'a2'"), "Биыл Абай \n");
  EXPECT_EQ(ask("SELECT mentions FROM entities WHERE document = 1 AND entity = 'e1'"), "1\n");
}

TEST_F(Store, what_is_known_across_articles) {
  write("w.jsonl", joined(small_world()));
  store("w.db w.jsonl");
  EXPECT_EQ(ask("SELECT d.doc_id, e.entity FROM entities e JOIN people p ON p.id = e.person JOIN documents d ON d.id = e.document WHERE p.name LIKE '%паров' ORDER BY p.id = (SELECT person FROM entities WHERE document = 4 AND entity = 'e4'), 1"),
            "a1|e1\na2|e1\na4|e4\n");
  EXPECT_EQ(ask("SELECT count(DISTINCT body) FROM entities WHERE name IN ('отдел ЖКХ', 'ТКШ бөлімі')"), "1\n");
  EXPECT_EQ(ask("SELECT first_said, last_mentioned, deadline, moved, reported_done, contradicted, topics FROM commitments ORDER BY first_said"),
            "2023-02-01|2023-10-02|2023-09-01|0||2023-10-02|roads_transport\n2023-06-20|2023-12-15|2023-10-01|0|2023-12-15||education\n");
  EXPECT_EQ(ask("SELECT says FROM tellings ORDER BY day"), "promised\nrepeated\npromised\nfailed\ndone\n");
  EXPECT_EQ(ask("SELECT kind, first, second FROM doubts"), "person|a4#e4|a1#e1\n");
}

TEST_F(Store, twice_is_once) {
  write("w.jsonl", joined(small_world()));
  store("w.db w.jsonl");
  const std::string before = dump();
  const Ended e = store("w.db w.jsonl");
  EXPECT_TRUE(has(e.err, "0 articles added, 0 replaced, 6 the same")) << e.err;
  EXPECT_EQ(dump(), before);
  store("w.db");
  EXPECT_EQ(dump(), before) << "linking anew changes nothing";
  store("w.db w.jsonl w.jsonl");
  EXPECT_EQ(dump(), before);
}

TEST_F(Store, in_parts_is_as_in_one) {
  const auto lines = small_world();
  write("w.jsonl", joined(lines));
  store("w.db w.jsonl");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    write("part.jsonl", lines[i]);
    store("parts.db part.jsonl");
  }
  EXPECT_EQ(dump("parts.db"), dump());
  std::string all;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    write("p" + std::to_string(i), lines[i]);
    all += " p" + std::to_string(i);
  }
  store("files.db" + all);
  EXPECT_EQ(dump("files.db"), dump());
  EXPECT_EQ(shell("cat w.jsonl | \"$Q\" store piped.db -").code, 0);
  EXPECT_EQ(dump("piped.db"), dump());
}

TEST_F(Store, any_number_of_threads_gives_the_same) {
  std::string many;
  for (int i = 0; i < 300; ++i)
    for (const std::string& line : small_world()) {
      auto object = nlohmann::json::parse(line);
      object["id"] = object["id"].get<std::string>() + "-" + std::to_string(i);
      many += object.dump() + "\n";
    }
  write("many.jsonl", many);
  store("one.db many.jsonl -j1");
  for (const char* jobs : {"2", "8"}) {
    store(std::string("more.db many.jsonl -q -j") + jobs);
    EXPECT_TRUE(dump("more.db") == dump("one.db")) << jobs;
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(db("more.db") + end);
  }
}

TEST_F(Store, an_article_that_changed_takes_the_place_of_the_old_one) {
  auto lines = small_world();
  write("w.jsonl", joined(lines));
  store("w.db w.jsonl");
  const std::string people = ask("SELECT id, name FROM people"), number = ask("SELECT id FROM documents WHERE doc_id = 'a1'");
  lines[0] = StoredArticle("a1", "2023-02-02", "ru", "Правка", "Ерлан Сапаров рассказал о планах.").official("Ерлан Сапаров", "начальник отдела", "отдел ЖКХ").town("Темиртау").line();
  write("new.jsonl", lines[0]);
  EXPECT_TRUE(has(store("w.db new.jsonl").err, "0 articles added, 1 replaced"));
  expect_sound();
  EXPECT_EQ(ask("SELECT count(*) FROM documents"), "6\n");
  EXPECT_EQ(ask("SELECT id FROM documents WHERE doc_id = 'a1'"), number);
  EXPECT_EQ(ask("SELECT id, name FROM people"), people);
  EXPECT_EQ(ask("SELECT count(*) FROM quotes WHERE document = 1"), "0\n");
  EXPECT_EQ(ask("SELECT count(*) FROM tellings WHERE document = 1"), "0\n");
  EXPECT_EQ(ask("SELECT count(*) FROM documents WHERE id = 1 AND search IN (SELECT rowid FROM search WHERE search MATCH 'дорога')"), "0\n");
  write("w.jsonl", joined(lines));
  store("fresh.db w.jsonl");
  EXPECT_EQ(dump(), dump("fresh.db"));
}

TEST_F(Store, bad_lines_are_told_and_the_rest_is_stored) {
  const auto lines = small_world();
  const std::string bad[] = {"{\"schema\":\"qogam/1\"", "[]", "17", "{}", "{\"schema\":\"other/1\",\"id\":\"x\"}", "{\"schema\":\"qogam/1\",\"id\":\"\"}", "{\"schema\":\"qogam/1\",\"id\":17}",
                             "{\"schema\":\"qogam/1\",\"id\":\"x\",\"entities\":[17]}", "{\"schema\":\"qogam/1\",\"id\":\"x\",\"dates\":[{\"start\":\"a\"}],\"commitments\":[{\"start\":\"a\"}]}", "\xFF\xFE{}", std::string("\0{}", 3),
                             "{\"schema\":\"qogam/1\",\"id\":\"\xD0\"}"};
  std::string text;
  for (const std::string& line : bad) text += line + "\n";
  write("w.jsonl", lines[0] + text + "\n   \n\r\n" + joined({lines.begin() + 1, lines.end()}));
  const Ended e = store("w.db w.jsonl", 1);
  for (std::size_t i = 0; i < std::size(bad); ++i) {
    if (i == 7 || i == 8) continue;  // lists of something else: nothing is taken of them
    EXPECT_TRUE(has(e.err, "w.jsonl:" + std::to_string(i + 2) + " ")) << bad[i] << "\n" << e.err;
  }
  EXPECT_FALSE(has(e.err, "w.jsonl:1 "));
  EXPECT_FALSE(has(e.err, "w.jsonl:14 "));
  expect_sound();
  write("good.jsonl", joined(lines));
  store("good.db good.jsonl");
  EXPECT_EQ(ask("SELECT count(*) FROM documents WHERE doc_id LIKE 'a_'"), "6\n");
}

TEST_F(Store, lines_without_an_end_with_windows_ends_and_with_blanks) {
  const auto lines = small_world();
  std::string text = lines[0];
  text.pop_back();
  write("w.jsonl", "\n\n" + text + "\r\n" + lines[1].substr(0, lines[1].size() - 1));
  store("w.db w.jsonl");
  EXPECT_EQ(ask("SELECT doc_id FROM documents"), "a1\na2\n");
}

TEST_F(Store, nothing_to_store) {
  write("empty.jsonl", "");
  EXPECT_TRUE(has(store("w.db empty.jsonl").err, "0 articles added"));
  expect_sound();
  store("new.db");
  EXPECT_EQ(dump("new.db"), dump());
  EXPECT_EQ(store("-q w.db empty.jsonl").err, "");
}

TEST_F(Store, ids_twice_in_one_file) {
  const auto lines = small_world();
  auto later = nlohmann::json::parse(lines[0]);
  later["title"] = "Позже";
  write("w.jsonl", lines[0] + lines[1] + later.dump() + "\n");
  EXPECT_TRUE(has(store("w.db w.jsonl").err, "2 articles added, 1 replaced"));
  EXPECT_EQ(ask("SELECT title FROM documents WHERE doc_id = 'a1'"), "Позже\n");
  const std::string before = dump();
  store("w.db w.jsonl");
  EXPECT_EQ(dump(), before);
}

TEST_F(Store, entities_twice_in_one_article) {
  auto twice = nlohmann::json::parse(small_world()[0]);
  twice["entities"].push_back(twice["entities"][0]);
  write("w.jsonl", twice.dump() + "\n");
  store("w.db w.jsonl");
  EXPECT_EQ(ask("SELECT count(*) FROM entities WHERE entity = 'e1'"), "1\n");
  expect_sound();
}

TEST_F(Store, lists_that_are_missing_or_of_another_kind) {
  write("w.jsonl", "{\"schema\":\"qogam/1\",\"id\":\"x\"}\n{\"schema\":\"qogam/1\",\"id\":\"y\",\"entities\":null,\"title\":17,\"text\":[],\"published\":\"2023\",\"source\":null}\n");
  store("w.db w.jsonl");
  EXPECT_EQ(ask("SELECT doc_id, status FROM documents"), "x|ok\ny|ok\n");
}

TEST_F(Store, words_are_found_in_any_form) {
  write("w.jsonl", joined(small_world()));
  store("w.db w.jsonl");
  const struct {
    const char *words, *articles;
  } cases[] = {
      {"улица", "a1 a3"}, {"улицами Абая", "a1 a3"}, {"көше", "a2"}, {"көшелерді", "a2"}, {"жөндеу", "a2"}, {"садов", "a4 a6"}, {"детские сады Жаркента", "a4 a6"}, {"улица сад", ""}, {"слона", ""}, {"дорога", "a1"}, {"УЛИЦА", "a1 a3"},
  };
  for (const auto& c : cases) {
    const Ended e = qogam("query w.db search " + std::string(c.words) + " -f json");
    EXPECT_EQ(e.code, 0) << e.err;
    std::vector<std::string> found;
    for (const auto& row : cli::test::objects(e.out)) found.push_back(row["article"]);
    std::sort(found.begin(), found.end());
    std::string all;
    for (const std::string& id : found) all += (all.empty() ? "" : " ") + id;
    EXPECT_EQ(all, c.articles) << c.words;
  }
}

TEST_F(Store, files_that_are_no_store) {
  write("text.db", "Это не база.\nА заметка, и довольно длинная, чтобы никто не принял её за начало базы: сто байтов и ещё немного.\n");
  { SQLite::Database other(db("other.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE); other.exec("CREATE TABLE t (a)"); }
  { SQLite::Database empty(db("empty.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE); }
  store("old.db");
  { SQLite::Database old(db("old.db"), SQLite::OPEN_READWRITE); old.exec("PRAGMA user_version = 99"); }
  write("w.jsonl", joined(small_world()));
  const struct {
    const char *call, *says;
  } cases[] = {
      {"store text.db w.jsonl", "text.db is no SQLite database"},
      {"query text.db people", "text.db is no SQLite database"},
      {"store other.db w.jsonl", "other.db is a database, but no store of Qogam"},
      {"query other.db people", "other.db is a database, but no store of Qogam"},
      {"query empty.db people", "empty.db is an empty database"},
      {"store old.db w.jsonl", "old.db is a store of version 99"},
      {"query old.db people", "old.db is a store of version 99"},
      {"query missing.db people", "missing.db cannot be opened"},
      {"report missing.db", "missing.db cannot be opened"},
      {"review missing.db", "missing.db cannot be opened"},
      {"store none/w.db w.jsonl", "none/w.db cannot be opened or made"},
      {"store new.db missing.jsonl", "missing.jsonl cannot be read"},
  };
  const std::string text = read("text.db"), other = read("other.db");
  for (const auto& c : cases) {
    const Ended e = qogam(c.call);
    EXPECT_EQ(e.code, 3) << c.call << e.err;
    EXPECT_TRUE(has(e.err, c.says)) << c.call << ": " << e.err;
    EXPECT_EQ(e.out, "") << c.call;
  }
  EXPECT_TRUE(read("text.db") == text);
  EXPECT_TRUE(read("other.db") == other) << "what is no store stays as it is";
  EXPECT_FALSE(exists("missing.db"));
}

TEST_F(Store, usage) {
  for (const char* call : {"store", "store w.db w.jsonl -j 0", "store w.db w.jsonl --jbos 2"}) {
    const Ended e = qogam(call);
    EXPECT_EQ(e.code, 2) << call;
    EXPECT_NE(e.err, "") << call;
  }
  EXPECT_FALSE(exists("w.db"));
}

TEST_F(Store, no_link_leaves_the_registry_as_it_is) {
  const auto lines = small_world();
  write("one.jsonl", lines[0]);
  write("rest.jsonl", joined({lines.begin() + 1, lines.end()}));
  store("w.db one.jsonl");
  const std::string people = ask("SELECT id, name FROM people");
  store("w.db rest.jsonl --no-link");
  EXPECT_EQ(ask("SELECT id, name FROM people"), people);
  store("w.db");
  store("all.db one.jsonl rest.jsonl");
  EXPECT_EQ(dump(), dump("all.db"));
}

TEST_F(Store, while_another_process_writes_readers_read_and_writers_wait) {
  write("w.jsonl", joined(small_world()));
  store("w.db w.jsonl");
  SQLite::Database other(db(), SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE; DELETE FROM topics");
  const Ended topics = qogam("query w.db topics");
  EXPECT_EQ(topics.code, 0) << topics.err;
  EXPECT_TRUE(has(topics.out, "roads_transport"));
  write("new.jsonl", StoredArticle("b1", "2024-01-01", "ru", "Новость", "Новость.").line());
  const Ended e = qogam("store w.db new.jsonl");  // waits ten seconds
  EXPECT_EQ(e.code, 3);
  EXPECT_TRUE(has(e.err, "w.db cannot be written")) << e.err;
  EXPECT_TRUE(has(e.err, "locked")) << e.err;
  other.exec("ROLLBACK");
  store("w.db new.jsonl");
  expect_sound();
}

TEST_F(Store, a_store_that_may_only_be_read) {
  write("w.jsonl", joined(small_world()));
  store("w.db w.jsonl");
  const std::string nobody = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "";
  shell("chmod a+rx . && chmod a-w . w.db*");
  if (shell(nobody + "\"$Q\" --version").code != 0 || shell(nobody + "test -r w.db").code != 0 || shell(nobody + "test -w w.db").code == 0) GTEST_SKIP() << "cannot become a user who may only read";
  for (const char* call : {"query w.db topics", "store w.db w.jsonl", "review w.db", "report w.db"}) {  // SQLite needs files beside a store in WAL mode
    const Ended e = shell(nobody + "\"$Q\" " + call);
    EXPECT_EQ(e.code, 3) << call << e.err;
    EXPECT_TRUE(has(e.err, "w.db cannot be used where it is") && has(e.err, "copy it")) << call << ": " << e.err;
    EXPECT_EQ(e.out, "") << call;
  }
  shell("chmod u+w . w.db*");
  expect_sound();
}

}  // namespace
}  // namespace qogam::store::test
