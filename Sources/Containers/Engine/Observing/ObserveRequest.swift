/// A look at a container from within its namespaces, as a child of the engine is told of it; what is wanted comes on
/// standard input.
struct ObserveRequest: Sendable, Hashable {
  enum Work: String, Sendable { case facts, network, signal }

  var container: ProcessIdentity
  var work: Work

  static let verb = "observe"

  var options: ChildOptions {
    var options = ChildOptions()
    options["container"] = "\(container)"
    options["work"] = work.rawValue
    return options
  }
}

extension ObserveRequest {
  /// Reads what `options` holds.
  init?(_ options: ChildOptions) {
    guard let container = options["container"].flatMap(ProcessIdentity.init(_:)),
      let work = options["work"].flatMap(Work.init(rawValue:))
    else { return nil }
    self.init(container: container, work: work)
  }
}
