/// What depends on the machine, the time or chance: always asked of the host.
enum MachineLibrary {
  static func define(in run: RubyInterpreter) {
    define(
      "SecureRandom", isClass: false,
      [
        "hex", "uuid", "random_number", "base64", "urlsafe_base64", "alphanumeric", "random_bytes", "rand",
        "bytes",
      ], run)
    define(
      "Etc", isClass: false,
      ["getlogin", "getpwnam", "getgrnam", "getpwuid", "getgrgid", "nprocessors", "passwd"], run)
    define("Random", isClass: true, ["rand", "new", "new_seed", "bytes", "srand"], run)
    define(
      "Socket", isClass: true, ["gethostname", "getaddrinfo", "ip_address_list", "new", "gethostbyname"], run)
    define(
      "Process", isClass: false,
      ["pid", "ppid", "uid", "euid", "gid", "egid", "clock_gettime", "spawn", "wait"], run)
    define(
      "Time", isClass: true,
      ["now", "new", "at", "parse", "mktime", "local", "utc", "gm", "strptime", "iso8601"], run)
    define("Date", isClass: true, ["today", "new", "parse", "strptime", "valid_date?"], run)
    define("Open3", isClass: false, ["capture2", "capture2e", "capture3", "popen3"], run)
    define("FileUtils", isClass: false, [], run)
  }

  private static func define(_ name: String, isClass: Bool, _ methods: [String], _ run: RubyInterpreter) {
    let module = isClass ? run.makeClass(name) : run.makeModule(name)
    module.isCore = true
    _ = run.singletonClass(of: module)
    module.doubt = RubyUnknown("`\(name)` depends on the machine", at: nil)
    let table = CoreTable(run, module)
    for method in methods {
      table.defineOnItself(method, arity: .any) { (call) throws(Unwinding) in
        try FileMethods.asked(.other("\(name).\(method)"), call)
      }
    }
  }
}
