import Glibc
import Host

/// The processes that have a folder of the machine as their root: all that tells the programs of a container which has no
/// namespaces.
struct RootedProcesses: Sendable, Hashable {
  /// The folder's real path.
  let root: String

  /// Kills them, and those that they start meanwhile.
  func end() throws(EngineError) {
    for _ in 0..<100 {
      guard try signal(SIGKILL) else { return }
      usleep(5000)
    }
    throw EngineError(.failed, "programs of the container do not end")
  }

  /// Sends a signal to all of them; whether there was any.
  ///
  /// Where a process has its root is told to its own user alone, so that each user's are looked at by a child in the user's
  /// name.
  func signal(_ number: Int32) throws(EngineError) -> Bool {
    var found = false
    for (user, processes) in try byUser() {
      let child = fork()
      guard child >= 0 else { throw .system("start a process") }
      if child == 0 { _exit(Self.signal(number, processes, of: user, root: root) ? 1 : 0) }
      if ForkedChild.end(of: child) == 1 { found = true }
    }
    return found
  }

  private static func signal(
    _ number: Int32, _ processes: [Int32], of user: uid_t, root: String
  ) -> Bool {
    if user != geteuid() { guard setuid(user) == 0 else { return false } }
    var found = false
    for process in processes {
      var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let count = readlink("/proc/\(process)/root", &target, target.count - 1)
      guard count > 0, String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) == root
      else { continue }
      found = kill(process, number) == 0 || found
    }
    return found
  }

  private func byUser() throws(EngineError) -> [uid_t: [Int32]] {
    let names: [String]
    do throws(HostError) { names = try Disk(workingDirectory: "/").list("/proc") } catch {
      throw .host(error)
    }
    var processes: [uid_t: [Int32]] = [:]
    for process in names.compactMap({ Int32($0) }) where process != getpid() {
      var status = stat()
      if stat("/proc/\(process)", &status) == 0 { processes[status.st_uid, default: []].append(process) }
    }
    return processes
  }
}
