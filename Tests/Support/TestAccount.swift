import Glibc

/// The ordinary user as whom tests run what must work without root: `.ci/setup` makes the account, with a range of ids.
package enum TestAccount {
  package static let name = "ovenproof-tests"

  package struct Absent: Error {}

  /// Whether the machine has it, with all that containers of an ordinary user need.
  package static var isThere: Bool {
    getpwnam(name) != nil && Machine.hasProgram("newuidmap") && Machine.hasProgram("newgidmap")
  }

  /// Gives a folder to the account.
  package static func own(_ path: String) throws {
    guard let account = getpwnam(name), chown(path, account.pointee.pw_uid, account.pointee.pw_gid) == 0
    else { throw Absent() }
  }

  /// Makes this process the account's, for good; `home` is where it may write.
  package static func become(home: String) throws {
    guard let account = getpwnam(name), setgroups(0, nil) == 0, setgid(account.pointee.pw_gid) == 0,
      setuid(account.pointee.pw_uid) == 0
    else { throw Absent() }
    setenv("HOME", home, 1)
    for variable in ["XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_DATA_HOME"] { unsetenv(variable) }
  }

  /// Whether the account can reach and execute a file.
  package static func canExecute(_ path: String) -> Bool {
    var folder = path
    var file = stat()
    guard stat(path, &file) == 0, file.st_mode & 0o001 != 0 else { return false }
    while let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
      folder = String(folder[..<slash])
      var status = stat()
      guard stat(folder, &status) == 0, status.st_mode & 0o001 != 0 else { return false }
    }
    return true
  }
}
