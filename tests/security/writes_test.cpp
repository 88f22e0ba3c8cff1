// Nothing is written but what the user names, and no connection is opened: every call to the system is looked at.
#include <algorithm>
#include <set>

#include "cli/program.h"
#include "read/test_support.h"

namespace qogam::security {
namespace {

namespace fs = std::filesystem;
using cli::test::Ended;
using read::testing::packed;

// Files beside a named one that belong to it: what is not yet whole, and those of SQLite.
constexpr const char* kBeside[] = {"", ".part", "-journal", "-wal", "-shm", ".config.xml", ".config.xml.part"};

// Calls that change a file by its name, as strace prints them; all but open() change every name they are given.
constexpr const char* kChanging[] = {"creat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "link", "linkat", "symlink", "symlinkat", "truncate", "mknod", "mknodat", "chmod", "fchmodat", "chown", "lchown", "fchownat", "utimensat", "setxattr"};
constexpr const char* kNetwork[] = {"socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg"};

class Writes : public cli::test::ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    if (shell("strace -f -e trace=%file -o try.txt true").code != 0) GTEST_SKIP() << "strace is not here, or may not look; apt-get install strace";
    fs::copy(std::string(QOGAM_SOURCE_DIR) + "/corpora/ru", folder_ / "in", fs::copy_options::recursive);
    write("in/page.html", "<html><head><link rel=stylesheet href='http://a.invalid/s.css'><base href='http://a.invalid/'></head><body><!DOCTYPE x SYSTEM 'http://a.invalid/x.dtd'><img src='http://a.invalid/i.png'>"
                          "<iframe src='file:///etc/passwd'></iframe><p>Аким открыл школу в городе, сказал Ерлан Сапаров.</p></body></html>");
    write("in/entity.html", "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY y SYSTEM 'http://a.invalid/'>]><html><body><p>Аким открыл &x; школу &y;.</p></body></html>");
    write("in/a.zip", packed({{"../../out-of-it.txt", "Аким открыл школу."}, {"/etc/out-of-it.txt", "Аким открыл школу."}}));
  }

  // Runs the program and gives what it changed beside `named`, and its network calls, a line each. `named` are files, or folders
  // with all that is in them.
  std::string beside(const std::string& words, const std::set<std::string>& named, int most = 1) {
    const Ended e = shell("strace -f -s 4096 -e trace=%file,%network -o trace.txt \"$Q\" " + words);
    EXPECT_TRUE(e.code >= 0 && e.code <= most) << words << "\n" << e.err;
    std::string wrong;
    std::istringstream calls(read("trace.txt"));
    for (std::string line; std::getline(calls, line);) wrong += complaint(line, named);
    return wrong;
  }

  std::string complaint(const std::string& line, const std::set<std::string>& named) {
    const std::size_t name = line.find_first_not_of("0123456789 "), bracket = line.find('(');
    if (name == line.npos || bracket == line.npos || line.find(" = -1 ") != line.npos) return {};
    const std::string call = line.substr(name, bracket - name);
    if (std::ranges::find(kNetwork, call) != std::end(kNetwork)) return "network: " + line + "\n";
    const bool writes = call.starts_with("open") && std::ranges::any_of(std::initializer_list<const char*>{"O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND", "O_TMPFILE"}, [&](const char* flag) { return line.find(flag) != line.npos; });
    if (!writes && std::ranges::find(kChanging, call) == std::end(kChanging)) return {};
    ++changes_;
    std::string wrong;
    for (std::size_t at = 0; (at = line.find('"', at)) != line.npos;) {
      const std::size_t end = line.find('"', at + 1);
      if (!is_named(line.substr(at + 1, end - at - 1), named)) wrong += "wrote: " + line + "\n";
      at = end + 1;
    }
    return wrong;
  }

  bool is_named(const std::string& path, const std::set<std::string>& named) const {
    if (path == "/dev/null" || path == "/dev/tty") return true;
    if (QOGAM_SANITIZED && path.starts_with("/tmp/tsan.rodata.")) return true;  // the sanitizer's own, for a moment
    const fs::path place = (folder_ / path).lexically_normal();
    for (const std::string& name : named)
      for (const char* end : kBeside) {
        const fs::path owned = (folder_ / (name + end)).lexically_normal();
        if (place == owned || place.string().starts_with(owned.string() + "/")) return true;
      }
    return false;
  }

