package import Image
package import Observation

/// A container while its scope lasts.
package protocol RunningContainer: Sendable {
  var id: String { get }
  /// The user that the image names, or empty.
  var imageUser: String { get }

  /// Runs a program in the container to its end; chunks of output go to the sink as they come.
  func run(_ command: ContainerCommand, output: @escaping OutputSink) async throws(EngineError) -> CommandEnd
  /// Runs a program that takes over our own standard streams, on a terminal of its own where `streams` asks for one.
  func attach(_ command: ContainerCommand, _ streams: AttachedStreams) async throws(EngineError) -> CommandEnd
  /// What is seen from within its namespaces, without a program of the image.
  func facts(_ wanted: FactsRequest) async throws(EngineError) -> ContainerFacts
  /// Asks the network as the container sees it, without a program of the image.
  func answer(to question: NetworkQuestion) async throws(EngineError) -> NetworkAnswer
  /// What has become of its own process, where it was started for that.
  func mainProcess() async throws(EngineError) -> MainProcess
  /// What its own process has written; of each stream at most `limit` bytes.
  func logs(limit: Int) async throws(EngineError) -> ContainerLogs
  /// Sends a signal to its first process.
  func signal(_ number: Int32) async throws(EngineError)
  /// Unpacks a tar stream's entries under a folder of the container, which must be there (as with `docker
  /// cp -`). Owners and modes are the entries'; a relative folder starts at `/`.
  func copyIn(tar: [UInt8], to folder: String) async throws(EngineError)
  /// Copies a file or folder of the host to `destination`, by `docker cp`'s rules: owners, modes and times
  /// are kept, a folder goes into a folder that is there already unless only its contents are wanted, and
  /// the parent of `destination` must be there.
  func copyIn(path: String, contentsOnly: Bool, to destination: String) async throws(EngineError)
  /// Puts a file of the host, however large, into a folder of the container, which must be there (as with `docker cp -`):
  /// root's, under the name, with the mode and the time of the entry.
  func copyIn(file path: String, as entry: TarEntry, to folder: String) async throws(EngineError)
  /// Writes the content of a regular file, however large, into a file of the host, which is there and empty; links are
  /// followed.
  func copyOut(_ path: String, to file: String) async throws(EngineError)
  /// Its files as they are at the time of asking, with all that is mounted there; nil where they are not seen from here as they are
  /// inside: where users have other numbers, or the daemon is elsewhere.
  func files() async throws(EngineError) -> (any ImageView)?
  /// The file system as a tar at a path on the host; written atomically.
  func export(to path: String) async throws(EngineError)
  /// Keeps the container's present state under a key, where the engine keeps snapshots and files are all of that state;
  /// returns what the store calls it, and nil where nothing was kept.
  func keepSnapshot(_ key: String) async throws(EngineError) -> Digest?
  /// An image of the container's present state.
  func commit(_ commit: ImageCommit) async throws(EngineError) -> EngineImage
}
