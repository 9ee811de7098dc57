import Source

/// A folder of a cookbook path, as Chef's local mode sees it: known by the name of the folder.
package struct Cookbook: Sendable, Hashable {
  /// The name of the folder, by which it is looked up.
  package let name: String
  /// The folder's path.
  package let path: String
  package let files: CookbookFiles
  package let metadata: CookbookMetadata

  package init(name: String, path: String, files: CookbookFiles, metadata: CookbookMetadata) {
    self.name = name
    self.path = path
    self.files = files
    self.metadata = metadata
  }

  /// The version, `0.0.0` where none is given; nil where it cannot be told.
  package var version: CookbookVersion? {
    switch metadata.version {
    case .absent: .zero
    case .value(let version): version.value
    case .unknown: nil
    }
  }

  /// A path below the cookbook as the file tree knows it.
  package func fullPath(_ relative: String) -> String { Self.path(relative, in: path) }

  /// Whether a path of the file tree leads into the cookbook.
  func holds(_ path: String) -> Bool {
    self.path == "." ? !path.hasPrefix("/") && !path.hasPrefix("../") : path.hasPrefix(self.path + "/")
  }

  /// A path below a folder, as the file tree knows it: `.` is the folder of the run.
  static func path(_ relative: String, in folder: String) -> String {
    folder == "." ? relative : folder + "/" + relative
  }
}
