import CLinux
import Glibc
import Host
import Observation

/// The last steps from a forked process to a container's program.
struct ProgramStart {
  /// Where the way to the program failed.
  enum Stage: UInt8 {
    case folder, rights
    /// Nothing is seen where the program should be.
    case absence
    /// What is there may not be started.
    case permission
    /// It was found by a folder of the search path that does not begin at the root.
    case relativity
    case execution
  }

  /// How far the way went, `errno`, and the candidate that was tried last.
  struct Failure {
    let stage: Stage
    let code: Int32
    var candidate: Int32 = 0
  }

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

  /// Becomes the program. Returns only if that failed.
  func become(_ life: Life) -> Failure {
    setsid()
    umask(0o022)
    giveStreams()
    // As root: a user may be put into a folder that only root can enter.
    guard chdir(workingDirectory) == 0 else { return Failure(stage: .folder, code: errno) }
    guard takeRights() else { return Failure(stage: .rights, code: errno) }
    // A change of identity clears it, hence so late.
    if life == .asItsParent { _ = clinux_die_with_parent() }
    return execute()
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

  /// Starts the first candidate that may be started, as `runc` does: another behind it is not tried.
  private func execute() -> Failure {
    var failure = Failure(stage: .absence, code: ENOENT)
    for (index, candidate) in candidates.enumerated() {
      guard let fault = Self.fault(of: candidate) else {
        guard isPath || candidate.utf8.first == 0x2F else { return Failure(stage: .relativity, code: 0) }
        return Failure(stage: .execution, code: execute(candidate), candidate: Int32(index))
      }
      failure = fault
    }
    return failure
  }

  private func execute(_ path: String) -> Int32 {
    execve(
      path, arguments.cStrings.map(Optional.init) + [nil], environment.cStrings.map(Optional.init) + [nil])
    return errno
  }

  /// Why a file may not be started by whom we are now; nil where it may.
  private static func fault(of path: String) -> Failure? {
    var status = stat()
    guard stat(path, &status) == 0 else { return Failure(stage: .absence, code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR, status.st_mode & 0o111 != 0 else {
      return Failure(stage: .permission, code: EACCES)
    }
    return faccessat(AT_FDCWD, path, X_OK, AT_EACCESS) == 0
      ? nil : Failure(stage: .permission, code: errno)
  }

  /// What kept it from being started, in the words of `runc`.
  func told(_ failure: Failure) -> StartFailure {
    let reason = String(cString: strerror(failure.code))
    let words = reason.prefix(1).lowercased() + reason.dropFirst()
    switch failure.stage {
    case .relativity:
      return StartFailure(.search, name, "cannot run executable found relative to current directory")
    case .execution: return StartFailure(.execution, candidates[Int(failure.candidate)], words)
    case .absence where isPath: return StartFailure(.search, name, "stat \(name): \(words)")
    case .permission where isPath: return StartFailure(.search, name, words)
    // Of a name, a file that cannot be started is passed over.
    case .folder, .rights, .absence, .permission:
      return StartFailure(.search, name, "executable file not found in $PATH")
    }
  }

  /// Whether the program is named by its path.
  private var isPath: Bool { name.utf8.contains(0x2F) }

  private static func candidates(for name: String, path: String) -> [String] {
    if name.utf8.contains(0x2F) { return [name] }
    guard !name.isEmpty, !path.isEmpty else { return [] }
    return path.split(separator: ":", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "./\(name)" : "\($0)/\(name)"
    }
  }
}

extension [String] {
  /// The texts as C holds them, for a process that is about to become another and so need not free them.
  fileprivate var cStrings: [UnsafeMutablePointer<CChar>] { compactMap { strdup($0) } }
}
