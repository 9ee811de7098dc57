import Image
import Source

/// Where a link leads, and why to no file.
package struct LinkCourse {
  /// More links in a row than the kernel follows.
  private static let limit = 40

  /// What a link leads to whose course has no end.
  package static let nothing = "nothing"
  /// All that may be at the end of links.
  static let ends = FileType.words.filter { $0 != FileType.word(for: .symlink) } + [nothing]

  /// What is at the end of what may be a link; absent where nothing is, or where links lead in a circle.
  static func end(of entry: ImageEntry, in image: any ImageView) throws(ImageError) -> Known<ImageEntry> {
    var (current, path, asksForFolder) = (entry, entry.path, false)
    for _ in 0...limit {
      guard current.kind == .symlink, let target = current.target else {
        return asksForFolder && current.kind != .directory ? .absent : .value(current)
      }
      // `..` goes up from where the folder really is, which the image knows.
      let folder = path[..<(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)]
      path = target.utf8.first == UInt8(ascii: "/") ? target : "\(folder)/\(target)"
      // A slash at the end asks for a folder, also behind a link.
      while path.utf8.last == UInt8(ascii: "/"), path.utf8.count > 1 {
        path.removeLast()
        asksForFolder = true
      }
      let next = try image.entry(at: path)
      guard case .value(let entry) = next else { return next }
      current = entry
    }
    return .absent
  }

  /// What is at its end, a clause that follows the link's target: `, where no file is`.
  static func clause(for link: ImageEntry, in image: any ImageView) -> String {
    var (current, seen): (ImageEntry, Set<String>) = (link, [link.path])
    while current.kind == .symlink, let target = current.target {
      let path = path(target, from: current.path)
      guard seen.insert(path).inserted else { return ", which leads in a circle" }
      guard seen.count <= limit + 1 else { return ", which leads on through more than \(limit) links" }
      guard let next = try? image.entry(at: path).value else { break }
      current = next
    }
    return ", where no file is"
  }

  private static func path(_ target: String, from link: String) -> String {
    var parts = target.hasPrefix("/") ? [] : link.split(separator: "/").dropLast()
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
