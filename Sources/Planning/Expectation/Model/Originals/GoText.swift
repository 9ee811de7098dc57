/// Texts as Go reads them from bytes.
package enum GoText {
  /// The text, where each byte that is no UTF-8 is a replacement character of its own.
  package static func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = String.UnicodeScalarView()
    var decoder = UTF8()
    var rest = bytes[...]
    while !rest.isEmpty {
      var iterator = rest.makeIterator()
      decoder = UTF8()
      guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
        text.append("\u{FFFD}")
        rest = rest.dropFirst()
        continue
      }
      text.append(scalar)
      rest = rest.dropFirst(UTF8.width(scalar))
    }
    return String(text)
  }
}
