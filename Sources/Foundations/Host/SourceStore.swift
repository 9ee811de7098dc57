package import Source

/// The files of a run, each read once and kept; shared by everything that analyses them.
package struct SourceStore: Sendable {
  package let files: any FileTree
  /// What was read so far.
  package private(set) var sources: SourceSet
  private var failures: [String: HostError] = [:]

  /// The largest file that is read for analysis.
  package static let sizeLimit = 8 << 20

  package init(_ files: any FileTree, sources: SourceSet = SourceSet()) {
    self.files = files
    self.sources = sources
  }

  /// A file by the path under which people see it; a file that could not be read is not tried again.
  package mutating func read(_ path: String) throws(HostError) -> SourceFile {
    let id = FileID(path)
    if let file = sources[id] { return file }
    if let failure = failures[path] { throw failure }
    do {
      let file = SourceFile(id, bytes: try files.read(path, limit: Self.sizeLimit))
      sources.insert(file)
      return file
    } catch {
      failures[path] = error
      throw error
    }
  }

  /// The names of a folder that hold no dot in front; empty where it cannot be listed.
  package func visibleNames(in folder: String) -> [String] {
    ((try? files.list(folder)) ?? []).filter { !$0.hasPrefix(".") }
  }
}
