import RubyEvaluation

/// Files that are written.
extension CertainFailure {
  func fileFailure(
    _ action: String, _ name: String, _ state: ResourceState, _ object: RubyObject
  ) -> Failure? {
    if action == "delete", let path = path(of: state, object, in: Self.steadyFolders) {
      return ("Errno::EISDIR", "`\(path)` is a directory, and a file is to be deleted there")
    }
    guard action.hasPrefix("create") else { return nil }
    if state.state["force_unlink"] == nil, let path = path(of: state, object, in: Self.folders) {
      return (
        "Chef::Exceptions::FileTypeMismatch", "`\(path)` is a directory, and a file is to be written there"
      )
    }
    if name == "remote_file" {
      let omission = action == "create" ? missingSource(of: state) : nil
      if let failure = omission ?? refusal(of: state) { return failure }
    }
    return action == "create" && isWritten(name, state, object) ? rejection(of: state) : nil
  }

  func linkFailure(_ state: ResourceState, _ object: RubyObject) -> Failure? {
    if lacks("to", state) {
      return ("Chef::Exceptions::Link", "a link must be told where it leads: `to` is missing")
    }
    guard let path = text("target_file", state, object), Self.steadyFolders.contains(path) else { return nil }
    return ("Errno::EISDIR", "`\(path)` is a directory, whose place no link takes")
  }

  /// The path of a file where it is one of certain folders.
  private func path(of state: ResourceState, _ object: RubyObject, in folders: Set<String>) -> String? {
    text("path", state, object).flatMap { folders.contains($0) ? $0 : nil }
  }

  /// What is to stand in a folder that nobody makes.
  func folderFailure(
    _ action: String, _ name: String, _ state: ResourceState, _ object: RubyObject
  ) -> Failure? {
    guard compiler.input.facts.isFresh, !compiler.mayHaveTouched, action == "create",
      let property = Self.pathProperty(of: name), let path = text(property, state, object),
      let folder = earlier.missingFolder(of: path)
    else { return nil }
    if name.hasSuffix("directory"), value("recursive", state, object)?.truth != false { return nil }
    return (
      name == "link" ? "Errno::ENOENT" : "Chef::Exceptions::EnclosingDirectoryDoesNotExist",
      "nothing makes the folder `\(folder)` before"
    )
  }

  private static func pathProperty(of name: String) -> String? {
    switch name {
    case "file", "template", "cookbook_file", "remote_file": "path"
    case "directory", "remote_directory", "link": EarlierResources.pathProperty(of: name)
    default: nil
    }
  }

  /// Whether a resource makes a file and writes something into it.
  func writesFile(_ name: String, _ state: ResourceState, _ object: RubyObject) -> Bool {
    ["cookbook_file", "file", "remote_file", "template"].contains(name) && isWritten(name, state, object)
  }

  /// Whether a resource that makes a file writes something into it.
  func isWritten(_ name: String, _ state: ResourceState, _ object: RubyObject) -> Bool {
    name != "file" || text("content", state, object) != nil
  }

  /// A `verify` that takes no content, whatever is written.
  private func rejection(of state: ResourceState) -> Failure? {
    let className = "Chef::Exceptions::ValidationFailed"
    for call in state.state.calls where call.name == "verify" && call.certainty == .sure {
      if let block = call.block {
        let path = RubyUnknown("what the file is called while it is verified", at: state.place)
        let result = compiler.run.attempt { () throws(Unwinding) in
          try compiler.run.call(block, [.unknown(path)], at: nil)
        }
        guard result.value?.truth == false else { continue }
        return (className, "the block of `verify` takes no content: it gives false")
      }
      guard case .string(let command)? = call.arguments.first, command.doubt == nil,
        let status = Self.status(ofScript: command.string), status != 0
      else { continue }
      return (className, "`verify` takes no content: its command ends with the status \(status)")
    }
    return nil
  }

  private func missingSource(of state: ResourceState) -> Failure? {
    guard state.state["source"].map(\.isNil) ?? true, state.state["checksum"] == nil else { return nil }
    return ("URI::InvalidURIError", "nothing says where the file comes from: `source` is missing")
  }

  /// A download from the machine itself, where nothing runs yet.
  private func refusal(of state: ResourceState) -> Failure? {
    guard earlier.isQuiet, compiler.input.facts.isFresh, let source = state.state["source"]?.settled else {
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

  /// Folders of every Linux that nowhere are a link.
  private static let steadyFolders: Set<String> = [
    "/", "/dev", "/etc", "/proc", "/sys", "/usr", "/usr/bin", "/usr/lib", "/usr/share", "/var", "/var/cache",
    "/var/lib", "/var/log",
  ]

  /// Folders of every Linux.
  private static let folders: Set<String> = [
    "/", "/bin", "/boot", "/dev", "/etc", "/home", "/lib", "/media", "/mnt", "/opt", "/proc", "/root", "/run",
    "/sbin", "/srv", "/sys", "/tmp", "/usr", "/usr/bin", "/usr/lib", "/usr/local", "/usr/local/bin",
    "/usr/local/sbin", "/usr/sbin", "/usr/share", "/var", "/var/cache", "/var/lib", "/var/log", "/var/spool",
    "/var/tmp",
  ]
}
