#include "CRE2.h"

#include <re2/re2.h>

#include <vector>

struct cre2_pattern {
  re2::RE2 expression;
  cre2_pattern(re2::StringPiece text, const re2::RE2::Options &options) : expression(text, options) {}
};

extern "C" {

cre2_pattern *cre2_compile(const void *pattern, size_t length) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  return new cre2_pattern(re2::StringPiece(static_cast<const char *>(pattern), length), options);
}

const char *cre2_error(const cre2_pattern *pattern) {
  return pattern->expression.ok() ? nullptr : pattern->expression.error().c_str();
}

bool cre2_find(const cre2_pattern *pattern, const void *text, size_t length, size_t *start,
               size_t *end) {
  const char *begin = text == nullptr ? "" : static_cast<const char *>(text);
  re2::StringPiece input(begin, length), found;
  if (!pattern->expression.Match(input, 0, length, re2::RE2::UNANCHORED, &found, 1)) return false;
  *start = static_cast<size_t>(found.data() - begin);
  *end = *start + found.size();
  return true;
}

size_t cre2_groups(const cre2_pattern *pattern) {
  int count = pattern->expression.NumberOfCapturingGroups();
  return count < 0 ? 0 : static_cast<size_t>(count);
}

bool cre2_captures(const cre2_pattern *pattern, const void *text, size_t length, size_t from,
                   ptrdiff_t *bounds, size_t count) {
  const char *begin = text == nullptr ? "" : static_cast<const char *>(text);
  re2::StringPiece input(begin, length);
  std::vector<re2::StringPiece> found(count);
  if (!pattern->expression.Match(input, from, length, re2::RE2::UNANCHORED, found.data(),
                                 static_cast<int>(count)))
    return false;
  for (size_t index = 0; index < count; index++) {
    const char *start = found[index].data();
    bounds[2 * index] = start == nullptr ? -1 : start - begin;
    bounds[2 * index + 1] = start == nullptr ? -1 : start - begin + static_cast<ptrdiff_t>(found[index].size());
  }
  return true;
}

void cre2_release(cre2_pattern *pattern) { delete pattern; }
}
