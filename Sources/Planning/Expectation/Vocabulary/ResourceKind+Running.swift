/// The sections about an image as it runs.
extension ResourceKind {
  static let ports = ResourceKind(
    "ports", "port", about: "Ports that programs of the running image listen on: `tcp:8080`, `udp:53`.",
    moment: .running, presence: "listening",
    [
      PropertyKind("listening", .flag, PlainValue.standard, "Whether anything listens there."),
      PropertyKind("ip", .list, PlainValue.text, "Addresses on which it listens, as `0.0.0.0`."),
    ],
    synonyms: ["exists": "listening", "ips": "ip", "address": "ip", "addresses": "ip"])

  static let processes = ResourceKind(
    "processes", "process", about: "Processes of the running image by the names that the kernel has of them.",
    moment: .running, presence: "running",
    [
      PropertyKind("running", .flag, PlainValue.standard, "Whether such a process runs."),
      PropertyKind("count", .scalar, PlainValue.number, "How many of them run."),
      PropertyKind("user", .scalar, PlainValue.pattern, "The user in whose name they run."),
      PropertyKind("arguments", .lines, PlainValue.text, "Their command lines, a line each."),
    ],
    synonyms: ["exists": "running", "args": "arguments", "owner": "user"])

  static let pages = ResourceKind(
    "http", "page", about: "Pages of servers in the running image by their addresses.", moment: .running,
    presence: nil,
    [
      PropertyKind(
        "status", .scalar, PlainValue.number, "The status of the answer; 200 where nothing is written."),
      PropertyKind(
        "headers", .lines, PlainValue.text, "The lines of the answer's head: `Content-Type: text/html`."),
      PropertyKind(
        "body", .lines, PlainValue.text, "The page: patterns for its lines, or a matcher for the whole."),
    ],
    settings: [
      SettingKind("method", .text, "How it is asked for: `GET` where nothing is written."),
      SettingKind("request-headers", .variables, "Lines of the request's head: a map, or a list of lines."),
      SettingKind("request-body", .text, "What is sent."),
      SettingKind("timeout", .time, "The time for all of it; 5 s where nothing is written."),
      SettingKind("no-follow-redirects", .flag, "Whether it stays at the first answer."),
      SettingKind("allow-insecure", .flag, "Whether any certificate is taken."),
      SettingKind("username", .text, "Who logs in."), SettingKind("password", .text, "With which password."),
      SettingKind("ca-file", .text, "The authorities that certificates are judged by."),
      SettingKind("cert-file", .text, "A certificate of one's own."),
      SettingKind("key-file", .text, "The key of that certificate."),
      SettingKind("proxy", .text, "The address of a proxy."),
    ],
    synonyms: ["code": "status", "header": "headers", "content": "body", "insecure": "allow-insecure"])

  static let names = ResourceKind(
    "dns", "name",
    about: "Names as the running image looks them up; `MX:example.org` asks for other records.",
    moment: .running, presence: "resolvable",
    [
      PropertyKind("resolvable", .flag, PlainValue.standard, "Whether it stands for anything."),
      PropertyKind("addresses", .list, PlainValue.text, "What it stands for."),
    ],
    settings: [
      SettingKind("server", .text, "The server that is asked, where it is not the container's."),
      SettingKind("timeout", .time, "The time for it; 5 s where nothing is written."),
    ], synonyms: ["addrs": "addresses", "resolveable": "resolvable"])

  static let addresses = ResourceKind(
    "addresses", "address", about: "Addresses to be reached from the running image: `tcp://127.0.0.1:5432`.",
    moment: .running, presence: "reachable",
    [PropertyKind("reachable", .flag, PlainValue.standard, "Whether something takes a connection there.")],
    settings: [
      SettingKind("timeout", .time, "The time for it; 5 s where nothing is written."),
      SettingKind("local-address", .text, "The address from which it is tried."),
    ])

  static let mounts = ResourceKind(
    "mounts", "mount", about: "What is mounted in the running image, by its path.", moment: .running,
    presence: "exists",
    [
      PropertyKind("exists", .flag, PlainValue.standard, "Whether anything is mounted there."),
      PropertyKind("source", .scalar, PlainValue.text, "What is mounted."),
      PropertyKind("filesystem", .scalar, PlainValue.text, "The type of its file system."),
      PropertyKind("options", .list, PlainValue.text, "Options of the mount, as `ro` and `nosuid`."),
      PropertyKind("filesystem-options", .list, PlainValue.text, "Options of the file system."),
      PropertyKind("usage", .scalar, PlainValue.number, "How full it is, in per cent."),
    ],
    synonyms: ["opts": "options", "vfs-opts": "filesystem-options", "type": "filesystem"])

  static let interfaces = ResourceKind(
    "interfaces", "interface", about: "Network interfaces of the running image.", moment: .running,
    presence: "exists",
    [
      PropertyKind("exists", .flag, PlainValue.standard, "Whether there is such an interface."),
      PropertyKind("addresses", .list, PlainValue.text, "Its addresses, as `127.0.0.1/8`."),
      PropertyKind("mtu", .scalar, PlainValue.number, "The largest packet that it takes, in bytes."),
    ],
    synonyms: ["addrs": "addresses"])

  static let kernelParameters = ResourceKind(
    "kernel-parameters", "parameter", about: "Parameters of the kernel as the running image has them.",
    moment: .running, presence: "exists",
    [
      PropertyKind("exists", .flag, PlainValue.standard, "Whether the kernel has it."),
      PropertyKind("value", .scalar, PlainValue.text, "Its value."),
    ])

  static let logs = ResourceKind(
    "logs", "log", about: "What the main process of the running image has written.", moment: .running,
    presence: nil,
    [
      PropertyKind(
        "stdout", .lines, PlainValue.text, "Its output: patterns for lines, or a matcher for the whole."),
      PropertyKind("stderr", .lines, PlainValue.text, "Its error output."),
    ],
    synonyms: ["output": "stdout", "error": "stderr"])

  static let mainProcess = ResourceKind(
    "main-process", "main process", about: "The program that the image is started for.", moment: .running,
    presence: nil,
    [
      PropertyKind("running", .flag, PlainValue.standard, "Whether it still runs."),
      PropertyKind("exit-status", .scalar, PlainValue.number, "What it has ended with."),
      PropertyKind("user", .scalar, PlainValue.pattern, "The user in whose name it runs."),
      PropertyKind("arguments", .words, PlainValue.text, "The words that started it."),
      PropertyKind(
        "stop-status", .scalar, PlainValue.number,
        "What it ends with when it is asked to, by the stop signal."),
    ],
    synonyms: ["exit-code": "exit-status", "status": "exit-status", "args": "arguments", "argv": "arguments"])

  /// The section about the start itself; its keys are those of `RunKey`.
  static let start = ResourceKind(
    RunKey.root, "start", about: "How the image is started, and when it is ready.", moment: .running,
    presence: "ready", [PropertyKind("ready", .flag)])

  static let namedOfRunning = [
    ports, processes, pages, names, addresses, mounts, interfaces, kernelParameters,
  ]
  static let singleOfRunning = [logs, mainProcess]
}
