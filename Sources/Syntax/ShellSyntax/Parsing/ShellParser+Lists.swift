import Source

extension ShellParser {
  /// Commands up to the end, a closing mark or a reserved word that does not begin a command.
  mutating func list() -> ShellList {
    deeper(ShellList()) { parser in
      var items: [ShellItem] = []
      while true {
        parser.skipLines()
        guard parser.position < parser.end, !parser.endsList() else { return ShellList(items) }
        let start = parser.position
        if let item = parser.item() { items.append(item) }
        if parser.position == start { parser.unexpected() }
      }
    }
  }

  /// Whether what comes next closes the list that is being read.
  private mutating func endsList() -> Bool {
    if peek() == UInt8(ascii: ")") || sees(";;") || sees(";&") { return true }
    return reserved().map { Self.closingWords.contains($0) } ?? false
  }

  static let closingWords: Set<String> = ["then", "else", "elif", "fi", "do", "done", "esac", "}"]

  /// The reserved word that comes next; nil for any other word.
  func reserved() -> String? {
    if peek() == UInt8(ascii: "{") || peek() == UInt8(ascii: "}") || peek() == UInt8(ascii: "!") {
      return endsWord(1) ? String(UnicodeScalar(peek())) : nil
    }
    if sees("[["), endsWord(2) { return "[[" }
    var length = 0
    while (0x61...0x7A).contains(peek(length)) { length += 1 }
    guard (2...8).contains(length), endsWord(length) else { return nil }
    let word = String(decoding: bytes[position..<position + length], as: UTF8.self)
    return Self.reservedWords.contains(word) ? word : nil
  }

  /// Whether a word ends at an offset: at its end, a mark, or an escaped end of line.
  func endsWord(_ offset: Int) -> Bool {
    if position + offset >= end || Self.isMeta(peek(offset)) { return true }
    return peek(offset) == UInt8(ascii: "\\") && peek(offset + 1) == UInt8(ascii: "\n")
  }

  private static let reservedWords: Set<String> = [
    "if", "then", "elif", "else", "fi", "for", "while", "until", "select", "do", "done", "case", "esac", "in",
    "function", "time", "coproc",
  ]

  /// Pipelines joined by `&&` and `||`, with the mark that ends them.
  private mutating func item() -> ShellItem? {
    guard let first = pipeline() else { return nil }
    var rest: [(joint: ShellItem.Joint, pipeline: ShellPipeline)] = []
    while true {
      skipBlanks()
      guard sees("&&") || sees("||") else { break }
      let joint: ShellItem.Joint = sees("&&") ? .and : .or
      let mark = position
      position += 2
      skipLines()
      guard let next = pipeline() else {
        fault(.unexpected(joint == .and ? "&&" : "||"), mark, mark + 2)
        break
      }
      rest.append((joint, next))
    }
    var isBackground = false
    if peek() == UInt8(ascii: "&") {
      isBackground = true
      position += 1
    } else if peek() == UInt8(ascii: ";"), !sees(";;"), !sees(";&") {
      position += 1
    }
    return ShellItem(first: first, rest: rest, isBackground: isBackground)
  }

  /// Commands joined by `|`; nil where no command begins.
  private mutating func pipeline() -> ShellPipeline? {
    var isNegated = false
    while let word = reserved(), word == "!" || word == "time" {
      if word == "!" { isNegated.toggle() }
      position += word.utf8.count
      skipBlanks()
      if word == "time", sees("-p"), Self.isMeta(peek(2)) {
        position += 2
        skipBlanks()
      }
    }
    guard let first = command() else {
      return isNegated ? ShellPipeline(isNegated: true, commands: []) : nil
    }
    var commands = [first]
    while true {
      skipBlanks()
      guard peek() == UInt8(ascii: "|"), !sees("||") else { break }
      let mark = position
      position += sees("|&") ? 2 : 1
      skipLines()
      guard let next = command() else {
        fault(.unexpected("|"), mark, mark + 1)
        break
      }
      commands.append(next)
    }
    return ShellPipeline(isNegated: isNegated, commands: commands)
  }
}
