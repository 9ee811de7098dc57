import Host

/// Where a written spec goes: standard output, or a file that is not there yet.
struct SpecOutput {
  let path: String?
  let replaces: Bool

  /// Refuses a file that must not be replaced, before the work begins.
  func check(in workplace: Workplace) throws(CommandFault) {
    guard let path else { return }
    guard let status = workplace.disk.status(path) else { return }
    if status.kind == .directory {
      throw CommandFault(.usage, "`\(path)` is a folder", help: "name a file")
    }
    guard replaces else {
      throw CommandFault(.usage, "`\(path)` is there already", help: "`--force` replaces it")
    }
  }

  func write(_ text: String, in workplace: Workplace) throws {
    guard let path else { return try workplace.console.write(text) }
    try HostFile.write(Array(text.utf8), to: workplace.disk.absolute(path))
  }
}
