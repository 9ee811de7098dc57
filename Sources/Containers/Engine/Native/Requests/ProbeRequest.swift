/// A trial of what containers need, as a child of the engine is told of it.
struct ProbeRequest: Sendable, Hashable {
  /// Where the trial's files are made, and removed.
  var folder: String
  var report: String

  static let verb = "probe"

  var options: ChildOptions {
    var options = ChildOptions()
    options["folder"] = folder
    options["report"] = report
    return options
  }
}

extension ProbeRequest {
  /// Reads what `options` holds.
  init?(_ options: ChildOptions) {
    guard let folder = options["folder"], let report = options["report"] else { return nil }
    self.init(folder: folder, report: report)
  }
}
