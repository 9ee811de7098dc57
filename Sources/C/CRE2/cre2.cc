#include "CRE2.h"

#include <re2/re2.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

struct cre2_pattern {
  re2::RE2 expression;
  cre2_pattern(re2::StringPiece text, const re2::RE2::Options &options) : expression(text, options) {}
};

namespace {

const char replacement[] = "\xEF\xBF\xBD";
const size_t replacement_length = 3;

/// How many bytes a large pattern may take, with the states of its matching.
const int64_t most_memory = 256 << 20;

/// How many bytes the character at `at` has; 0 for a byte that begins none.
size_t width(const unsigned char *at, const unsigned char *end) {
  unsigned char first = *at;
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  size_t count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (static_cast<size_t>(end - at) < count) return 0;
  unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (at[1] < low || at[1] > high) return 0;
  for (size_t index = 2; index < count; index++)
    if ((at[index] & 0xC0) != 0x80) return 0;
  return count;
}

/// The first byte that is no UTF-8, or the end.
const unsigned char *first_fault(const unsigned char *at, const unsigned char *end) {
  while (at < end) {
    uint64_t word;
    if (end - at >= 8) {
      std::memcpy(&word, at, 8);
      if ((word & 0x8080808080808080u) == 0) {
        at += 8;
        continue;
      }
    }
    size_t count = width(at, end);
    if (count == 0) return at;
    at += count;
  }
  return end;
}

/// The text with U+FFFD in the place of each byte that is no UTF-8.
std::string replaced(const unsigned char *at, const unsigned char *end) {
  std::string text;
  text.reserve(static_cast<size_t>(end - at) * 2);
  while (at < end) {
    const unsigned char *fault = first_fault(at, end);
    text.append(reinterpret_cast<const char *>(at), static_cast<size_t>(fault - at));
    if (fault < end) {
      text.append(replacement, replacement_length);
      fault++;
    }
    at = fault;
  }
  return text;
}

/// The place in the text itself of a place in the replaced one.
size_t original(const unsigned char *begin, const unsigned char *end, size_t place) {
  const unsigned char *at = begin;
  while (at < end && place > 0) {
    size_t count = width(at, end);
    place -= count == 0 ? replacement_length : count;
    at += count == 0 ? 1 : count;
  }
  return static_cast<size_t>(at - begin);
}

}  // namespace

extern "C" {

cre2_pattern *cre2_compile(const void *pattern, size_t length) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  re2::StringPiece text(static_cast<const char *>(pattern), length);
  cre2_pattern *compiled = new cre2_pattern(text, options);
  if (compiled->expression.error_code() != re2::RE2::ErrorPatternTooLarge) return compiled;
  // Go bounds the size of a pattern far later than RE2 does by itself; most need nothing of the room.
  delete compiled;
  options.set_max_mem(most_memory);
  return new cre2_pattern(text, options);
}

const char *cre2_error(const cre2_pattern *pattern) {
  return pattern->expression.ok() ? nullptr : pattern->expression.error().c_str();
}

bool cre2_find(const cre2_pattern *pattern, const void *text, size_t length, size_t *start,
               size_t *end) {
  const char *begin = text == nullptr ? "" : static_cast<const char *>(text);
  const unsigned char *bytes = reinterpret_cast<const unsigned char *>(begin);
  bool is_sound = first_fault(bytes, bytes + length) == bytes + length;
  std::string other = is_sound ? std::string() : replaced(bytes, bytes + length);
  re2::StringPiece input = is_sound ? re2::StringPiece(begin, length) : re2::StringPiece(other);
  re2::StringPiece found;
  if (!pattern->expression.Match(input, 0, input.size(), re2::RE2::UNANCHORED, &found, 1)) return false;
  *start = static_cast<size_t>(found.data() - input.data());
  *end = *start + found.size();
  if (!is_sound) {
    *start = original(bytes, bytes + length, *start);
    *end = original(bytes, bytes + length, *end);
  }
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
