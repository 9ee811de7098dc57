extension StringProtocol {
  /// `NAME=value` taken apart at its first `=`, a byte: a mark that begins the value does not hide it. nil where there is none.
  package var assignment: (name: String, value: String)? {
    guard let equals = utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    return (String(self[..<equals]), String(self[utf8.index(after: equals)...]))
  }
}

extension Sequence<String> {
  /// Each text once, told apart by its bytes, in the order of bytes.
  package var distinct: [String] { Set(map { ExactText($0) }).sorted().map(\.text) }
}
