/// A container to start, as a child of the engine is told of it; all else stands in its scratch folder.
struct StartRequest: Sendable, Hashable {
  var scratch: Scratch
  var name: String
  var walls: Walls
  /// The folder where `runc` keeps its containers.
  var runtimeState: String
  var report: String
  /// The ids of the namespace to start it in; nil for the machine's own.
  var identities: IdentityMap?
  /// Paths in the container whose content a commit leaves out.
  var volumes: [String]
  /// Whether somebody stays to note what the first process writes and how it ends.
  var keepsMainProcess = false
  /// What the container's owner holds locked as long as it lives.
  var ownerLock = ""
  /// Where the layers lie, the top one first.
  var layers: [String]

  static let verb = "start"

  var options: ChildOptions {
    var options = ChildOptions(words: layers)
    options["scratch"] = scratch.path
    options["name"] = name
    options["walls"] = "\(walls)"
    options["state"] = runtimeState
    options["report"] = report
    options["identities"] = identities.map { "\($0)" }
    options[all: "volume"] = volumes
    options["owner"] = ownerLock
    options["keeps"] = keepsMainProcess ? "yes" : "no"
    return options
  }
}

extension StartRequest {
  /// Reads what `options` holds.
  init?(_ options: ChildOptions) {
    guard let scratch = options["scratch"], let name = options["name"],
      let walls = options["walls"].flatMap(Walls.init(_:)),
      let state = options["state"], let report = options["report"], let ownerLock = options["owner"]
    else { return nil }
    self.init(
      scratch: Scratch(path: scratch), name: name, walls: walls, runtimeState: state, report: report,
      identities: options["identities"].flatMap(IdentityMap.init(_:)), volumes: options[all: "volume"],
      keepsMainProcess: options["keeps"] == "yes", ownerLock: ownerLock,
      layers: options.words)
  }
}
