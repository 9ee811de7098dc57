package import Image

/// What can start containers from images and make images of them. Drivers are equals: nothing outside a driver asks which.
package protocol ContainerEngine: Sendable {
  /// `native`, `docker`, `podman`.
  var name: String { get }
  var abilities: EngineAbilities { get }

  /// The image of a name in this engine's store; nil where it has none.
  func image(named reference: String) async throws(EngineError) -> EngineImage?
  /// Fetches an image from its registry into this engine's store.
  func pull(_ reference: String, credentials: RegistryCredentials?) async throws(EngineError) -> EngineImage

  /// Starts a container, hands it to `body` and removes it on every way out, cancellation included.
  func withContainer<Result: Sendable>(
    from image: EngineImage, _ spec: ContainerSpec,
    _ body: @Sendable (any RunningContainer) async throws -> Result
  ) async throws -> Result

  func tag(_ image: EngineImage, as name: String) async throws(EngineError)
  /// Writes a docker archive that carries the image under the names.
  func save(_ image: EngineImage, names: [String], to path: String) async throws(EngineError)
  /// Sends the image to the registry of the name; returns the digest of the manifest that the registry took.
  func push(_ image: EngineImage, as name: String, credentials: RegistryCredentials?) async throws(EngineError)
    -> Digest
  /// Makes an image of a file system tar on the host.
  func importFileSystem(_ tarPath: String, changes: [String], as name: String?) async throws(EngineError)
    -> EngineImage
  /// Removes a name, or an image with its names; an absent one is no error.
  func remove(_ nameOrID: String) async throws(EngineError)
  /// The image's content, readable at rest.
  func view(_ image: EngineImage) async throws(EngineError) -> any ImageView

  /// Removes what killed runs have left: containers, mounts, scratch folders of dead owners. Returns what it removed, one line each.
  func removeLeftovers() async throws(EngineError) -> [String]
}

/// A container while its scope lasts.
package protocol RunningContainer: Sendable {
  var id: String { get }
  /// The user that the image names, or empty.
  var imageUser: String { get }

  /// Runs a program in the container to its end; chunks of output go to the sink as they come.
  func run(_ command: ContainerCommand, output: @escaping OutputSink) async throws(EngineError) -> CommandEnd
  /// Unpacks a tar stream's entries under an absolute folder of the container, which is made when absent.
  func copyIn(tar: [UInt8], to folder: String) async throws(EngineError)
  /// Copies a file or folder of the host to `destination`, by `docker cp`'s rules.
  func copyIn(path: String, contentsOnly: Bool, to destination: String) async throws(EngineError)
  /// The content of a regular file.
  func read(_ path: String, limit: Int) async throws(EngineError) -> [UInt8]
  /// The file system as a tar at a path on the host; written atomically.
  func export(to path: String) async throws(EngineError)
  /// An image of the container's present state.
  func commit(_ commit: ImageCommit) async throws(EngineError) -> EngineImage
}

/// Takes pieces of output as they come; called in order, one at a time per stream.
package typealias OutputSink = @Sendable (OutputStream, [UInt8]) async -> Void

package enum OutputStream: Sendable, Hashable { case output, error }

/// An image in an engine's store.
package struct EngineImage: Sendable, Hashable {
  /// `sha256:…` of its configuration (docker) or manifest (native store): what the engine calls it.
  package let id: String
  /// The name under which it was found or tagged, for people.
  package let name: String?

  package init(id: String, name: String?) {
    self.id = id
    self.name = name
  }
}

/// How a container is started; what a driver lacks is named in its abilities.
package struct ContainerSpec: Sendable, Hashable {
  package enum Network: Sendable, Hashable { case host, none }
  package enum Process: Sendable, Hashable {
    /// Idles until removed; commands are run in it.
    case idle
    /// The image's own entrypoint and command.
    case own
  }

  package var network: Network = .host
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

/// A program to run in a container.
package struct ContainerCommand: Sendable, Hashable {
  package var arguments: [String]
  /// A user name or `uid[:gid]`; nil for the image's user.
  package var user: String?
  package var environment: [String: String] = [:]
  package var workingDirectory: String?
  package var input: [UInt8] = []
  /// Seconds after which it is killed; nil for none.
  package var deadline: Double?

  package init(_ arguments: [String], user: String? = nil) {
    self.arguments = arguments
    self.user = user
  }
}

/// How a command in a container ended.
package enum CommandEnd: Sendable, Hashable {
  /// As a shell reports it: 128 + the signal for a killed program, 127 for a missing one, 126 for one that cannot be executed.
  case exited(Int32)
  case timedOut
  /// The container itself ended.
  case disconnected
}

/// What a commit adds to an image.
package struct ImageCommit: Sendable, Hashable {
  package var author: String?
  package var message: String?
  /// Dockerfile instructions, each one line.
  package var changes: [String]

  package init(author: String? = nil, message: String? = nil, changes: [String] = []) {
    self.author = author
    self.message = message
    self.changes = changes
  }
}

package struct RegistryCredentials: Sendable, Hashable {
  package let server: String?
  package let user: String
  package let password: String

  package init(server: String?, user: String, password: String) {
    self.server = server
    self.user = user
    self.password = password
  }
}

/// What a driver can do beyond the common core; asked when planning, said when lacking.
package struct EngineAbilities: Sendable, Hashable {
  package var privileged: Bool
  package var devices: Bool
  package var isolatedNetwork: Bool

  package init(privileged: Bool, devices: Bool, isolatedNetwork: Bool) {
    self.privileged = privileged
    self.devices = devices
    self.isolatedNetwork = isolatedNetwork
  }
}

/// Why an engine could not do something.
package struct EngineError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable {
    /// The engine cannot work on this machine: a missing program, a refused permission.
    case unavailable
    case imageNotFound
    /// A registry refused or could not be reached.
    case registry
    case noSpace
    /// The request itself is wrong: an unknown user, a bad change instruction.
    case invalid
    case failed
  }

  package let kind: Kind
  /// One sentence, lower-case, no final stop.
  package let message: String
  /// What to do about it.
  package let help: String?

  package init(_ kind: Kind, _ message: String, help: String? = nil) {
    self.kind = kind
    self.message = message
    self.help = help
  }

  package var description: String { message }
}
