package import DataSyntax
package import Source

/// What an image says about itself (OCI image specification, `config.json`).
package struct ImageConfiguration: Sendable, Hashable {
  package var architecture: String
  package var os: String
  package var variant: String?
  package var author: String?
  package var created: String?
  package var user: String
  package var workingDirectory: String
  /// `NAME=value` in order.
  package var environment: [String]
  package var entrypoint: [String]?
  package var command: [String]?
  /// `8080/tcp`, sorted.
  package var exposedPorts: [String]
  /// Paths, sorted.
  package var volumes: [String]
  /// Their names are told apart by their bytes.
  package var labels: [ExactText: String]
  package var stopSignal: String?
  package var shell: [String]?
  package var healthcheck: Healthcheck?
  /// Instructions that a build on this image begins with.
  package var onBuild: [String]
  package var history: [History]
  /// Digests of the uncompressed layers, bottom first.
  package var diffIDs: [Digest]
  /// Members of the inner `config` object that are not modelled here, kept as they are.
  package var otherSettings: [JSONText.Member]
  /// Texts of the file that are not modelled here either, by what holds them: only for those who look for secrets.
  package var otherTexts: [OtherText]

  package struct OtherText: Sendable, Hashable {
    /// The name of a member of the file, or `step 2 of the history`.
    package let place: String
    package let text: String
  }

  package struct History: Sendable, Hashable {
    package var created: String?
    package var createdBy: String?
    package var author: String?
    package var comment: String?
    package var isEmptyLayer: Bool

    package init(
      created: String? = nil, createdBy: String? = nil, author: String? = nil, comment: String? = nil,
      isEmptyLayer: Bool = false
    ) {
      self.created = created
      self.createdBy = createdBy
      self.author = author
      self.comment = comment
      self.isEmptyLayer = isEmptyLayer
    }
  }

  package init(architecture: String = "amd64", os: String = "linux") {
    self.architecture = architecture
    self.os = os
    user = ""
    workingDirectory = ""
    environment = []
    exposedPorts = []
    volumes = []
    labels = [:]
    onBuild = []
    history = []
    diffIDs = []
    otherSettings = []
    otherTexts = []
  }

  /// The value of an environment variable; the last one of a name counts.
  package func environmentValue(_ name: String) -> String? {
    environment.lazy.compactMap(\.assignment).last { $0.name.isExactly(name) }?.value
  }

  /// Sets an environment variable: in its place where it is there already, else at the end.
  package mutating func setEnvironment(_ name: String, to value: String) {
    let entry = "\(name)=\(value)"
    if let index = environment.lastIndex(where: { $0.assignment?.name.isExactly(name) == true }) {
      environment[index] = entry
    } else {
      environment.append(entry)
    }
  }
}
