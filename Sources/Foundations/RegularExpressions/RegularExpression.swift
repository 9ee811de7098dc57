import CRE2

/// A user's pattern in RE2's syntax: linear in the length of the text, whatever the pattern.
///
/// RE2 is the engine whose syntax and semantics Go programs have, so patterns carry over from goss and
/// container-structure-test. A class because it owns the compiled C++ object.
package final class RegularExpression: Sendable {
  /// The pattern as the user wrote it.
  package let pattern: String
  /// The C++ object's address: a number crosses tasks, and RE2 objects may be used by several threads at once.
  private let address: UInt

  /// Compiles a pattern; throws what RE2 says is wrong with it.
  package init(_ pattern: String) throws(RegularExpressionError) {
    let compiled = try GoSyntax.translated(pattern).withUnsafeBytes { bytes in
      cre2_compile(bytes.baseAddress, bytes.count)
    }
    if let reason = cre2_error(compiled) {
      let message = String(cString: reason)
      cre2_release(compiled)
      throw RegularExpressionError(pattern: pattern, reason: message)
    }
    self.pattern = pattern
    self.address = UInt(bitPattern: compiled)
  }

  deinit { cre2_release(compiled) }

  private var compiled: OpaquePointer {
    guard let pointer = OpaquePointer(bitPattern: address) else {
      preconditionFailure("a compiled pattern has an address")
    }
    return pointer
  }

  /// The byte range of the first match in `text`, or nil. Each byte that is no UTF-8 counts as a U+FFFD, as to Go.
  package func firstMatch(in text: [UInt8]) -> Range<Int>? { firstMatch(in: text, within: text.indices) }

  /// The byte range of the first match in a part of `text`, or nil; the part begins and ends as a text of its own does.
  package func firstMatch(in text: [UInt8], within part: Range<Int>) -> Range<Int>? {
    text[part].withUnsafeBytes { bytes in
      var lower = 0
      var upper = 0
      let found = cre2_find(compiled, bytes.baseAddress, bytes.count, &lower, &upper)
      return found ? part.lowerBound + lower..<part.lowerBound + upper : nil
    }
  }

  /// The byte ranges of the first match that begins at `start` or later: of the whole match, then of each group, nil
  /// for a group that took no part; nil where nothing matches. What stands before `start` is seen as context.
  package func captures(in text: [UInt8], from start: Int) -> [Range<Int>?]? {
    guard start <= text.count else { return nil }
    let count = cre2_groups(compiled) + 1
    var bounds = [Int](repeating: -1, count: 2 * count)
    let found = text.withUnsafeBytes { bytes in
      cre2_captures(compiled, bytes.baseAddress, bytes.count, start, &bounds, count)
    }
    guard found else { return nil }
    return (0..<count).map { bounds[2 * $0] < 0 ? nil : bounds[2 * $0]..<bounds[2 * $0 + 1] }
  }

  /// Whether the pattern matches somewhere in `text`.
  package func matches(_ text: [UInt8]) -> Bool { firstMatch(in: text) != nil }
}

/// A pattern that RE2 refuses, and why.
package struct RegularExpressionError: Error, Equatable {
  package let pattern: String
  package let reason: String
}
