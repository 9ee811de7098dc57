package import Source

/// A word: what the shell makes one or more arguments of.
package struct ShellWord: Sendable {
  package enum Part: Sendable {
    /// Text outside quotes; escapes are taken away.
    case plain(String)
    /// Text inside quotes, or escaped: never split, never a pattern.
    case quoted(String)
    indirect case parameter(ShellParameter, isQuoted: Bool)
    /// `$(…)` or a pair of backticks.
    case substitution(ShellList, isQuoted: Bool)
    /// `$((…))`, with what is expanded in it.
    case arithmetic([Part])
    /// `<(…)` or `>(…)`.
    case process(ShellList)
  }

  package let parts: [Part]
  package let location: Location

  package init(_ parts: [Part], at location: Location) {
    self.parts = parts
    self.location = location
  }

  /// The word's text where it is the same in every run; nil where something is expanded in it.
  package var text: String? {
    var text = ""
    for part in parts {
      switch part {
      case .plain(let piece), .quoted(let piece): text += piece
      default: return nil
      }
    }
    return text
  }

  /// The text before the first expansion.
  package var knownPrefix: String {
    var text = ""
    for part in parts {
      switch part {
      case .plain(let piece), .quoted(let piece): text += piece
      default: return text
      }
    }
    return text
  }

  /// Whether a pattern stands in it outside quotes: `*`, `?`, `[`.
  package var isPattern: Bool {
    parts.contains { part in
      guard case .plain(let text) = part else { return false }
      return text.utf8.contains {
        $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[")
      }
    }
  }

  /// The commands that are run to make the word, at any depth.
  package var substitutions: [ShellList] { Self.substitutions(in: parts) }

  /// The parameters that are read to make the word, those inside command substitutions left out.
  package var parameters: [ShellParameter] { Self.parameters(in: parts) }

  static func substitutions(in parts: [Part]) -> [ShellList] {
    parts.flatMap { part -> [ShellList] in
      switch part {
      case .plain, .quoted: []
      case .substitution(let list, _), .process(let list): [list]
      case .parameter(let parameter, _): substitutions(in: parameter.word)
      case .arithmetic(let inner): substitutions(in: inner)
      }
    }
  }

  static func parameters(in parts: [Part]) -> [ShellParameter] {
    parts.flatMap { part -> [ShellParameter] in
      switch part {
      case .plain, .quoted, .substitution, .process: []
      case .parameter(let parameter, _): [parameter] + parameters(in: parameter.word)
      case .arithmetic(let inner): parameters(in: inner)
      }
    }
  }
}

/// `$NAME` or `${NAME…}`.
package struct ShellParameter: Sendable {
  /// `HOME`, `1`, `@`, `?`; without an index.
  package let name: String
  /// The mark after the name in braces, `:-`, `#`, `/`, …; empty for none. `#` in front is written `length`.
  package let operation: String
  /// What follows the mark; before it what is expanded in an index.
  package let word: [ShellWord.Part]
  package let location: Location

  package init(name: String, operation: String = "", word: [ShellWord.Part] = [], at location: Location) {
    self.name = name
    self.operation = operation
    self.word = word
    self.location = location
  }

  /// Whether the expansion has a value of its own where the variable has none.
  package var hasDefault: Bool {
    operation.hasPrefix(":") && "-=+".contains(operation.last ?? " ") || ["-", "=", "+"].contains(operation)
  }
}
