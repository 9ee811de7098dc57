package import Source

/// A command that a script calls by a name that is the same in every run.
package struct ShellCall: Sendable {
  /// How sure it is that the call happens, and that the script fails where the command is not there.
  package enum Certainty: Sendable, Hashable {
    /// In every run of the script.
    case always
    /// In every run, but a failure is caught: `x || true`, `if x`.
    case tolerated
    /// In some runs: a branch, a loop, a function that may not be called.
    case sometimes
  }

  /// The name as written, a path included.
  package let name: Located<String>
  package let arguments: [ShellWord]
  package let redirections: [ShellRedirection]
  package let certainty: Certainty
  /// What runs it in its place: `sudo`, `env`, `xargs`, outermost first; the first two words in `sudo -u`.
  package let wrappers: [String]
  /// The function in whose body it stands.
  package let function: String?
  /// Whether it happens in every run in which what stands before it succeeds: `x && call`.
  package let isChained: Bool

  package init(
    name: Located<String>, arguments: [ShellWord], redirections: [ShellRedirection] = [],
    certainty: Certainty,
    wrappers: [String] = [], function: String? = nil, isChained: Bool = false
  ) {
    self.name = name
    self.arguments = arguments
    self.redirections = redirections
    self.certainty = certainty
    self.wrappers = wrappers
    self.function = function
    self.isChained = isChained
  }
}

/// A variable that a script gives values to.
package struct ShellVariable: Sendable {
  package let name: String
  /// One value, or those that it takes in the rounds of a loop.
  package let values: [ShellWord]
  /// Whether it has them in every run.
  package let isSure: Bool
}

extension ShellScript {
  /// The names that `alias` gives.
  package var aliases: Set<String> {
    let words = calls.filter { $0.name.value == "alias" }.flatMap(\.arguments)
    return Set(words.compactMap { $0.knownPrefix.split(separator: "=").first.map(String.init) })
  }
}
