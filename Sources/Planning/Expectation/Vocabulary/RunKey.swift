/// A key of the section that says how an image is started.
struct RunKey: Sendable {
  /// The section at the root of a spec.
  static let root = RootKey.start.word

  let word: String
  /// What it is for, in one sentence.
  let about: String

  static let entrypoint = RunKey("entrypoint", "What is started, where that is not the image's own.")
  static let command = RunKey(
    "command", "The arguments of what is started, where these are not the image's own.")
  static let environment = RunKey("env", "Variables laid over those of the image.")
  static let user = RunKey("user", "The user in whose name it runs, where that is not the image's own.")
  static let network = RunKey(
    "network", "`loopback`, which leads nowhere else, or `host`, the machine's own.")
  static let ready = RunKey("ready", "The signs by which it is ready: a port, a log line, a page, a command.")
  static let stopSignal = RunKey("stop-signal", "The signal by which it is asked to end, as `TERM`.")
  static let stopWithin = RunKey("stop-within", "The time within which it must end then, as `10s`.")

  static let override = RunKey("override", "That this takes the place of what an included spec says.")

  static let all = [
    entrypoint, command, environment, user, network, ready, stopSignal, stopWithin, override,
  ]

  /// The signs of readiness, and the time for all of them.
  static let port = RunKey("port", "Something listens on this port, or on each of these.")
  static let log = RunKey("log", "A line of its output has this text, or fits this `/expression/`.")
  static let page = RunKey("http", "This page answers with a status below 400.")
  static let check = RunKey("command", "This command in the container ends with 0.")
  static let within = RunKey("within", "The time for all of it, as `30s`.")

  static let signs = [port, log, page, check, within]

  private init(_ word: String, _ about: String) {
    self.word = word
    self.about = about
  }
}
