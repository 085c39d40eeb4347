// Whether a metric is written down well enough to be counted by somebody else.
// Here: MetricDraft, check_metric.  Not here: which metric is best (that is judgement), keeping drafts (business.h).
// Terms: a metric is a name, what is counted (numerator) per what (denominator), in which window, with a guardrail that must not get
// worse, and why it is worth counting.
// The checks read words, so they can miss a fault and can't prove a metric right; a gap is something left out, a doubt is worth a look.
#pragma once

#include <string>
#include <vector>

namespace loopready::app {

struct MetricDraft {
  std::string name, numerator, denominator, window, guardrail, why;
};

enum class MetricPart { name, numerator, denominator, window, guardrail, why };
inline constexpr int kMetricParts = 6;

struct MetricFinding {
  MetricPart part = MetricPart::name;
  bool gap = false;  // else a doubt
  std::string text;  // a sentence: what is wrong and what to write
};

std::vector<MetricFinding> check_metric(const MetricDraft& draft);
bool is_blank(const MetricDraft& draft);
// "Name: ...\nNumerator: ..." for copying.
std::string metric_text(const MetricDraft& draft);

}  // namespace loopready::app
