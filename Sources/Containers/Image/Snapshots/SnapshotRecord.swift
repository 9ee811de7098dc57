import DataSyntax

/// What is known of a step's result beside its image.
package struct SnapshotRecord: Sendable, Hashable {
  /// When a step of the chain really ran.
  package struct Ran: Sendable, Hashable {
    package let step: String
    /// Seconds since 1970.
    package let time: Int
    /// Whether it could reach the network, so that running it again could give something else.
    package let reachesNetwork: Bool

    package init(step: String, time: Int, reachesNetwork: Bool) {
      self.step = step
      self.time = time
      self.reachesNetwork = reachesNetwork
    }
  }

  package let key: String
  /// What the store calls the image.
  package let image: Digest
  package let build: String
  /// The steps that are in it, in order.
  package let steps: [Ran]
  /// The container in which the image was made: what `{{build "ID"}}` stands for.
  package let container: String?

  package init(key: String, image: Digest, build: String, steps: [Ran], container: String?) {
    self.key = key
    self.image = image
    self.build = build
    self.steps = steps
    self.container = container
  }

  /// When its last step ran, in seconds since 1970.
  package var made: Int { steps.last?.time ?? 0 }
}

extension SnapshotRecord {
  var json: JSONText {
    .members([
      ("key", .string(key)), ("image", .string(image.description)), ("build", .string(build)),
      ("container", container.map { .string($0) }),
      (
        "steps",
        .array(
          steps.map { step in
            .members([
              ("step", .string(step.step)), ("time", .integer(step.time)),
              ("network", .bool(step.reachesNetwork)),
            ])
          })
      ),
    ])
  }

  /// Reads what `json` writes; nil for anything else.
  init?(json: DataNode) {
    guard let key = json["key"]?.text, let image = json["image"]?.text.flatMap({ Digest($0) }),
      let build = json["build"]?.text, let items = json["steps"]?.items
    else { return nil }
    let steps = items.compactMap { item -> Ran? in
      guard let step = item["step"]?.text, let time = item["time"]?.integer else { return nil }
      return Ran(step: step, time: time, reachesNetwork: item["network"]?.bool ?? true)
    }
    guard steps.count == items.count else { return nil }
    self.init(key: key, image: image, build: build, steps: steps, container: json["container"]?.text)
  }
}
