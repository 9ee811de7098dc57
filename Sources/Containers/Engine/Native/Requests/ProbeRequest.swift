/// A trial of what containers need, as a child of the engine is told of it.
struct ProbeRequest: Sendable, Hashable {
  /// Where the trial's files are made, and removed.
  var folder: String
  var report: String
  /// The ids of the namespace to try it in; nil for the machine's own.
  var identities: IdentityMap?
  var walls: Walls

  static let verb = "probe"

  var options: ChildOptions {
    var options = ChildOptions()
    options["folder"] = folder
    options["report"] = report
    options["walls"] = "\(walls)"
    options["identities"] = identities.map { "\($0)" }
    return options
  }
}

extension ProbeRequest {
  /// Reads what `options` holds.
  init?(_ options: ChildOptions) {
    guard let folder = options["folder"], let report = options["report"],
      let walls = options["walls"].flatMap(Walls.init(_:))
    else { return nil }
    self.init(
      folder: folder, report: report, identities: options["identities"].flatMap(IdentityMap.init(_:)),
      walls: walls)
  }
}
