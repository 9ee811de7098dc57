import Source

/// The Ruby that Test Kitchen runs in its file before it reads it as YAML.
struct KitchenRuby {
  /// The file in which words of the same length stand for the Ruby, so that the YAML around it keeps its places.
  let masked: [UInt8]
  /// Where `<%= … %>` puts in what it gives.
  let outputs: [ByteRange]
  /// Whether there are statements, `<% … %>`, so that parts of the file may come and go.
  let hasStatements: Bool

  init(_ bytes: [UInt8]) {
    var masked = bytes
    var outputs: [ByteRange] = []
    var hasStatements = false
    var next = 0
    while let start = Self.position(of: "<%", in: bytes, from: next) {
      let end = Self.position(of: "%>", in: bytes, from: start + 2).map { $0 + 2 } ?? bytes.count
      let mark = start + 2 < end ? bytes[start + 2] : 0
      let isOutput = mark == UInt8(ascii: "=")
      if isOutput { outputs.append(ByteRange(start, end)) }
      hasStatements = hasStatements || !isOutput && mark != UInt8(ascii: "#")
      for index in start..<end where bytes[index] != 0x0A && bytes[index] != 0x0D {
        masked[index] = isOutput ? UInt8(ascii: "_") : UInt8(ascii: " ")
      }
      next = end
    }
    self.masked = masked
    self.outputs = outputs
    self.hasStatements = hasStatements
  }

  private static func position(of mark: String, in bytes: [UInt8], from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    return (start..<max(start, bytes.count - 1)).first { bytes[$0] == mark[0] && bytes[$0 + 1] == mark[1] }
  }

  /// A value without the texts into which Ruby puts something: what they come to is not known.
  func withoutOutputs(_ value: PlainValue) -> PlainValue {
    guard !outputs.isEmpty else { return value }
    switch value.content {
    case .string
    where outputs.contains { $0.start < value.location.range.end && value.location.range.start < $0.end }:
      return PlainValue(
        .unknown(UnknownReason("embedded Ruby gives it", at: value.location)), at: value.location)
    case .array(let items): return PlainValue(.array(items.map(withoutOutputs)), at: value.location)
    case .hash(let entries):
      let known = entries.map { PlainValue.Entry($0.key, withoutOutputs($0.value)) }
      return PlainValue(.hash(known), at: value.location)
    default: return value
    }
  }
}
