/// Replaces what a pattern finds; `$1` is its first group.
enum PatternText {
  static func replacing(_ pattern: String, in text: String, by replacement: String) -> String {
    guard let expression = try? Regex(pattern) else { return text }
    return text.replacing(expression) { match in
      let group = match.output.count > 1 ? match.output[1].substring.map(String.init) ?? "" : ""
      return replacement.split(separator: "$1", omittingEmptySubsequences: false).joined(separator: group)
    }
  }
}
