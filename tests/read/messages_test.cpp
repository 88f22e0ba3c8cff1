// E-mail and saved pages.
#include "read/test_support.h"

namespace qogam::read::testing {
namespace {

class Messages : public Folder {};

const std::string kAlternative =
    "From: a@e.kz\r\nDate: Fri, 19 Apr 2024 10:00:00 +0500\r\nMIME-Version: 1.0\r\nSubject: S\r\n"
    "Content-Type: multipart/mixed; boundary=\"o\"\r\n\r\n--o\r\n"
    "Content-Type: multipart/alternative; boundary=\"i\"\r\n\r\n--i\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\nплейн\r\n--i\r\n"
    "Content-Type: text/html; charset=utf-8\r\n\r\n<p>бет</p>\r\n--i--\r\n--o\r\n"
    "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nattached\r\n--o--\r\n";

TEST_F(Messages, have_a_title_a_day_and_a_text) {
  const struct {
    std::string message, title, day, text;
  } cases[] = {
      // Quoted-printable.
      {"From: a@e.kz\nDate: Fri, 19 Apr 2024 10:00:00 +0500\nMIME-Version: 1.0\n"
       "Subject: =?windows-1251?Q?=CF=F0=E8=EA=E0=E7_?=\n =?windows-1251?Q?=E0=EA=E8=EC=E0?=\n"
       "Content-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: quoted-printable\n\n"
       "=CF=EE=F0=F3=F7=\n=E5=ED=E8=E5: 1 + 1 =3D 2",
       "Приказ акима", "2024-04-19", "Поручение: 1 + 1 = 2"},
      // Base64.
      {"From: a@e.kz\r\nDate: 1 Feb 2024 23:30:00 -0800\r\nMIME-Version: 1.0\r\n"
       "Subject: =?windows-1251?B?z/Do6uDn?=\r\n"
       "Content-Type: text/plain; charset=\"windows-1251\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
       "z+7w8/fl\r\n7ejl\r\n",
       "Приказ", "2024-02-01", "Поручение"},  // the day where it was sent
      {"From: a@e.kz\nTo: b@e.kz\nSubject: =?koi8-r?B?8NLJy8Ha?=\n\n" + encoded("Поручение акима области", "WINDOWS-1251"),
       "Приказ", "", "Поручение акима области"},
      {"From: a@e.kz\nTo: b@e.kz\nDate: someday\nSubject: =?utf-8?Q?=D2=9A=D0=B0=D0=BB=D0=B0?=\n\nмәтін", "Қала", "", "мәтін"},
      // As they were sent before there was MIME.
      {encoded("From: a@e.kz\nTo: b@e.kz\nSubject: Поручение акима\n\nПоручение акима области", "WINDOWS-1251"),
       "Поручение акима", "", "Поручение акима области"},
      {"From: a@e.kz\nTo: b@e.kz\nSubject: Поручение акима\n\nмәтін", "Поручение акима", "", "мәтін"},
      {kAlternative, "S", "2024-04-19", "<p>бет</p>"},
  };
  for (const auto& c : cases) {
    const auto documents = documents_of(put("m.txt", c.message));  // told by content
    ASSERT_EQ(documents.size(), 1u) << c.title;
    EXPECT_EQ(documents[0].id, "m") << c.title;
    EXPECT_EQ(documents[0].source.title, c.title);
    EXPECT_EQ(documents[0].source.published, c.day) << c.title;
    EXPECT_EQ(raw_of(documents[0]), c.text) << c.title;
  }
}

TEST_F(Messages, are_told_by_their_ending) {
  const auto documents = documents_of(put("m.EML", "X-Mailer: x\n\nмәтін\n"));
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents[0].source.media_type, "text/plain");
  EXPECT_EQ(raw_of(documents[0]), "мәтін\n");
}

TEST_F(Messages, give_the_html_part) {
  const auto documents = documents_of(put("m.eml", kAlternative));
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents[0].source.media_type, "text/html");
  EXPECT_EQ(documents[0].source.charset, "utf-8");
}

TEST_F(Messages, without_text_are_errors) {
  const struct {
    const char* message;
  } cases[] = {
      {"From: a@e.kz\nMIME-Version: 1.0\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA"},
      {"From: a@e.kz\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=o\n\n--o\n"
       "Content-Type: text/plain\nContent-Disposition: attachment\n\nattached\n--o--\n"},
  };
  for (const auto& c : cases) EXPECT_EQ(dump(put("m.eml", c.message)), (Lines{"m!no_text"})) << c.message;
}

TEST_F(Messages, keep_the_parts_of_a_saved_page) {
  const std::string page =
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://e.kz/1\r\n"
      "Subject: =?utf-8?Q?=D0=A1=D0=B0=D0=B9=D1=82?=\r\nDate: Fri, 19 Apr 2024 10:00:00 +0500\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----b----\"\r\n\r\n\r\n"
      "------b----\r\nContent-Type: text/html\r\nContent-ID: <f@m.blink>\r\n"
      "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://e.kz/1\r\n\r\n"
      "<!DOCTYPE html><html><head><meta charset=3D\"windows-1251\"></head><body>=CF=F0=E8=\r\n=EA=E0=E7</body></html>\r\n"
      "------b----\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable\r\n"
      "Content-Location: https://e.kz/s.css\r\n\r\nbody { }\r\n------b------\r\n";
  for (const char* const name : {"m.mhtml", "m.mht", "m.txt"}) {
    const auto documents = documents_of(put(name, page));
    ASSERT_EQ(documents.size(), 1u) << name;
    EXPECT_EQ(documents[0].source.media_type, "text/html") << name;
    EXPECT_EQ(documents[0].source.url, "https://e.kz/1") << name;
    EXPECT_EQ(documents[0].source.title, "") << name;  // the page has its own
    EXPECT_EQ(documents[0].source.published, "") << name;  // the day on which it was saved
    EXPECT_EQ(raw_of(documents[0]),
              "<!DOCTYPE html><html><head><meta charset=\"windows-1251\"></head><body>Приказ</body></html>")
        << name;
  }
}

TEST_F(Messages, end_in_the_middle_of_anything) {
  for (std::size_t size = 0; size < kAlternative.size(); ++size) {
    const auto documents = documents_of(put("m.eml", std::string_view(kAlternative).substr(0, size)));
    ASSERT_EQ(documents.size(), 1u) << size;
    EXPECT_EQ(documents[0].error ? documents[0].error->code : "no_text", "no_text") << size;
  }
}

}  // namespace
}  // namespace qogam::read::testing
