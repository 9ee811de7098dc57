/// Lines that programs meant for a terminal, as plain text: a program's colours and cursor moves are not ours to pass on.
enum TerminalText {
  private static let escape: UInt8 = 0x1B

  /// The line without escape sequences (ECMA-48) and other control characters than tabs.
  static func plain(_ line: [UInt8]) -> [UInt8] {
    guard line.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return line }
    var result: [UInt8] = []
    var index = 0
    while index < line.count {
      let byte = line[index]
      if byte == escape {
        index = end(ofSequenceAt: index, in: line)
        continue
      }
      if byte >= 0x20 && byte != 0x7F || byte == 0x09 { result.append(byte) }
      index += 1
    }
    return result
  }

  /// The offset after the escape sequence that starts at an offset.
  private static func end(ofSequenceAt start: Int, in line: [UInt8]) -> Int {
    var index = start + 1
    guard index < line.count else { return index }
    switch line[index] {
    case UInt8(ascii: "["):
      index += 1
      while index < line.count, !(0x40...0x7E).contains(line[index]) { index += 1 }
      return min(index + 1, line.count)
    case UInt8(ascii: "]"):
      // A string such as a window title: up to BEL or ESC.
      while index < line.count, line[index] != 0x07, line[index] != escape { index += 1 }
      return min(index + 1, line.count)
    default: return index + 1
    }
  }
}
