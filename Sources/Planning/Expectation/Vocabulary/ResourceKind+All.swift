extension ResourceKind {
  static let files = ResourceKind(
    "files", "file", about: "Files by their absolute paths, or by patterns of these.", presence: "exists",
    [
      PropertyKind("exists", .flag, PlainValue.standard, "Whether it is there."),
      PropertyKind("type", .scalar, PlainValue.fileType, choices: FileType.words, "What kind of file it is."),
      PropertyKind("mode", .scalar, PlainValue.mode, "Its permissions: `\"0640\"` or `rw-r-----`."),
      PropertyKind("owner", .scalar, PlainValue.accountName("uid"), "The name of the user that it belongs to."),
      PropertyKind("group", .scalar, PlainValue.accountName("gid"), "The name of its group."),
      PropertyKind("uid", .scalar, PlainValue.number, "The number of the user that it belongs to."),
      PropertyKind("gid", .scalar, PlainValue.number, "The number of its group."),
      PropertyKind("size", .scalar, PlainValue.number, "Its size in bytes."),
      PropertyKind("target", .scalar, PlainValue.text, "Where a link points, as written in it."),
      PropertyKind("sha256", .scalar, PlainValue.sha256, "The digest of its contents, 64 hex digits."),
      PropertyKind(
        "contents", .lines, PlainValue.text, "Patterns for its lines, or a matcher for the whole text."),
      PropertyKind("count", .scalar, PlainValue.number, "How many paths fit a pattern."),
    ],
    synonyms: [
      "filetype": "type", "linked-to": "target", "contains": "contents", "content": "contents",
      "permissions": "mode", "user": "owner", "digest": "sha256",
    ])

  static let packages = ResourceKind(
    "packages", "package", about: "Packages of dpkg, rpm, apk and pacman by their names.",
    presence: "installed",
    [
      PropertyKind("installed", .flag, PlainValue.standard, "Whether it is installed."),
      PropertyKind(
        "version", .scalar, PlainValue.pattern,
        "Its version as its system writes it; `{semver-constraint: \">=1.18\"}` compares in that system's order."),
      PropertyKind(
        "versions", .list, PlainValue.pattern, "All versions that are installed, of whatever architecture."),
    ],
    synonyms: ["exists": "installed"])

  static let users = ResourceKind(
    "users", "user", about: "Users of the image by their names.", presence: "exists",
    [
      PropertyKind("exists", .flag, PlainValue.standard, "Whether there is such a user."),
      PropertyKind("uid", .scalar, PlainValue.number, "Its number."),
      PropertyKind("gid", .scalar, PlainValue.number, "The number of its primary group."),
      PropertyKind("groups", .list, PlainValue.text, "Groups that it is in."),
      PropertyKind("home", .scalar, PlainValue.text, "Its home folder."),
      PropertyKind("shell", .scalar, PlainValue.text, "Its shell."),
    ],
    synonyms: ["id": "uid", "group": "groups", "homedir": "home"])

  static let groups = ResourceKind(
    "groups", "group", about: "Groups of the image by their names.", presence: "exists",
    [
      PropertyKind("exists", .flag, PlainValue.standard, "Whether there is such a group."),
      PropertyKind("gid", .scalar, PlainValue.number, "Its number."),
      PropertyKind(
        "members", .list, PlainValue.text, "Its users, those included whose primary group it is."),
    ],
    synonyms: ["id": "gid", "users": "members"])

  static let commands = ResourceKind(
    "commands", "command", about: "Commands that are run in a container of the image.", moment: .sandbox,
    presence: nil,
    [
      PropertyKind("exit-status", .scalar, PlainValue.number, "What it ends with; 0 where nothing is written."),
      PropertyKind("stdout", .lines, PlainValue.text, "Its output: patterns for lines, or a matcher."),
      PropertyKind("stderr", .lines, PlainValue.text, "Its error output."),
    ],
    settings: [
      SettingKind("exec", .words, "The command, where the name is another: a line, or words without a shell."),
      SettingKind("timeout", .time, "When it is killed; after 10 s where nothing is written."),
      SettingKind("user", .text, "Who runs it, where that is not the image's user."),
      SettingKind("workdir", .text, "Where it runs."),
      SettingKind("env", .variables, "Variables laid over those of the image."),
      SettingKind(
        "isolation", .choice(CommandCall.Isolation.allCases.map(\.rawValue)),
        "In a container with the others, in a fresh one, or beside the image's own program."),
    ],
    synonyms: [
      "exit-code": "exit-status", "exitCode": "exit-status", "status": "exit-status", "output": "stdout",
      "expectedOutput": "stdout", "expectedError": "stderr", "command": "exec", "args": "exec",
      "cwd": "workdir", "environment": "env",
    ])

  static let image = ResourceKind(
    "image", "image", about: "The configuration of the image.", presence: nil,
    [
      PropertyKind("user", .scalar, PlainValue.text, "Its user; `root` where it names none."),
      PropertyKind("workdir", .scalar, PlainValue.text, "Where it starts; `/` where it names no folder."),
      PropertyKind("env", .named, PlainValue.pattern, "Its variables, or a matcher for the map of them."),
      PropertyKind("labels", .named, PlainValue.pattern, "Its labels, or a matcher for the map of them."),
      PropertyKind("entrypoint", .words, PlainValue.text, "Its entrypoint, compared as a whole."),
      PropertyKind("cmd", .words, PlainValue.text, "Its command, compared as a whole."),
      PropertyKind("exposed-ports", .list, PlainValue.port, "Ports that it exposes: `8080` is `8080/tcp`."),
      PropertyKind("volumes", .list, PlainValue.text, "Its volumes."),
      PropertyKind("architecture", .scalar, PlainValue.text, "Its architecture: `amd64`."),
      PropertyKind("os", .scalar, PlainValue.text, "Its system: `linux`."),
    ],
    synonyms: [
      "ports": "exposed-ports", "exposedPorts": "exposed-ports", "expose": "exposed-ports", "command": "cmd",
      "working-dir": "workdir", "environment": "env", "envVars": "env", "arch": "architecture",
    ])

  /// All sections but those of which there is one thing.
  static let named = [files, packages, users, groups, commands] + namedOfRunning
  /// The sections about what there is one of, whose keys are properties.
  static let single = [image] + singleOfRunning
  static let all = named + single
}
