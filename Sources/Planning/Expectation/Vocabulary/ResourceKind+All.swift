extension ResourceKind {
  static let files = ResourceKind(
    "files", "file", presence: "exists",
    [
      PropertyKind("exists", .flag), PropertyKind("type", .scalar, PlainValue.fileType),
      PropertyKind("mode", .scalar, PlainValue.mode),
      PropertyKind("owner", .scalar, PlainValue.accountName("uid")),
      PropertyKind("group", .scalar, PlainValue.accountName("gid")),
      PropertyKind("uid", .scalar, PlainValue.number),
      PropertyKind("gid", .scalar, PlainValue.number), PropertyKind("size", .scalar, PlainValue.number),
      PropertyKind("target", .scalar, PlainValue.text), PropertyKind("sha256", .scalar, PlainValue.sha256),
      PropertyKind("contents", .lines, PlainValue.text), PropertyKind("count", .scalar, PlainValue.number),
    ],
    synonyms: [
      "filetype": "type", "linked-to": "target", "contains": "contents", "content": "contents",
      "permissions": "mode", "user": "owner", "digest": "sha256",
    ])

  static let packages = ResourceKind(
    "packages", "package", presence: "installed",
    [
      PropertyKind("installed", .flag), PropertyKind("version", .scalar, PlainValue.pattern),
      PropertyKind("versions", .list, PlainValue.pattern),
    ],
    synonyms: ["exists": "installed"])

  static let users = ResourceKind(
    "users", "user", presence: "exists",
    [
      PropertyKind("exists", .flag), PropertyKind("uid", .scalar, PlainValue.number),
      PropertyKind("gid", .scalar, PlainValue.number), PropertyKind("groups", .list, PlainValue.text),
      PropertyKind("home", .scalar, PlainValue.text), PropertyKind("shell", .scalar, PlainValue.text),
    ],
    synonyms: ["id": "uid", "group": "groups", "homedir": "home"])

  static let groups = ResourceKind(
    "groups", "group", presence: "exists",
    [
      PropertyKind("exists", .flag), PropertyKind("gid", .scalar, PlainValue.number),
      PropertyKind("members", .list, PlainValue.text),
    ],
    synonyms: ["id": "gid", "users": "members"])

  static let commands = ResourceKind(
    "commands", "command", presence: nil,
    [
      PropertyKind("exit-status", .scalar, PlainValue.number),
      PropertyKind("stdout", .lines, PlainValue.text),
      PropertyKind("stderr", .lines, PlainValue.text),
    ],
    settings: ["exec", "timeout", "user", "workdir", "env", "isolation"],
    synonyms: [
      "exit-code": "exit-status", "exitCode": "exit-status", "status": "exit-status", "output": "stdout",
      "expectedOutput": "stdout", "expectedError": "stderr", "command": "exec", "args": "exec",
      "cwd": "workdir",
      "environment": "env",
    ])

  static let image = ResourceKind(
    "image", "image", presence: nil,
    [
      PropertyKind("user", .scalar, PlainValue.text), PropertyKind("workdir", .scalar, PlainValue.text),
      PropertyKind("env", .named, PlainValue.pattern), PropertyKind("labels", .named, PlainValue.pattern),
      PropertyKind("entrypoint", .words, PlainValue.text), PropertyKind("cmd", .words, PlainValue.text),
      PropertyKind("exposed-ports", .list, PlainValue.port), PropertyKind("volumes", .list, PlainValue.text),
      PropertyKind("architecture", .scalar, PlainValue.text), PropertyKind("os", .scalar, PlainValue.text),
    ],
    synonyms: [
      "ports": "exposed-ports", "exposedPorts": "exposed-ports", "expose": "exposed-ports", "command": "cmd",
      "working-dir": "workdir", "environment": "env", "envVars": "env", "arch": "architecture",
    ])

  /// All sections but `image`, whose keys are names.
  static let named = [files, packages, users, groups, commands] + namedOfRunning
  /// The sections about what there is one of, whose keys are properties.
  static let single = [image] + singleOfRunning
  static let all = named + single
}
