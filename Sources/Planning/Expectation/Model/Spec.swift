package import Image
package import Source

/// What a spec file expects of an image, in whatever dialect it is written.
///
/// A dialect is read by its own module into a value of its own, which judges itself: by the image's files, and by what
/// its commands did where somebody ran them.
package protocol Spec: Sendable {
  var file: FileID { get }
  var dialect: Outcome.Dialect { get }
  /// The digest of the file's bytes.
  var digest: Digest { get }

  /// The images that it compares with, by the names that it has for them.
  var images: [String] { get }

  /// What only a running program can answer; what is run may depend on the image's configuration.
  func commands(in search: ImageSearch) -> [CommandRequest]

  /// Whether a command that waits for others is still to be run, by what these did; results hold those that have ended.
  func isDue(_ request: CommandRequest, in search: ImageSearch, after results: [String: CommandResult])
    -> Bool

  /// What only the image as it runs can answer; nil where that is nothing.
  func running(in search: ImageSearch) -> RunningRequest?

  /// What became of each assertion, in the order of the file.
  ///
  /// `results` holds what the commands did, by the ids of their requests; one without a result is undecided.
  func outcomes(in search: ImageSearch, commands results: [String: CommandResult]) -> [Outcome]

  /// The same once more, where only the outcomes of some ids can have changed since, and what they block.
  func outcomes(
    in search: ImageSearch, commands results: [String: CommandResult], after earlier: [Outcome],
    changing ids: Set<String>
  ) -> [Outcome]
}

extension Spec {
  package var images: [String] { [] }
  package func isDue(
    _ request: CommandRequest, in search: ImageSearch, after results: [String: CommandResult]
  ) -> Bool { true }
  package func running(in search: ImageSearch) -> RunningRequest? { nil }

  /// A spec judges everything again unless it says otherwise.
  package func outcomes(
    in search: ImageSearch, commands results: [String: CommandResult], after earlier: [Outcome],
    changing ids: Set<String>
  ) -> [Outcome] {
    outcomes(in: search, commands: results)
  }
}
