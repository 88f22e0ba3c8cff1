// The way of the data: every stage, in its order.
#include "pipeline/stages.h"

#include "clean/cleaner.h"
#include "extract/commitments.h"
#include "extract/quotes.h"
#include "extract/topics.h"
#include "lang/knowledge.h"
#include "link/linker.h"
#include "mentions/finder.h"
#include "pipeline/findings.h"
#include "read/decode_stage.h"
#include "segment/segmenter.h"
#include "words/analyser.h"

namespace qogam::pipeline {

Stages make_stages(const lang::Knowledge& knowledge, const Options& options) {
  Stages stages;
  stages.push_back(read::make_decode_stage(options.max_document_bytes));
  stages.push_back(clean::make_cleaner(knowledge, options));
  stages.push_back(segment::make_segmenter(knowledge, options));
  stages.push_back(words::make_analyser(knowledge));
  stages.push_back(mentions::make_finder(knowledge, only_dates_and_money(options.only) ? mentions::Passes::dates_and_money : mentions::Passes::all));
  stages.push_back(link::make_linker(knowledge));
  stages.push_back(extract::make_topics(knowledge, options.min_topic_score));
  stages.push_back(extract::make_quotes(knowledge));
  stages.push_back(extract::make_commitments(knowledge, options.min_commitment_confidence));
  return stages;
}

}  // namespace qogam::pipeline
