import Expectation
import Goss
import Source

/// The command line of goss: switches, a command, the command's switches; each also an environment variable.
struct GossArguments: Sendable {
  enum Verb: Sendable { case validate, render, help, version }

  private(set) var verb = Verb.help
  /// The image to judge; ours.
  let image: String?
  let pulls: Bool
  /// Whether the image is started, to be judged as it runs; ours.
  let starts: Bool
  let compatibility: Compatibility
  /// The packaging system that is asked for packages; what names none stands for the image's own.
  let packageManager: String
  let file: String
  let variableFiles: [String]
  let inlineVariables: String
  let logLevel: String
  private(set) var format = "rspecish"
  private(set) var formatOptions: [String] = []
  /// nil: coloured on a terminal.
  private(set) var colors: Bool?
  private(set) var sleep = GoDuration(seconds: 1)
  private(set) var retryTimeout = GoDuration(seconds: 0)
  private(set) var isDebugging = false

  static let help = """
    goss's own switches come before the command, as with goss: -g/--gossfile, --vars, --vars-inline, --package, --log-level; then validate \
    (-f/--format, -o/--format-options, --color, --no-color, -s/--sleep, -r/--retry-timeout, --max-concurrent) or render (-d). \
    Ours come first as well: --image IMAGE (or OVENPROOF_IMAGE), --pull, --run (start the image), --compat strict|mended. GOSS_FILE, GOSS_VARS, \
    GOSS_VARS_INLINE, GOSS_FMT, GOSS_FMT_OPTIONS and the others of goss are read. serve, add and autoadd are refused.
    """

  init(_ arguments: [String], environment: [String: String]) throws(GossUsageFault) {
    var switches = try GossSwitches(Self.own, of: "goss", environment: environment)
    var rest = try switches.take(arguments)
    image = switches.text("image").flatMap { $0.isEmpty ? nil : $0 }
    pulls = switches.isOn("pull")
    starts = switches.isOn("run")
    compatibility = try Self.compatibility(switches.text("compat") ?? "strict")
    packageManager = switches.text("package") ?? ""
    file = switches.text("gossfile") ?? "./goss.yaml"
    variableFiles = switches.text("vars").map { [$0] } ?? []
    inlineVariables = switches.text("vars-inline") ?? ""
    logLevel = switches.text("log-level") ?? "INFO"
    if switches.isOn("help") { return }
    if switches.isOn("version") {
      verb = .version
    } else if let word = rest.popFirst() {
      try takeCommand(word, Array(rest), environment)
    }
  }

  private mutating func takeCommand(
    _ word: String, _ words: [String], _ environment: [String: String]
  ) throws(GossUsageFault) {
    switch word {
    case "validate", "v":
      verb = .validate
      try takeValidation(words, environment)
    case "render", "r":
      verb = .render
      var switches = try GossSwitches(Self.rendering, of: word, environment: environment)
      _ = try switches.take(switches.reordered(words))
      isDebugging = switches.isOn("debug")
      if switches.isOn("help") { verb = .help }
    case "help", "h", "":
      if let topic = words.first, !Self.commands.contains(topic) { throw Self.unknown(topic) }
    case "serve", "s":
      throw GossUsageFault(
        "`goss serve` is not taken over: an image at rest has no health that changes",
        help: "run `goss serve` itself in the container")
    case "add", "a", "autoadd", "aa":
      throw GossUsageFault(
        "`goss \(word)` is not taken over", help: "write the resource by hand, or let goss itself add it")
    default: throw Self.unknown(word)
    }
  }

  private mutating func takeValidation(
    _ words: [String], _ environment: [String: String]
  ) throws(GossUsageFault) {
    var switches = try GossSwitches(Self.validation, of: "validate", environment: environment)
    // goss passes over words that follow.
    _ = try switches.take(switches.reordered(words))
    if switches.isOn("help") { verb = .help }
    format = switches.text("format") ?? format
    formatOptions = switches.list("format-options")
    sleep = switches.duration("sleep") ?? sleep
    retryTimeout = switches.duration("retry-timeout") ?? retryTimeout
    // To goss `NO_COLOR` is above all else that speaks of colours, and `--color` above `--no-color`.
    let refusesColors = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    colors =
      refusesColors ? false : switches.isOn("color") ? true : switches.isOn("no-color") ? false : nil
  }

  private static func unknown(_ word: String) -> GossUsageFault {
    GossUsageFault(
      "goss has no command `\(word)`", help: "write `validate` or `render`",
      code: GossCommand.unknownCommandCode)
  }

  private static func compatibility(_ word: String) throws(GossUsageFault) -> Compatibility {
    switch word {
    case "strict": return .strict
    case "mended": return .mended
    default: throw GossUsageFault("`--compat` is strict or mended, not `\(word)`")
    }
  }
}
