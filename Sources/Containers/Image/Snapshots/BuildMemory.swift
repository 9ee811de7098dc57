import DataSyntax

/// What the steps of a build depended on when it ran last, as digests: enough to say later what has changed.
package struct BuildMemory: Sendable, Hashable {
  /// One thing that a step depends on.
  package struct Input: Sendable, Hashable {
    /// In words for people, with its article.
    package let name: String
    /// Keyed: it tells nothing of the content.
    package let digest: String

    package init(name: String, digest: String) {
      self.name = name
      self.digest = digest
    }
  }

  package struct Step: Sendable, Hashable {
    package let id: String
    /// Nil where no snapshot can stand for it.
    package let key: String?
    package let inputs: [Input]

    package init(id: String, key: String?, inputs: [Input]) {
      self.id = id
      self.key = key
      self.inputs = inputs
    }
  }

  package let steps: [Step]

  package init(steps: [Step]) { self.steps = steps }
}

extension BuildMemory {
  var json: JSONText {
    .members([
      (
        "steps",
        .array(
          steps.map { step in
            .members([
              ("id", .string(step.id)), ("key", step.key.map { .string($0) }),
              (
                "inputs",
                .array(
                  step.inputs.map {
                    .members([("name", .string($0.name)), ("digest", .string($0.digest))])
                  })
              ),
            ])
          })
      )
    ])
  }

  /// Reads what `json` writes; what is damaged is left out.
  init(json: DataNode) {
    steps = (json["steps"]?.items ?? []).compactMap { step in
      guard let id = step["id"]?.text else { return nil }
      let inputs = (step["inputs"]?.items ?? []).compactMap { input -> Input? in
        guard let name = input["name"]?.text, let digest = input["digest"]?.text else { return nil }
        return Input(name: name, digest: digest)
      }
      return Step(id: id, key: step["key"]?.text, inputs: inputs)
    }
  }
}
