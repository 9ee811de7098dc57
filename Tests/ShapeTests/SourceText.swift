import Host
import Support

/// A text file of the repository, with its lines.
struct SourceText: Sendable {
  /// Relative to the repository's root.
  let path: String
  let text: String
  let lines: [Substring]

  /// The files below a folder with one of the endings; folders of what was built are left out.
  static func all(in folder: String, _ endings: [String]) throws -> [SourceText] {
    let disk = Disk(workingDirectory: Repository.root)
    return try paths(in: folder, of: disk).filter { path in endings.contains { path.hasSuffix($0) } }.map {
      path in
      let text = String(decoding: try disk.read(path, limit: 8 << 20), as: UTF8.self)
      return SourceText(
        path: path, text: text, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  /// Every file below a folder, in order.
  static func paths(in folder: String, of disk: Disk) throws -> [String] {
    var found: [String] = []
    for name in try disk.list(folder)
    where ![".git", "dist", ".swiftpm"].contains(name) && !name.hasPrefix(".build") {
      let path = folder == "." ? name : folder + "/" + name
      if disk.isSymbolicLink(path) { continue }
      switch disk.status(path)?.kind {
      case .directory: found += try paths(in: path, of: disk)
      case .file: found.append(path)
      default: continue
      }
    }
    return found
  }

  /// The modules that the file imports.
  var imports: [String] {
    lines.compactMap { line in
      var words = line.split(separator: " ")
      while let first = words.first,
        first.hasPrefix("@") || ["package", "public", "internal", "private"].contains(first)
      {
        words.removeFirst()
      }
      guard words.first == "import",
        let name = words.dropFirst().first(where: { !["struct", "func", "enum"].contains($0) })
      else { return nil }
      return name.split(separator: ".").first.map(String.init)
    }
  }

  /// The module of a file below `Sources`; nil for plugin and tool.
  var module: String? {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.first == "Sources", parts.count > 2 else { return nil }
    if parts[1] == "ovenproof" { return "ovenproof" }
    return ["C", "EmbedRules"].contains(parts[1]) ? nil : parts[2]
  }
}
