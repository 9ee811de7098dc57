/// How a container is started; what a driver lacks is named in its abilities.
package struct ContainerSpec: Sendable, Hashable {
  package enum Network: Sendable, Hashable {
    /// What the engine gives by itself: the host's with the native one, a bridge to it with docker.
    case usual
    case host, none
  }
  package enum Process: Sendable, Hashable {
    /// Idles until removed; commands are run in it.
    case idle
    /// The image's own entrypoint and command.
    case own
  }

  package var network: Network = .usual
  package var process: Process = .idle
  package var privileged = false
  package var capabilitiesAdded: [String] = []
  package var capabilitiesDropped: [String] = []
  package var devices: [String] = []
  package var tmpfs: [String] = []
  package var mounts: [Mount] = []
  /// Laid over the image's environment.
  package var environment: [String: String] = [:]

  package init() {}

  /// A folder or file of the host in the container.
  package struct Mount: Sendable, Hashable {
    package let source: String
    package let destination: String
    package let isReadOnly: Bool

    package init(source: String, destination: String, isReadOnly: Bool = false) {
      self.source = source
      self.destination = destination
      self.isReadOnly = isReadOnly
    }
  }
}
