package import Source

/// Commands in order.
package struct ShellList: Sendable {
  package let items: [ShellItem]

  package init(_ items: [ShellItem] = []) { self.items = items }
}

/// Pipelines joined by `&&` and `||`, up to `;`, `&` or the end of the line.
package struct ShellItem: Sendable {
  package enum Joint: Sendable, Hashable { case and, or }

  package let first: ShellPipeline
  package let rest: [(joint: Joint, pipeline: ShellPipeline)]
  package let isBackground: Bool

  package init(first: ShellPipeline, rest: [(joint: Joint, pipeline: ShellPipeline)], isBackground: Bool) {
    self.first = first
    self.rest = rest
    self.isBackground = isBackground
  }

  /// One command by itself.
  init(_ command: ShellCommand, isBackground: Bool) {
    self.init(
      first: ShellPipeline(isNegated: false, commands: [command]), rest: [], isBackground: isBackground)
  }
}

/// Commands joined by `|`.
package struct ShellPipeline: Sendable {
  package let isNegated: Bool
  package let commands: [ShellCommand]

  package init(isNegated: Bool, commands: [ShellCommand]) {
    self.isNegated = isNegated
    self.commands = commands
  }
}

/// One command, simple or compound, with its redirections.
package struct ShellCommand: Sendable {
  package enum Body: Sendable {
    case simple(SimpleCommand)
    /// `{ …; }`
    case group(ShellList)
    /// `( … )`
    case subshell(ShellList)
    case branches([Branch], otherwise: ShellList?)
    indirect case loop(ShellLoop)
    indirect case choice(ShellWord, [Arm])
    indirect case function(name: Located<String>, body: ShellCommand)
    /// `[[ … ]]`
    case conditional([ShellWord])
    /// `(( … ))`
    case arithmetic([ShellWord.Part])
  }

  /// `if` or `elif` with its condition.
  package struct Branch: Sendable {
    package let condition: ShellList
    package let body: ShellList
  }

  /// One arm of `case`.
  package struct Arm: Sendable {
    package let patterns: [ShellWord]
    package let body: ShellList
  }

  package let body: Body
  package let redirections: [ShellRedirection]
  package let location: Location

  package init(_ body: Body, redirections: [ShellRedirection] = [], at location: Location) {
    self.body = body
    self.redirections = redirections
    self.location = location
  }
}

/// Assignments and words.
package struct SimpleCommand: Sendable {
  package let assignments: [ShellAssignment]
  /// The command's name and its arguments.
  package let words: [ShellWord]

  package init(assignments: [ShellAssignment], words: [ShellWord]) {
    self.assignments = assignments
    self.words = words
  }

  /// The command's name where it is the same in every run.
  package var name: Located<String>? {
    words.first.flatMap { word in word.text.map { Located($0, at: word.location) } }
  }
}

/// `NAME=value`, `NAME+=value` or `NAME=(…)`.
package struct ShellAssignment: Sendable {
  package let name: Located<String>
  /// One value; several, or none, of an array.
  package let values: [ShellWord]
  package let location: Location

  package init(name: Located<String>, values: [ShellWord], at location: Location) {
    self.name = name
    self.values = values
    self.location = location
  }
}

/// `while`, `until`, `for`, `select`.
package struct ShellLoop: Sendable {
  package enum Kind: String, Sendable { case whileTrue = "while", untilTrue = "until", each = "for", select }

  package let kind: Kind
  /// What is run before each round, of `while` and `until`.
  package let condition: ShellList
  /// The variable of `for` and `select`.
  package let variable: Located<String>?
  package let words: [ShellWord]
  package let body: ShellList
}

/// A redirection of a command.
package struct ShellRedirection: Sendable {
  /// `>`, `>>`, `<`, `<<`, `<<-`, `<<<`, `>&`, `<&`, `<>`, `>|`, `&>`, `&>>`.
  package let mark: String
  /// The number or `{name}` before it.
  package let descriptor: String?
  /// The file, the number, or the word that ends a here-document.
  package let target: ShellWord
  /// The content of a here-document.
  package let document: [ShellWord.Part]
  package let location: Location

  /// Whether a file is written.
  package var writesFile: Bool { [">", ">>", ">|", "&>", "&>>", "<>"].contains(mark) }
}
