import RubyEvaluation

/// Commands.
extension CertainFailure {
  /// A command that can only fail; one that makes a file is not run where that is there already.
  func commandFailure(_ name: String, _ state: ResourceState, _ object: RubyObject) -> Failure? {
    guard lacks("creates", state) else { return nil }
    if let failure = environmentFailure(state, object) { return failure }
    switch name {
    case "execute": return failure(of: text("command", state, object), state)
    case "script": return interpreterFailure(state)
    case "bash", "sh", "ksh": return failure(of: text("code", state, object), state)
    default: return nil
    }
  }

  /// What is no text cannot be given to a process: the one that is to become the command ends with the status 1.
  private func environmentFailure(_ state: ResourceState, _ object: RubyObject) -> Failure? {
    let facts = compiler.input.facts
    guard facts.isContainer || facts.platform.system == "linux", !allows(1, state),
      case .hash(let variables)? = value("environment", state, object)?.settled,
      let variable = variables.entries.first(where: { Self.isNoText($0.value.settled) })
    else { return nil }
    let name = compiler.spelling(of: variable.key) ?? "a variable"
    return (
      "Mixlib::ShellOut::ShellCommandFailed",
      "`environment` gives `\(name)` an object of \(compiler.run.className(of: variable.value)), and a process takes texts only"
    )
  }

  private static func isNoText(_ value: RubyValue) -> Bool {
    switch value {
    case .boolean, .integer, .float, .symbol, .array, .hash, .range, .module: true
    case .nil, .string, .pattern, .procedure, .object, .unknown: false
    }
  }

  /// `script` without an interpreter: the command to which the code is given has no name, and a shell finds none.
  private func interpreterFailure(_ state: ResourceState) -> Failure? {
    let facts = compiler.input.facts
    guard state.kind.facts?.name == "script", lacks("interpreter", state),
      facts.isContainer || facts.platform.system == "linux",
      !allows(127, state)
    else { return nil }
    return (
      "Mixlib::ShellOut::ShellCommandFailed",
      "nothing says what runs the code: `interpreter` is missing, and no command of an empty name is found"
    )
  }

  private func failure(of script: String?, _ state: ResourceState) -> Failure? {
    guard let status = script.flatMap(Self.status(ofScript:)), status != 0, !allows(status, state) else {
      return nil
    }
    return (
      "Mixlib::ShellOut::ShellCommandFailed",
      "the command ends with the status \(status) whatever the machine is like"
    )
  }

  private func allows(_ status: Int, _ state: ResourceState) -> Bool {
    switch state.state["returns"]?.settled {
    case nil: return false
    case .integer(let number)?: return number == status
    case .array(let array)?:
      return array.elements.contains { element in
        if case .integer(let number) = element { number == status } else { true }
      }
    default: return true
    }
  }

  /// The status with which a script ends on every machine, told by its last line.
  static func status(ofScript script: String) -> Int? {
    let lines = script.split(separator: "\n").map(trimmed).filter { !$0.isEmpty && !$0.hasPrefix("#") }
    guard let last = lines.last else { return nil }
    let words = last.split(separator: " ")
    let earlier = lines.dropLast()
    let leavesEarly = earlier.contains { line in
      line.split { !$0.isLetter }.contains { ["exit", "exec", "trap", "return", "kill"].contains($0) }
    }
    let goesOn = earlier.last.map { line in ["\\", "|", "&"].contains { line.hasSuffix($0) } } ?? false
    guard !leavesEarly, !goesOn else { return nil }
    if words == ["false"] { return 1 }
    guard words.count == 2, words[0] == "exit", let status = Int(words[1]), (1...255).contains(status) else {
      return nil
    }
    return status
  }

  private static func trimmed(_ line: Substring) -> Substring {
    var line = line
    while let first = line.first, first.isWhitespace { line.removeFirst() }
    while let last = line.last, last.isWhitespace { line.removeLast() }
    return line
  }
}
