/// A program to run in a container on our own streams, as a child of the engine is told of it.
struct AttachRequest: Sendable, Hashable {
  var container: ProcessIdentity
  /// How the container is removed, where its owner dies meanwhile.
  var removal: RemoveRequest
  /// What its owner holds locked.
  var lock: String
  var report: String
  /// Where the command writes what goes wrong with itself, which it then says nowhere else; nil for one that says it.
  var log: String?
  /// The command that runs the program in the container.
  var words: [String]

  static let verb = "attach"

  var options: ChildOptions {
    var options = ChildOptions(words: words, removal.options)
    options["container"] = "\(container)"
    options["removal-report"] = removal.report
    options["report"] = report
    options["lock"] = lock
    options["log"] = log
    return options
  }
}

extension AttachRequest {
  /// Reads what `options` holds.
  init?(_ options: ChildOptions) {
    guard var removal = RemoveRequest(options), let lock = options["lock"],
      let report = options["report"], let removalReport = options["removal-report"],
      let container = options["container"].flatMap(ProcessIdentity.init(_:))
    else { return nil }
    removal.report = removalReport
    self.init(
      container: container, removal: removal, lock: lock, report: report, log: options["log"],
      words: options.words)
  }
}
