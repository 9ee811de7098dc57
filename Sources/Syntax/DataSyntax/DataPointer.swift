/// The way from the root of a document to a node, as RFC 6901 writes it: `/builders/0/image`, empty for the root.
package struct DataPointer: Hashable, Sendable {
  /// Keys and element numbers, outermost first, without escapes.
  package let tokens: [String]

  package init(_ tokens: [String]) { self.tokens = tokens }

  /// Reads a pointer; nil where it is neither empty nor begins with a slash, or holds a `~` that escapes nothing.
  package init?(_ text: some StringProtocol) {
    guard !text.isEmpty else {
      self.init([String]())
      return
    }
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.first?.isEmpty == true else { return nil }
    var tokens: [String] = []
    for part in parts.dropFirst() {
      guard let token = Self.unescaped(part) else { return nil }
      tokens.append(token)
    }
    self.init(tokens)
  }

  /// The pointer of a child.
  package func appending(_ token: String) -> DataPointer { DataPointer(tokens + [token]) }

  private static func unescaped(_ part: some Collection<UInt8>) -> String? {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in part {
      if isEscaped {
        guard byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1") else { return nil }
        bytes.append(UInt8(ascii: byte == UInt8(ascii: "0") ? "~" : "/"))
        isEscaped = false
      } else if byte == UInt8(ascii: "~") {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return isEscaped ? nil : String(decoding: bytes, as: UTF8.self)
  }
}

extension DataPointer: CustomStringConvertible {
  package var description: String {
    tokens.map { token in
      var escaped = "/"
      for scalar in token.unicodeScalars {
        switch scalar {
        case "~": escaped += "~0"
        case "/": escaped += "~1"
        default: escaped.unicodeScalars.append(scalar)
        }
      }
      return escaped
    }.joined()
  }
}
