package import Image

/// What can start containers from images and make images of them. Drivers are equals: nothing outside a
/// driver asks which.
package protocol ContainerEngine: Sendable {
  /// `native`, `docker`, `podman`.
  var name: String { get }
  var abilities: EngineAbilities { get }
  /// Why a container of these options could not be started here, as far as that is known without starting it.
  func refusal(of spec: ContainerSpec) -> EngineError?

  /// The image of a name in this engine's store; nil where it has none.
  func image(named reference: String) async throws(EngineError) -> EngineImage?
  /// Whether the image of a name came from its registry or went there, so that the registry may have another one by now.
  func hasFromRegistry(_ reference: String) async throws(EngineError) -> Bool
  /// Fetches an image from its registry into this engine's store; what has not changed there is not fetched again.
  func pull(_ reference: String, credentials: RegistryCredentials?) async throws(EngineError) -> EngineImage

  /// What an image starts where nothing else is said; nil where the engine does not tell.
  func program(of image: EngineImage) async throws(EngineError) -> ContainerSpec.Program?

  /// Starts a container, hands it to `body` and removes it on every way out, cancellation included.
  func withContainer<Result: Sendable>(
    from image: EngineImage, _ spec: ContainerSpec,
    _ body: @Sendable (any RunningContainer) async throws -> Result
  ) async throws -> Result

  func tag(_ image: EngineImage, as name: String) async throws(EngineError)
  /// Writes a docker archive that carries the image under the names.
  func save(_ image: EngineImage, names: [String], to path: String) async throws(EngineError)
  /// Sends the image to the registry of the name; returns the digest of the manifest that the registry took.
  func push(_ image: EngineImage, as name: String, credentials: RegistryCredentials?)
    async throws(EngineError)
    -> Digest
  /// Makes an image of a file system tar on the host.
  func importFileSystem(_ tarPath: String, changes: [String], as name: String?) async throws(EngineError)
    -> EngineImage
  /// Keeps an image from going while the value lives, whoever takes its name; nil where the engine keeps such images anyway.
  func hold(_ image: EngineImage) async throws(EngineError) -> ImageHold?
  /// Removes a name, or an image with its names; an absent one is no error.
  func remove(_ nameOrID: String) async throws(EngineError)
  /// The image's content, readable at rest.
  func view(_ image: EngineImage) async throws(EngineError) -> any ImageView

  /// Where the results of steps are kept; nil where the engine keeps none. A container started from one of its images
  /// goes on where that was made.
  var snapshots: SnapshotShelf? { get }

  /// Removes what killed runs have left: containers, mounts, scratch folders of dead owners. Returns what
  /// it removed, one line each.
  func removeLeftovers() async throws(EngineError) -> [String]
}
