extension ResourceKind {
  static let files = ResourceKind(
    "files", "file", about: "Files by their absolute paths, or by patterns of these.", presence: "exists",
    [
      PropertyKind("exists", .flag, PlainValue.standard, "Whether it is there."),
      PropertyKind("type", .scalar, PlainValue.fileType, choices: FileType.words, "What kind of file it is."),
      PropertyKind("mode", .scalar, PlainValue.mode, "Its permissions: `\"0640\"` or `rw-r-----`."),
      PropertyKind(
        "owner", .scalar, PlainValue.accountName("uid"), "The name of the user that it belongs to."),
      PropertyKind("group", .scalar, PlainValue.accountName("gid"), "The name of its group."),
      PropertyKind("uid", .scalar, PlainValue.number, "The number of the user that it belongs to."),
      PropertyKind("gid", .scalar, PlainValue.number, "The number of its group."),
      PropertyKind("size", .scalar, PlainValue.number, "Its size in bytes."),
      PropertyKind("target", .scalar, PlainValue.text, "Where a link points, as written in it."),
      PropertyKind(
        "leads-to", .scalar, PlainValue.choice(LinkCourse.ends, "nothing that links lead to in the end"),
        choices: LinkCourse.ends,
        "What kind of file its links lead to, or `nothing`; of what is no link, its own kind."),
      PropertyKind("sha256", .scalar, PlainValue.sha256, "The digest of its contents, 64 hex digits."),
      PropertyKind(
        "contents", .lines, PlainValue.text, "Patterns for its lines, or a matcher for the whole text."),
      PropertyKind("count", .scalar, PlainValue.number, "How many paths fit a pattern."),
      PropertyKind(
        "total-size", .scalar, PlainValue.number, "How many bytes the files have that fit a pattern."),
      PropertyKind(
        FileFlags.setuid, .flag, PlainValue.standard, "Whether it runs with the rights of its owner."),
      PropertyKind(
        FileFlags.setgid, .flag, PlainValue.standard, "Whether it runs with the rights of its group."),
      PropertyKind(
        FileFlags.worldWritable, .flag, PlainValue.standard,
        "Whether everybody may change it; links and sticky folders do not count."),
      PropertyKind(
        FileFlags.unowned, .flag, PlainValue.standard,
        "Whether its owner or its group has no name in the image."),
      PropertyKind(
        "capabilities", .list, PlainValue.capability,
        "Capabilities that it gives to who runs it: `[net_bind_service]`."),
    ]
      + DocumentFormat.allCases.map { format in
        PropertyKind(
          format.rawValue, .document, format.plain,
          "Values of a file of \(format.name) by their paths: \(format.examplesOfPaths).")
      },
    settings: [
      SettingKind("except", .list, "Patterns of paths that are left out, where the name is a pattern.")
    ],
    synonyms: [
      "suid": "setuid", "sgid": "setgid", "caps": "capabilities", "exclude": "except", "excluding": "except",
      "filetype": "type", "linked-to": "target", "contains": "contents", "content": "contents",
      "permissions": "mode", "user": "owner", "digest": "sha256",
    ])

