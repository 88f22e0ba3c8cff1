// Meta elements, microdata and JSON-LD.
#include "html/metadata.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "html/json_ld.h"
#include "text/ascii.h"

namespace qogam::html {
namespace {

constexpr std::array<std::string_view, 3> kTitles = {"og:title", "twitter:title", "dc.title"};
constexpr std::array<std::string_view, 13> kDates = {
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "article.published", "dc.date.issued",
    "dc.date",                "dcterms.created",   "pubdate",                   "publishdate",   "publish_date",      "sailthru.date",
    "parsely-pub-date"};
constexpr std::size_t kLongestTitle = 1000;  // bytes; what is longer is looked for nowhere
constexpr std::array<std::string_view, 4> kAuthors = {"author", "article:author", "dc.creator", "parsely-author"};

template <class Names>
bool is_one_of(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool has_word(std::string_view value, std::string_view word) {
  for (std::size_t at = value.find(word); at != std::string_view::npos; at = value.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || value[at - 1] == ' ') && (end == value.size() || value[end] == ' ')) return true;
  }
  return false;
}

void keep(std::string& slot, std::string value) {
  if (slot.empty()) slot = std::move(value);
}

// The first text that is not empty, of a few: elements may lie in each other, and each is read to its end.
struct FirstText {
  static constexpr int kMostTries = 16;
  std::string value;
  int tries = 0;

  template <class Read>
  void keep(const Read& read) {
    if (value.empty() && tries++ < kMostTries) value = read();
  }
};

class MetadataReader {
 public:
  explicit MetadataReader(const Tree& tree) : tree_(tree) {}

  Metadata run() {
    std::string canonical, shared_url, document_title, author;
    std::vector<std::string> titles(kTitles.size());
    std::vector<std::string> dates(kDates.size());
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      const Node& node = tree_.nodes[i];
      if (node.tag == Tag::meta) {
        const std::string name = meta_name(i), content = collapsed(tree_.attribute(i, "content"));
        for (std::size_t k = 0; k < kTitles.size(); ++k)
          if (name == kTitles[k]) keep(titles[k], content);
        for (std::size_t k = 0; k < kDates.size(); ++k)
          if (name == kDates[k]) keep(dates[k], content);
        if (is_one_of(name, kAuthors) && content.find("://") == std::string::npos) keep(author, content);
        if (name == "og:url") keep(shared_url, content);
        if (name == "og:site_name") keep(out_.site_name, content);
      } else if (node.tag == Tag::link && has_word(text::ascii_lower(tree_.attribute(i, "rel")), "canonical")) {
        keep(canonical, collapsed(tree_.attribute(i, "href")));
      } else if (node.tag == Tag::title && tree_.nodes[node.parent].tag == Tag::head) {
        keep(document_title, tree_.text_of(i));
      }
      if (node.tag != Tag::text) microdata(i);
    }
    out_.url = canonical.empty() ? shared_url : canonical;
    titles.push_back(document_title);
    join(titles, dates, author);
    return std::move(out_);
  }

 private:
  std::string meta_name(std::uint32_t i) const {
    for (const char* const key : {"property", "name", "itemprop"})
      if (const auto value = tree_.attribute(i, key); !value.empty()) return text::ascii_lower(value);
    return {};
  }

  // The first headline and date that are not of an item in a list of other articles.
  void microdata(std::uint32_t i) {
    const std::string_view rdfa = tree_.attribute(i, "property");  // RDFa, as Drupal writes it
    if (has_word(rdfa, "dc:date") || has_word(rdfa, "dc:created") || has_word(rdfa, "schema:datePublished")) micro_date_.keep([&] { return value_of(i); });
    const std::string_view what = tree_.attribute(i, "itemprop");
    if (what.empty()) return;
    if (has_word(what, "datePublished")) micro_date_.keep([&] { return value_of(i); });
    if (has_word(what, "headline")) micro_title_.keep([&] { return value_of(i); });
    if (has_word(what, "author") && tree_.nodes[i].tag != Tag::meta) micro_author_.keep([&] { return person_in(i); });
  }

