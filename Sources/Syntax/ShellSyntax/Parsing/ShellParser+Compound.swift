import Source

extension ShellParser {
  /// Takes a reserved word that must come next; notes its absence at the word that opened the command.
  private mutating func expect(_ word: String, openedBy opening: String, _ start: Int) -> Bool {
    skipLines()
    if reserved() == word {
      position += word.utf8.count
      return true
    }
    if position >= end {
      fault(.unclosed(opening, closing: word), start, start + opening.utf8.count)
    } else {
      fault(.missing(word), position, position)
    }
    return false
  }

  /// `{ …; }`
  mutating func group() -> ShellCommand.Body {
    let start = position
    position += 1
    let body = list()
    _ = expect("}", openedBy: "{", start)
    return .group(body)
  }

  /// `( … )`
  mutating func subshell() -> ShellCommand.Body {
    let start = position
    position += 1
    return .subshell(closedList("(", start))
  }

  /// A list up to a round bracket.
  mutating func closedList(_ opening: String, _ start: Int) -> ShellList {
    var items: [ShellItem] = []
    while true {
      items += list().items
      if peek() == UInt8(ascii: ")"), position < end {
        position += 1
        return ShellList(items)
      }
      guard position < end else {
        fault(.unclosed(opening, closing: ")"), start, start + opening.utf8.count)
        return ShellList(items)
      }
      unexpected()
    }
  }

  /// `if … then … elif … else … fi`
  mutating func branches() -> ShellCommand.Body {
    let start = position
    var branches: [ShellCommand.Branch] = []
    var otherwise: ShellList?
    while let word = reserved(), word == "if" || word == "elif", word == "elif" || branches.isEmpty {
      position += word.utf8.count
      let condition = list()
      guard expect("then", openedBy: word, start) else { break }
      branches.append(ShellCommand.Branch(condition: condition, body: list()))
      skipLines()
    }
    if reserved() == "else" {
      position += 4
      otherwise = list()
    }
    _ = expect("fi", openedBy: "if", start)
    return .branches(branches, otherwise: otherwise)
  }

  /// `while … do … done` and `until …`
  mutating func loop() -> ShellCommand.Body {
    let start = position
    let kind: ShellLoop.Kind = reserved() == "while" ? .whileTrue : .untilTrue
    position += 5
    let condition = list()
    let body = loopBody(kind.rawValue, start)
    return .loop(ShellLoop(kind: kind, condition: condition, variable: nil, words: [], body: body))
  }

  /// `for NAME in …; do … done`, `for ((…))`, `select …`
  mutating func each() -> ShellCommand.Body {
    let start = position
    let kind: ShellLoop.Kind = reserved() == "for" ? .each : .select
    position += kind.rawValue.utf8.count
    skipBlanks()
    if sees("(("), case .arithmetic? = arithmeticCommand() {
      skipBlanks()
      if peek() == UInt8(ascii: ";") { position += 1 }
      let body = loopBody(kind.rawValue, start)
      return .loop(ShellLoop(kind: kind, condition: ShellList(), variable: nil, words: [], body: body))
    }
    let name = word()
    skipLines()
    var words: [ShellWord] = []
    if reserved() == "in" {
      position += 2
      skipBlanks()
      while position < end, !Self.isMeta(peek()) || sees("<(") {
        words.append(word())
        skipBlanks()
      }
    }
    if peek() == UInt8(ascii: ";"), !sees(";;") { position += 1 }
    let body = loopBody(kind.rawValue, start)
    let variable = name.text.map { Located($0, at: name.location) }
    return .loop(ShellLoop(kind: kind, condition: ShellList(), variable: variable, words: words, body: body))
  }

  private mutating func loopBody(_ opening: String, _ start: Int) -> ShellList {
    skipLines()
    if reserved() == "{", case .group(let body) = group() { return body }
    guard expect("do", openedBy: opening, start) else { return ShellList() }
    let body = list()
    _ = expect("done", openedBy: opening, start)
    return body
  }

  /// `case WORD in …) …;; esac`
  mutating func choice() -> ShellCommand.Body {
    let start = position
    position += 4
    skipBlanks()
    let subject = word()
    var arms: [ShellCommand.Arm] = []
    guard expect("in", openedBy: "case", start) else { return .choice(subject, arms) }
    while true {
      skipLines()
      guard position < end, reserved() != "esac" else { break }
      let before = position
      if let arm = arm() { arms.append(arm) }
      if position == before { unexpected() }
    }
    _ = expect("esac", openedBy: "case", start)
    return .choice(subject, arms)
  }

  private mutating func arm() -> ShellCommand.Arm? {
    if peek() == UInt8(ascii: "(") { position += 1 }
    var patterns: [ShellWord] = []
    while position < end {
      skipBlanks()
      if peek() == UInt8(ascii: ")") || Self.isMeta(peek()) && peek() != UInt8(ascii: "|") { break }
      if peek() == UInt8(ascii: "|") { position += 1 } else { patterns.append(word()) }
    }
    guard peek() == UInt8(ascii: ")"), position < end else {
      fault(.missing(")"), position, position)
      return nil
    }
    position += 1
    let body = list()
    skipLines()
    if sees(";;&") { position += 3 } else if sees(";;") || sees(";&") { position += 2 }
    return ShellCommand.Arm(patterns: patterns, body: body)
  }

  /// `[[ … ]]`, its words and marks in order.
  mutating func conditional() -> ShellCommand.Body {
    let start = position
    position += 2
    var words: [ShellWord] = []
    while true {
      skipLines()
      guard position < end else {
        fault(.unclosed("[[", closing: "]]"), start, start + 2)
        break
      }
      if sees("]]"), position + 2 >= end || Self.isMeta(peek(2)) {
        position += 2
        break
      }
      if Self.isMeta(peek()) {
        words.append(ShellWord([.plain(String(UnicodeScalar(peek())))], at: location(position, position + 1)))
        position += 1
      } else {
        words.append(word())
      }
    }
    return .conditional(words)
  }

  /// `(( … ))`; nil where the brackets turn out to be two subshells.
  mutating func arithmeticCommand() -> ShellCommand.Body? {
    guard let close = arithmeticEnd(from: position + 2) else { return nil }
    let parts = quotedParts(from: position + 2, to: close)
    position = close + 2
    return .arithmetic(parts)
  }
}
