/// Expands quotes, escapes, `$NAME` and `${NAME:-word}` in a word of a Dockerfile instruction.
struct WordExpansion {
  typealias Fault = ConfigurationChange.Fault

  /// `NAME=value` in order; the last of a name counts.
  let environment: [String]

  /// How deep `${A:-${B:-…}}` may nest.
  private static let depthLimit = 32

  func expand(_ word: String) throws(Fault) -> String {
    let bytes = Array(word.utf8)
    var index = 0
    let result = try process(bytes, &index, end: nil, depth: 0)
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes up to `end` outside quotes, which is passed over.
  private func process(
    _ bytes: [UInt8], _ index: inout Int, end: UInt8?, depth: Int
  ) throws(Fault) -> [UInt8] {
    guard depth < Self.depthLimit else { throw Fault("`${…}` is nested too deep") }
    var result: [UInt8] = []
    var isQuoted = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == end, !isQuoted {
        index += 1
        return result
      }
      index += 1
      switch byte {
      case 0x27 where !isQuoted:
        guard let close = bytes[index...].firstIndex(of: 0x27) else { throw Self.unclosed(bytes) }
        result += bytes[index..<close]
        index = close + 1
      case 0x22: isQuoted.toggle()
      case 0x5C where index < bytes.count: appendEscaped(bytes, &index, isQuoted: isQuoted, to: &result)
      case 0x24: result += try dollar(bytes, &index, depth: depth)
      default: result.append(byte)
      }
    }
    if isQuoted || end != nil { throw Self.unclosed(bytes) }
    return result
  }

  /// Inside double quotes a backslash protects only a quote, a dollar and itself.
  private func appendEscaped(_ bytes: [UInt8], _ index: inout Int, isQuoted: Bool, to result: inout [UInt8]) {
    let next = bytes[index]
    if isQuoted, next != 0x22, next != 0x24, next != 0x5C { result.append(0x5C) }
    result.append(next)
    index += 1
  }

  private func dollar(_ bytes: [UInt8], _ index: inout Int, depth: Int) throws(Fault) -> [UInt8] {
    guard index < bytes.count else { return [0x24] }
    if bytes[index] == 0x7B {
      index += 1
      return try braced(bytes, &index, depth: depth)
    }
    let name = takeName(bytes, &index)
    return name.isEmpty ? [0x24] : value(name) ?? []
  }

  private func braced(_ bytes: [UInt8], _ index: inout Int, depth: Int) throws(Fault) -> [UInt8] {
    let name = takeName(bytes, &index)
    guard !name.isEmpty, index < bytes.count else { throw Self.malformed(bytes) }
    let mark = bytes[index]
    index += 1
    if mark == 0x7D { return value(name) ?? [] }
    var treatsEmptyAsUnset = false
    var action = mark
    if mark == 0x3A, index < bytes.count {
      treatsEmptyAsUnset = true
      action = bytes[index]
      index += 1
    }
    let word = try process(bytes, &index, end: 0x7D, depth: depth + 1)
    let present = value(name)
    let isSet = present != nil && !(treatsEmptyAsUnset && present == [])
    switch action {
    case 0x2D: return isSet ? present ?? [] : word
    case 0x2B: return isSet ? word : []
    case 0x3F:
      guard !isSet else { return present ?? [] }
      let name = String(decoding: name, as: UTF8.self)
      throw Fault("`\(name)` is not set: \(String(decoding: word, as: UTF8.self))")
    default: throw Self.malformed(bytes)
    }
  }

  private func takeName(_ bytes: [UInt8], _ index: inout Int) -> [UInt8] {
    let start = index
    // A special parameter of shells is a name of one sign; none is ever set.
    if index < bytes.count, Self.specialParameters.contains(bytes[index]) {
      index += 1
      return [bytes[start]]
    }
    while index < bytes.count {
      let byte = bytes[index]
      let isDigit = (0x30...0x39).contains(byte)
      guard (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || isDigit else { break }
      index += 1
      if isDigit, index == start + 1 { break }
    }
    return Array(bytes[start..<index])
  }

  private static let specialParameters = Set("@*#?-$!".utf8)

  private func value(_ name: [UInt8]) -> [UInt8]? {
    let prefix = name + [0x3D]
    guard let entry = environment.last(where: { $0.utf8.starts(with: prefix) }) else { return nil }
    return Array(entry.utf8.dropFirst(prefix.count))
  }

  private static func unclosed(_ bytes: [UInt8]) -> Fault {
    Fault("a quote or brace is not closed in `\(String(decoding: bytes, as: UTF8.self))`")
  }

  private static func malformed(_ bytes: [UInt8]) -> Fault {
    Fault("`\(String(decoding: bytes, as: UTF8.self))` is not a form of `${NAME}` that is known")
  }
}
