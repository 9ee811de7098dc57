import CLinux
import Glibc

/// A program that takes over our own standard streams, terminal included, for as long as it runs.
///
/// It stays in our process group: a terminal lets it read, and what is typed there reaches it alone once it has made the
/// terminal raw. Through a pipe on descriptor 3 it learns of our death, however that comes.
package struct AttachedCommand: Sendable {
  private let arguments: [String]
  private let environment: [String: String]

  /// The descriptor on which the program sees the end of a file when we are gone.
  package static let lifeline: Int32 = 3

  /// `environment` is the whole of it.
  package init(_ arguments: [String], environment: [String: String]) {
    precondition(!arguments.isEmpty, "a command names its program")
    self.arguments = arguments
    self.environment = environment
  }

  /// Runs it to its end; a cancelled task ends it. The terminal is then as it was before.
  package func run() async throws(HostError) -> Termination {
    let looks = TerminalLooks()
    defer { looks?.restore() }
    var pipe: [Int32] = [-1, -1]
    guard clinux_pipe(&pipe) == 0 else { throw .last("make a pipe") }
    defer { close(pipe[1]) }
    let process = try start(lifeline: pipe[0])
    close(pipe[0])
    return try await end(of: process)
  }

  private func start(lifeline: Int32) throws(HostError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, lifeline, Self.lifeline)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // We ourselves ignore what ends a run, and handle it elsewhere.
    var ordinary = sigset_t()
    sigemptyset(&ordinary)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT] { sigaddset(&ordinary, number) }
    posix_spawnattr_setsigdefault(&attributes, &ordinary)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let words = arguments.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, arguments[0], &actions, &attributes, words, variables)
    guard code == 0 else { throw .errno(code, "run `\(arguments[0])`") }
    return process
  }

  private func end(of process: pid_t) async throws(HostError) -> Termination {
    var isCancelled = false
    while true {
      var status: Int32 = 0
      let found = waitpid(process, &status, WNOHANG)
      if found == process {
        if isCancelled { throw HostError("run `\(arguments[0])`", .cancelled) }
        return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
      }
      if found < 0, errno != EINTR { throw .last("wait for `\(arguments[0])`") }
      if !isCancelled, Task.isCancelled {
        isCancelled = true
        kill(process, SIGTERM)
      }
      // Without a throw: a cancelled sleep returns at once, and the program's end is still to be seen.
      if isCancelled { usleep(5000) } else { try? await Task.sleep(for: .milliseconds(10)) }
    }
  }
}
