import Host

/// Looks for programs in the folders of a `PATH`.
struct ProgramSearch {
  private let folders: [String]
  private let files: any FileTree

  init(path: String, in files: any FileTree) {
    folders = path.split(separator: ":").map(String.init)
    self.files = files
  }

  /// Whether a program of the name is in one of the folders.
  func contains(_ name: String) -> Bool {
    folders.contains { files.status($0 + "/" + name)?.kind == .file }
  }
}