  static let packages = ResourceKind(
    "packages", "package", about: "Packages of dpkg, rpm, apk and pacman by their names.",
    presence: "installed",
    [
      PropertyKind("installed", .flag, PlainValue.standard, "Whether it is installed."),
      PropertyKind(
        "version", .scalar, PlainValue.pattern, isOfVersions: true,
        "Its version as its system writes it; `{semver-constraint: \">=1.18\"}` compares in that system's order."
      ),
      PropertyKind(
        "versions", .list, PlainValue.pattern, isOfVersions: true,
        "All versions that are installed, of whatever architecture."),
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
      PropertyKind(
        "password", .scalar,
        PlainValue.choice(PasswordState.Kind.allCases.map(\.rawValue), "no state of a password"),
        choices: PasswordState.Kind.allCases.map(\.rawValue),
        "Whether a password lets it in (`set`), none does (`locked`), or none is needed (`empty`)."),
      PropertyKind(
        "password-hash", .scalar, PlainValue.choice(PasswordState.hashes, "no kind of a hash"),
        choices: PasswordState.hashes, "How its password is hashed: `yescrypt`, `sha512`."),
      PropertyKind(
        "password-changed", .scalar, PlainValue.day(), "The day on which it was changed: `2024-09-30`."),
      PropertyKind(
        "password-min-days", .scalar, PlainValue.number, "For how long it cannot be changed again."),
      PropertyKind(
        "password-max-days", .scalar, PlainValue.number, "After how many days it must be changed."),
      PropertyKind(
        "password-warn-days", .scalar, PlainValue.number, "How many days before that it is warned."),
      PropertyKind(
        "password-inactive-days", .scalar, PlainValue.number, "How many days after that it is locked."),
      PropertyKind(
        "expires", .scalar, PlainValue.day(or: ["never"]), "The day on which the account ends, or `never`."),
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
      PropertyKind(
        "exit-status", .scalar, PlainValue.number, "What it ends with; 0 where nothing is written."),
      PropertyKind("stdout", .lines, PlainValue.text, "Its output: patterns for lines, or a matcher."),
      PropertyKind("stderr", .lines, PlainValue.text, "Its error output."),
    ],
    settings: [
      SettingKind(
        "exec", .words, "The command, where the name is another: a line, or words without a shell."),
      SettingKind("script", .text, "A script that is run in the place of the name, of any number of lines."),
      SettingKind(
        "interpreter", .words, "What reads the script: what its line `#!` names, or else `/bin/sh`."),
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
      PropertyKind("user", .scalar, PlainValue.pattern, "Its user; `root` where it names none."),
      PropertyKind("workdir", .scalar, PlainValue.text, "Where it starts; `/` where it names no folder."),
      PropertyKind("env", .named, PlainValue.pattern, "Its variables, or a matcher for the map of them."),
      PropertyKind("labels", .named, PlainValue.pattern, "Its labels, or a matcher for the map of them."),
      PropertyKind("entrypoint", .words, PlainValue.text, "Its entrypoint, compared as a whole."),
      PropertyKind("cmd", .words, PlainValue.text, "Its command, compared as a whole."),
      PropertyKind("exposed-ports", .list, PlainValue.port, "Ports that it exposes: `8080` is `8080/tcp`."),
      PropertyKind("volumes", .list, PlainValue.text, "Its volumes."),
      PropertyKind("architecture", .scalar, PlainValue.text, "Its architecture: `amd64`."),
      PropertyKind("os", .scalar, PlainValue.text, "Its system: `linux`."),
      PropertyKind("variant", .scalar, PlainValue.text, "The variant of its architecture: `v8`."),
      PropertyKind("author", .scalar, PlainValue.pattern, "Who made it."),
      PropertyKind("created", .scalar, PlainValue.pattern, "When it was made: `2024-09-30T00:00:00Z`."),
      PropertyKind(
        "stop-signal", .scalar, PlainValue.text, "How it is asked to end; `SIGTERM` where it says nothing."),
      PropertyKind("shell", .words, PlainValue.text, "The words before its shell lines."),
      PropertyKind(
        "healthcheck", .words, PlainValue.text, "How it is asked whether it is well: `[CMD, curl, …]`."),
      PropertyKind(
        "healthcheck-interval", .scalar, PlainValue.seconds, "How long it is left alone in between: `30s`."),
      PropertyKind(
        "healthcheck-timeout", .scalar, PlainValue.seconds, "How long it may take to answer: `30s`."),
      PropertyKind(
        "healthcheck-start-period", .scalar, PlainValue.seconds,
        "For how long failures do not count in the beginning: `1m`."),
      PropertyKind(
        "healthcheck-start-interval", .scalar, PlainValue.seconds,
        "How long it is left alone in between in the beginning: `5s`."),
      PropertyKind(
        "healthcheck-retries", .scalar, PlainValue.number, "After how many failures it counts as unwell."),
      PropertyKind("on-build", .words, PlainValue.text, "What builds on top of it begin with."),
      PropertyKind("layers", .scalar, PlainValue.number, "How many layers it has."),
      PropertyKind(
        "history", .lines, PlainValue.text, "The steps that made it, a line each: patterns, or a matcher."),
    ],
    synonyms: [
      "ports": "exposed-ports", "exposedPorts": "exposed-ports", "expose": "exposed-ports", "command": "cmd",
      "working-dir": "workdir", "environment": "env", "envVars": "env", "arch": "architecture",
      "stopSignal": "stop-signal", "onbuild": "on-build", "onBuild": "on-build", "maintainer": "author",
      "health-interval": "healthcheck-interval", "health-timeout": "healthcheck-timeout",
      "health-start-period": "healthcheck-start-period", "health-retries": "healthcheck-retries",
    ])

  /// All sections but those of which there is one thing.
  static let named = [files, packages, users, groups, commands] + namedOfRunning
  /// The sections about what there is one of, whose keys are properties.
  static let single = [image, secrets, efficiency, diff] + singleOfRunning
  static let all = named + single
}
