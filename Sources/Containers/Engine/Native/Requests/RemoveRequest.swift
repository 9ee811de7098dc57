/// A container to end and remove, as a child of the engine is told of it.
struct RemoveRequest: Sendable, Hashable {
  var scratch: Scratch
  var name: ContainerName
  /// The program `runc`, and the folder where it keeps its containers.
  var runtime: String
  var runtimeState: String
  var report: String

  static let verb = "remove"

  var options: ChildOptions {
    var options = ChildOptions()
    options["scratch"] = scratch.path
    options["name"] = "\(name)"
    options["runtime"] = runtime
    options["state"] = runtimeState
    options["report"] = report
    return options
  }
}

extension RemoveRequest {
  /// Reads what `options` holds.
  init?(_ options: ChildOptions) {
    guard let scratch = options["scratch"], let name = options["name"].flatMap(ContainerName.init(_:)),
      let runtime = options["runtime"], let state = options["state"], let report = options["report"]
    else { return nil }
    self.init(
      scratch: Scratch(path: scratch), name: name, runtime: runtime, runtimeState: state, report: report)
  }
}
