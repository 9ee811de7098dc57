/// Reads TOML 1.0 into a plain value; tables and keys keep their order, dates and times are texts as they are written.
package struct TOMLReader {
  /// What is not TOML, and where.
  package struct Fault: Error, Hashable {
    package let message: String
    package let offset: Int
  }

  private static let deepest = 64
  /// How many tables and values there are at most.
  package static let most = 1_000_000

  let bytes: [UInt8]
  var index = 0
  private let root = TOMLTable()
  private var count = 0

  /// The value of a text.
  package static func value(of bytes: [UInt8]) throws(Fault) -> JSONText {
    var reader = TOMLReader(bytes)
    return try reader.document()
  }

  private init(_ bytes: [UInt8]) {
    // A mark of the encoding is no part of the text.
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  private mutating func document() throws(Fault) -> JSONText {
    if String(validating: bytes, as: UTF8.self) == nil { throw fault("this is no UTF-8") }
    var table: [String] = []
    while true {
      skipLines()
      guard let byte = peek() else { break }
      if byte == UInt8(ascii: "[") {
        table = try header()
      } else {
        try keyValue(in: table)
      }
      try endOfLine()
    }
    return root.json
  }

  /// `[a.b]` or `[[a.b]]`.
  private mutating func header() throws(Fault) -> [String] {
    try note()
    let start = index
    index += 1
    let isArray = peek() == UInt8(ascii: "[")
    if isArray { index += 1 }
    let path = try keys()
    guard take("]"), !isArray || take("]") else { throw fault("`]` is missing") }
    do throws(TOMLTable.Clash) {
      try root.open(path[...], isArray: isArray)
    } catch {
      throw Fault(message: error.message, offset: start)
    }
    return path
  }

  private mutating func keyValue(in table: [String]) throws(Fault) {
    let start = index
    let path = try keys()
    guard take("=") else { throw fault("`=` is missing") }
    skipBlanks()
    let value = try value(depth: 0)
    do throws(TOMLTable.Clash) {
      try root.set(table[...], path[...], to: value)
    } catch {
      throw Fault(message: error.message, offset: start)
    }
  }

  /// Keys with full stops between them, and the blanks around.
  mutating func keys() throws(Fault) -> [String] {
    var keys: [String] = []
    repeat {
      skipBlanks()
      keys.append(try key())
      skipBlanks()
      guard keys.count <= Self.deepest else { throw fault("keys are nested more than \(Self.deepest) deep") }
    } while take(".")
    return keys
  }

  private mutating func key() throws(Fault) -> String {
    switch peek() {
    case UInt8(ascii: "\""): return try basicString()
    case UInt8(ascii: "'"): return try literalString()
    default:
      let start = index
      while let byte = peek(), Self.isBare(byte) { index += 1 }
      guard index > start else { throw fault("a key is missing") }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
  }

  mutating func value(depth: Int) throws(Fault) -> TOMLTable.Value {
    guard depth < Self.deepest else { throw fault("values are nested more than \(Self.deepest) deep") }
    try note()
    switch peek() {
    case UInt8(ascii: "\""): return .plain(.string(try isTripled() ? longString() : basicString()))
    case UInt8(ascii: "'"): return .plain(.string(try isTripled() ? longString() : literalString()))
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "{"): return try inlineTable(depth: depth)
    case nil, 0x0A, 0x0D, UInt8(ascii: "#"): throw fault("a value is missing")
    default: return .plain(try scalar())
    }
  }

  private mutating func array(depth: Int) throws(Fault) -> TOMLTable.Value {
    index += 1
    var items: [TOMLTable.Value] = []
    while true {
      skipLines()
      if take("]") { return .list(items) }
      items.append(try value(depth: depth + 1))
      skipLines()
      if take(",") { continue }
      guard take("]") else { throw fault("`,` or `]` is missing") }
      return .list(items)
    }
  }

  private mutating func inlineTable(depth: Int) throws(Fault) -> TOMLTable.Value {
    index += 1
    let table = TOMLTable()
    skipBlanks()
    if take("}") { return .closed(table) }
    while true {
      let start = index
      let path = try keys()
      guard take("=") else { throw fault("`=` is missing") }
      skipBlanks()
      let value = try value(depth: depth + path.count)
      do throws(TOMLTable.Clash) {
        try table.set([], path[...], to: value)
      } catch {
        throw Fault(message: error.message, offset: start)
      }
      skipBlanks()
      if take("}") { return .closed(table) }
      guard take(",") else { throw fault("`,` or `}` is missing") }
    }
  }

  /// Counts a table or a value.
  private mutating func note() throws(Fault) {
    count += 1
    if count > Self.most { throw fault("there are more than \(Self.most) tables and values") }
  }

  private mutating func endOfLine() throws(Fault) {
    skipBlanks()
    try skipComment()
    guard let byte = peek() else { return }
    if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
    guard peek() == 0x0A else { throw fault("the line goes on where it should end") }
    index += 1
  }
}
