import Image
import Source

/// Why a link leads to no file.
struct LinkCourse {
  /// More links in a row than the kernel follows.
  private static let limit = 40

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
