import Source

extension ShellParser {
  /// One command with its redirections; nil where none begins.
  mutating func command() -> ShellCommand? {
    skipBlanks()
    let start = position
    guard position < end else { return nil }
    if let body = compound() {
      var redirections: [ShellRedirection] = []
      skipBlanks()
      while let redirection = redirection() {
        redirections.append(redirection)
        skipBlanks()
      }
      return ShellCommand(body, redirections: redirections, at: location(start, position))
    }
    return simple()
  }

  /// A compound command or a function; nil where a simple command begins.
  private mutating func compound() -> ShellCommand.Body? {
    if sees("(("), let body = arithmeticCommand() { return body }
    if peek() == UInt8(ascii: "(") { return subshell() }
    switch reserved() {
    case "{": return group()
    case "[[": return conditional()
    case "if": return branches()
    case "while", "until": return loop()
    case "for", "select": return each()
    case "case": return choice()
    case "function": return function()
    case "coproc":
      position += 6
      return command().map { .group(ShellList([ShellItem($0, isBackground: true)])) }
    default: return nil
    }
  }

  /// Assignments, words and redirections; `name()` turns it into a function.
  private mutating func simple() -> ShellCommand? {
    let start = position
    var assignments: [ShellAssignment] = []
    var words: [ShellWord] = []
    var redirections: [ShellRedirection] = []
    var stop = position
    while position < end {
      skipBlanks()
      if let redirection = redirection() {
        redirections.append(redirection)
      } else if position >= end {
        break
      } else if peek() == UInt8(ascii: "("), words.count == 1, assignments.isEmpty, redirections.isEmpty {
        guard let function = functionBody(named: words[0], from: start) else { break }
        return function
      } else if Self.isMeta(peek()), !sees("<("), !sees(">(") {
        break
      } else if words.isEmpty || Self.declarations.contains(words[0].text ?? ""),
        let assignment = assignment()
      {
        if words.isEmpty { assignments.append(assignment) } else { words.append(word(of: assignment)) }
      } else {
        words.append(word())
      }
      stop = position
    }
    guard stop > start else { return nil }
    let command = SimpleCommand(assignments: assignments, words: words)
    return ShellCommand(.simple(command), redirections: redirections, at: location(start, stop))
  }

  /// Commands whose arguments may be assignments, arrays included.
  private static let declarations: Set<String> = ["export", "declare", "local", "readonly", "typeset"]

  private func word(of assignment: ShellAssignment) -> ShellWord {
    let values =
      assignment.values.count == 1 ? assignment.values[0].parts : assignment.values.flatMap(\.parts)
    return ShellWord([.plain(assignment.name.value + "=")] + values, at: assignment.location)
  }

  /// `NAME=…`, `NAME+=…`, `NAME[…]=…`; nil where none begins.
  private mutating func assignment() -> ShellAssignment? {
    guard Self.isNameStart(peek()) else { return nil }
    let start = position
    var length = 1
    while Self.isNameByte(peek(length)) { length += 1 }
    let nameEnd = position + length
    if peek(length) == UInt8(ascii: "[") {
      while position + length < end, peek(length) != UInt8(ascii: "]"), peek(length) != UInt8(ascii: "\n") {
        length += 1
      }
      length += 1
    }
    if peek(length) == UInt8(ascii: "+") { length += 1 }
    guard position + length < end, peek(length) == UInt8(ascii: "=") else { return nil }
    position += length + 1
    let name = Located(String(decoding: bytes[start..<nameEnd], as: UTF8.self), at: location(start, nameEnd))
    let values = peek() == UInt8(ascii: "(") ? array() : [word()]
    return ShellAssignment(name: name, values: values, at: location(start, position))
  }

  /// The words of an array between round brackets.
  private mutating func array() -> [ShellWord] {
    let start = position
    position += 1
    var words: [ShellWord] = []
    while true {
      skipLines()
      guard position < end else {
        fault(.unclosed("(", closing: ")"), start, start + 1)
        return words
      }
      if peek() == UInt8(ascii: ")") {
        position += 1
        return words
      }
      if Self.isMeta(peek()), !sees("<("), !sees(">(") { unexpected() } else { words.append(word()) }
    }
  }

  /// `() body` after a name.
  private mutating func functionBody(named word: ShellWord, from start: Int) -> ShellCommand? {
    guard let name = word.text else { return nil }
    let open = position
    position += 1
    skipBlanks()
    guard peek() == UInt8(ascii: ")") else {
      position = open
      return nil
    }
    position += 1
    skipLines()
    guard let body = deeper(nil, { $0.command() }) else {
      fault(.missing("{"), position, position)
      return nil
    }
    let named = Located(name, at: word.location)
    return ShellCommand(.function(name: named, body: body), at: location(start, position))
  }

  /// `function NAME [()] body`
  private mutating func function() -> ShellCommand.Body? {
    position += 8
    skipBlanks()
    let word = self.word()
    skipBlanks()
    if peek() == UInt8(ascii: "(") {
      position += 1
      skipBlanks()
      if peek() == UInt8(ascii: ")") { position += 1 }
    }
    skipLines()
    guard let name = word.text, let body = deeper(nil, { $0.command() }) else {
      fault(.missing("{"), position, position)
      return nil
    }
    return .function(name: Located(name, at: word.location), body: body)
  }
}
