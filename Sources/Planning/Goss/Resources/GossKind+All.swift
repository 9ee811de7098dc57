extension GossKind {
  static let gossfile = GossKind("gossfile", "Gossfile", [.init("file", .text)])

  /// All types that make results, in the order in which goss goes through them.
  static let all = [
    command, http, addr, dns, package, service, file, process, user, group, port, kernelParameter, mount,
    interface, matching,
  ]

  static let file = GossKind(
    "file", "File", override: "path", skipsRest: true,
    [
      .init("exists", isRequired: true), .init("mode"), .init("owner"), .init("uid"), .init("group"),
      .init("gid"), .init("linked-to", as: "linkedto"), .init("filetype"), .init("contains", .reader),
      .init("contents", .reader), .init("size"), .init("md5"), .init("sha256"), .init("sha512"),
    ])

  static let package = GossKind(
    "package", "Package", override: "name", skipsRest: true,
    [
      .init("installed", isRequired: true), .init("versions", as: "version"), .init("retry_count", .number),
      .init("retry_delay", .value),
    ])

  static let service = GossKind(
    "service", "Service", override: "name", [.init("enabled"), .init("running"), .init("runlevels")])

  static let user = GossKind(
    "user", "User", override: "username", skipsRest: true,
    [
      .init("exists", isRequired: true), .init("uid"), .init("gid"), .init("home"), .init("groups"),
      .init("shell"),
    ])

  static let group = GossKind(
    "group", "Group", override: "groupname", skipsRest: true,
    [.init("exists", isRequired: true), .init("gid")])

  static let command = GossKind(
    "command", "Command",
    [
      .init("exit-status", isRequired: true), .init("stdout", .reader), .init("stderr", .reader),
      .init("exec", .text), .init("timeout", .number), .init("retry_count", .number),
      .init("retry_delay", .value),
    ])

  static let port = GossKind(
    "port", "Port", override: "port", skipsRest: true, [.init("listening", isRequired: true), .init("ip")])

  static let process = GossKind("process", "Process", override: "comm", [.init("running", isRequired: true)])

  static let kernelParameter = GossKind(
    "kernel-param", "KernelParam", override: "name", [.init("value", isRequired: true)])

  static let mount = GossKind(
    "mount", "Mount", override: "mountpoint", skipsRest: true,
    [
      .init("exists", isRequired: true), .init("opts"), .init("vfs-opts"), .init("source"),
      .init("filesystem"), .init("usage"), .init("timeout", .number),
    ])

  static let interface = GossKind(
    "interface", "Interface", override: "name", skipsRest: true,
    [.init("exists", isRequired: true), .init("addrs"), .init("mtu")])

  static let addr = GossKind(
    "addr", "Addr", override: "address",
    [.init("reachable", isRequired: true), .init("local-address", .text), .init("timeout", .number)])

  static let dns = GossKind(
    "dns", "DNS", override: "resolve", skipsRest: true,
    [
      .init("resolvable", isRequired: true), .init("addrs"), .init("resolveable", .value),
      .init("server", .text), .init("timeout", .number), .init("retry_count", .number),
      .init("retry_delay", .value),
    ])

  static let http = GossKind(
    "http", "HTTP", override: "url", skipsRest: true,
    [
      .init("status", isRequired: true), .init("headers", .reader, as: "Headers"),
      .init("body", .reader, as: "Body"), .init("method", .text), .init("allow-insecure", .flag),
      .init("no-follow-redirects", .flag), .init("timeout", .number), .init("request-headers", .texts),
      .init("request-body", .text), .init("username", .text), .init("password", .text),
      .init("ca-file", .text), .init("cert-file", .text), .init("key-file", .text), .init("proxy", .text),
    ])

  static let matching = GossKind(
    "matching", "Matching",
    [.init("matches", isRequired: true), .init("content", .value), .init("as-reader", .flag)])
}
