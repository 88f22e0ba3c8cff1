// Archives and packed files, made when the test runs.
#include <functional>
#include <random>

#include "read/overlapping_zip.h"
#include "read/test_support.h"

namespace qogam::read::testing {
namespace {

class Archives : public Folder {};

struct Named {
  const char* name;  // of the file
  Packer packer;
};

const Named kArchives[] = {
    {"a.zip", kZip},
    {"a.zip", {ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, "zip:compression=store"}},
    {"a.tar", kTar},
    {"a.tar", {ARCHIVE_FORMAT_TAR_GNUTAR}},
    {"a.tar", {ARCHIVE_FORMAT_TAR_USTAR}},
    {"a.tar.gz", kTarGz},
    {"a.tgz", kTarGz},
    {"a.tar.bz2", {ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_BZIP2}},
    {"a.tar.xz", {ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_XZ}},
    {"a.txz", {ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_XZ}},
    {"a.tar.zst", {ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_ZSTD}},
    {"a.tar.lz", {ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_LZIP}},
    {"a.7z", {ARCHIVE_FORMAT_7ZIP}},
    {"a.7z", {ARCHIVE_FORMAT_7ZIP, ARCHIVE_FILTER_NONE, "7zip:compression=bzip2"}},
};

TEST_F(Archives, give_their_members_in_order) {
  const std::vector<Member> members = {{"b.txt", "бір"}, {"a/Қала.txt", "екі"}, {"a/n.jsonl", "{\"text\":\"үш\"}\n{\"text\":\"төрт\"}"}};
  for (const Named& a : kArchives) {
    const std::string path = put(a.name, packed(members, a.packer));
    const auto documents = documents_of(path);
    EXPECT_EQ(lines_of(documents), (Lines{"a/b|бір", "a/a/Қала|екі", "a/a/n:1|үш", "a/a/n:2|төрт"})) << a.name;
    ASSERT_EQ(documents.size(), 4u) << a.name;
    EXPECT_EQ(documents[1].source.path, path + "/a/Қала.txt") << a.name;
    EXPECT_EQ(documents[3].source.path, path + "/a/n.jsonl:2") << a.name;
  }
}

TEST_F(Archives, are_read_from_standard_input) {
  const std::vector<Member> members = {{"b.txt", "бір"}, {"c.txt", "екі"}};
  for (const Named& a : kArchives) {
    if (a.packer.format == ARCHIVE_FORMAT_7ZIP) continue;  // has its table at its end
    const auto documents = documents_of_stream(packed(members, a.packer));
    EXPECT_EQ(lines_of(documents), (Lines{"stdin/b|бір", "stdin/c|екі"})) << a.name;
    EXPECT_EQ(documents[0].source.path, "-/b.txt") << a.name;
  }
  EXPECT_EQ(dump_stream(packed(members, {ARCHIVE_FORMAT_7ZIP})), (Lines{"stdin!unreadable"}));
}

TEST_F(Archives, are_told_by_content) {
  EXPECT_EQ(dump(put("a.txt", packed({{"b.txt", "бір"}}))), (Lines{"a/b|бір"}));
  EXPECT_EQ(dump(put("a", packed({{"b.txt", "бір"}}, kTarGz))), (Lines{"a/b|бір"}));
  EXPECT_EQ(dump(put("a.zip", "бір")), (Lines{"a|бір"}));
}

TEST_F(Archives, are_not_seen_where_there_are_none) {
  // Letters that packed files begin with.
  for (const char* const text : {"BZhZQ jinaqtary ósti", "BZh", "LZIP is a format of files", "PK", "7z", "(\xB5/"})
    EXPECT_EQ(dump(put("a.txt", text)), (Lines{"a|" + std::string(text)}));
}

TEST_F(Archives, of_one_file_keep_its_name) {
  const struct {
    const char* name;
    int filter;
  } cases[] = {{"n.txt.gz", ARCHIVE_FILTER_GZIP},
               {"n.txt.bz2", ARCHIVE_FILTER_BZIP2},
               {"n.txt.xz", ARCHIVE_FILTER_XZ},
               {"n.txt.zst", ARCHIVE_FILTER_ZSTD},
               {"n.txt.lz", ARCHIVE_FILTER_LZIP}};
  for (const auto& c : cases) {
    for (const std::string& text : {std::string("Мәтін"), std::string("x"), std::string(300u << 10, 'a')}) {
      const std::string path = put(c.name, compressed(text, c.filter));
      const auto documents = documents_of(path);
      ASSERT_EQ(lines_of(documents), (Lines{"n|" + text})) << c.name;
      EXPECT_EQ(documents[0].source.path, path);
    }
    std::string name = c.name;
    name.replace(1, 4, ".jsonl");
    EXPECT_EQ(dump(put(name, compressed("{\"text\":\"a\"}\n", c.filter))), (Lines{"n:1|a"})) << name;
    EXPECT_EQ(dump(put(c.name, compressed("", c.filter))), (Lines{"n|"})) << c.name << ", empty";
    EXPECT_EQ(dump(put(c.name, compressed("а", c.filter) + compressed("ә", c.filter))), (Lines{"n|аә"})) << c.name << ", two streams";
  }
}

TEST_F(Archives, may_lie_in_archives) {
  const std::string inner = packed({{"b.txt", "бір"}, {"c.txt", "екі"}});
  const std::vector<Member> members = {{"a.txt", "нөл"}, {"in.zip", inner}, {"in.tar.gz", packed({{"b.txt", "үш"}}, kTarGz)},
                                       {"d.txt.gz", gzipped("төрт")}, {"z.txt", "бес"}};
  for (const Named& a : kArchives) {
    const std::string path = put(a.name, packed(members, a.packer));
    const auto documents = documents_of(path);
    EXPECT_EQ(lines_of(documents), (Lines{"a/a|нөл", "a/in/b|бір", "a/in/c|екі", "a/in/b#2|үш", "a/d|төрт", "a/z|бес"})) << a.name;
    EXPECT_EQ(documents[3].source.path, path + "/in.tar.gz/b.txt") << a.name;
    EXPECT_EQ(documents[4].source.path, path + "/d.txt.gz") << a.name;
  }
}

TEST_F(Archives, are_followed_six_deep) {
  const auto nested = [](int times) {
    std::string bytes = "бір";
    std::string name = "b.txt";
    for (int i = 0; i < times; ++i) bytes = packed({{name, bytes}}), name = "b.zip";
    return bytes;
  };
  EXPECT_EQ(dump(put("a.zip", nested(6))), (Lines{"a/b/b/b/b/b/b|бір"}));
  EXPECT_EQ(dump(put("a.zip", nested(7))), (Lines{"a/b/b/b/b/b/b!too_deep"}));
  EXPECT_EQ(dump(put("a.zip", packed({{"in.zip", nested(6)}, {"c.txt", "екі"}}))), (Lines{"a/in/b/b/b/b/b!too_deep", "a/c|екі"}));
  std::string gzip = "бір";
  for (int i = 0; i < 6; ++i) gzip = gzipped(gzip);
  EXPECT_EQ(dump(put("a.gz", gzip)), (Lines{"a|бір"}));
  EXPECT_EQ(dump(put("a.gz", gzipped(gzip))), (Lines{"a!too_deep"}));
}

TEST_F(Archives, hide_what_systems_leave_in_them) {
  const std::vector<Member> members = {{".x.txt", "no"},        {"a/.git/x.txt", "no"}, {"__MACOSX/._b.txt", "no"}, {"a/Thumbs.db", "no"},
                                       {"d/", "", AE_IFDIR},    {"b.txt", "бір"},       {"l.txt", "", AE_IFLNK, "/etc/passwd"}};
  for (const Named& a : kArchives) {
    const auto reader = make_reader({put(a.name, packed(members, a.packer))}, {});
    EXPECT_EQ(lines_of(documents_of(*reader)), (Lines{"a/b|бір"})) << a.name;
    EXPECT_EQ(reader->progress().passed_over, 0u) << a.name;
  }
}

TEST_F(Archives, have_harmless_names) {
  const struct {
    const char *name, *id;
  } cases[] = {
      {"../../etc/x.txt", "a/etc/x"},      {"/abs/x.txt", "a/abs/x"}, {"./x.txt", "a/x"},   {"a//b/x.txt", "a/a/b/x"},
      {"a/../x.txt", "a/a/x"},             {"C:/w/x.txt", "a/w/x"},   {"..", "a/unnamed"},  {"C:\\w\\x.txt", "a/w/x"},
      {"..\\..\\w\\x.txt", "a/w/x"},
  };
  for (const auto& c : cases)
    for (const Packer& packer : {kZip, kTar}) {
      const auto documents = documents_of(put("a.zip", packed({{c.name, "бір"}}, packer)));
      ASSERT_EQ(lines_of(documents), (Lines{c.id + std::string("|бір")})) << c.name;
      EXPECT_EQ(documents[0].source.path.find(".."), std::string::npos) << c.name;
    }
  EXPECT_EQ(std::distance(fs::recursive_directory_iterator(folder_), {}), 1) << "nothing is unpacked to the disk";
}

// A program that embeds the library may not have set a locale.
TEST_F(Archives, keep_their_names_in_any_locale) {
  for (const Named& a : kArchives) {
    const std::string bytes = packed({{"Қала/Жол.txt", "бір"}, {"Дороги.txt", "екі"}}, a.packer);
    std::setlocale(LC_CTYPE, "C");
    EXPECT_EQ(dump(put(a.name, bytes)), (Lines{"a/Қала/Жол|бір", "a/Дороги|екі"})) << a.name;
    std::setlocale(LC_CTYPE, "C.UTF-8");
  }
}

TEST_F(Archives, number_members_of_one_name) {
  EXPECT_EQ(dump(put("a.tar", packed({{"b.txt", "бір"}, {"b.txt", "екі"}, {"b.html", "үш"}}, kTar))), (Lines{"a/b|бір", "a/b#2|екі", "a/b#3|үш"}));
}

TEST_F(Archives, pass_over_what_is_no_document) {
  Lines told;
  ReadOptions options;
  options.on_passed_over = [&](const std::string& path) { told.push_back(fs::path(path).filename()); };
  const std::vector<Member> members = {{"s.css", "x"}, {"P.PNG", "x"}, {"d.pdf", "%PDF"}, {"u.xyz", "x"}, {"README", "бір"}, {"v.xyz", "<html><p>x</p></html>"}};
  for (const Named& a : kArchives) {
    told.clear();
    const auto reader = make_reader({put(a.name, packed(members, a.packer))}, options);
    EXPECT_EQ(lines_of(documents_of(*reader)), (Lines{"a/README|бір", "a/v|<html><p>x</p></html>"})) << a.name;
    EXPECT_EQ(told, (Lines{"s.css", "P.PNG", "d.pdf", "u.xyz"})) << a.name;
    EXPECT_EQ(reader->progress().passed_over, 4u) << a.name;
  }
}

// As in folders, where the user says what it is.
TEST_F(Archives, pass_over_nothing_where_the_format_is_said) {
  ReadOptions options;
  options.from = "text";
  put("d/a.log", "бір");
  EXPECT_EQ(dump((folder_ / "d").string(), options), (Lines{"a|бір"}));
  EXPECT_EQ(dump(put("a.zip", packed({{"b.xyz", "бір"}, {"c.log", "екі"}})), options), (Lines{"a/b|бір", "a/c|екі"}));
}

TEST_F(Archives, with_nothing_in_them_are_empty) {
  for (const Named& a : kArchives) EXPECT_EQ(dump(put(a.name, packed({}, a.packer))), Lines{}) << a.name;
}

TEST_F(Archives, that_are_encrypted_say_so) {
  for (const char* const options : {"zip:encryption=zipcrypt", "zip:encryption=aes128", "zip:encryption=aes256"}) {
    std::string bytes;
    try {
      bytes = packed({{"b.txt", "бір"}, {"c.txt", "екі"}}, {ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, options, "secret"});
    } catch (const std::runtime_error&) {
      continue;  // this libarchive cannot write it
    }
    const auto documents = documents_of(put("a.zip", bytes));
    EXPECT_EQ(lines_of(documents), (Lines{"a/b!unreadable", "a/c!unreadable"})) << options;
    for (const Document& d : documents) EXPECT_NE(d.error->message.find("encrypted"), std::string::npos) << d.error->message;
    EXPECT_EQ(dump_stream(bytes), (Lines{"stdin/b!unreadable", "stdin/c!unreadable"})) << options;
  }
}

// Bombs.

void expect_refused(const std::vector<Document>& documents, const std::string& what) {
  ASSERT_FALSE(documents.empty()) << what;
  EXPECT_LE(documents.size(), 4u) << what;
  for (const Document& d : documents) {
    ASSERT_TRUE(d.error) << what << ": " << d.id;
    EXPECT_EQ(d.error->code, "expansion_limit") << what << ": " << d.error->message;
  }
}

TEST_F(Archives, that_swell_too_much_are_refused) {
  const std::string megabyte(1u << 20, '\0');
  const std::string inner = packed({{"zeros.txt", megabyte, AE_IFREG, "", 1024}}, {ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, "zip:compression-level=1"});
  const std::string path = put("bomb.zip", packed({{"in.zip", inner}}));
  EXPECT_LT(fs::file_size(path), 100u << 10);
  expect_refused(documents_of(path), "zip in zip");
  expect_refused(documents_of(put("bomb.gz", gzipped(inner))), "zip in gzip");
  expect_refused(documents_of_stream(packed({{"in.zip", inner}})), "zip in zip, from standard input");
  expect_refused(documents_of(put("bomb.zst", compressed(inner, ARCHIVE_FILTER_ZSTD))), "zip in zstd");
  // The files behind it are read.
  const std::string good = put("good.txt", "бір");
  const auto reader = make_reader({path, good}, {});
  EXPECT_EQ(lines_of(documents_of(*reader)).back(), "good|бір");
}

// Each of them is a good file of 21 MB; what all of them give is 5 GB.
TEST_F(Archives, whose_members_overlap_are_refused) {
  const std::string path = put("bomb.zip", overlapping_zip(250, 21'000'000));
  EXPECT_LT(fs::file_size(path), 50'000u);
  const auto documents = documents_of(path);
  ASSERT_FALSE(documents.empty());
  ASSERT_TRUE(documents.back().error);
  EXPECT_EQ(documents.back().error->code, "expansion_limit") << documents.back().error->message;
  EXPECT_LT(documents.size(), 12u);  // 64 MiB come out, not gigabytes
}

TEST_F(Archives, may_swell_as_the_user_says) {
  std::mt19937 random(1);
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += std::to_string(random());
  text.resize(1u << 20, ' ');  // a tenth of it is hard to pack
  std::vector<Member> members;
  for (int i = 0; i < 70; ++i) members.push_back({std::to_string(i) + ".txt", text});
  for (const Packer& packer : {kZip, kTarGz}) {
    const std::string path = put("a.zip", packed(members, packer));
    const auto count = [&](std::size_t expansion) {
      ReadOptions options;
      options.max_expansion = expansion;
      std::size_t good = 0;
      std::string code;
      const auto reader = make_reader({path}, options);
      while (const auto d = reader->next()) d->error ? void(code = d->error->code) : void(++good);
      return std::pair(good, code);
    };
    EXPECT_EQ(count(200), std::pair(std::size_t{70}, std::string()));
    const auto [good, code] = count(5);
    EXPECT_EQ(code, "expansion_limit");
    EXPECT_GT(good, 50u);  // up to 64 MiB anything may swell
    EXPECT_LT(good, 70u);
  }
}

// Damage.

std::string hard_text() {  // that no packer makes small
  std::mt19937 random(1);
  std::string text;
  for (int i = 0; i < 2'000; ++i) text += std::to_string(random()) + " ";
  return text;
}

std::size_t place(const std::string& bytes, double share) { return static_cast<std::size_t>(share * static_cast<double>(bytes.size())); }

std::string flipped(std::string bytes, double where) {
  bytes[place(bytes, where)] ^= 0x10;
  return bytes;
}

std::string cut(std::string bytes, double where) { return bytes.substr(0, place(bytes, where)); }

TEST_F(Archives, that_are_damaged_give_what_is_whole) {
  const std::string hard = hard_text();
  const std::vector<Member> members = {{"a.txt", "бір"}, {"b.txt", hard}, {"c.txt", "соңы"}};
  const struct {
    const char* name;
    Packer packer;
    std::function<std::string(std::string, double)> damage;
    Lines lines;
  } cases[] = {
      {"zip, a bit", kZip, flipped, {"a/a|бір", "a/b!unreadable", "a/c|соңы"}},
      {"zip, cut", kZip, cut, {"a/a|бір", "a/b!unreadable"}},
      {"tar, cut", kTar, cut, {"a/a|бір", "a/b!unreadable"}},
      {"tar.gz, cut", kTarGz, cut, {"a/a|бір", "a/b!unreadable"}},
      {"7z, cut", {ARCHIVE_FORMAT_7ZIP}, cut, {"a!unreadable"}},
  };
  for (const auto& c : cases) {
    Lines lines = dump(put("a.zip", c.damage(packed(members, c.packer), 0.5)));
    // The archive may tell of itself that it ended too early.
    while (lines.size() > c.lines.size() && lines.back().ends_with("!unreadable")) lines.pop_back();
    EXPECT_EQ(lines, c.lines) << c.name;
  }
  // The end of the table of contents is all that a zip from a broken download lacks.
  const std::string zip = packed(members);
  Lines lines = dump(put("a.zip", zip.substr(0, zip.size() - 30)));
  ASSERT_GE(lines.size(), 3u);
  lines.resize(3);
  EXPECT_EQ(lines, (Lines{"a/a|бір", "a/b|" + hard, "a/c|соңы"}));
}

TEST_F(Archives, tell_damage_that_only_the_check_sum_shows) {
  const std::vector<Member> members = {{"a.txt", "бір"}, {"b.txt", hard_text()}, {"c.txt", "соңы"}};
  const Lines whole = {"a/a|бір", "a/b|" + hard_text(), "a/c|соңы"};
  const Named cases[] = {{"zip", kZip},
                         {"tar.gz", kTarGz},
                         {"tar.xz", {ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_XZ}},
                         {"tar.bz2", {ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_BZIP2}},
                         {"7z", {ARCHIVE_FORMAT_7ZIP}}};
  for (const Named& c : cases) {
    const std::string bytes = packed(members, c.packer);
    int unseen = 0;
    for (double where = 0.1; where < 0.9; where += 0.01) {
      const Lines lines = dump(put("a.zip", flipped(bytes, where)));
      unseen += lines != whole && std::none_of(lines.begin(), lines.end(), [](const std::string& l) { return l.ends_with("!unreadable"); });
    }
    EXPECT_EQ(unseen, 0) << c.name << " gives another text and no error";
  }
}

}  // namespace
}  // namespace qogam::read::testing
