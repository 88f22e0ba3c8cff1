// Help, version, lists, and calls that are off.
#include <algorithm>

#include "cli/program.h"

namespace qogam::cli::test {
namespace {

class Help : public ProgramTest {};
class Usage : public ProgramTest {};
class List : public ProgramTest {};

TEST_F(Help, fits_a_screen_and_goes_to_stdout) {
  const Ended e = qogam("--help");
  EXPECT_EQ(e.code, 0);
  EXPECT_EQ(e.err, "");
  EXPECT_LE(std::count(e.out.begin(), e.out.end(), '\n'), 24);
  for (std::size_t at = 0; at < e.out.size();) {
    const std::size_t end = e.out.find('\n', at);
    EXPECT_LE(end - at, 80u) << e.out.substr(at, end - at);
    at = end + 1;
  }
  EXPECT_TRUE(has(e.out, "example: qogam analyze"));
  EXPECT_TRUE(has(e.out, "exit codes: 0"));
}

TEST_F(Help, of_every_verb) {
  for (const char* verb : {"analyze", "show", "list", "schema", "check-models", "eval"}) {
    const Ended e = qogam(std::string(verb) + " --help");
    EXPECT_EQ(e.code, 0) << verb;
    EXPECT_EQ(e.err, "") << verb;
    EXPECT_TRUE(has(e.out, std::string("usage: qogam ") + verb)) << e.out;
  }
}

TEST_F(Help, version) {
  const Ended e = qogam("--version");
  EXPECT_EQ(e.code, 0);
  EXPECT_EQ(e.out.substr(0, 6), "qogam ");
}

struct Off {
  const char* call;
  const char* says;
};

constexpr Off kOff[] = {
    {"", "verb is missing"},
    {"analyse", "Did you mean 'analyze'?"},
    {"frobnicate", "--help"},
    {"analyze --jbos 2 x", "Did you mean '--jobs'?"},
    {"analyze --only dates,qoutes x", "Did you mean 'quotes'?"},
    {"analyze --from jsonll x", "Did you mean 'jsonl'?"},
    {"analyze --lang kk-Latin x", "Did you mean 'kk-Latn'?"},
    {"analyze --published 2024-02-30 x", "--published"},
    {"analyze --published yesterday x", "YYYY-MM-DD"},
    {"analyze -j 0 x", "1 to 1024"},
    {"analyze -j many x", "1 to 1024"},
    {"analyze --max-doc-bytes -1 x", "--max-doc-bytes"},
    {"analyze --progress sometimes x", "progress"},
    {"analyze --doc-errors maybe x", "doc-errors"},
    {"analyze --field text x", "NAME=KEY"},
    {"analyze --field txt=content x", "Did you mean 'text'?"},
    {"analyze --shard 3 x", "--shard takes K/N"},
    {"analyze --shard 3/ x", "not '3/'"},
    {"analyze --shard /3 x", "not '/3'"},
    {"analyze --shard 0/4 x", "K counts from 1"},
    {"analyze --shard 5/4 x", "not '5/4'"},
    {"analyze --shard 1/0 x", "not '1/0'"},
    {"analyze --shard -1/4 x", "not '-1/4'"},
    {"analyze --shard 1/4/8 x", "not '1/4/8'"},
    {"analyze --shard 1/1000001 x", "1000000"},
    {"analyze --shard 1/4 --duplicates 5 x", "--duplicates 0"},
    {"list langauges", "Did you mean 'languages'?"},
    {"list", "Say which list"},
    {"show", "qogam show FILE"},
    {"show --color pink x", "color"},
    {"schema x", "takes"},
    {"eval", "missing"},
    {"eval out.jsonl", "gold is missing"},
};

TEST_F(Usage, errors_are_one_line_on_stderr_and_exit_2) {
  for (const Off& off : kOff) {
    const Ended e = qogam(off.call);
    EXPECT_EQ(e.code, 2) << off.call << e.err;
    EXPECT_EQ(e.out, "") << off.call;
    EXPECT_EQ(e.err.substr(0, 14), "qogam: error: ") << off.call;
    EXPECT_EQ(std::count(e.err.begin(), e.err.end(), '\n'), 1) << e.err;
    EXPECT_TRUE(has(e.err, off.says)) << off.call << ": " << e.err;
  }
}

TEST_F(List, every_list_has_rows) {
  EXPECT_TRUE(has(qogam("list languages").out, "kk-Latn"));
  EXPECT_TRUE(has(qogam("list findings").out, "commitments"));
  EXPECT_TRUE(has(qogam("list topics").out, "land"));
  EXPECT_TRUE(has(qogam("list readers").out, "jsonl"));
  EXPECT_TRUE(has(qogam("list writers").out, "jsonl"));
}

TEST_F(List, schema_is_json) {
  const Ended e = qogam("schema");
  EXPECT_EQ(e.code, 0);
  EXPECT_EQ(nlohmann::json::parse(e.out)["title"], "qogam/1");
}

}  // namespace
}  // namespace qogam::cli::test
