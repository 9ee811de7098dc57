/// A container to start, as a child of the engine is told of it; all else stands in its scratch folder.
struct StartRequest: Sendable, Hashable {
  var scratch: Scratch
  var name: String
  /// The program `runc`, and the folder where it keeps its containers.
  var runtime: String
  var runtimeState: String
  var report: String
  /// Paths in the container whose content a commit leaves out.
  var volumes: [String]
  /// Where the layers lie, the top one first.
  var layers: [String]

  static let verb = "start"

  var options: ChildOptions {
    var options = ChildOptions(words: layers)
    options["scratch"] = scratch.path
    options["name"] = name
    options["runtime"] = runtime
    options["state"] = runtimeState
    options["report"] = report
    options[all: "volume"] = volumes
    return options
  }
}

extension StartRequest {
  /// Reads what `options` holds.
  init?(_ options: ChildOptions) {
    guard let scratch = options["scratch"], let name = options["name"], let runtime = options["runtime"],
      let state = options["state"], let report = options["report"]
    else { return nil }
    self.init(
      scratch: Scratch(path: scratch), name: name, runtime: runtime, runtimeState: state, report: report,
      volumes: options[all: "volume"], layers: options.words)
  }
}
