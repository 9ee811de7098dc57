import RubyEvaluation

/// Tells of a resource of Chef that it fails on every machine.
struct CertainFailure {
  typealias Failure = (className: String, message: String)

  let compiler: RecipeCompiler
  let earlier: EarlierResources

  init(_ compiler: RecipeCompiler, after earlier: EarlierResources) {
    self.compiler = compiler
    self.earlier = earlier
  }

  func failure(
    _ action: String, _ name: String, _ state: ResourceState, _ object: RubyObject
  ) -> Failure? {
    if let failure = oldPath(action, name, state, object) ?? folderFailure(action, name, state, object) {
      return failure
    }
    if let failure = demandFailure(action, state) { return failure }
    switch name {
    case "execute", "bash", "csh", "ksh", "perl", "python", "ruby", "script", "sh":
      return action == "run" ? commandFailure(name, state, object) : nil
    case "file", "template", "cookbook_file", "remote_file":
      return fileFailure(action, name, state, object)
    case "link": return action == "create" ? linkFailure(state, object) : nil
    case "git", "mount": return omission(action, name, state)
    case "group": return membersFailure(state) ?? (action == "create" ? numberFailure("gid", state) : nil)
    case "linux_user": return action == "create" ? numberFailure("uid", state) : nil
    default: return nil
    }
  }

  /// What clients took until Chef 13: a relative path that nothing is relative to, and a place for the file that is called
  /// otherwise now.
  private func oldPath(
    _ action: String, _ name: String, _ state: ResourceState, _ object: RubyObject
  ) -> Failure? {
    guard compiler.input.run.setup.client.judged.isAtLeast(13) == true else { return nil }
    switch name {
    case "execute", "bash", "csh", "ksh", "perl", "python", "ruby", "script":
      guard action == "run", state.state["cwd"] == nil, let creates = text("creates", state, object),
        !creates.hasPrefix("/")
      else { return nil }
      return (
        "Chef::Exceptions::Execute", "`creates` is relative, and no `cwd` says to which folder: `\(creates)`"
      )
    case "file", "template", "cookbook_file":
      guard action == "create", state.state.calls.contains(where: asksForFile),
        isWritten(name, state, object)
      else { return nil }
      return (
        "ArgumentError", "`verify` is told of the file by `%{path}`: the client knows no `%{file}` any more"
      )
    default: return nil
    }
  }

  private func asksForFile(_ call: ResourceState.Said) -> Bool {
    guard call.name == "verify", case .string(let command)? = call.arguments.first else { return false }
    return command.doubt == nil && command.string.contains("%{file}")
  }

  /// What Chef's provider cannot do without, though the resource takes it to be left out.
  private func omission(_ action: String, _ name: String, _ state: ResourceState) -> Failure? {
    switch (name, action) {
    case ("git", "sync"), ("git", "checkout"), ("git", "export"):
      guard lacks("repository", state) else { return nil }
      return (
        "Mixlib::ShellOut::ShellCommandFailed", "git is given nothing to fetch: `repository` is missing"
      )
    case ("mount", "mount"), ("mount", "enable"):
      guard lacks("device", state) else { return nil }
      return (
        "NoMethodError",
        "undefined method `include?' for nil:NilClass: nothing says what to mount, `device` is missing"
      )
    default: return nil
    }
  }

  /// A number of a user or group that begins with a letter: the tools that make them refuse it.
  private func numberFailure(_ property: String, _ state: ResourceState) -> Failure? {
    guard case .string(let text)? = state.state[property]?.settled, text.string.first?.isLetter == true else {
      return nil
    }
    return ("Mixlib::ShellOut::ShellCommandFailed", "`\(property)` is no number: `\(text.string)`")
  }

  /// Whether a property is left out.
  func lacks(_ property: String, _ state: ResourceState) -> Bool {
    state.state[property].map(\.isNil) ?? true
  }

  /// A property that is a text already.
  func text(_ name: String, _ state: ResourceState, _ object: RubyObject) -> String? {
    if case .string(let text)? = value(name, state, object), text.doubt == nil { text.string } else { nil }
  }

  /// A property, with its default; nil where asking for it fails.
  func value(_ name: String, _ state: ResourceState, _ object: RubyObject) -> RubyValue? {
    let call = CoreCall(
      compiler.run, .object(object), compiler.run.symbol(name), [], hasKeywords: false, block: nil,
      at: state.place)
    let result = compiler.run.attempt { () throws(Unwinding) in
      try compiler.property(name, of: state, object, call) ?? .nil
    }
    return result.value
  }
}
