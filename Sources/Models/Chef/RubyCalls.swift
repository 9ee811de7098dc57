import Source

/// Finds plain calls with literal texts in a Ruby file, line by line: enough for `name 'x'` and a role's `run_list`.
///
/// Whatever is not a literal is unknown; nothing is evaluated.
struct RubyCalls {
  private let text: DerivedText

  init(_ file: SourceFile) { text = DerivedText(file) }

  /// The single literal text that a call at the start of a line is given.
  func argument(of method: String) -> Known<Located<String>> {
    switch arguments(of: method) {
    case .absent: .absent
    case .unknown(let reason): .unknown(reason)
    case .value(let texts): texts.count == 1 ? .value(texts[0]) : .unknown(reason(method, at: text.whole))
    }
  }

  /// The literal texts that a call at the start of a line is given, in brackets or not; the last such call counts.
  func arguments(of method: String) -> Known<[Located<String>]> {
    var result: Known<[Located<String>]> = .absent
    var lineStart = 0
    while lineStart < text.bytes.count {
      var index = lineStart
      skipBlanks(&index)
      if let after = call(of: method, at: index) { result = literals(from: after, method) }
      lineStart = (text.bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? text.bytes.count) + 1
    }
    return result
  }

  /// The offset behind the name of a call, where one stands at an offset.
  private func call(of method: String, at index: Int) -> Int? {
    let name = Array(method.utf8)
    guard text.bytes[index...].starts(with: name) else { return nil }
    let after = index + name.count
    guard after < text.bytes.count else { return nil }
    let marks: [UInt8] = [
      0x20, 0x09, UInt8(ascii: "("), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "["),
    ]
    return marks.contains(text.bytes[after]) ? after : nil
  }

  private func literals(from start: Int, _ method: String) -> Known<[Located<String>]> {
    var index = start
    var texts: [Located<String>] = []
    var open = 0
    var expectsMore = true
    while index < text.bytes.count {
      skipBlanks(&index)
      guard index < text.bytes.count else { break }
      switch text.bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["):
        open += 1
        index += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        open -= 1
        index += 1
        expectsMore = false
      case UInt8(ascii: ","):
        expectsMore = true
        index += 1
      case UInt8(ascii: "#"):
        index = text.bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? text.bytes.count
      case UInt8(ascii: "\n"):
        if open <= 0, !expectsMore || texts.isEmpty { return .value(texts) }
        index += 1
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        guard let literal = literal(from: &index) else {
          return .unknown(reason(method, at: text.location(of: ByteRange(at: index))))
        }
        texts.append(literal)
        expectsMore = false
      default: return .unknown(reason(method, at: text.location(of: ByteRange(at: index))))
      }
    }
    return .value(texts)
  }

  /// A quoted text without escapes or interpolation; the offset is then behind it.
  private func literal(from index: inout Int) -> Located<String>? {
    let quote = text.bytes[index]
    guard let close = text.bytes[(index + 1)...].firstIndex(of: quote) else { return nil }
    let range = ByteRange(index + 1, close)
    let content = text.bytes[range.indices]
    if content.contains(UInt8(ascii: "\\")) || content.contains(UInt8(ascii: "\n")) { return nil }
    if quote == UInt8(ascii: "\""), content.contains(UInt8(ascii: "#")) { return nil }
    index = close + 1
    return Located(String(decoding: content, as: UTF8.self), at: text.location(of: range))
  }

  private func skipBlanks(_ index: inout Int) {
    while index < text.bytes.count, [0x20, 0x09, 0x0D].contains(text.bytes[index]) { index += 1 }
  }

  private func reason(_ method: String, at location: Location) -> UnknownReason {
    UnknownReason("`\(method)` is not given as plain texts", at: location)
  }
}
