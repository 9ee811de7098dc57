/// What a file of commands, read as text, gives to Packer with `-var` and `-var-file`.
struct VariableWords {
  /// The files of `-var-file` whose names hold nothing computed.
  private(set) var files: [String] = []
  /// Whether the name of such a file is computed.
  private(set) var hasComputedFile = false
  /// The names that `-var` sets.
  private(set) var variables: [String] = []

  init(in bytes: [UInt8]) {
    let option = Array("-var".utf8)
    var place = 0
    while place + option.count < bytes.count {
      guard bytes[place] == option[0], bytes[place...].starts(with: option) else {
        place += 1
        continue
      }
      place += option.count
      let isFile = bytes[place...].starts(with: "-file".utf8)
      if isFile { place += 5 }
      guard place < bytes.count, Self.parts.contains(bytes[place]) else { continue }
      let rest = bytes[place...].drop { Self.parts.contains($0) }
      let word = rest.prefix { !" \t\r\n\"';,)`\\".utf8.contains($0) }
      place = word.endIndex
      take(String(decoding: word, as: UTF8.self), isFile: isFile)
    }
  }

  /// What stands between the option and its value.
  private static let parts = Set(" =\t\"',".utf8)

  private mutating func take(_ word: String, isFile: Bool) {
    let isComputed = word.contains { "$*{<%".contains($0) }
    if isFile {
      if isComputed { hasComputedFile = true } else if !word.isEmpty { files.append(word) }
    } else if let mark = word.firstIndex(of: "="), mark > word.startIndex {
      let name = String(word[..<mark])
      let isName = name.utf8.allSatisfy {
        $0 == 0x5F || $0 == 0x2D || 0x30...0x39 ~= $0 || ($0 | 0x20) &- 0x61 < 26
      }
      if isName { variables.append(name) }
    }
  }
}
