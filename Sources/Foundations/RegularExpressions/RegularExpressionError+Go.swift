extension RegularExpressionError {
  /// The reason in the words of Go's `regexp`, which has the same syntax: "error parsing regexp: missing closing ]: `[`".
  package var goMessage: String {
    let colon = reason.range(of: ": ")
    let kind = colon.map { String(reason[..<$0.lowerBound]) } ?? reason
    let part = colon.map { String(reason[$0.upperBound...]) } ?? ""
    return "error parsing regexp: \(Self.words[kind] ?? kind): `\(kind == "missing )" ? pattern : part)`"
  }

  private static let words = [
    "missing ]": "missing closing ]",
    "missing )": "missing closing )",
    "no argument for repetition operator": "missing argument to repetition operator",
    "bad repetition operator": "invalid nested repetition operator",
    "trailing \\": "trailing backslash at end of expression",
    "trailing \\ at end of regexp": "trailing backslash at end of expression",
    "invalid perl operator": "invalid or unsupported Perl syntax",
    "invalid named capture group": "invalid named capture",
    "invalid repetition size": "invalid repeat count",
    "invalid character class": "invalid character class range",
  ]
}

extension String {
  /// The first place of a part.
  fileprivate func range(of part: String) -> Range<Index>? {
    let wanted = Array(part.utf8)
    var start = startIndex
    while start < endIndex {
      if self[start...].utf8.starts(with: wanted) { return start..<utf8.index(start, offsetBy: wanted.count) }
      start = index(after: start)
    }
    return nil
  }
}
