extension OptionCondition {
  /// Reads the notation of the catalog's files; nil where it is none.
  ///
  /// `a | b` are alternatives, `a and b` hold together; `no a` means that it is not set, `given a` that it is written, `a = x` and `a != x` compare.
  package init?(_ text: String) {
    let alternatives = text.parts(separatedBy: " | ").map(Self.conjunction)
    let read = alternatives.compactMap { $0 }
    guard !read.isEmpty, read.count == alternatives.count else { return nil }
    self = read.count == 1 ? read[0] : .any(read)
  }

  private static func conjunction(_ text: String) -> OptionCondition? {
    let clauses = text.parts(separatedBy: " and ").map(clause)
    let read = clauses.compactMap { $0 }
    guard !read.isEmpty, read.count == clauses.count else { return nil }
    return read.count == 1 ? read[0] : .all(read)
  }

  private static func clause(_ text: String) -> OptionCondition? {
    let differs = text.parts(separatedBy: " != ")
    if differs.count == 2, isName(differs[0]) { return .differs(differs[0], unquoted(differs[1])) }
    let equals = text.parts(separatedBy: " = ")
    if equals.count == 2, isName(equals[0]) { return .equals(equals[0], unquoted(equals[1])) }
    if text.hasPrefix("no ") {
      let name = String(text.dropFirst(3))
      return isName(name) ? .absent(name) : nil
    }
    if text.hasPrefix("given ") {
      let name = String(text.dropFirst(6))
      return isName(name) ? .given(name) : nil
    }
    return isName(text) ? .set(text) : nil
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte == UInt8(ascii: "_")
          || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*")
      }
  }

  private static func unquoted(_ text: String) -> String {
    text.count >= 2 && text.hasPrefix("'") && text.hasSuffix("'") ? String(text.dropFirst().dropLast()) : text
  }
}
