/// What a plain scalar of YAML is, by the core schema of YAML 1.2: `yes` and `on` are strings.
enum CoreSchema {
  /// The kind of a plain scalar by its letters.
  static func kind(of scalar: some Collection<UInt8>) -> DataNode.Kind {
    guard scalar.count <= 64 else { return isNumber(Array(scalar)) ? .number : .string }
    let bytes = Array(scalar)
    switch String(decoding: bytes, as: UTF8.self) {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE", "false", "False", "FALSE": return .bool
    case ".nan", ".NaN", ".NAN": return .number
    default: return isNumber(bytes) ? .number : .string
    }
  }

  private static func isNumber(_ bytes: [UInt8]) -> Bool {
    if bytes.count > 2, bytes[0] == UInt8(ascii: "0") {
      let digits = bytes.dropFirst(2)
      if bytes[1] == UInt8(ascii: "x") { return digits.allSatisfy { $0.hexadecimalValue != nil } }
      if bytes[1] == UInt8(ascii: "o") { return digits.allSatisfy { $0 >= 0x30 && $0 < 0x38 } }
    }
    var rest = bytes[...]
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    return isInfinity(rest) || isDecimal(rest)
  }

  private static func isInfinity(_ bytes: ArraySlice<UInt8>) -> Bool {
    [".inf", ".Inf", ".INF"].contains { bytes.elementsEqual($0.utf8) }
  }

  // (\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
  private static func isDecimal(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    let whole = digits(&rest)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits(&rest) > 0 || whole > 0 else { return false }
    } else if whole == 0 {
      return false
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
      guard digits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func digits(_ rest: inout ArraySlice<UInt8>) -> Int {
    let run = rest.prefix { $0.isDigit }
    rest = rest.dropFirst(run.count)
    return run.count
  }
}
