package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports scripts that compare the builder's type with the name of a build.
package struct NameForBuilderType: ProjectRule {
  package static let id: RuleID = "packer/name-for-builder-type"

  private static let variable = "PACKER_BUILDER_TYPE"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    let types = Set(project.builds.map(\.builder.type.value))
    let names = Dictionary(project.builds.map { ($0.name, $0.builder.type.value) }) { first, _ in first }
    var known: Set<Location> = []
    for script in project.scripts where script.isShell {
      for word in Self.compared(in: script.script.body) {
        guard let text = word.text, !types.contains(text), let type = names[text],
          known.insert(word.location).inserted
        else { continue }
        findings.add(
          "`\(Self.variable)` is never `\(text)`: that is the build's name, its type is `\(type)`",
          at: word.location,
          help: "compare `PACKER_BUILD_NAME` with it")
      }
    }
  }

  /// The words with which the variable is compared, in `[`, `test`, `[[` and `case`.
  private static func compared(in list: ShellList) -> [ShellWord] {
    list.commands.flatMap { command -> [ShellWord] in
      switch command.body {
      case .simple(let simple) where ["[", "test"].contains(simple.name?.value): others(in: simple.words)
      case .conditional(let words): others(in: words)
      case .choice(let subject, let arms) where isVariable(subject): arms.flatMap(\.patterns)
      default: []
      }
    }
  }

  /// The operands beside the variable; empty where it is not compared.
  private static func others(in words: [ShellWord]) -> [ShellWord] {
    words.indices.filter { isVariable(words[$0]) }.flatMap { index -> [ShellWord] in
      [index - 2, index + 2].filter(words.indices.contains).map { words[$0] }
    }
  }

  private static func isVariable(_ word: ShellWord) -> Bool {
    guard word.parts.count == 1, case .parameter(let parameter, _) = word.parts[0] else { return false }
    return parameter.name == variable
  }
}

extension ShellList {
  /// Every command in it, at any depth.
  fileprivate var commands: [ShellCommand] {
    items.flatMap { item in ([item.first] + item.rest.map(\.pipeline)).flatMap(\.commands) }
      .flatMap { [$0] + $0.inner.flatMap(\.commands) }
  }
}

extension ShellCommand {
  /// The lists of a compound command.
  fileprivate var inner: [ShellList] {
    switch body {
    case .simple, .conditional, .arithmetic: []
    case .group(let list), .subshell(let list): [list]
    case .branches(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.body] } + (otherwise.map { [$0] } ?? [])
    case .loop(let loop): [loop.condition, loop.body]
    case .choice(_, let arms): arms.map(\.body)
    case .function(_, let body): body.inner
    }
  }
}
