// One article in every encoding and form: the text is the same.
#include "read/test_support.h"

namespace qogam::read::testing {
namespace {

class Encodings : public Folder {};

const std::string kRussian =
    "Аким Карагандинской области поручил до 1 сентября отремонтировать дороги в посёлке Шахан. Об этом он сообщил "
    "12 августа 2024 года на встрече с жителями. Руководитель управления ответил, что деньги уже выделены.";
const std::string kKazakh =
    "Қарағанды облысының әкімі ауыл жолдарын 1 қыркүйекке дейін жөндеуді тапсырды. Бұл туралы ол 2024 жылғы 12 тамызда "
    "тұрғындармен кездесуде айтты. Басқарма басшысы қаражаттың бөлінгенін, ал жұмыстың ертең басталатынын хабарлады.";

struct Encoding {
  const std::string& article;
  const char* charset;                 // of iconv(3)
  bool mark;
  std::vector<const char*> declared;   // what pages in it say
};

const Encoding kEncodings[] = {
    {kRussian, "UTF-8", false, {"utf-8", "windows-1251"}},  // saved anew, with the old declaration
    {kRussian, "UTF-8", true, {"utf-8", "windows-1251"}},
    {kRussian, "UTF-16LE", false, {"utf-16"}},
    {kRussian, "UTF-16LE", true, {"utf-16"}},
    {kRussian, "UTF-16BE", false, {"utf-16"}},
    {kRussian, "UTF-16BE", true, {"utf-16"}},
    {kRussian, "WINDOWS-1251", false, {"windows-1251", "cp1251", "utf-8"}},
    {kRussian, "KOI8-R", false, {"koi8-r", "utf-8"}},
    {kKazakh, "UTF-8", false, {"utf-8", "windows-1251"}},
    {kKazakh, "UTF-8", true, {"utf-8", "windows-1251"}},
    {kKazakh, "UTF-16LE", false, {"utf-16"}},
    {kKazakh, "UTF-16LE", true, {"utf-16"}},
    {kKazakh, "UTF-16BE", false, {"utf-16"}},
    {kKazakh, "UTF-16BE", true, {"utf-16"}},
    {kKazakh, "RK1048", false, {"kz-1048", "windows-1251", "utf-8"}},  // pages hardly name it
};

struct Form {
  const char* name;
  std::string before, after;  // of the article in the file
  bool page = false;          // whose text is the whole file
};

std::vector<Form> forms_for(const Encoding& encoding) {
  std::vector<Form> forms = {
      {"a.txt", "", "\n", true},
      {"a.html", "<!DOCTYPE html>\n<html><head><title>e.kz</title></head><body><p>", "</p></body></html>\n", true},
      {"a.jsonl", "{\"url\": \"https://e.kz\", \"text\": \"", "\"}\n"},
      {"a.json", "[\n {\"url\": \"https://e.kz\",\n  \"text\": \"", "\"}\n]\n"},
      {"a.csv", "url,text\nhttps://e.kz,\"", "\"\n"},
      {"a.tsv", "url\ttext\r\nhttps://e.kz\t", "\r\n"},
  };
  for (const char* const name : encoding.declared)
    forms.push_back({"a.html", "<html><head><meta charset=\"" + std::string(name) + "\"></head><body><p>", "</p></body></html>\n", true});
  const std::string old = encoding.declared.front();
  forms.push_back({"a.htm", "<html><head><META http-equiv=Content-Type content='text/html; charset=" + old + "'></head><body><p>", "</p></body></html>\n", true});
  return forms;
}

TEST_F(Encodings, give_the_same_text) {
  for (const Encoding& encoding : kEncodings)
    for (const Form& form : forms_for(encoding)) {
      const std::string content = form.before + encoding.article + form.after;
      const std::string bytes = encoded((encoding.mark ? "\uFEFF" : "") + content, encoding.charset);
      for (const bool by_content : {false, true}) {  // else by the ending
        const auto documents = documents_of(put(by_content ? "a" : form.name, bytes));
        const std::string what = std::string(encoding.charset) + (encoding.mark ? " with mark, " : ", ") + form.name + ": " + form.before;
        ASSERT_EQ(documents.size(), 1u) << what;
        EXPECT_EQ(raw_of(documents[0]), form.page ? content : encoding.article) << what;
      }
    }
}

// Of a headline alone less is to be seen.
TEST_F(Encodings, are_told_by_one_sentence) {
  for (const Encoding& encoding : kEncodings) {
    std::string_view rest = encoding.article;
    while (!rest.empty()) {
      const std::string sentence(rest.substr(0, rest.find(". ")));
      rest.remove_prefix(std::min(rest.size(), sentence.size() + 2));
      const auto documents = documents_of(put("a.txt", encoded((encoding.mark ? "\uFEFF" : "") + sentence, encoding.charset)));
      ASSERT_EQ(documents.size(), 1u);
      EXPECT_EQ(raw_of(documents[0]), sentence) << encoding.charset;
    }
  }
}

// Their letters are those of Kazakh in other code pages.
TEST_F(Encodings, of_neighbours_stay_theirs) {
  for (const char* const text :
       {"Міська рада обіцяє відремонтувати дороги до осені, її депутати вже виділили кошти.",
        "Гарадскі савет абяцае адрамантаваць дарогу ў вёску, ужо выдзелены грошы на гэта.",
        "Посол Украины Їжак Євген встретился с акимом области и обсудил планы сотрудничества городов."})
    EXPECT_EQ(raw_of(documents_of(put("a.txt", encoded(text, "WINDOWS-1251"))).at(0)), text);
}

}  // namespace
}  // namespace qogam::read::testing
