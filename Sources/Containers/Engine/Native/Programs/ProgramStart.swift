import CLinux
import Glibc
import Host

/// The last steps from a forked process to a container's program.
struct ProgramStart {
  /// Where the way to the program failed.
  enum Stage: UInt8 { case folder, rights, program }

  private let candidates: [String]
  private let arguments: [String]
  private let environment: [String]
  private let user: ContainerUser
  private let workingDirectory: String
  private let capabilities: CapabilitySet
  private let identities: IdentityMap
  private let refused: [String]
  private let refusesUserNamespaces: Bool
  private let forbidsNewPrivileges: Bool

  init(
    arguments: [String], environment: [String: String], user: ContainerUser, workingDirectory: String,
    capabilities: CapabilitySet, isFiltered: Bool, forbidsNewPrivileges: Bool, identities: IdentityMap
  ) {
    self.forbidsNewPrivileges = forbidsNewPrivileges
    self.identities = identities
    self.arguments = arguments
    self.environment = environment.map { "\($0)=\($1)" }.sorted()
    self.user = user
    self.workingDirectory = workingDirectory
    self.capabilities = capabilities
    refused = isFiltered ? RefusedCall.names(for: capabilities) : []
    refusesUserNamespaces = isFiltered && RefusedCall.refusesUserNamespaces(for: capabilities)
    candidates = Self.candidates(for: arguments[0], path: environment["PATH"] ?? "")
  }

  /// The name of the program, for messages.
  var name: String { arguments[0] }
  var folder: String { workingDirectory }

  /// How long the program may live.
  enum Life { case asItsParent, forGood }

  /// Becomes the program. Returns only if that failed: where, and `errno`.
  func become(_ life: Life) -> (stage: Stage, code: Int32) {
    setsid()
    umask(0o022)
    giveStreams()
    // As root: a user may be put into a folder that only root can enter.
    guard chdir(workingDirectory) == 0 else { return (.folder, errno) }
    guard takeRights() else { return (.rights, errno) }
    // A change of identity clears it, hence so late.
    if life == .asItsParent { _ = clinux_die_with_parent() }
    return (.program, execute())
  }

  /// Makes its pipes the user's, as `runc` does: else no program of another user than root can open `/dev/stdout`. What
  /// else the streams are lies on the machine, and stays whose it is.
  private func giveStreams() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      var status = stat()
      guard fstat(stream, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { continue }
      // The group stays: nobody gains by another.
      fchown(stream, user.id, gid_t.max)
    }
  }

  /// Gives up what the program must not have. The filter comes first: it takes a right that is given up next.
  private func takeRights() -> Bool {
    guard refused.isEmpty && !refusesUserNamespaces || install() else { return false }
    guard clinux_limit_capabilities(capabilities.mask) == 0 else { return false }
    let groups = user.groups.map { gid_t($0) }
    // Where root is alone, the kernel lets nobody change groups.
    guard identities.knowsRootAlone || setgroups(groups.count, groups) == 0, setgid(user.group) == 0,
      setuid(user.id) == 0
    else { return false }
    guard !forbidsNewPrivileges || clinux_forbid_new_privileges() == 0 else { return false }
    // Another user than root has lost all of them by now.
    return user.id != 0 || clinux_set_capabilities(capabilities.mask) == 0
  }

  private func install() -> Bool {
    let names = refused.cStrings
    return clinux_refuse_calls(names.map { UnsafePointer($0) }, names.count, refusesUserNamespaces) == 0
  }

  /// Tries the candidates in their order; the error that tells most is kept, as in a shell.
  private func execute() -> Int32 {
    let arguments = arguments.cStrings.map(Optional.init) + [nil]
    let environment = environment.cStrings.map(Optional.init) + [nil]
    var code = ENOENT
    for candidate in candidates {
      execve(candidate, arguments, environment)
      if errno != ENOENT, errno != ENOTDIR { code = errno }
      if code != ENOENT, code != EACCES { break }
    }
    return code
  }

  private static func candidates(for name: String, path: String) -> [String] {
    if name.utf8.contains(0x2F) { return [name] }
    return path.split(separator: ":", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "./\(name)" : "\($0)/\(name)"
    }
  }
}

extension [String] {
  /// The texts as C holds them, for a process that is about to become another and so need not free them.
  fileprivate var cStrings: [UnsafeMutablePointer<CChar>] { compactMap { strdup($0) } }
}
