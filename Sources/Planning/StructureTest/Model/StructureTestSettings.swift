package import Expectation
package import Image

/// What the judgement of a spec depends on besides the file and the image.
package struct StructureTestSettings: Sendable {
  /// How the original would reach the image: each way gets other things wrong.
  package enum Driver: String, Sendable, CaseIterable { case docker, tar, host }

  /// What the original says where it has no image to work with; every test fails for it then.
  package struct MissingImage: Sendable, Hashable {
    /// In place of each test that needs a container.
    package let container: String
    /// In place of the metadata test; nil where the configuration can be read all the same.
    package let metadata: String?

    package init(container: String, metadata: String?) {
      self.container = container
      self.metadata = metadata
    }
  }

  package var compatibility: Compatibility
  package var driver: Driver
  /// The caller's environment, of which `containerRunOptions` may hand variables on.
  package var environment: [String: String]
  /// The content of a file of the host, for `envFile`; nil where it cannot be read.
  package var file: @Sendable (String) -> [UInt8]?
  /// What is at a path of the host, for `bindMounts`.
  package var source: @Sendable (String) throws(ImageError) -> MountSource
  package var missingImage: MissingImage?

  package init(
    _ compatibility: Compatibility = .mended, driver: Driver = .docker, environment: [String: String] = [:],
    file: @escaping @Sendable (String) -> [UInt8]? = { _ in nil },
    source: @escaping @Sendable (String) throws(ImageError) -> MountSource = {
      (path) throws(ImageError) in try MountSource(at: path)
    }
  ) {
    self.source = source
    self.compatibility = compatibility
    self.driver = driver
    self.environment = environment
    self.file = file
  }

  var isStrict: Bool { compatibility == .strict }
}
