// Carries JSON Lines into a store.
#include "store/load.h"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>

#include <memory>
#include <optional>
#include <vector>

#include "text/pool.h"
#include "text/ring.h"

namespace qogam::store {
namespace {

constexpr std::size_t kBatchBytes = 256u << 10;  // lines that are parsed together: a pipeline step costs

struct Batch {
  struct Line {
    std::size_t number;
    std::string text;
    std::optional<ArticleRows> rows;
    std::string error;
  };
  std::vector<Line> lines;
};

void parse(Batch& batch, RowMaker& maker) {
  for (Batch::Line& line : batch.lines) {
    try {
      line.rows = maker.make(std::move(line.text));
    } catch (const std::exception& e) {
      line.error = e.what();
    }
  }
}

}  // namespace

void load_lines(std::istream& in, const std::string& name, Writer& writer, const lang::Knowledge& knowledge, const LoadOptions& options, const std::function<void(const std::string&)>& fail,
                Loaded& loaded) {
  const std::size_t jobs = options.jobs != 0 ? options.jobs : static_cast<std::size_t>(tbb::info::default_concurrency());
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
  std::size_t number = 0;
  text::Ring<Batch> batches(2 * jobs + 1);
  const auto next = [&](tbb::flow_control& control) -> Batch* {
    Batch* const batch = &batches.next();
    batch->lines.clear();
    std::string line;
    for (std::size_t size = 0; size < kBatchBytes && !(options.stop != nullptr && *options.stop) && std::getline(in, line);) {
      ++number;
      size += line.size();
      if (line.find_first_not_of(" \t\r") != std::string::npos) batch->lines.push_back({number, std::move(line), {}, {}});
      line.clear();
    }
    if (batch->lines.empty() && (!in || (options.stop != nullptr && *options.stop))) {
      control.stop();
      return nullptr;
    }
    return batch;
  };
  const auto put = [&](Batch* batch) {
    for (const Batch::Line& line : batch->lines) {
      if (!line.rows) {
        ++loaded.failed;
        fail(name + ":" + std::to_string(line.number) + " " + line.error);
        continue;
      }
      loaded.no_text += line.rows->no_text;
      const Put how = writer.put(*line.rows);
      ++(how == Put::added ? loaded.added : how == Put::replaced ? loaded.replaced : loaded.same);
    }
  };
  text::Pool<RowMaker> makers;
  const auto made = [&](Batch* batch) {
    auto maker = makers.borrow([&] { return std::make_unique<RowMaker>(knowledge); });
    parse(*batch, *maker);
    makers.give_back(std::move(maker));
    return batch;
  };
  tbb::parallel_pipeline(batches.size(), tbb::make_filter<void, Batch*>(tbb::filter_mode::serial_in_order, next) & tbb::make_filter<Batch*, Batch*>(tbb::filter_mode::parallel, made) &
                                             tbb::make_filter<Batch*, void>(tbb::filter_mode::serial_in_order, put));
  writer.commit();
}

}  // namespace qogam::store
