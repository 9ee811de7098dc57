import Expectation
import Goss
import Source

/// The command line of goss: switches, a command, the command's switches; each also an environment variable.
struct GossArguments: Sendable {
  enum Verb: Sendable { case validate, render, help, version }

  private(set) var verb = Verb.help
  /// The image to judge; ours.
  private(set) var image: String?
  private(set) var pulls = false
  /// Whether the image is started, to be judged as it runs; ours.
  private(set) var starts = false
  private(set) var compatibility = Compatibility.strict
  /// The packaging system that is asked for packages; what names none stands for the image's own.
  private(set) var packageManager = ""
  private(set) var file = "./goss.yaml"
  private(set) var variableFiles: [String] = []
  private(set) var inlineVariables = ""
  private(set) var logLevel = "INFO"
  private(set) var format = "rspecish"
  private(set) var formatOptions: [String] = []
  private var wantsColors: Bool?
  private var refusesColors = false
  /// nil: coloured on a terminal. To goss `NO_COLOR` is above all else that speaks of colours.
  var colors: Bool? { refusesColors ? false : wantsColors }
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
    try take(environment)
    var rest = arguments[...]
    try Self.takeSwitches(&rest, of: "goss") { (name, value) throws(GossUsageFault) in
      switch name {
      case "image": image = try value()
      case "pull": pulls = true
      case "run": starts = true
      case "compat": compatibility = try Self.compatibility(try value())
      case "g", "gossfile": file = try value()
      // Of several goss takes the last alone.
      case "vars": variableFiles = [try value()]
      case "vars-inline": inlineVariables = try value()
      case "l", "L", "log-level", "loglevel": logLevel = try value()
      case "package": packageManager = try value()
      case "v", "version": verb = .version
      case "h", "help": verb = .help
      default: return false
      }
      return true
    }
    guard verb != .version, let word = rest.popFirst() else { return }
    try takeCommand(word, rest)
  }

  private mutating func takeCommand(
    _ word: String, _ arguments: ArraySlice<String>
  ) throws(GossUsageFault) {
    var rest = arguments
    switch word {
    case "validate", "v": verb = .validate
    case "render", "r": verb = .render
    case "help", "h": return
    case "serve", "s":
      throw GossUsageFault(
        "`goss serve` is not taken over: an image at rest has no health that changes",
        help: "run `goss serve` itself in the container")
    case "add", "a", "autoadd", "aa":
      throw GossUsageFault(
        "`goss \(word)` is not taken over", help: "write the resource by hand, or let goss itself add it")
    default:
      throw GossUsageFault(
        "goss has no command `\(word)`", help: "write `validate` or `render`",
        code: GossCommand.unknownCommandCode)
    }
    try Self.takeSwitches(&rest, of: word) { (name, value) throws(GossUsageFault) in
      switch name {
      case "f", "format": format = try value()
      case "o", "format-options": formatOptions.append(try value())
      case "color": wantsColors = true
      case "no-color": wantsColors = false
      case "s", "sleep": sleep = try Self.duration(try value())
      case "r", "retry-timeout": retryTimeout = try Self.duration(try value())
      case "max-concurrent":
        let text = try value()
        guard Int(text) != nil else { throw GossUsageFault("`\(text)` is no number of tests at once") }
      case "d", "debug": isDebugging = true
      case "h", "help": verb = .help
      default: return false
      }
      return true
    }
    // goss passes over words that follow.
  }

  /// Takes switches with one dash or two, their values behind a blank or `=`, up to the first word that is none.
  private static func takeSwitches(
    _ rest: inout ArraySlice<String>, of command: String,
    _ take: (String, () throws(GossUsageFault) -> String) throws(GossUsageFault) -> Bool
  ) throws(GossUsageFault) {
    while let word = rest.first, word.hasPrefix("-"), word != "-" {
      rest.removeFirst()
      if word == "--" { return }
      let body = word.drop { $0 == "-" }
      let name = String(body.prefix { $0 != "=" })
      var given: String? = name.count < body.count ? String(body.dropFirst(name.count + 1)) : nil
      let isKnown = try take(name) { () throws(GossUsageFault) in
        if let value = given { return value }
        guard let value = rest.popFirst() else { throw GossUsageFault("`\(word)` needs a value") }
        given = value
        return value
      }
      guard isKnown else {
        throw GossUsageFault(
          "`\(command)` has no switch `\(word)`", help: "`ovenproof goss --help` lists them")
      }
    }
  }

  private mutating func take(_ environment: [String: String]) throws(GossUsageFault) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    image = value("OVENPROOF_IMAGE")
    file = value("GOSS_FILE") ?? file
    variableFiles = value("GOSS_VARS").map { [$0] } ?? []
    inlineVariables = value("GOSS_VARS_INLINE") ?? ""
    logLevel = value("GOSS_LOGLEVEL") ?? logLevel
    format = value("GOSS_FMT") ?? format
    formatOptions = value("GOSS_FMT_OPTIONS")?.split(separator: ",").map(String.init) ?? []
    if value("GOSS_NOCOLOR") != nil { wantsColors = false }
    if let text = value("GOSS_COLOR") { wantsColors = Self.truths.contains(text) }
    refusesColors = value("NO_COLOR") != nil
    if let text = value("GOSS_SLEEP") { sleep = try Self.duration(text) }
    if let text = value("GOSS_RETRY_TIMEOUT") { retryTimeout = try Self.duration(text) }
  }

  /// What Go's `strconv.ParseBool` takes for true.
  private static let truths: Set<String> = ["1", "t", "T", "true", "TRUE", "True"]

  private static func duration(_ text: String) throws(GossUsageFault) -> GoDuration {
    guard let duration = GoDuration(text) else {
      throw GossUsageFault("`\(text)` is no length of time", help: "write it as `30s` or `1m30s`")
    }
    return duration
  }

  private static func compatibility(_ word: String) throws(GossUsageFault) -> Compatibility {
    switch word {
    case "strict": return .strict
    case "mended": return .mended
    default: throw GossUsageFault("`--compat` is strict or mended, not `\(word)`")
    }
  }
}
