import Diagnostics
import Source

/// Collects what is wrong with a document, as diagnostics of one rule; a hopeless file does not flood the reader.
struct SyntaxFaults {
  /// How many faults of one file are listed.
  static let limit = 20

  let rule: RuleID
  let text: DerivedText
  private var list: [Diagnostic] = []
  private var isCut = false

  init(_ rule: RuleID, in text: DerivedText) {
    self.rule = rule
    self.text = text
  }

  /// Adds a fault; edits become a fix where the text is the file's own bytes.
  mutating func add(
    _ message: String, at range: ByteRange, help: String, severity: Severity = .error,
    labels: [(message: String, range: ByteRange)] = [], edits: [(range: ByteRange, text: String)] = [],
    safety: Fix.Safety = .safe
  ) {
    guard list.count < Self.limit else {
      isCut = true
      return
    }
    let isMendable = !edits.isEmpty && edits.allSatisfy { text.isVerbatim($0.range) }
    let fix = Fix(
      safety, edits: edits.map { Fix.Edit(replacing: text.location(of: $0.range), with: $0.text) })
    list.append(
      Diagnostic(
        rule, severity, message, at: text.location(of: range), help: help,
        labels: labels.map { Label($0.message, at: text.location(of: $0.range)) },
        fixes: isMendable ? [fix] : []))
  }

  /// The faults in the order of the text.
  var diagnostics: [Diagnostic] {
    var sorted = list.sorted()
    if isCut, let last = sorted.indices.last {
      sorted[last].notes.append("further faults of this file are not listed")
    }
    return sorted
  }
}

extension DerivedText {
  /// A short excerpt for a message, in backticks; bytes that do not show are named.
  func excerpt(_ range: ByteRange) -> String {
    guard !range.isEmpty else { return "the end of the file" }
    let slice = bytes[range.indices].prefix(32)
    if slice.count == 1, let byte = slice.first, byte < 0x20 || byte >= 0x7F || byte == 0x60 {
      return byte == 0x60 ? "a backtick" : "byte 0x" + hexadecimal(byte)
    }
    let shown = String(decoding: slice, as: UTF8.self)
      .unicodeScalars.prefix(24).map { $0.value < 0x20 || $0 == "`" ? "?" : String($0) }.joined()
    return "`\(shown)\(range.count > slice.count ? "…" : "")`"
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
