import DataSyntax
import Packer
import RegularExpressions
package import ShellSyntax
package import Source

/// What a container cannot show of a machine, as the table lists it.
package struct StandInLimits: Sendable {
  /// One thing, and what it is told for.
  private struct Entry: Sendable {
    enum Subject: Sendable {
      case builders([NameShape])
      case option(String)
      case command(String)
      /// Words that options may have.
      case words(in: [String], RegularExpression)
    }

    let subject: Subject
    let words: String
  }

  private let entries: [Entry]

  init(_ nodes: [DataNode]) {
    entries = nodes.compactMap { node in
      guard let words = node["shows"]?.string else { return nil }
      if let option = node["option"]?.string { return Entry(subject: .option(option), words: words) }
      if let command = node["command"]?.string { return Entry(subject: .command(command), words: words) }
      let options = (node["options"]?.items ?? []).compactMap(\.string)
      if let says = node["says"]?.string, let pattern = try? RegularExpression("(?i)" + says) {
        return Entry(subject: .words(in: options, pattern), words: words)
      }
      let types = (node["for"]?.items ?? []).compactMap(\.string).map(NameShape.init)
      return types.isEmpty ? nil : Entry(subject: .builders(types), words: words)
    }
  }

  /// What no container shows of the machine of a builder: one clause each.
  func words(for builder: ConfiguredComponent) -> [String] {
    var found: [String] = []
    for entry in entries {
      let concerns: Bool =
        switch entry.subject {
        case .builders(let types): types.contains { $0.covers(builder.type.value) }
        case .option(let name): builder.options[name] != nil
        case .command: false
        case .words(let options, let pattern):
          options.flatMap { builder.options.words(of: [$0]) }.contains {
            pattern.matches($0.bytes)
          }
        }
      if concerns, !found.contains(entry.words) { found.append(entry.words) }
    }
    return found
  }

  /// What a call of a script cannot show in a container; nil for most.
  package func words(for call: ShellCall) -> Located<String>? {
    let program = call.name.value.split(separator: "/").last.map(String.init) ?? call.name.value
    let kind = program.split(separator: ".").first.map(String.init) ?? program
    let entry = entries.first {
      if case .command(let name) = $0.subject { name == program || name == kind } else { false }
    }
    return entry.map { Located("`\(program)`: \($0.words)", at: call.name.location) }
  }
}
