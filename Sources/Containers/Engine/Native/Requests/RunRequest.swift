/// A program to run in a container, as a child of the engine is told of it.
struct RunRequest: Sendable, Hashable {
  var container: ProcessIdentity
  var report: String
  /// `USER[:GROUP]` as people write it, or empty.
  var user: String
  var workingDirectory: String
  var capabilities: CapabilitySet
  var isFiltered: Bool
  var forbidsNewPrivileges = false
  /// Whether all that the program has started ends with it when it is ended.
  var endsWholly = false
  var hasTerminal: Bool
  var arguments: [String]

  static let verb = "run"

  var options: ChildOptions {
    var options = ChildOptions(words: arguments)
    options["container"] = "\(container)"
    options["report"] = report
    options["user"] = user
    options["in"] = workingDirectory
    options["capabilities"] = String(capabilities.mask, radix: 16)
    options["filtered"] = isFiltered ? "yes" : "no"
    options["confined"] = forbidsNewPrivileges ? "yes" : "no"
    options["wholly"] = endsWholly ? "yes" : "no"
    options["terminal"] = hasTerminal ? "yes" : "no"
    return options
  }
}

extension RunRequest {
  /// Reads what `options` holds.
  init?(_ options: ChildOptions) {
    guard let container = options["container"].flatMap(ProcessIdentity.init(_:)),
      let report = options["report"],
      let mask = options["capabilities"].flatMap({ UInt64($0, radix: 16) }), !options.words.isEmpty
    else { return nil }
    self.init(
      container: container, report: report, user: options["user"] ?? "",
      workingDirectory: options["in"] ?? "/",
      capabilities: CapabilitySet(mask: mask), isFiltered: options["filtered"] == "yes",
      forbidsNewPrivileges: options["confined"] == "yes", endsWholly: options["wholly"] == "yes",
      hasTerminal: options["terminal"] == "yes",
      arguments: options.words)
  }
}
