// Articles that were published before: which count, which of them is the first, and that threads change nothing.
#include "pipeline/near_duplicates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>
#include <utility>

#include "pipeline/fakes.h"
#include "pipeline/run.h"

namespace qogam::pipeline {
namespace {

using Lines = std::vector<std::string>;

// A headline and eight paragraphs.
const Lines kRussian = {
    "В Темиртау обсудили ремонт набережной",
    "Общественный совет города собрал во вторник чиновников, подрядчиков и жителей улицы Мира, чтобы поговорить о набережной.",
    "Заместитель акима Олег Тян напомнил, что прошлым летом на берегу успели уложить только половину плитки.",
    "«Деньги на вторую очередь есть, договор подписан, рабочие выйдут на площадку сразу после паводка», – заверил он собравшихся.",
    "Жители спросили, почему срубили старые тополя и кто будет поливать молодые деревья в июльскую жару.",
    "Директор подрядной компании ответил, что полив входит в гарантийные обязательства и продлится три года.",
    "Председатель объединения «Чистый берег» Ирина Лоскутова попросила показать смету и пускать наблюдателей на стройку.",
    "В отделе строительства согласились публиковать отчёты ежемесячно, первый появится на сайте в конце мая.",
    "Следующее заседание совета назначено на осень, тогда члены комиссии проверят освещение, скамейки и спуски для колясок."};

const Lines kKazakh = {
    "Көкшетауда жаңа кітапхана ашылады",
    "Ақмола облысының әкімдігі қала орталығындағы ескі кинотеатр ғимаратын балалар кітапханасына беру туралы шешім қабылдады.",
    "Мәдениет басқармасының басшысы Гүлнар Сәбитова жобаға ата-аналар мен мұғалімдердің пікірі ескерілгенін айтты.",
    "«Оқу залдары, шеберханалар мен шағын сахна болады, кіру бәріне тегін», – деп түсіндірді ол тілшілерге.",
    "Құрылысқа жергілікті бюджеттен екі жүз миллион теңге бөлінген, жұмыс қараша айында аяқталуы тиіс.",
    "«Оқырман» қоғамдық бірлестігі кітап қорын толықтыру үшін қала тұрғындары арасында акция бастады.",
    "Еріктілер бір айдың ішінде үш мыңнан астам қазақша және орысша кітап жинап үлгерді.",
    "Бірлестік төрағасы мүмкіндігі шектеулі балаларға арналған лифт пен пандус қажет екенін еске салды.",
    "Сәулетшілер бұл ұсынысты жобаға енгізіп, қорытындысын келесі аптада қоғамдық кеңеске таныстырады."};

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n\n";
  return text;
}

Lines with_headline(Lines lines, const std::string& headline) {
  lines[0] = headline;
  return lines;
}

Lines without(Lines lines, std::size_t paragraph) {
  lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(paragraph));
  return lines;
}

// Capital letters, quotation marks, dashes, commas and line ends as another site has them; its letters stay.
std::string of_another_site(const std::string& text) {
  std::string changed;
  bool blank = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const unsigned char c = static_cast<unsigned char>(text[at]), next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    if (c == 0xD0 && next >= 0xB0 && next <= 0xBF) {  // а to п
      changed += {static_cast<char>(0xD0), static_cast<char>(next - 0x20)};
      ++at;
    } else if (c == 0xC2) {  // « »
      changed += '"';
      ++at;
    } else if (c == ',' || c == '.') {
      changed += " -";
    } else if (c == ' ' || c == '\n') {
      if (!blank) changed += "  \t";
    } else {
      changed += text[at];
    }
    blank = c == ' ' || c == '\n';
  }
  return changed;
}

std::size_t same_values(const MinHash& a, const MinHash& b) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < MinHash::kValues; ++i) same += a.values[i] == b.values[i];
  return same;
}

bool duplicates(const std::string& first, const std::string& second) {
  NearDuplicates seen(10);
  EXPECT_FALSE(seen.find_or_add("first", min_hash(first)));
  return seen.find_or_add("second", min_hash(second)) == "first";
}

TEST(MinHashes, are_of_words_only) {
  for (const Lines& lines : {kRussian, kKazakh}) {
    const std::string text = joined(lines);
    EXPECT_EQ(min_hash(text).values, min_hash(text).values);
    EXPECT_NE(of_another_site(text), text);
    EXPECT_EQ(min_hash(of_another_site(text)).values, min_hash(text).values);
    EXPECT_NE(min_hash(joined(without(lines, 3))).values, min_hash(text).values);
  }
}

