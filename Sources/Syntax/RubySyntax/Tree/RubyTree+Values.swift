package import Source

extension RubyTree {
  /// The bytes that a piece of a string stands for; none for other nodes.
  package func bytes(of node: RubyNode) -> ArraySlice<UInt8> {
    guard case .text(let piece) = shape(of: node) else { return [] }
    switch piece.home {
    case .text: return text.bytes[range(of: node).indices]
    case .escapes(let first, let count): return escapes[Int(first)..<Int(first) + Int(count)]
    }
  }

  /// The text of a string or symbol that is the same in every run; nil where something is interpolated.
  package func constantText(of node: RubyNode) -> String? {
    switch shape(of: node) {
    case .symbol(let word): return spelling(of: word)
    case .text: return String(decoding: bytes(of: node), as: UTF8.self)
    case .string(let parts), .dynamicSymbol(let parts):
      var joined: [UInt8] = []
      for part in nodes(in: parts) {
        guard case .text = shape(of: part) else { return nil }
        joined += bytes(of: part)
      }
      return String(decoding: joined, as: UTF8.self)
    default: return nil
    }
  }

  /// The content of a string that is the same in every run, with the place of each byte.
  package func content(of node: RubyNode) -> DerivedText? {
    guard case .string(let parts) = shape(of: node) else { return nil }
    var builder = DerivedTextBuilder()
    for part in nodes(in: parts) {
      guard case .text(let piece) = shape(of: part) else { return nil }
      if piece.isVerbatim {
        builder.append(text.slice(range(of: part)))
      } else {
        builder.append(generated: bytes(of: part), by: location(of: part))
      }
    }
    return builder.text(whole: location(of: node))
  }

  /// The value of an integer literal; nil for other nodes and for those that do not fit.
  package func integer(of node: RubyNode) -> Int? {
    guard case .number(.integer) = shape(of: node) else { return nil }
    var digits = source(of: node).utf8.filter { $0 != UInt8(ascii: "_") }[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits.removeFirst() }
    var radix = 10
    if digits.count > 1, digits.first == UInt8(ascii: "0") {
      digits.removeFirst()
      switch digits.first.map({ $0 | 0x20 }) {
      case UInt8(ascii: "x"): radix = 16
      case UInt8(ascii: "b"): radix = 2
      case UInt8(ascii: "d"): radix = 10
      default: radix = 8
      }
      if let mark = digits.first, mark >= UInt8(ascii: "A") { digits.removeFirst() }
    }
    let sign = isNegative ? "-" : ""
    return Int(sign + String(decoding: digits, as: UTF8.self), radix: radix)
  }
}
