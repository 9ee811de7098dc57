/// What an image says about itself (OCI image specification, `config.json`).
package struct ImageConfiguration: Sendable, Hashable {
  package var architecture: String
  package var os: String
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
  package var labels: [String: String]
  package var stopSignal: String?
  package var shell: [String]?
  package var history: [History]
  /// Digests of the uncompressed layers, bottom first.
  package var diffIDs: [Digest]

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
    history = []
    diffIDs = []
  }
}
