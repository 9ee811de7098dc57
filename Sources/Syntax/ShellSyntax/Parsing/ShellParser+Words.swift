import Source

extension ShellParser {
  /// A word, up to a blank or a mark outside quotes; empty where none begins.
  mutating func word() -> ShellWord {
    let start = position
    let parts = deeper([]) { $0.wordParts(in: .word) }
    return ShellWord(parts, at: location(start, position))
  }

  /// Where the parts that are read stand.
  enum Surroundings {
    case word
    /// Between double quotes; the closing mark ends them.
    case doubleQuotes
    /// After the mark in `${NAME…}`; a closing brace ends them.
    case braces(isQuoted: Bool)
    /// In a here-document or in arithmetic; only the end ends them.
    case document
  }

  /// The parts up to the end of their surroundings, whose mark is left.
  mutating func wordParts(in surroundings: Surroundings) -> [ShellWord.Part] {
    var collector = PartCollector()
    while position < end, !isOver(surroundings) {
      let byte = peek()
      switch byte {
      case UInt8(ascii: "\\"): escape(in: surroundings, to: &collector)
      case UInt8(ascii: "$"): dollar(isQuoted: surroundings.isQuoted, to: &collector)
      case UInt8(ascii: "`"): backticks(isQuoted: surroundings.isQuoted, to: &collector)
      case UInt8(ascii: "\"") where surroundings.takesDoubleQuotes: doubleQuotes(to: &collector)
      case UInt8(ascii: "'") where surroundings.takesSingleQuotes: singleQuotes(to: &collector)
      case UInt8(ascii: "<"), UInt8(ascii: ">"):
        if surroundings.isWord, peek(1) == UInt8(ascii: "(") {
          process(to: &collector)
        } else {
          collector.append(byte, isQuoted: surroundings.isQuoted)
          position += 1
        }
      default:
        collector.append(byte, isQuoted: surroundings.isQuoted)
        position += 1
      }
    }
    return collector.finish()
  }

  private func isOver(_ surroundings: Surroundings) -> Bool {
    switch surroundings {
    case .word:
      if (sees("<(") || sees(">(")) { return false }
      return Self.isMeta(peek())
    case .doubleQuotes: return peek() == UInt8(ascii: "\"")
    case .braces: return peek() == UInt8(ascii: "}")
    case .document: return false
    }
  }

  private mutating func escape(in surroundings: Surroundings, to collector: inout PartCollector) {
    let next = peek(1)
    position += 1
    guard position < end else {
      collector.append(UInt8(ascii: "\\"), isQuoted: true)
      return
    }
    if next == UInt8(ascii: "\n") {
      position += 1
      return
    }
    // Inside double quotes the backslash stays before anything but these.
    let special: [UInt8] = [UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: "\""), UInt8(ascii: "\\")]
    if surroundings.isQuoted, !special.contains(next) { collector.append(UInt8(ascii: "\\"), isQuoted: true) }
    collector.append(next, isQuoted: true)
    position += 1
  }

  private mutating func singleQuotes(to collector: inout PartCollector) {
    let start = position
    position += 1
    let close = bytes[position..<end].firstIndex(of: UInt8(ascii: "'"))
    collector.append(quoted: bytes[position..<(close ?? end)])
    if close == nil { fault(.unclosed("'", closing: "'"), start, start + 1) }
    position = close.map { $0 + 1 } ?? end
  }

  mutating func doubleQuotes(to collector: inout PartCollector) {
    let start = position
    position += 1
    collector.append(quoted: [])
    let parts = deeper([]) { $0.wordParts(in: .doubleQuotes) }
    collector.append(parts)
    if position < end { position += 1 } else { fault(.unclosed("\"", closing: "\""), start, start + 1) }
  }

  /// `<(…)` or `>(…)`
  private mutating func process(to collector: inout PartCollector) {
    let start = position
    let mark = peek() == UInt8(ascii: "<") ? "<(" : ">("
    position += 2
    collector.append([.process(closedList(mark, start))])
  }

  /// The parts of a stretch in which everything but expansions is text.
  mutating func quotedParts(from start: Int, to stop: Int) -> [ShellWord.Part] {
    var inner = ShellParser(text, from: start, to: stop, depth: depth + 1)
    guard inner.depth <= Self.depthLimit else { return [] }
    let parts = inner.wordParts(in: .document)
    comments += inner.comments
    faults += inner.faults
    return parts
  }
}

extension ShellParser.Surroundings {
  var isQuoted: Bool {
    switch self {
    case .word: false
    case .doubleQuotes, .document: true
    case .braces(let isQuoted): isQuoted
    }
  }

  var isWord: Bool { if case .word = self { true } else { false } }

  var takesDoubleQuotes: Bool {
    switch self {
    case .word, .braces: true
    case .doubleQuotes, .document: false
    }
  }

  var takesSingleQuotes: Bool {
    switch self {
    case .word: true
    case .braces(let isQuoted): !isQuoted
    case .doubleQuotes, .document: false
    }
  }
}

/// Collects the parts of a word; neighbouring bytes of one kind grow together.
struct PartCollector {
  private var finished: [ShellWord.Part] = []
  private var run: [UInt8] = []
  private var runIsQuoted = false
  private var hasRun = false

  /// Everything that was collected.
  mutating func finish() -> [ShellWord.Part] {
    if hasRun { flush() }
    return finished
  }

  mutating func append(_ byte: UInt8, isQuoted: Bool) {
    if hasRun, runIsQuoted != isQuoted { flush() }
    hasRun = true
    runIsQuoted = isQuoted
    run.append(byte)
  }

  mutating func append(quoted bytes: some Collection<UInt8>) {
    if hasRun, !runIsQuoted { flush() }
    hasRun = true
    runIsQuoted = true
    run.append(contentsOf: bytes)
  }

  mutating func append(_ parts: [ShellWord.Part]) {
    guard !parts.isEmpty else { return }
    if hasRun, !run.isEmpty || !finished.isEmpty { flush() }
    hasRun = false
    run = []
    finished += parts
  }

  private mutating func flush() {
    finished.append(runPart)
    run = []
    hasRun = false
  }

  private var runPart: ShellWord.Part {
    let text = String(decoding: run, as: UTF8.self)
    return runIsQuoted ? .quoted(text) : .plain(text)
  }
}
