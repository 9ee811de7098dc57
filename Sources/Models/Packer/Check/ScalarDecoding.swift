import Source

/// Which scalars Packer's decoder takes for which type.
struct ScalarDecoding {
  private let type: OptionType

  init(_ type: OptionType) { self.type = type }

  /// Whether a value can be decoded; what only the run knows always can.
  func accepts(_ value: OptionValue) -> Bool {
    switch value.content {
    case .null, .unknown, .bool: true
    // A negative number becomes a huge one where none may be negative.
    case .number: true
    case .deferred(let text): type == .string || acceptsText(text.text.string)
    // A clock decodes as any other moment would.
    case .text(let text): type == .string || text.typical.map(acceptsText) ?? true
    case .list, .map: false
    }
  }

  /// Whether a text can be decoded.
  private func acceptsText(_ text: String) -> Bool {
    switch type {
    case .bool, .trilean: text.isEmpty || Self.truth(text) != nil
    case .int: text.isEmpty || Self.integer(text) != nil
    case .uint: text.isEmpty || (Self.integer(text) != nil && !text.hasPrefix("-") && !text.hasPrefix("+"))
    case .float: text.isEmpty || Double(text) != nil
    case .duration: GoDuration(text) != nil
    case .string, .any: true
    case .bytes, .object, .list, .map: false
    }
  }

  /// Whether a part of a text that is cut at commas can be an item.
  static func acceptsPart(_ text: String, _ item: OptionType) -> Bool {
    if case .list(let inner) = item { return acceptsPart(text, inner) }
    return ScalarDecoding(item).acceptsText(text)
  }

  /// The truth value that Go reads in a text; nil where it reads none.
  static func truth(_ text: String) -> Bool? {
    switch text {
    case "1", "t", "T", "TRUE", "true", "True": true
    case "0", "f", "F", "FALSE", "false", "False": false
    default: nil
    }
  }

  /// The whole number that Go makes of another: what is behind the point is cut off, and what is too large for 64 bits is the
  /// smallest number there is. Nil for what is no number.
  static func whole(_ number: Double) -> Int? {
    number.isNaN ? nil : Int(exactly: number.rounded(.towardZero)) ?? Int.min
  }

  /// The integer that Go reads in a text: prefixes of its base allowed, and `_` between digits.
  static func integer(_ text: String) -> Int? {
    var digits = text.lowercased()[...]
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits.removeFirst() }
    let prefixes = [("0x", 16), ("0b", 2), ("0o", 8), ("0", 8)]
    let base = prefixes.first { digits.hasPrefix($0.0) && digits.utf8.count > $0.0.utf8.count }
    if let base { digits.removeFirst(base.0.count) }
    // A prefix may be parted from the digits as they may be from each other.
    if base != nil, digits.hasPrefix("_") { digits.removeFirst() }
    guard digits.utf8.first?.isDigitOfAnyBase == true, !digits.hasSuffix("_"), !digits.contains("__") else {
      return nil
    }
    return Int((isNegative ? "-" : "") + digits.replacing("_", with: ""), radix: base?.1 ?? 10)
  }
}

extension UInt8 {
  /// A digit, or a small letter that stands for one.
  fileprivate var isDigitOfAnyBase: Bool { 0x30...0x39 ~= self || 0x61...0x66 ~= self }
}
