/// Every part of a script at any depth, in the order of the text.
package struct ShellParts: Sendable {
  package private(set) var items: [ShellItem] = []
  package private(set) var pipelines: [ShellPipeline] = []
  package private(set) var commands: [ShellCommand] = []
  /// Words of commands, loops, tests and redirections; not those inside another word.
  package private(set) var words: [ShellWord] = []
  package private(set) var assignments: [ShellAssignment] = []

  init(of list: ShellList) { visit(list) }

  private mutating func visit(_ list: ShellList) {
    for item in list.items {
      items.append(item)
      for pipeline in [item.first] + item.rest.map(\.pipeline) {
        pipelines.append(pipeline)
        for command in pipeline.commands { visit(command) }
      }
    }
  }

  private mutating func visit(_ command: ShellCommand) {
    commands.append(command)
    for redirection in command.redirections {
      visit(redirection.target)
      for list in ShellWord.substitutions(in: redirection.document) { visit(list) }
    }
    switch command.body {
    case .simple(let simple):
      assignments += simple.assignments
      for word in simple.assignments.flatMap(\.values) + simple.words { visit(word) }
    case .group(let list), .subshell(let list): visit(list)
    case .branches(let branches, let otherwise):
      for branch in branches {
        visit(branch.condition)
        visit(branch.body)
      }
      if let otherwise { visit(otherwise) }
    case .loop(let loop):
      for word in loop.words { visit(word) }
      visit(loop.condition)
      visit(loop.body)
    case .choice(let subject, let arms):
      visit(subject)
      for arm in arms { visit(arm.body) }
    case .function(_, let body): visit(body)
    case .conditional(let words): for word in words { visit(word) }
    case .arithmetic(let parts): for list in ShellWord.substitutions(in: parts) { visit(list) }
    }
  }

  private mutating func visit(_ word: ShellWord) {
    words.append(word)
    for list in word.substitutions { visit(list) }
  }
}

extension ShellScript {
  /// Every part of the script at any depth.
  package var parts: ShellParts { ShellParts(of: body) }
}
