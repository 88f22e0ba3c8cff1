// What a page wrote does not command the terminal of who looks at it, nor the spreadsheet.
#include <fcntl.h>
#include <pty.h>

#include "cli/program.h"
#include "support/stored.h"

namespace qogam::security {
namespace {

using cli::test::Ended;
using cli::test::has;
using qogam::test::StoredArticle;

// Clears the screen, names the window, writes the clipboard, an 8-bit CSI, bells, and a line that shows another than it is.
const std::string kCommands[] = {"\x1B[2J", "\x1B]0;owned\x07", "\x1B]52;c;Y3VybA==\x07", "\u009B31m", "\x08\x08\x08", "\x7F", "\u202Egnp.exe", "\u2066x\u2069", "\x1BP+q544e\x1B\\", "a\rb"};

// Whether anything stands in it that a terminal would obey. Line ends, tabs and colours that the program itself sets are no commands.
std::string command_in(std::string shown) {
  for (std::size_t at; (at = shown.find("\x1B[")) != shown.npos;) {
    const std::size_t end = shown.find_first_not_of("0123456789;", at + 2);
    if (end == shown.npos || shown[end] != 'm') return "ESC at " + std::to_string(at);
    shown.erase(at, end + 1 - at);
  }
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const auto c = static_cast<unsigned char>(shown[i]);
    const bool line_end = c == '\n' || (c == '\r' && i + 1 < shown.size() && (shown[i + 1] == '\n' || shown[i + 1] == '\r'));
    if ((c < 0x20 && c != '\t' && !line_end) || c == 0x7F) return "byte " + std::to_string(c) + " at " + std::to_string(i);
    if (c == 0xC2 && i + 1 < shown.size() && static_cast<unsigned char>(shown[i + 1]) < 0xA0) return "a C1 control character at " + std::to_string(i);
  }
  for (const char* turn : {"\u202A", "\u202B", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068"})
    if (has(shown, turn)) return "a change of direction";
  return {};
}

class Terminal : public cli::test::ProgramTest {
 protected:
  // What a terminal is sent by shell words, standard output and error alike.
  std::string on_terminal(const std::string& words) {
    int screen = -1;
    setenv("Q", QOGAM_PROGRAM, 1);
    setenv("TERM", "xterm", 1);
    const pid_t child = forkpty(&screen, nullptr, nullptr, nullptr);
    if (child == 0) {
      if (chdir(folder_.c_str()) == 0) execl("/bin/sh", "sh", "-c", words.c_str(), nullptr);
      _exit(127);
    }
    std::string shown;
    char block[4096];
    for (ssize_t got = 0; (got = ::read(screen, block, sizeof block)) > 0;) shown.append(block, static_cast<std::size_t>(got));
    close(screen);
    // The bar that says how far a long run is clears its own line.
    const std::string cleared = "\r\x1B[K";
    for (std::size_t at; (at = shown.find(cleared)) != shown.npos;) shown.erase(at, cleared.size());
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) < 2) << words << "\n" << shown;
    return shown;
  }

