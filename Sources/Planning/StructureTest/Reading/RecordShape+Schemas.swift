extension RecordShape {
  /// The root of a file, before anything else of it is looked at.
  static let versionHolder = RecordShape("types.SchemaVersion", [Field("schemaVersion", .text)])

  /// The root of a file of a version.
  static func file(_ version: SchemaVersion) -> RecordShape {
    let common: [Field] = [
      Field("schemaVersion", .text), Field("globalEnvVars", .list(.record(variable))),
      Field("commandTests", .list(.record(command(version)))),
      Field("fileExistenceTests", .list(.record(existence(version)))),
      Field("fileContentTests", .list(.record(content(version)))),
      Field("licenseTests", .list(.record(license(version)))),
    ]
    let second: [Field] = [
      Field("metadataTest", .record(metadata)), Field("containerRunOptions", .record(runOptions)),
    ]
    return RecordShape(
      "\(version.package).StructureTest", version == .first ? common : common + second)
  }

  private static let texts = Shape.list(.text)

  private static let variable = RecordShape(
    "unversioned.EnvVar", [Field("key", .text), Field("value", .text), Field("isRegex", .truth)])

  private static let label = RecordShape(
    "unversioned.Label", [Field("key", .text), Field("value", .text), Field("isRegex", .truth)])

  private static func command(_ version: SchemaVersion) -> RecordShape {
    let words =
      version == .first ? [Field("command", texts)] : [Field("command", .text), Field("args", texts)]
    return RecordShape(
      "\(version.package).CommandTest",
      [Field("name", .text), Field("setup", .list(texts)), Field("teardown", .list(texts))] + words + [
        Field("envVars", .list(.record(variable))), Field("exitCode", .number),
        Field("expectedOutput", texts), Field("excludedOutput", texts), Field("expectedError", texts),
        Field("excludedError", texts),
      ])
  }

  private static func existence(_ version: SchemaVersion) -> RecordShape {
    let common: [Field] = [
      Field("name", .text), Field("path", .text), Field("shouldExist", .truth), Field("permissions", .text),
    ]
    let second: [Field] = [Field("uid", .number), Field("gid", .number), Field("isExecutableBy", .text)]
    return RecordShape(
      "\(version.package).FileExistenceTest", holder: "\(version.package).FileExistenceTestHolder",
      version == .first ? common : common + second)
  }

  private static func content(_ version: SchemaVersion) -> RecordShape {
    RecordShape(
      "\(version.package).FileContentTest",
      [
        Field("name", .text), Field("path", .text), Field("expectedContents", texts),
        Field("excludedContents", texts),
      ])
  }

  private static func license(_ version: SchemaVersion) -> RecordShape {
    RecordShape("\(version.package).LicenseTest", [Field("debian", .truth), Field("files", texts)])
  }

  private static let metadata = RecordShape(
    "v2.MetadataTest",
    [
      Field("envVars", .list(.record(variable))), Field("unboundEnvVars", .list(.record(variable))),
      Field("exposedPorts", texts), Field("unexposedPorts", texts), Field("entrypoint", texts),
      Field("cmd", texts), Field("workdir", .text), Field("volumes", texts), Field("unmountedVolumes", texts),
      Field("labels", .list(.record(label))), Field("user", .text),
    ])

  /// JSON knows `allocateTty` by its name in Go alone.
  private static let runOptions = RecordShape(
    "unversioned.ContainerRunOptions",
    [
      Field("user", .text), Field("privileged", .truth), Field("allocateTty", .truth, goName: "TTY"),
      Field("envVars", texts), Field("envFile", .text), Field("capabilities", texts),
      Field("bindMounts", texts),
    ])
}
