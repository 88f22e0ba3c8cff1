// libxml2's HTML parser, by its events, as only they tell where on the page a text stands.
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

#include "html/attributes.h"
#include "html/characters.h"
#include "html/tree.h"
#include "text/ascii.h"
#include "text/offset_map.h"
#include "text/utf8.h"

namespace qogam::html {
namespace {

constexpr std::size_t kLongestReference = 40;

std::string lowered(const xmlChar* name) { return text::ascii_lower(reinterpret_cast<const char*>(name)); }

// Takes the events of one page.
class Builder {
 public:
  Builder(std::string_view page, std::uint32_t deepest) : page_(page), deepest_(deepest) { tree_.nodes.emplace_back(); }

  htmlParserCtxtPtr parser = nullptr;

  void open(const xmlChar* name, const xmlChar** attributes) {
    if (open_.size() >= deepest_) {
      tree_.too_deep = true;
      xmlStopParser(parser);
      return;
    }
    Node node;
    const std::string lower = lowered(name);
    node.tag = tag_named(lower);
    if (node.tag == Tag::other) node.name = lower;
    node.parent = current();
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2)
      node.attributes.push_back({lowered(attributes[0]), attributes[1] == nullptr ? "" : reinterpret_cast<const char*>(attributes[1])});
    open_.push_back(static_cast<std::uint32_t>(tree_.nodes.size()));
    names_.push_back(lower);
    tree_.nodes.push_back(std::move(node));
  }

  void close(const xmlChar* name) {
    const std::string lower = lowered(name);
    const auto found = std::find(names_.rbegin(), names_.rend(), lower);
    if (found == names_.rend()) return;
    const auto left = static_cast<std::size_t>(names_.rend() - found) - 1;
    while (open_.size() > left) close_last();
  }

  void characters(std::string_view text) {
    if (text.empty() || !text::valid_utf8(text)) return;
    const auto begin = static_cast<std::uint32_t>(tree_.text.size());
    const Span raw = place_of(text);
    tree_.text += text;
    map_.replace(static_cast<std::uint32_t>(text.size()), raw.begin, raw.size());
    const auto end = static_cast<std::uint32_t>(tree_.text.size());
    Node& last = tree_.nodes.back();
    if (last.tag == Tag::text && last.parent == current() && last.text.end == begin) {
      last.text.end = end;
      return;
    }
    Node node;
    node.tag = Tag::text;
    node.parent = current();
    node.end = static_cast<std::uint32_t>(tree_.nodes.size()) + 1;
    node.text = {begin, end};
    tree_.nodes.push_back(std::move(node));
  }

  // What stands in scripts and styles.
  void data(std::string_view text) {
    if (open_.empty()) return;
    const std::uint32_t i = open_.back();
    if (tree_.nodes[i].tag != Tag::script) return;
    const bool linked = tree_.attribute(i, "type").find("ld+json") != std::string_view::npos;
    auto& scripts = linked ? tree_.json_ld : tree_.state;
    if (script_ != i) scripts.emplace_back();
    script_ = i;
    scripts.back() += text;
  }

  Tree take() {
    while (!open_.empty()) close_last();
    tree_.nodes[0].end = static_cast<std::uint32_t>(tree_.nodes.size());
    tree_.runs = map_.take();
    std::erase_if(tree_.state, [](const std::string& script) { return script.find("ublish") == std::string::npos; });
    return std::move(tree_);
  }

 private:
  std::uint32_t current() const { return open_.empty() ? 0 : open_.back(); }

  void close_last() {
    tree_.nodes[open_.back()].end = static_cast<std::uint32_t>(tree_.nodes.size());
    open_.pop_back();
    names_.pop_back();
  }

  // Where on the page the text of this event stands: as it is, right before where the parser is or
  // right there, as a character reference before that, or somewhere behind the text before it.
  Span place_of(std::string_view text) {
    const long consumed = xmlByteConsumed(parser);
    std::size_t here = consumed < 0 ? last_ : std::min(static_cast<std::size_t>(consumed), page_.size());
    while (here < page_.size() && !text::starts_letter(page_[here])) ++here;  // the parser's count is off behind what it left out
    const auto span = [&](std::size_t begin, std::size_t end) {
      last_ = end;
      return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    };
    const std::size_t floor = last_;  // places follow each other
    if (here >= floor + text.size() && page_.substr(here - text.size(), text.size()) == text) return span(here - text.size(), here);
    if (here >= floor && page_.substr(here).starts_with(text)) return span(here, here + text.size());
    const std::size_t from = here > kLongestReference ? here - kLongestReference : 0;
    const std::size_t reference = page_.substr(from, here - from).rfind('&');
    if (reference != std::string_view::npos && from + reference >= last_) return span(from + reference, here);
    // A long text comes in parts, each of which the parser may have read beyond.
    const std::size_t stop = std::min(page_.size(), here + text.size());
    const std::size_t found = floor < stop ? page_.substr(0, stop).find(text, floor) : std::string_view::npos;
    if (found != std::string_view::npos) return span(found, found + text.size());
    // Something like it stands there. As long as the text is, it would be taken for the same letters.
    std::size_t end = std::max(floor, here);
    if (end - floor == text.size())
      while (end > floor && !text::starts_letter(page_[--end])) {
      }
    return span(floor, end);
  }