TEST(MinHashes, estimate_what_texts_share) {
  const auto words = [](int begin, int end) {
    std::string text;
    for (int i = begin; i < end; ++i) text += "сөз" + std::to_string(i) + " ";
    return min_hash(text);
  };
  const MinHash whole = words(0, 1000);
  EXPECT_EQ(same_values(whole, words(0, 1000)), 64u);
  EXPECT_NEAR(static_cast<double>(same_values(whole, words(100, 1000))) / 64, 0.9, 0.15);
  EXPECT_NEAR(static_cast<double>(same_values(whole, words(0, 500))) / 64, 0.5, 0.2);
  EXPECT_LE(same_values(whole, words(2000, 3000)), 2u);
}

TEST(MinHashes, order_of_words_counts) {
  Lines turned = kRussian;
  for (std::string& line : turned) {
    Lines words;
    for (std::size_t at = 0, end = 0; at < line.size(); at = end + 1) {
      end = std::min(line.find(' ', at), line.size());
      words.insert(words.begin(), line.substr(at, end - at));
    }
    line.clear();
    for (const std::string& word : words) line += word + " ";
  }
  EXPECT_FALSE(duplicates(joined(kRussian), joined(turned)));
}

TEST(MinHashes, of_texts_with_fewest_words) {
  std::string text;
  for (std::size_t i = 1; i <= 13; ++i) {
    text += "сөз" + std::to_string(i) + ", – ";
    EXPECT_EQ(min_hash(text).any, i >= kFewestWords) << i;
    EXPECT_EQ(min_hash(text + "…").any, i >= kFewestWords) << i;
  }
  EXPECT_FALSE(min_hash("").any);
  EXPECT_FALSE(min_hash(" \n– … «»").any);
}

struct Pair {
  const char* what;
  std::string first, second;
};

// Appointments of one press service: its words, another person.
constexpr const char* kAppointed =
    "Распоряжением акима области Ерлан Сапаров назначен руководителем управления здравоохранения. Он родился в 1979 году в Жезказгане, окончил "
    "Карагандинский медицинский университет по специальности «лечебное дело». Трудовой путь начал хирургом районной больницы, затем возглавлял "
    "поликлинику в Сатпаеве. С 2019 года работал заместителем директора областного онкологического центра.";
constexpr const char* kAppointedToo =
    "Распоряжением акима области Динара Ким назначена руководителем управления финансов. Она родилась в 1985 году в Балхаше, окончила "
    "Евразийский национальный университет по специальности «учёт и аудит». Трудовой путь начала бухгалтером налоговой инспекции, затем "
    "возглавляла казначейство в Приозёрске. С 2021 года работала главным специалистом министерства экономики.";

constexpr const char* kWeather =
    "Синоптики сообщили прогноз на выходные. В субботу в Астане ожидается снег, ветер северный 15 метров, ночью до 20 градусов мороза. В воскресенье "
    "на дорогах гололёд, спасатели просят водителей отложить дальние поездки.";
constexpr const char* kWeatherToo =
    "Синоптики сообщили прогноз на выходные. В субботу в Таразе ожидается дождь, ветер южный 3 метра, ночью до 7 градусов тепла. В воскресенье "
    "на полях заморозки, агрономы советуют фермерам укрыть молодые всходы.";

constexpr const char* kDecree =
    "Бүгін Үкімет отырысында Қарағанды облысындағы жолдарды жөндеу мәселесі қаралды. Министр Марат Қарабаев биыл 400 шақырым жол жаңартылатынын "
    "айтты. Премьер жұмысты күзге дейін аяқтауды тапсырды.";
constexpr const char* kDecreeToo =
    "Бүгін Үкімет отырысында Маңғыстау облысындағы ауыз су мәселесі қаралды. Министр Нұржан Нұржігітов үш жаңа зауыт салынатынын айтты. Премьер "
    "жобаны қыркүйекке дейін ұсынуды тапсырды.";

