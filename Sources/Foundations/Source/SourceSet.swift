/// The files of a run: what turns a `Location` into lines and snippets.
package struct SourceSet: Sendable {
  private var files: [FileID: SourceFile]

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
      return location.file.path
    }
    return "\(location.file.path):\(position.line):\(position.column)"
  }

  package mutating func insert(_ file: SourceFile) { files[file.id] = file }

  /// Keeps the bytes of a place from being shown.
  package mutating func conceal(_ location: Location) { files[location.file]?.conceal(location.range) }

  /// Keeps the bytes of places from being shown.
  package mutating func conceal(_ locations: some Sequence<Location>) {
    for location in locations { conceal(location) }
  }

  package mutating func merge(_ other: SourceSet) {
    files.merge(other.files) { kept, _ in kept }
  }
}
