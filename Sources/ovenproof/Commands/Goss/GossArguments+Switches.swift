extension GossArguments {
  /// What goss has for commands.
  static let commands: Set<String> = [
    "validate", "v", "serve", "s", "render", "r", "autoadd", "aa", "add", "a", "help", "h", "",
  ]

  /// The switches before the command, ours first.
  static let own: [GossSwitches.Switch] = [
    .init("image", variable: "OVENPROOF_IMAGE"),
    .init("pull", kind: .truth),
    .init("run", kind: .truth),
    .init("compat"),
    .init("log-level", "loglevel", "L", "l", variable: "GOSS_LOGLEVEL"),
    .init("gossfile", "g", variable: "GOSS_FILE"),
    .init("vars", variable: "GOSS_VARS"),
    .init("vars-inline", variable: "GOSS_VARS_INLINE"),
    .init("package"),
    .init("version", "v", kind: .truth),
  ]

  static let validation: [GossSwitches.Switch] = [
    .init("format", "f", variable: "GOSS_FMT"),
    .init("format-options", "o", kind: .list, variable: "GOSS_FMT_OPTIONS"),
    .init("color", kind: .truth, variable: "GOSS_COLOR"),
    .init("no-color", kind: .truth, variable: "GOSS_NOCOLOR"),
    .init("sleep", "s", kind: .duration, variable: "GOSS_SLEEP"),
    .init("retry-timeout", "r", kind: .duration, variable: "GOSS_RETRY_TIMEOUT"),
    .init("max-concurrent", kind: .count, variable: "GOSS_MAX_CONCURRENT"),
  ]

  static let rendering: [GossSwitches.Switch] = [.init("debug", "d", kind: .truth)]
}
