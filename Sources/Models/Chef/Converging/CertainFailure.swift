import RubyEvaluation

/// Tells of a resource of Chef that it fails on every machine.
struct CertainFailure {
  typealias Failure = (className: String, message: String)

  private let compiler: RecipeCompiler
  /// Whether nothing before may have started something on the machine.
  private let isQuiet: Bool

  init(_ compiler: RecipeCompiler, isQuiet: Bool) {
    self.compiler = compiler
    self.isQuiet = isQuiet
  }

  func failure(
    _ action: String, _ name: String, _ state: ResourceState, _ object: RubyObject
  ) -> Failure? {
    if let failure = oldPath(action, name, state, object) { return failure }
    switch name {
    case "execute" where action == "run": return failure(of: text("command", state, object), state)
    case "bash", "sh", "ksh":
      return action == "run" ? failure(of: text("code", state, object), state) : nil
    case "file", "template", "cookbook_file", "remote_file":
      guard action.hasPrefix("create") else { return nil }
      if state.state["force_unlink"] == nil, let path = text("path", state, object),
        Self.folders.contains(path)
      {
        return (
          "Chef::Exceptions::FileTypeMismatch", "`\(path)` is a directory, and a file is to be written there"
        )
      }
      guard name == "remote_file" else { return nil }
      return action == "create" ? missingSource(of: state) ?? refusal(of: state) : refusal(of: state)
    case "link", "git", "mount": return omission(action, name, state)
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
        name != "file" || text("content", state, object) != nil
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
    let lacks = { (property: String) in state.state[property].map(\.isNil) ?? true }
    switch (name, action) {
    case ("link", "create") where lacks("to"):
      return ("Chef::Exceptions::Link", "a link must be told where it leads: `to` is missing")
    case ("git", "sync"), ("git", "checkout"), ("git", "export"):
      guard lacks("repository") else { return nil }
      return (
        "Mixlib::ShellOut::ShellCommandFailed", "git is given nothing to fetch: `repository` is missing"
      )
    case ("mount", "mount"), ("mount", "enable"):
      guard lacks("device") else { return nil }
      return ("TypeError", "nothing says what to mount: `device` is missing")
    default: return nil
    }
  }

  private func missingSource(of state: ResourceState) -> Failure? {
    guard state.state["source"].map(\.isNil) ?? true, state.state["checksum"] == nil else { return nil }
    return ("URI::InvalidURIError", "nothing says where the file comes from: `source` is missing")
  }

  /// A download from the machine itself, where nothing runs yet.
  private func refusal(of state: ResourceState) -> Failure? {
    guard isQuiet, compiler.input.facts.isFresh, let source = state.state["source"]?.settled else {
      return nil
    }
    var sources = [source]
    if case .array(let array) = source { sources = array.elements }
    let addresses = sources.compactMap { compiler.spelling(of: $0) }
    guard let first = addresses.first, addresses.count == sources.count, addresses.allSatisfy(Self.isOwn)
    else { return nil }
    return (
      "Errno::ECONNREFUSED", "`\(first)` is on the machine itself, where nothing runs while it is baked"
    )
  }

  /// Whether an address is that of the machine itself.
  private static func isOwn(_ address: String) -> Bool {
    let parts = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "http:" || parts[0] == "https:" else { return false }
    let host = parts[2].prefix { $0 != "/" && $0 != ":" }
    return host == "localhost" || host.hasPrefix("127.") || parts[2].hasPrefix("[::1]")
  }

  /// A property that is a text already.
  private func text(_ name: String, _ state: ResourceState, _ object: RubyObject) -> String? {
    let call = CoreCall(
      compiler.run, .object(object), compiler.run.symbol(name), [], hasKeywords: false, block: nil,
      at: state.place)
    let result = compiler.run.attempt { () throws(Unwinding) in
      try compiler.property(name, of: state, object, call) ?? .nil
    }
    if case .string(let text)? = result.value, text.doubt == nil { return text.string } else { return nil }
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

  /// Folders of every Linux.
  private static let folders: Set<String> = [
    "/", "/bin", "/boot", "/dev", "/etc", "/home", "/lib", "/media", "/mnt", "/opt", "/proc", "/root", "/run",
    "/sbin", "/srv", "/sys", "/tmp", "/usr", "/usr/bin", "/usr/lib", "/usr/local", "/usr/local/bin",
    "/usr/local/sbin", "/usr/sbin", "/usr/share", "/var", "/var/cache", "/var/lib", "/var/log", "/var/spool",
    "/var/tmp",
  ]
}