TEST(NearDuplicate, articles_in_nearly_the_same_words) {
  std::vector<Pair> pairs;
  for (const Lines& lines : {kRussian, kKazakh}) {
    const std::string text = joined(lines);
    pairs.push_back({"identical", text, text});
    pairs.push_back({"case and marks", text, of_another_site(text)});
    pairs.push_back({"another headline", text, joined(with_headline(lines, "Скандал на берегу: жители требуют ответа от чиновников и подрядчика"))});
    pairs.push_back({"no headline", text, joined(without(lines, 0))});
    pairs.push_back({"its source named", text, text + "Об этом сообщает пресс-служба акимата."});
    for (std::size_t paragraph = 1; paragraph < lines.size(); ++paragraph)
      pairs.push_back({"a paragraph cut", text, joined(without(lines, paragraph))});
  }
  for (const Pair& p : pairs) {
    EXPECT_TRUE(duplicates(p.first, p.second)) << p.what << ": " << p.second;
    EXPECT_TRUE(duplicates(p.second, p.first)) << p.what << ", the other first: " << p.second;
  }
}

TEST(NearDuplicate, other_articles_are_none) {
  Lines half = kRussian;
  half.resize(5);
  const std::vector<Pair> pairs = {
      {"other articles", joined(kRussian), joined(kKazakh)},
      {"one headline over both", joined(kRussian), joined(with_headline(kKazakh, kRussian[0]))},
      {"one quote in both", joined(kRussian), joined({kKazakh[1], kRussian[3], kKazakh[2], kKazakh[4]})},
      {"half of it", joined(kRussian), joined(half)},
      {"template of appointments", kAppointed, kAppointedToo},
      {"template of weather", kWeather, kWeatherToo},
      {"template of the government", kDecree, kDecreeToo},
  };
  for (const Pair& p : pairs) EXPECT_FALSE(duplicates(p.first, p.second)) << p.what;
}

TEST(NearDuplicate, short_texts_are_none) {
  EXPECT_FALSE(duplicates("Аким провёл встречу с жителями.", "Аким провёл встречу с жителями."));
  EXPECT_FALSE(duplicates("Әкім тұрғындармен кездесті, сұрақтарға жауап берді.", "Әкім тұрғындармен кездесті, сұрақтарға жауап берді."));
  EXPECT_FALSE(duplicates("", ""));
  EXPECT_TRUE(duplicates(kRussian[1], kRussian[1])) << "16 words";
}

// What an article of so many words of its own looks like.
MinHash numbered(std::size_t number, std::size_t words = 40) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) text += "w" + std::to_string(number) + "x" + std::to_string(i) + " ";
  return min_hash(text);
}

TEST(NearDuplicate, copies_point_to_the_first) {
  NearDuplicates seen(10);
  const std::string text = joined(kRussian);
  EXPECT_FALSE(seen.find_or_add("a", min_hash(text)));
  EXPECT_FALSE(seen.find_or_add("b", min_hash(joined(kKazakh))));
  EXPECT_EQ(seen.find_or_add("c", min_hash(joined(without(kRussian, 2)))), "a");
  EXPECT_EQ(seen.find_or_add("d", min_hash(joined(without(kRussian, 2)))), "a") << "and not to c";
  EXPECT_EQ(seen.find_or_add("e", min_hash(of_another_site(text))), "a");
  EXPECT_EQ(seen.find_or_add("f", min_hash(joined(kKazakh))), "b");
}

TEST(NearDuplicate, of_several_the_most_alike) {
  NearDuplicates seen(10);
  const Lines cut = without(without(without(kRussian, 7), 5), 3);
  EXPECT_FALSE(seen.find_or_add("whole", min_hash(joined(kRussian))));
  EXPECT_FALSE(seen.find_or_add("cut", min_hash(joined(cut))));
  EXPECT_EQ(seen.find_or_add("c", min_hash(joined(cut))), "cut");
  EXPECT_EQ(seen.find_or_add("d", min_hash(joined(without(kRussian, 3)))), "whole");
}

TEST(NearDuplicate, window_forgets) {
  NearDuplicates seen(3);
  for (const std::size_t n : {0u, 1u, 2u}) EXPECT_FALSE(seen.find_or_add(std::to_string(n), numbered(n)));
  EXPECT_EQ(seen.find_or_add("again", numbered(0)), "0");
  EXPECT_FALSE(seen.find_or_add("3", numbered(3)));
  EXPECT_FALSE(seen.find_or_add("0 anew", numbered(0))) << "three others since";
  EXPECT_EQ(seen.find_or_add("again", numbered(0)), "0 anew");
  EXPECT_EQ(seen.find_or_add("again", numbered(2)), "2") << "the last but two";
  EXPECT_FALSE(seen.find_or_add("1 anew", numbered(1)));
}

