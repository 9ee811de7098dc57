/// The commands on a line of a shell, as words: roughly, since nothing is run.
struct CommandWords {
  /// A command, or a bracket that opens or closes a shell of its own.
  enum Part: Hashable {
    case command([String])
    case open
    case close
  }

  private(set) var parts: [Part] = []
  private var words: [String] = []
  private var word = ""
  private let signs: [Unicode.Scalar]
  private var offset = 0
  /// Quotes that only mark off a command for somebody else, as in `sh 'packer build …'`; they part words.
  private var openMarks: Set<Unicode.Scalar> = []

  init(_ line: String) {
    signs = Array(line.unicodeScalars)
    while offset < signs.count, take() {}
    endCommand()
  }

  /// Takes the next sign; false where a comment begins.
  private mutating func take() -> Bool {
    let sign = signs[offset]
    offset += 1
    switch sign {
    case " ", "\t": endWord()
    case "'", "\"": takeQuote(sign)
    case ";", "&", "|", "`": endCommand()
    case "(" where word.hasSuffix("$"): takeSubstitution()
    case "(":
      endCommand()
      parts.append(.open)
    case ")":
      endCommand()
      parts.append(.close)
    case "#" where word.isEmpty && !(offset < signs.count && signs[offset] == "{"): return false
    default: word.unicodeScalars.append(sign)
    }
    return true
  }

  /// What stands in quotes is one word, unless it is a command itself.
  private mutating func takeQuote(_ mark: Unicode.Scalar) {
    if openMarks.remove(mark) != nil { return endWord() }
    guard let end = signs[offset...].firstIndex(of: mark) else { return endWord() }
    let inner = signs[offset..<end]
    var text = ""
    text.unicodeScalars.append(contentsOf: inner)
    if text.contains("packer ") || text.hasPrefix("cd ") || text.contains("&&") {
      openMarks.insert(mark)
      return endWord()
    }
    word += text
    offset = end + 1
  }

  /// `$(…)` belongs to its word, blanks and all.
  private mutating func takeSubstitution() {
    word += "("
    var depth = 1
    while offset < signs.count, depth > 0 {
      let sign = signs[offset]
      offset += 1
      if sign == "(" { depth += 1 }
      if sign == ")" { depth -= 1 }
      word.unicodeScalars.append(sign)
    }
  }

  private mutating func endWord() {
    if !word.isEmpty { words.append(word) }
    word = ""
  }

  /// What stands before a command and is none: a recipe's `@`, a list's `-`, `run:`, Jenkins's `sh`.
  private static let leads: Set = [
    "@", "-", "run:", "sh", "bat", "pwsh", "powershell", "script:", "exec", "sudo", "then", "do", "{", "else",
  ]

  private mutating func endCommand() {
    endWord()
    var command = Array(words.drop { Self.leads.contains($0) })
    if let first = command.first, first.hasPrefix("@") { command[0] = String(first.dropFirst()) }
    if !command.isEmpty { parts.append(.command(command)) }
    words = []
  }
}
