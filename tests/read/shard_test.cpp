// Shards together are the whole, whatever it consists of.
#include "read/shard.h"

#include "read/test_support.h"

namespace qogam::read {
namespace {

using namespace testing;

// Gives a number of documents that know their places.
class Counted : public Reader {
 public:
  explicit Counted(std::size_t size) : size_(size) {}

  std::optional<Document> next() override {
    if (given_ == size_) return std::nullopt;
    Document document;
    document.id = std::to_string(++given_);
    return document;
  }
  Progress progress() const override { return {size_, given_, given_, 0}; }

 private:
  const std::size_t size_;
  std::size_t given_ = 0;
};

std::string ids(Reader& reader) {
  std::string all;
  while (auto document = reader.next()) all += document->id + " ";
  EXPECT_FALSE(reader.next());
  return all;
}

struct Row {
  std::size_t documents;
  Shard shard;
  const char* ids;
};

constexpr Row kRows[] = {
    {7, {1, 1}, "1 2 3 4 5 6 7 "}, {7, {1, 3}, "1 4 7 "}, {7, {2, 3}, "2 5 "}, {7, {3, 3}, "3 6 "},
    {2, {2, 3}, "2 "},             {2, {3, 3}, ""},       {0, {1, 2}, ""},     {1, {1, 1000000}, "1 "},
};

TEST(Shard, has_every_nth_document_from_its_number_on) {
  for (const Row& row : kRows) {
    const auto reader = share_of(std::make_unique<Counted>(row.documents), row.shard);
    EXPECT_EQ(ids(*reader), row.ids) << row.shard.number << "/" << row.shard.of;
    EXPECT_EQ(reader->progress().documents, row.documents) << "what is read, of all shards";
  }
}

class Shards : public Folder {};

// Errors have their places too, and ids are those that the whole gives.
TEST_F(Shards, restore_the_whole_when_taken_in_turn) {
  put("in/a.jsonl", "{\"id\":\"x\",\"text\":\"1\"}\n{\"id\":\"x\",\"text\":\"2\"}\nno object\n{\"id\":\"x\",\"text\":\"3\"}\n{\"id\":\"y\"}\n");
  put("in/b.csv", "id,text\nx,4\ny,5\n");
  put("in/c.txt", "6");
  const std::string folder = (folder_ / "in").string();
  const Lines whole = dump(folder);
  ASSERT_EQ(whole.size(), 8u);
  EXPECT_EQ(whole[1], "x#2|2");
  for (std::size_t of = 1; of <= 9; ++of) {
    Lines merged(whole.size());
    for (std::size_t number = 1; number <= of; ++number) {
      const auto reader = share_of(make_reader({folder}, {}), {number, of});
      for (std::size_t place = number - 1; auto document = reader->next(); place += of) {
        ASSERT_LT(place, merged.size());
        std::vector<Document> one;
        one.push_back(*std::move(document));
        merged[place] = lines_of(one)[0];
      }
    }
    EXPECT_EQ(merged, whole) << of << " shards";
  }
}

}  // namespace
}  // namespace qogam::read