TEST(NearDuplicate, no_window_finds_nothing) {
  NearDuplicates seen(0);
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(seen.find_or_add("a", numbered(0)));
}

// Against a list of what was seen, over more articles than chains of a band have members.
TEST(NearDuplicate, window_is_the_articles_added_last) {
  for (const std::size_t window : {1u, 2u, 7u, 100u}) {
    NearDuplicates seen(window);
    std::vector<std::size_t> added;  // numbers of texts, the latest last
    std::mt19937 random(static_cast<std::uint32_t>(window));
    for (std::size_t i = 0; i < 3000; ++i) {
      const std::size_t number = random() % (2 * window + 1);
      const std::size_t begin = added.size() > window ? added.size() - window : 0;
      const auto found = std::find(added.begin() + static_cast<std::ptrdiff_t>(begin), added.end(), number);
      const auto id = seen.find_or_add(std::to_string(added.size()), numbered(number, 15));
      if (found == added.end()) {
        ASSERT_FALSE(id) << window << ", " << i;
        added.push_back(number);
      } else {
        ASSERT_EQ(id, std::to_string(found - added.begin())) << window << ", " << i;
      }
    }
  }
}

// Takes unequal time, so that documents overtake each other.
void uneven(Document& d) {
  std::this_thread::sleep_for(std::chrono::microseconds(std::stoi(d.id) * 37 % 11 * 100));
  d.text = d.source.bytes;
}

// What `jobs` threads make of 200 articles, of which every fifth is one before it under another headline.
std::vector<std::pair<std::string, std::string>> run_on(std::size_t jobs, std::size_t window, std::size_t bytes_in_flight) {
  test::Stages stages;
  test::add(stages, "uneven", Layer::source, Layer::text, uneven);
  const Pipeline pipeline = Pipeline::of(std::move(stages), Layer::source, Layer::text);
  NearDuplicates seen(window);
  int number = 0;
  const auto next = [&]() -> std::optional<Document> {
    if (number == 200) return std::nullopt;
    Document d;
    d.id = std::to_string(number);
    // As many steps back as the number says, so that some copies come while the first is worked on.
    const int of = number % 5 == 4 ? number - 1 - number % 3 : number;
    std::string body;
    for (int i = 0; i < 60; ++i) body += "сөз" + std::to_string(of) + "-" + std::to_string(i) + " ";
    d.source.bytes = "Тақырып " + d.id + "\n\n" + body;
    ++number;
    return d;
  };
  std::vector<std::pair<std::string, std::string>> all;
  run(
      pipeline, next, [](const Document& d) { return d.id + ":" + d.duplicate_of + "\n"; },
      [&](Result&& r) {
        EXPECT_EQ(r.output, r.id + ":" + r.duplicate_of + "\n");
        all.emplace_back(r.id, r.duplicate_of);
        return true;
      },
      {.jobs = jobs, .bytes_in_flight = bytes_in_flight, .duplicates = &seen});
  return all;
}

TEST(NearDuplicate, order_and_result_for_any_number_of_threads) {
  const auto one = run_on(1, 1000, 1u << 20);
  ASSERT_EQ(one.size(), 200u);
  for (int i = 0; i < 200; ++i) {
    const auto& [id, of] = one[static_cast<std::size_t>(i)];
    EXPECT_EQ(id, std::to_string(i));
    EXPECT_EQ(of, i % 5 == 4 ? std::to_string(i - 1 - i % 3) : "") << i;
  }
  EXPECT_EQ(run_on(4, 1000, 1u << 20), one);
  EXPECT_EQ(run_on(4, 1000, 3000), one) << "where the reading thread has to work";
}

TEST(NearDuplicate, small_window_for_any_number_of_threads) {
  const auto one = run_on(1, 2, 1u << 20);
  EXPECT_NE(run_on(1, 1000, 1u << 20), one);
  EXPECT_EQ(run_on(4, 2, 1u << 20), one);
  EXPECT_EQ(run_on(4, 2, 3000), one);
}

}  // namespace
}  // namespace qogam::pipeline
