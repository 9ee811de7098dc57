/// Reads the files that are made of `[section]` and `key = value`, as unit files, `my.cnf` and `setup.cfg` are.
///
/// A section is a table of its keys, keys before the first one stand beside the sections. A key that comes again is the list of its
/// values, one without a sign is true. Values are texts without the blanks around them and without double quotes around all; a value
/// goes on behind a backslash at the end of a line, as systemd's do, and in lines that are indented more than its key, as Python's do.
package struct INIReader {
  /// Why a text is no such file, and where.
  package struct Fault: Error, Hashable {
    package let offset: Int
    package let message: String
  }

  private var sections: [(name: String, members: [JSONText.Member])] = [("", [])]
  /// How far the key is indented whose value may go on, and what has come of it in further lines.
  private var indentation: Int?
  private var further: [String] = []
  /// How many sections and keys there are.
  private var count = 0

  /// The value of a text; nil for one with more sections and keys than `most`. At fault are heads of sections alone: whatever else
  /// stands in a line is a key.
  package static func value(of bytes: [UInt8], most: Int = .max) throws(Fault) -> JSONText? {
    var reader = INIReader()
    var line: [UInt8] = []
    var rest = bytes[(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)...]
    var start = rest.startIndex
    while let end = rest.firstIndex(of: 0x0A) ?? (rest.isEmpty ? nil : rest.endIndex) {
      line += rest[..<end]
      rest = rest[min(end + 1, rest.endIndex)...]
      if line.last == 0x0D { line.removeLast() }
      // The line goes on in the next one.
      if line.last == UInt8(ascii: "\\") {
        line[line.count - 1] = 0x20
        if !rest.isEmpty { continue }
      }
      try reader.take(line, at: start)
      line.removeAll(keepingCapacity: true)
      start = rest.startIndex
      if reader.count > most { return nil }
    }
    reader.endValue()
    return reader.value
  }

  private mutating func take(_ whole: [UInt8], at start: Int) throws(Fault) {
    let line = Self.trimmed(whole[...])
    guard let first = line.first, first != UInt8(ascii: "#"), first != UInt8(ascii: ";") else { return }
    let indented = whole.prefix { $0 == 0x20 || $0 == 0x09 }.count
    let isFurther = indentation.map { indented > $0 } ?? false && isLastText
    if first == UInt8(ascii: "[") {
      do throws(Fault) {
        let name = try Self.head(line, at: start)
        endValue()
        indentation = nil
        count += 1
        sections.append((name, []))
        return
      } catch  where isFurther {
        // A value may begin with a bracket.
      }
    }
    if isFurther {
      further.append(Self.text(line))
    } else {
      endValue()
      count += 1
      sections[sections.count - 1].members.append(Self.member(line))
      indentation = indented
    }
  }

  /// Whether the last key has a text, which may go on.
  private var isLastText: Bool {
    if case .string? = sections[sections.count - 1].members.last?.value { true } else { false }
  }

  /// The name in the head of a section, behind which only a remark may stand; a bracket within quotes does not end it.
  private static func head(_ line: ArraySlice<UInt8>, at start: Int) throws(Fault) -> String {
    var isQuoted = false
    let end = line.firstIndex { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: "]") && !isQuoted
    }
    guard let end = end ?? line.firstIndex(of: UInt8(ascii: "]")) else {
      throw Fault(offset: start + line.startIndex, message: "the head of a section lacks its `]`")
    }
    let behind = trimmed(line[(end + 1)...])
    guard behind.isEmpty || behind.first == UInt8(ascii: "#") || behind.first == UInt8(ascii: ";") else {
      throw Fault(offset: start + behind.startIndex, message: "more stands behind the head of a section")
    }
    return text(trimmed(line[(line.startIndex + 1)..<end]))
  }

  /// Puts what has come of a value in further lines behind its beginning.
  private mutating func endValue() {
    let last = sections.count - 1
    guard !further.isEmpty, let open = sections[last].members.popLast(), case .string(let value) = open.value
    else { return }
    let lines = (value.isEmpty ? [] : [value]) + further
    sections[last].members.append(JSONText.Member(open.key, .string(lines.joined(separator: "\n"))))
    further = []
  }

  private var value: JSONText {
    var order: [String] = []
    var joined: [String: [JSONText.Member]] = [:]
    for section in sections.dropFirst() {
      if joined[section.name] == nil { order.append(section.name) }
      joined[section.name, default: []] += section.members
    }
    return .object(
      Self.folded(sections[0].members) + order.map { .init($0, .object(Self.folded(joined[$0] ?? []))) })
  }

  private static func member(_ line: ArraySlice<UInt8>) -> JSONText.Member {
    guard let sign = line.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }) else {
      return JSONText.Member(text(line), .bool(true))
    }
    var value = trimmed(line[(sign + 1)...])
    let quote = UInt8(ascii: "\"")
    if value.count > 1, value.first == quote, value.last == quote { value = value.dropFirst().dropLast() }
    return JSONText.Member(text(trimmed(line[..<sign])), .string(text(value)))
  }

  /// Keys that come again as one list.
  private static func folded(_ members: [JSONText.Member]) -> [JSONText.Member] {
    var order: [String] = []
    var values: [String: [JSONText]] = [:]
    for member in members {
      if values[member.key] == nil { order.append(member.key) }
      values[member.key, default: []].append(member.value)
    }
    return order.map { key in
      let found = values[key] ?? []
      return JSONText.Member(key, found.count == 1 ? found[0] : .array(found))
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D { line = line.dropLast() }
    return line
  }
}
