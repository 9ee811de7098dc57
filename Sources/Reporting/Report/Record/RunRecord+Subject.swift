extension RunRecord {
  /// What the run was about, each part with a digest where it has one.
  package struct Subject: Sendable, Hashable {
    package var templates: [Artifact] = []
    /// The images that builds start from.
    package var bases: [Artifact] = []
    /// The images that were made or judged.
    package var images: [Artifact] = []
    package var specs: [Spec] = []

    package init() {}

    /// A file or an image.
    package struct Artifact: Sendable, Hashable {
      /// A path or a reference.
      package var name: String
      package var digest: String?

      package init(name: String, digest: String? = nil) {
        self.name = name
        self.digest = digest
      }
    }

    /// A spec file that was judged.
    package struct Spec: Sendable, Hashable {
      package var file: String
      /// `ovenproof`, `goss` or `cst`.
      package var dialect: String
      package var digest: String?

      package init(file: String, dialect: String, digest: String? = nil) {
        self.file = file
        self.dialect = dialect
        self.digest = digest
      }
    }
  }
}
