/// One condition on a version: an operator and a version.
package struct GemRequirement: Sendable, Hashable, CustomStringConvertible {
  package enum Operator: String, Sendable, CaseIterable {
    case compatible = "~>"
    case atLeast = ">="
    case atMost = "<="
    case different = "!="
    case equal = "="
    case above = ">"
    case below = "<"
  }

  package let comparison: Operator
  package let version: GemVersion

  init(_ comparison: Operator, _ version: GemVersion) {
    self.comparison = comparison
    self.version = version
  }

  /// Reads an operator, blanks and a version, as RubyGems does; a lone version means `=`.
  package init?(_ text: String) {
    let trimmed = text.trimmingBlanks
    let comparison = Operator.allCases.first { trimmed.hasPrefix($0.rawValue) }
    let rest = String(trimmed.dropFirst(comparison?.rawValue.utf8.count ?? 0)).trimmingBlanks
    guard let version = GemVersion(rest) else { return nil }
    self.init(comparison ?? .equal, version)
  }

  package var description: String { "\(comparison.rawValue) \(version)" }

  package func accepts(_ candidate: GemVersion) -> Bool {
    switch comparison {
    case .equal: candidate == version
    case .different: candidate != version
    case .above: candidate > version
    case .below: candidate < version
    case .atLeast: candidate >= version
    case .atMost: candidate <= version
    case .compatible: candidate >= version && candidate < version.bumped
    }
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    var bytes = Array(utf8)[...]
    while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
