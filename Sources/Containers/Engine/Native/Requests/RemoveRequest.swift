/// A container to end and remove, as a child of the engine is told of it.
struct RemoveRequest: Sendable, Hashable {
  var scratch: Scratch
  var name: ContainerName
  var walls: Walls
  /// The folder where `runc` keeps its containers.
  var runtimeState: String
  var report: String
  /// The ids of the namespace that its files belong to; nil for the machine's own.
  var identities: IdentityMap?

  static let verb = "remove"

  var options: ChildOptions {
    var options = ChildOptions()
    options["scratch"] = scratch.path
    options["name"] = "\(name)"
    options["walls"] = "\(walls)"
    options["state"] = runtimeState
    options["report"] = report
    options["identities"] = identities.map { "\($0)" }
    return options
  }
}

extension RemoveRequest {
  /// Reads what `options` holds.
  init?(_ options: ChildOptions) {
    guard let scratch = options["scratch"], let name = options["name"].flatMap(ContainerName.init(_:)),
      let walls = options["walls"].flatMap(Walls.init(_:)), let state = options["state"],
      let report = options["report"]
    else { return nil }
    self.init(
      scratch: Scratch(path: scratch), name: name, walls: walls, runtimeState: state, report: report,
      identities: options["identities"].flatMap(IdentityMap.init(_:)))
  }
}
