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
  /// A container that still is there, whose volumes it has, too; docker and podman alone do so.
  package var volumesOf: String?
  /// Whether its own program writes to a terminal.
  package var hasTerminal = false
  /// Laid over the image's environment.
  package var environment: [String: String] = [:]
  /// Variables of the image that it does not have.
  package var withdrawn: Set<String> = []
  /// What its own process is, where that is not the image's; an entrypoint of one's own drops the image's command.
  package var entrypoint: [String]?
  package var command: [String]?
  /// The user of its own process, and of commands that name none, where that is not the image's.
  package var user: String?
  /// The folder in which they start, where that is not the image's.
  package var workingDirectory: String?
  /// What it is called on the inside; nil for what the engine calls it.
  package var hostName: String?
  /// Whether nothing can be written but to what is mounted.
  package var isReadOnly = false
  package var settings = Settings()
  /// Whether no program gains rights by being run, as through a setuid bit.
  package var forbidsNewPrivileges = false
  /// Limits of all its programs together, held where the machine has control groups for that.
  package var limits = Limits()

  package init() {}

  /// How much all programs of a container may take together; nil for as much as there is.
  package struct Limits: Sendable, Hashable {
    /// In bytes.
    package var memory: Int?
    package var processes: Int?

    package init(memory: Int? = nil, processes: Int? = nil) {
      self.memory = memory
      self.processes = processes
    }
  }

  /// A folder or file of the host in the container, or a volume that the engine keeps.
  package struct Mount: Sendable, Hashable {
    /// An absolute path, or the volume's name.
    package let source: String
    package let destination: String
    package let isReadOnly: Bool

    package init(source: String, destination: String, isReadOnly: Bool = false) {
      self.source = source
      self.destination = destination
      self.isReadOnly = isReadOnly
    }

    /// Whether the source is the name of a volume, as docker tells one from a path.
    package var isNamed: Bool {
      func isLetter(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      }
      return source.utf8.count > 1 && source.utf8.first.map(isLetter) == true
        && source.utf8.allSatisfy { isLetter($0) || "_.-".utf8.contains($0) }
    }
  }
}
