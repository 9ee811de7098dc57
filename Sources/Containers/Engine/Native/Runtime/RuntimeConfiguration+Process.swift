import DataSyntax

extension RuntimeConfiguration.Process {
  /// The process as the runtime takes it, with the rights that it may have at most.
  func json(_ capabilities: CapabilitySet, terminal streams: AttachedStreams) -> JSONText {
    let names = JSONText.strings(capabilities.capabilities.map(\.name))
    // Another user than root holds none, but may regain them through programs of root's.
    let held = user.id == 0 ? names : .array([])
    return .members([
      ("terminal", .bool(streams == .terminal)),
      (
        "user",
        .members([
          ("uid", .integer(Int(user.id))), ("gid", .integer(Int(user.group))),
          ("umask", .integer(0o022)),
          ("additionalGids", .array(user.groups.map { .integer(Int($0)) })),
        ])
      ),
      ("args", .strings(arguments)),
      ("env", .strings(environment.map { "\($0)=\($1)" }.sorted())),
      ("cwd", .string(workingDirectory)),
      ("capabilities", .members([("bounding", names), ("effective", held), ("permitted", held)])),
      ("noNewPrivileges", .bool(forbidsNewPrivileges)),
    ])
  }
}
