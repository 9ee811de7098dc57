import CLinux
import Glibc
import Host

/// A process that stays outside of its parent's new user namespace to say which ids that has.
struct MappingHelper {
  private let process: pid_t
  /// A byte here makes it begin; the end of the pipe makes it give up.
  private let go: Int32
  /// What it has to say when it fails.
  private let complaint: Int32

  /// Starts it, waiting.
  static func start(_ map: IdentityMap) throws(EngineError) -> MappingHelper {
    var (go, complaint): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard clinux_pipe(&go) == 0, clinux_pipe(&complaint) == 0 else { throw .system("make a pipe") }
    let parent = getpid()
    let child = fork()
    guard child >= 0 else { throw .system("start a process") }
    if child == 0 {
      close(go[1])
      var byte: UInt8 = 0
      guard read(go[0], &byte, 1) == 1 else { _exit(1) }
      dup2(complaint[1], STDERR_FILENO)
      _exit(work(map, for: parent))
    }
    close(go[0])
    close(complaint[1])
    return MappingHelper(process: child, go: go[1], complaint: complaint[0])
  }

  /// Has the ids mapped.
  func map() throws(EngineError) {
    var byte: UInt8 = 1
    Glibc.write(go, &byte, 1)
    close(go)
    var text = [UInt8](repeating: 0, count: 1000)
    let count = max(0, read(complaint, &text, text.count))
    close(complaint)
    guard ForkedChild.end(of: process) == 0 else {
      let said = String(decoding: text[..<count].prefix { $0 != 0x0A }, as: UTF8.self)
      throw EngineError(
        .unavailable, "the ids of `/etc/subuid` and `/etc/subgid` cannot be used: \(said)",
        help: "see that each has a line for this user (`usermod --add-subuids 100000-165535 --add-subgids "
          + "100000-165535 USER`) and that `newuidmap` is setuid root (`apt-get install --reinstall uidmap`)")
    }
  }

  /// Ends it without having done anything.
  func abandon() {
    close(go)
    close(complaint)
    _ = ForkedChild.end(of: process)
  }

  private static func work(_ map: IdentityMap, for process: pid_t) -> Int32 {
    if UserNamespace.mayMapAll || map.knowsRootAlone { return write(map, of: process) ? 0 : 1 }
    let search = ProgramSearch(environment: getenv("PATH").map { ["PATH": String(cString: $0)] } ?? [:])
    for (program, ranges) in zip(UserNamespace.programs, [map.users, map.groups]) {
      guard let path = search.path(of: program) else { return 127 }
      let words =
        [path, "\(process)"] + ranges.flatMap { ["\($0.inside)", "\($0.outside)", "\($0.count)"] }
      let child = fork()
      if child == 0 {
        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        execv(path, arguments)
        _exit(127)
      }
      guard child > 0, ForkedChild.end(of: child) == 0 else { return 1 }
    }
    return 0
  }

  /// Writes the maps itself. An ordinary user may give away nothing but the own ids, and no groups at all.
  private static func write(_ map: IdentityMap, of process: pid_t) -> Bool {
    func put(_ text: String, _ name: String) -> Bool {
      let descriptor = open("/proc/\(process)/\(name)", O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return false }
      defer { close(descriptor) }
      return text.withCString { Glibc.write(descriptor, $0, strlen($0)) } == text.utf8.count
    }
    func lines(_ ranges: [IdentityMap.Range]) -> String {
      ranges.map { "\($0.inside) \($0.outside) \($0.count)\n" }.joined()
    }
    let done =
      (!map.knowsRootAlone || put("deny", "setgroups")) && put(lines(map.users), "uid_map")
      && put(lines(map.groups), "gid_map")
    if !done { perror("the maps of a user namespace") }
    return done
  }
}
