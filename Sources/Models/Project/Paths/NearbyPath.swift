import Diagnostics
import Host
import Source

/// Finds a path that is there and that an absent one may have meant.
struct NearbyPath {
  let template: FileID
  let paths: ProjectPaths

  /// The path with a misspelt part put right, as an option writes it, or the same path beside the template; nil without
  /// either.
  func nearest(to path: String, in files: any FileTree) -> String? {
    if let folder = template.path.lastIndex(of: "/"), !path.hasPrefix("/") {
      let beside = template.path[..<folder] + "/" + written(path)
      if beside != path, files.status(String(beside)) != nil { return String(beside) }
    }
    return corrected(path, in: files).map(written)
  }

  /// A path of the tree as an option writes it: relative to the folder in which Packer runs.
  private func written(_ path: String) -> String {
    let prefix = paths.directory + "/"
    return !paths.directory.isEmpty && path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// Walks the parts down to the first that is not there, and puts a near name in its place.
  private func corrected(_ path: String, in files: any FileTree) -> String? {
    var parts = path.split(separator: "/").map(String.init)
    let start = path.hasPrefix("/") ? "/" : ""
    for index in parts.indices {
      let folder = start + parts[..<index].joined(separator: "/")
      let here = start + parts[...index].joined(separator: "/")
      if files.status(here) != nil { continue }
      guard let names = try? files.list(folder.isEmpty ? "." : folder),
        let near = Suggestion.nearest(to: parts[index], among: names)
      else { return nil }
      parts[index] = near
      let whole = start + parts.joined(separator: "/")
      return files.status(whole) == nil ? nil : whole
    }
    return nil
  }
}