  void expect_harmless(const std::string& words, const std::string& shown_text) {
    const std::string shown = on_terminal(words);
    EXPECT_EQ(command_in(shown), "") << words << "\n" << shown;
    EXPECT_TRUE(has(shown, shown_text)) << words << "\n" << shown;
  }
};

TEST_F(Terminal, articles_do_not_command_it) {
  std::string text = "Аким Асет Исекешев провёл встречу с жителями. Стройку закончат до 1 мая 2024 года.\n\n";
  for (const std::string& command : kCommands) text += "Аким " + command + " Асет Исекешев" + command + " открыл «школу " + command + "» в городе.\n";
  write("a.txt", text);
  for (const char* words : {"\"$Q\" show a.txt", "\"$Q\" show --plain a.txt", "\"$Q\" show --color=never --plain a.txt", "\"$Q\" analyze a.txt", "\"$Q\" analyze --plain --pretty a.txt", "\"$Q\" words --plain a.txt"})
    expect_harmless(words, "Исекешев");
  expect_harmless("\"$Q\" tag --plain a.txt", "PER");
  // What goes to a file is as it was, escaped as JSON has it.
  EXPECT_TRUE(has(qogam("analyze --plain a.txt").out, R"(\u001b[2J)"));
}

TEST_F(Terminal, names_of_files_do_not_command_it) {
  const std::string name = "\x1B]0;owned\x07\u009B31m\u202Etxt.exe";
  write(name + ".txt", std::string("\0\1\2", 3));
  write("d/" + name + ".html", "<p>Аким открыл школу.</p>");
  for (const char* words : {"\"$Q\" analyze *.txt", "\"$Q\" show *.txt", "\"$Q\" show d/*", "\"$Q\" analyze d", "\"$Q\" analyze d -o /dev/null --progress=always", "\"$Q\" analyze \"$(ls)/no\"", "\"$Q\" export \"$(ls *.txt)\" --to csv -o t; true", "\"$Q\" watch --once d w.db"})
    EXPECT_EQ(command_in(on_terminal(words)), "") << words;
}

TEST_F(Terminal, stores_do_not_command_it) {
  std::string lines;
  int number = 0;
  for (const std::string& command : kCommands) {
    const std::string promise = "Улицу Абая " + command + " отремонтируем до 1 сентября", name = "Ерлан" + command + " Сапаров";
    lines += StoredArticle("a" + command + std::to_string(++number), "2023-02-01", "ru", "Что " + command + " с дорогами", promise + ". Об этом сказал Сапаров.")
                 .official(name, "начальник" + command, "отдел ЖКХ" + command).town("Темиртау").quote(promise, "e1", name, "roads_transport")
                 .promise(promise, "2023-09-01", "e2", "отдел ЖКХ" + command, "e1", name, "roads_transport").line();
  }
  write("a.jsonl", lines);
  ASSERT_EQ(qogam("store -q w.db a.jsonl").code, 0);
  for (const std::string question : {"commitments", "officials", "quotes", "search дорогами"})
    for (const std::string format : {"", " -f csv", " -f json"}) expect_harmless("\"$Q\" query w.db" + format + " " + question, format == " -f json" ? "\\u001b" : "\u241B");
  expect_harmless("\"$Q\" review w.db", "\u241B");
  expect_harmless("\"$Q\" review w.db --of \"$(\"$Q\" query w.db -f csv commitments | sed -n 2p | cut -d, -f1)\"", "Абая");
  // A pager is a terminal too, and the table is for people.
  EXPECT_EQ(command_in(qogam("query -f table w.db commitments").out), "");
}

// Formulas: in the sheet that is opened in a spreadsheet and given back, and in CSV.
TEST_F(Terminal, sheets_and_tables_hold_no_formulas) {
  const std::string promise = "Улицу Абая отремонтируем до 1 сентября";
  const std::string formula = "=cmd|' /C calc'!A0";
  write("a.jsonl", StoredArticle("=HYPERLINK(1)", "2023-02-01", "ru", formula, promise + ". @SUM(1)").official(formula, "+1", "-2").quote(promise, "e1", formula, "roads_transport").promise(promise, "2023-09-01", "e2", "-2", "e1", formula, "roads_transport").line());
  ASSERT_EQ(qogam("store -q w.db a.jsonl").code, 0);
  const std::string sheet = qogam("review w.db").out;
  EXPECT_TRUE(has(sheet, "\t'=HYPERLINK(1)@0\t")) << sheet;
  // The apostrophe is taken off again.
  std::string rated = sheet;
  rated.replace(rated.find("\nnot_yet_rated\t'=HYPERLINK(1)@0\t\t\t\t\t\t") + 1, std::string("not_yet_rated\t'=HYPERLINK(1)@0\t\t\t\t\t\t").size(), "kept\t'=HYPERLINK(1)@0\t\tА. Ким\t2024-01-02\thttps://a.kz\t'-5 дней\t");
  write("s.tsv", rated);
  const Ended applied = qogam("review w.db --apply s.tsv");
  EXPECT_TRUE(has(applied.err, "1 decisions taken")) << applied.err << rated;
  EXPECT_EQ(qogam::test::asked((folder_ / "w.db").string(), "SELECT status, status_note FROM commitments"), "kept|-5 дней\n");
  for (const char* question : {"commitments", "officials", "quotes", "search Абая"}) {
    const std::string table = qogam("query w.db -f csv " + std::string(question)).out;
    EXPECT_TRUE(has(table, "'=") || has(table, "'-")) << table;
    for (const char* start : {"\n=", "\n+", "\n-", "\n@", ",=", ",+", ",-", ",@", "\"=", "\"@"}) EXPECT_FALSE(has(table, start)) << table;
  }
}

}  // namespace
}  // namespace qogam::security