  std::string_view page_;
  std::uint32_t deepest_;
  Tree tree_;
  text::OffsetMapBuilder map_;
  std::vector<std::uint32_t> open_;
  std::vector<std::string> names_;
  std::size_t last_ = 0;  // end of the text placed last
  std::uint32_t script_ = 0;
};

Builder& builder(void* data) { return *static_cast<Builder*>(data); }

std::string_view view(const xmlChar* text, int size) {
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

htmlSAXHandler handlers() {
  htmlSAXHandler sax{};
  sax.startElement = [](void* data, const xmlChar* name, const xmlChar** attributes) { builder(data).open(name, attributes); };
  sax.endElement = [](void* data, const xmlChar* name) { builder(data).close(name); };
  sax.characters = [](void* data, const xmlChar* text, int size) { builder(data).characters(view(text, size)); };
  sax.ignorableWhitespace = sax.characters;
  sax.cdataBlock = [](void* data, const xmlChar* text, int size) { builder(data).data(view(text, size)); };
  return sax;
}

struct Free {
  void operator()(htmlParserCtxtPtr parser) const {
    parser->sax = nullptr;  // ours
    htmlFreeParserCtxt(parser);
  }
};

}  // namespace

Tree parse(std::string_view utf8, std::uint32_t deepest) {
  // libxml2 makes its locks at the first use, and two threads that do so at once wait for ever.
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  // A zero ends the page for libxml2, and among its first bytes tells another encoding.
  std::string without_zeros;
  if (utf8.find('\0') != std::string_view::npos) {
    without_zeros = utf8;
    std::replace(without_zeros.begin(), without_zeros.end(), '\0', ' ');
    utf8 = without_zeros;
  }
  const auto with_fewer_attributes = without_surplus_attributes(utf8);
  if (with_fewer_attributes) utf8 = *with_fewer_attributes;
  Builder built(utf8, deepest);
  if (utf8.empty()) return built.take();
  htmlSAXHandler sax = handlers();
  const std::unique_ptr<xmlParserCtxt, Free> parser(htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())));
  if (!parser) throw std::bad_alloc();
  xmlFree(parser->sax);
  parser->sax = &sax;
  parser->userData = &built;
  built.parser = parser.get();
  constexpr int kIgnoreEncoding = 1 << 21;  // HTML_PARSE_IGNORE_ENC: the declaration is that of the page before it was decoded
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | kIgnoreEncoding);
  parser->options |= XML_PARSE_HUGE;
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser.get());
  return built.take();
}

char32_t named_character(std::string_view name) {
  const std::string copy(name);
  const htmlEntityDesc* const found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(copy.c_str()));
  return found == nullptr ? 0 : static_cast<char32_t>(found->value);
}

std::string_view Tree::attribute(std::uint32_t i, std::string_view name) const {
  for (const Attribute& a : nodes[i].attributes)
    if (a.name == name) return a.value;
  return {};
}

bool Tree::has_attribute(std::uint32_t i, std::string_view name) const {
  return std::any_of(nodes[i].attributes.begin(), nodes[i].attributes.end(), [&](const Attribute& a) { return a.name == name; });
}

std::string Tree::text_of(std::uint32_t i) const {
  std::string all;
  for (std::uint32_t k = i; k < nodes[i].end; ++k) {
    if (is_skipped(nodes[k].tag) && k != i && nodes[k].tag != Tag::title) {
      k = nodes[k].end - 1;
    } else if (nodes[k].tag == Tag::text) {
      all += nodes[k].text.of(text);
    } else if (is_block(nodes[k].tag) || nodes[k].tag == Tag::br) {
      all += ' ';
    }
  }
  return collapsed(all);
}

std::string collapsed(std::string_view text) {
  std::string out;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = text::decode_at(text, at);
    if (c == 0xAD || c == 0x200B || c == 0xFEFF) continue;
    if (c <= ' ' || (c >= 0x80 && text::is_space(c))) {
      blank = !out.empty();
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    out.append(text.substr(begin, at - begin));
  }
  return out;
}

}  // namespace qogam::html
