import Host

/// What a command sees of the process: streams, environment, folders.
struct Workplace: Sendable {
  var console: Console
  let disk: Disk
  let environment: [String: String]
  let folders: Folders

  static func current(_ console: Console) throws -> Workplace {
    let environment = HostEnvironment.current()
    guard let folders = Folders(environment: environment) else {
      throw CommandFault(
        .undecided, "there is no place for images: neither OVENPROOF_HOME nor HOME is set",
        help: "set OVENPROOF_HOME to a folder")
    }
    return Workplace(console: console, disk: try Disk.current(), environment: environment, folders: folders)
  }
}