  int changes_ = 0;
};

TEST_F(Writes, are_of_named_files_only_and_nothing_is_sent) {
  const struct {
    const char* words;
    std::set<std::string> named;
  } calls[] = {
      {"analyze in -o out.jsonl -j2", {"out.jsonl"}},
      {"analyze in -o log.jsonl --log run.log --timings=t.json --learn-furniture", {"log.jsonl", "run.log", "t.json"}},
      {"analyze in -o out.jsonl --resume", {"out.jsonl"}},
      {"analyze in", {}},
      {"show in/page.html", {}},
      {"words in/page.html", {}},
      {"tag in/page.html", {}},
      {"store w.db out.jsonl", {"w.db"}},
      {"query w.db commitments", {"w.db"}},
      {"review w.db", {"w.db"}},
      {"review w.db --apply sheet.tsv", {"w.db"}},
      {"report w.db -o r.html", {"r.html", "w.db"}},
      {"report w.db", {"w.db"}},
      {"export w.db --to csv -o tables/", {"tables", "w.db"}},
      {"export w.db --to ftm -o w.ftm", {"w.ftm", "w.db"}},
      {"export w.db --to popolo -o w.popolo", {"w.popolo", "w.db"}},
      {"export w.db --to jsonld -o w.jsonld", {"w.jsonld", "w.db"}},
      {"export w.db --to labelstudio -o tasks.json", {"tasks.json", "w.db"}},
      {"export w.db --to brat -o brat", {"brat", "w.db"}},
      {"export w.db --to conllu -o w.conllu", {"w.conllu", "w.db"}},
      {"import --from brat brat -o gold/", {"gold"}},
      {"import --from labelstudio --predictions tasks.json -o gold2/", {"gold2"}},
      {"watch in v.db --once --report v.html", {"v.db", "v.html"}},
      {"eval --gold in out.jsonl", {}},
      {"topics suggest --labels in in --least 2", {}},
      {"train topics --labels in --epochs 1 in -o about.weights", {"about.weights"}},
      {"train commitments --gold in --epochs 1 in -o c.weights", {"c.weights"}},
      {"schema", {}},
      {"list topics", {}},
  };
  write("sheet.tsv", "# nothing\n");
  for (const auto& call : calls) {
    changes_ = 0;
    EXPECT_EQ(beside(call.words, call.named), "") << call.words;
    if (cli::test::has(call.words, " -o ")) {
      EXPECT_GT(changes_, 0) << call.words << ": the test sees nothing";
    }
  }
}

// Names in archives, as hostile as they come.
TEST_F(Writes, are_none_for_members_of_archives) {
  const std::string text = "Аким открыл школу в городе.";
  std::vector<read::testing::Member> members;
  for (const char* name : {"../../x.txt", "../x.html", "/tmp/qogam-evil.txt", "/etc/cron.d/x", "a/../../../x.txt", "..\\..\\x.txt", "C:\\x.txt", "~/x.txt", "$(touch x).txt", "`touch x`.txt", "x;touch y.txt", "-o", "--models.txt", "out.jsonl", "a\nb.txt", ".."})
    members.push_back({name, text});
  members.push_back({"link.txt", "", AE_IFLNK, "/etc/passwd"});
  members.push_back({"link", "", AE_IFLNK, "/tmp"});
  members.push_back({"link/x.txt", text});
  std::vector<read::testing::Member> with_devices = members;
  for (const int device : {AE_IFCHR, AE_IFBLK, AE_IFIFO}) with_devices.push_back({"device" + std::to_string(device) + ".txt", "", device});
  for (const auto& [name, packer] : {std::pair("evil.tar", read::testing::kTar), std::pair("evil.zip", read::testing::kZip)}) {
    write(name, packed(packer.format == ARCHIVE_FORMAT_ZIP ? members : with_devices, packer));
    EXPECT_EQ(beside(std::string("analyze ") + name + " -o out.jsonl", {"out.jsonl"}), "") << name;
    const auto all = cli::test::objects(read("out.jsonl"));
    EXPECT_GE(all.size(), 15u) << name;
    for (const auto& o : all) {
      const std::string id = o["id"], path = o["source"]["path"];
      EXPECT_TRUE(id.starts_with("evil/")) << id;
      EXPECT_EQ(("/" + id + "/").find("/../"), std::string::npos) << id;
      EXPECT_EQ(("/" + path + "/").find("/../"), std::string::npos) << path;
      EXPECT_EQ(o["text"].get<std::string>().find("root:"), std::string::npos) << "a link was followed: " << id;
    }
  }
}

}  // namespace
}  // namespace qogam::security
