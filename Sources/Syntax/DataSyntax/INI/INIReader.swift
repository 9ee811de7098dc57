/// Reads the files that are made of `[section]` and `key = value`, as unit files, `my.cnf` and `setup.cfg` are.
///
/// A section is a table of its keys, keys before the first one stand beside the sections. A key that comes again is the list of its
/// values, one without a sign is true. Values are texts without the blanks around them and without double quotes around all; a value
/// goes on behind a backslash at the end of a line, as systemd's do, and in lines that are indented more than its key, as Python's do.
package enum INIReader {
  /// The value of a text; every text is one.
  package static func value(of bytes: [UInt8]) -> JSONText {
    var sections: [(name: String, members: [JSONText.Member])] = [("", [])]
    // How far the key is indented whose value may go on.
    var indentation: Int?
    for whole in lines(of: bytes) {
      let line = trimmed(whole[...])
      guard let first = line.first, first != UInt8(ascii: "#"), first != UInt8(ascii: ";") else { continue }
      if first == UInt8(ascii: "["), let end = line.firstIndex(of: UInt8(ascii: "]")) {
        indentation = nil
        sections.append((text(trimmed(line[(line.startIndex + 1)..<end])), []))
        continue
      }
      let indented = whole.prefix { $0 == 0x20 || $0 == 0x09 }.count
      let last = sections.count - 1
      if let indentation, indented > indentation, let open = sections[last].members.last,
        case .string(let value) = open.value
      {
        let more = value.isEmpty ? text(line) : "\(value)\n\(text(line))"
        sections[last].members[sections[last].members.count - 1] = JSONText.Member(open.key, .string(more))
      } else {
        sections[last].members.append(member(line))
        indentation = indented
      }
    }
    var order: [String] = []
    var joined: [String: [JSONText.Member]] = [:]
    for section in sections.dropFirst() {
      if joined[section.name] == nil { order.append(section.name) }
      joined[section.name, default: []] += section.members
    }
    return .object(
      folded(sections[0].members) + order.map { .init($0, .object(folded(joined[$0] ?? []))) })
  }

  /// The lines, with those joined of which one ends in a backslash.
  private static func lines(of bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var goesOn = false
    for line in bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).split(
      separator: 0x0A, omittingEmptySubsequences: false)
    {
      var line = Array(line)
      if line.last == 0x0D { line.removeLast() }
      let ends = line.last != UInt8(ascii: "\\")
      if !ends { line[line.count - 1] = 0x20 }
      if goesOn { lines[lines.count - 1] += line } else { lines.append(line) }
      goesOn = !ends
    }
    return lines
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
