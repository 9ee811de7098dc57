import Source

/// Walks a script and notes what it calls.
struct CallCollector {
  private(set) var calls: [ShellCall] = []
  private(set) var functions: [String] = []
  private(set) var variables: [ShellVariable] = []
  private var function: String?
  /// Whether what is visited follows `&&` in a list that every run reaches.
  private var isChained = false

  /// Notes the calls of a list.
  mutating func visit(_ list: ShellList, _ certainty: ShellCall.Certainty) {
    for item in list.items { visit(item, certainty) }
  }

  /// The calls in the order of the text; those in the body of a function happen as surely as the function is called.
  var weighedCalls: [ShellCall] {
    var called: Set<String> = []
    var grew = true
    while grew {
      let sure = calls.filter { $0.certainty != .sometimes && ($0.function.map(called.contains) ?? true) }
      let names = Set(sure.map(\.name.value)).intersection(functions)
      grew = !names.subtracting(called).isEmpty
      called.formUnion(names)
    }
    return calls.map { call in
      guard let function = call.function, !called.contains(function) else { return call }
      return ShellCall(
        name: call.name, arguments: call.arguments, redirections: call.redirections, certainty: .sometimes,
        wrappers: call.wrappers, function: function, isChained: call.isChained)
    }
  }

  private mutating func visit(_ item: ShellItem, _ certainty: ShellCall.Certainty) {
    let isCaught = item.rest.contains { $0.joint == .or }
    visit(item.first, isCaught ? weaker(certainty, .tolerated) : certainty)
    let outer = isChained
    isChained = certainty == .always && !isCaught
    for (_, pipeline) in item.rest { visit(pipeline, .sometimes) }
    isChained = outer
  }

  private mutating func visit(_ pipeline: ShellPipeline, _ certainty: ShellCall.Certainty) {
    let certainty = pipeline.isNegated ? weaker(certainty, .tolerated) : certainty
    for command in pipeline.commands { visit(command, certainty) }
  }

  private mutating func visit(_ command: ShellCommand, _ certainty: ShellCall.Certainty) {
    for redirection in command.redirections {
      visit(redirection.target, certainty)
      for list in ShellWord.substitutions(in: redirection.document) { visit(list, certainty) }
    }
    let outer = isChained
    defer { isChained = outer }
    if case .simple = command.body {} else { isChained = false }
    switch command.body {
    case .simple(let simple): visit(simple, command.redirections, certainty)
    case .group(let list), .subshell(let list): visit(list, certainty)
    case .branches(let branches, let otherwise):
      for (index, branch) in branches.enumerated() {
        visit(branch.condition, index == 0 ? weaker(certainty, .tolerated) : .sometimes)
        visit(branch.body, .sometimes)
      }
      if let otherwise { visit(otherwise, .sometimes) }
    case .loop(let loop):
      if let variable = loop.variable, loop.kind == .each {
        variables.append(
          ShellVariable(name: variable.value, values: loop.words, isSure: certainty == .always))
      }
      visit(loop.condition, weaker(certainty, .tolerated))
      for word in loop.words { visit(word, certainty) }
      // A loop over written words runs once at least.
      let runs = loop.kind == .each && loop.words.contains { $0.text != nil && !$0.isPattern }
      visit(loop.body, runs ? certainty : .sometimes)
    case .choice(let subject, let arms):
      visit(subject, certainty)
      for arm in arms { visit(arm.body, .sometimes) }
    case .function(let name, let body):
      functions.append(name.value)
      let outer = function
      function = name.value
      visit(body, .always)
      function = outer
    case .conditional(let words): for word in words { visit(word, certainty) }
    case .arithmetic(let parts):
      for list in ShellWord.substitutions(in: parts) { visit(list, certainty) }
    }
  }

  private mutating func visit(_ word: ShellWord, _ certainty: ShellCall.Certainty) {
    for list in word.substitutions { visit(list, certainty) }
  }

  private mutating func visit(
    _ simple: SimpleCommand, _ redirections: [ShellRedirection], _ certainty: ShellCall.Certainty
  ) {
    for word in simple.assignments.flatMap(\.values) + simple.words { visit(word, certainty) }
    if simple.words.isEmpty {
      for assignment in simple.assignments {
        variables.append(
          ShellVariable(
            name: assignment.name.value, values: assignment.values,
            isSure: certainty == .always && function == nil))
      }
    }
    var words = simple.words[...]
    var wrappers: [String] = []
    while let name = words.first?.text, let place = words.first?.location {
      let arguments = Array(words.dropFirst())
      calls.append(
        ShellCall(
          name: Located(name, at: place), arguments: arguments,
          redirections: wrappers.isEmpty ? redirections : [],
          certainty: certainty, wrappers: wrappers, function: function, isChained: isChained))
      guard let rest = CommandWrapper.known[name]?.command(in: words.dropFirst()), wrappers.count < 8 else {
        return
      }
      wrappers.append(name)
      words = rest
    }
  }

  private func weaker(_ a: ShellCall.Certainty, _ b: ShellCall.Certainty) -> ShellCall.Certainty {
    a == .sometimes ? a : b
  }
}