  std::string value_of(std::uint32_t i) const {
    for (const char* const key : {"content", "datetime"})
      if (const auto value = tree_.attribute(i, key); !value.empty()) return collapsed(value);
    return tree_.text_of(i);
  }

  std::string person_in(std::uint32_t i) const {
    for (std::uint32_t k = i + 1; k < tree_.nodes[i].end; ++k)
      if (has_word(tree_.attribute(k, "itemprop"), "name")) return value_of(k);
    return value_of(i);
  }

  void join(std::vector<std::string>& titles, const std::vector<std::string>& dates, const std::string& author) {
    const auto articles = linked_articles(tree_.json_ld);
    const LinkedArticle* const own = own_article(articles, titles);
    if (own != nullptr) {
      out_.published = own->published;
      out_.author = own->author;
      if (out_.url.empty()) out_.url = own->url;
      if (!own->headline.empty()) out_.titles.push_back(own->headline);
    }
    for (const std::string& date : dates) keep(out_.published, date);
    keep(out_.published, micro_date_.value);
    keep(out_.author, micro_author_.value);
    keep(out_.author, author);
    if (!micro_title_.value.empty()) out_.titles.push_back(micro_title_.value);
    for (std::string& title : titles)
      if (!title.empty()) out_.titles.push_back(std::move(title));
    if (out_.url.find("://") == std::string::npos) out_.url.clear();
  }

  // The one whose address or headline is that of the page, else the first.
  const LinkedArticle* own_article(const std::vector<LinkedArticle>& articles, const std::vector<std::string>& titles) const {
    for (const LinkedArticle& a : articles)
      if (!a.url.empty() && a.url == out_.url) return &a;
    for (const LinkedArticle& a : articles)
      for (const std::string& title : titles)
        if (!a.headline.empty() && title.size() <= kLongestTitle && title.find(a.headline) != std::string::npos) return &a;
    return articles.empty() ? nullptr : &articles.front();
  }

  const Tree& tree_;
  Metadata out_;
  FirstText micro_date_, micro_title_, micro_author_;
};

constexpr std::array<std::string_view, 10> kStateKeys = {"publishDate", "datePublished", "published_at", "publishedAt", "first_published_at",
                                                        "pubDate",     "published",     "publish_date", "publishTime", "date_published"};
constexpr std::size_t kStateReach = 6000;  // bytes between the title and the key

// The value of `"key":"2024-…"` at `at`, where that is what stands there.
std::string day_at(std::string_view script, std::size_t at) {
  std::size_t value = script.find_first_not_of("\\\": ", at);
  if (value == std::string_view::npos || value - at > 8) return {};
  const std::string_view day = script.substr(value, 10);
  const bool is_day = day.size() == 10 && day.starts_with("20") && day[4] == '-' && day[7] == '-';
  return is_day ? std::string(script.substr(value, std::min<std::size_t>(script.find_first_of("\\\"", value) - value, 30))) : std::string();
}

}  // namespace

bool is_utc(std::string_view moment) { return moment.ends_with('Z') || moment.ends_with("+00:00") || moment.ends_with("+0000"); }

std::string published_in_state(const Tree& tree, const std::string& title) {
  if (title.empty() || title.size() > kLongestTitle) return {};
  std::string best;
  std::size_t best_distance = kStateReach;
  for (const std::string& script : tree.state) {
    const std::size_t place = script.find(title);
    if (place == std::string::npos) continue;
    for (const std::string_view key : kStateKeys)
      for (std::size_t at = script.find(key); at != std::string::npos; at = script.find(key, at + 1)) {
        const std::size_t distance = at > place ? at - place : place - at;
        if (distance >= best_distance || at == 0 || script[at - 1] != '"') continue;
        std::string day = day_at(script, at + key.size());
        if (day.empty()) continue;
        best = std::move(day);
        best_distance = distance;
      }
  }
  return best;
}

Metadata read_metadata(const Tree& tree) { return MetadataReader(tree).run(); }

}  // namespace qogam::html
