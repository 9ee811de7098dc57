package import Source

/// A parsed shell text (POSIX sh with bash's additions); what could not be understood stands in `faults`.
package struct ShellScript: Sendable {
  package let text: DerivedText
  /// The first line, where it is one.
  package let shebang: Shebang?
  package let body: ShellList
  /// The comments in order, their marks included, the shebang left out.
  package let comments: [Location]
  package let faults: [ShellFault]
  /// Every call of the script in the order in which it is reached, what `sudo` and its like run included.
  package let calls: [ShellCall]
  /// The variables that the script gives values to, in the order of the text.
  package let variables: [ShellVariable]
  /// The functions that the script defines, by name.
  package let functions: Set<String>

  /// Parses a text; never fails.
  package static func parse(_ text: DerivedText) -> ShellScript {
    let shebang = Shebang(text)
    var parser = ShellParser(text, from: shebang?.length ?? 0)
    let body = parser.script()
    var collector = CallCollector()
    collector.visit(body, .always)
    return ShellScript(
      text: text, shebang: shebang, body: body, comments: parser.comments, faults: parser.faults,
      calls: collector.weighedCalls, variables: collector.variables, functions: Set(collector.functions))
  }
}

/// Something that a shell would refuse, with the places that show it.
package struct ShellFault: Sendable, Hashable {
  package enum Problem: Sendable, Hashable {
    /// Opened at `location` and not closed before the end; the closing mark that is missing.
    case unclosed(String, closing: String)
    /// A word or mark that cannot stand here.
    case unexpected(String)
    /// A word is missing before `location`.
    case missing(String)
    /// Deeper than the parser follows.
    case tooDeep
  }

  package let problem: Problem
  package let location: Location

  package init(_ problem: Problem, at location: Location) {
    self.problem = problem
    self.location = location
  }

  /// One sentence for people.
  package var message: String {
    switch problem {
    case .unclosed(let opening, let closing): "`\(opening)` is not closed: `\(closing)` is missing"
    case .unexpected(let word): "`\(word)` cannot stand here"
    case .missing(let word): "`\(word)` is missing here"
    case .tooDeep: "the script is nested deeper than it can be followed"
    }
  }
}
