/// The files of a run: what turns a `Location` into lines and snippets.
package struct SourceSet: Sendable {
  private var files: [FileID: SourceFile]
  /// How the paths are shown that hold what is not to be shown.
  private var shownPaths: [FileID: String] = [:]

  package init(_ files: [SourceFile] = []) {
    self.files = [:]
    for file in files { insert(file) }
  }

  package subscript(id: FileID) -> SourceFile? { files[id] }

  /// All files in the order of their paths.
  package var sorted: [SourceFile] { files.values.sorted { $0.id < $1.id } }

  /// A place as it is told in a sentence: `machine.json:5:6`, and the file alone where its text is not here.
  package func words(for location: Location) -> String {
    guard let position = self[location.file]?.position(at: location.range.start) else {
      return path(of: location.file)
    }
    return "\(path(of: location.file)):\(position.line):\(position.column)"
  }

  /// The path of a file as it is shown.
  package func path(of file: FileID) -> String { shownPaths[file] ?? file.path }

  /// Shows the paths of the files as a mask leaves them, but for one that the user has named.
  package mutating func concealPaths(besides own: FileID, by mask: (String) -> String) {
    for file in files.keys where file != own {
      let shown = mask(file.path)
      if shown != file.path { shownPaths[file] = shown }
    }
  }

  package mutating func insert(_ file: SourceFile) { files[file.id] = file }

  /// Keeps the bytes of a place from being shown.
  package mutating func conceal(_ location: Location) { files[location.file]?.conceal(location.range) }

  /// Keeps the bytes of places from being shown.
  package mutating func conceal(_ locations: some Sequence<Location>) {
    for location in locations { conceal(location) }
  }

  /// Keeps the tokens and keys from being shown that their form gives away.
  package mutating func concealSecrets() {
    for (id, file) in files {
      for hidden in SecretShape.hiddenRanges(of: file.bytes) { files[id]?.conceal(hidden.range) }
    }
  }

  package mutating func merge(_ other: SourceSet) {
    files.merge(other.files) { kept, _ in kept }
    shownPaths.merge(other.shownPaths) { kept, _ in kept }
  }
}
