package import Engine

/// What a builder or a post-processor makes and the next post-processor takes (Packer's artifact).
package struct Artifact: Sendable, Hashable {
  /// Who made it; post-processors accept an artifact by this.
  package enum Maker: String, Sendable {
    /// A committed or imported image.
    case image
    /// The docker builder's export or discard.
    case export
    /// The file builder's file.
    case file
    /// The null builder, which makes nothing.
    case null
    /// Files that artifice found.
    case artifice
    case tag
    case push
    case save
    case checksum
    case compress
    case nothing
  }

  package let maker: Maker
  package let image: EngineImage?
  /// The names that docker-tag gave, in order.
  package let names: [String]
  /// Paths on the host, as they are written.
  package let files: [String]
  /// One line for people.
  package let words: String

  package init(
    _ maker: Maker, image: EngineImage? = nil, names: [String] = [], files: [String] = [], words: String
  ) {
    self.maker = maker
    self.image = image
    self.names = names
    self.files = files
    self.words = words
  }

  /// What Packer prints and writes as the artifact's id: the last name, the image's id, or a word for the builder.
  package var id: String {
    switch maker {
    case .image, .tag, .push, .save: names.last ?? image?.id ?? ""
    case .export: "Container"
    case .file: "File"
    case .null: "Null"
    case .artifice, .checksum, .compress, .nothing: ""
    }
  }
}
