/// The patterns of one `.gitignore`, or of a configuration's `exclude`, for the folder that they lie in.
package struct IgnorePatterns: Sendable, Hashable {
  private struct Line: Sendable, Hashable {
    let pattern: GlobPattern
    let ignores: Bool
    let onlyFolders: Bool
  }

  /// The folder, as the tree knows it; empty for the working directory.
  let folder: String
  private let lines: [Line]

  /// Reads the lines of a `.gitignore`.
  package init(lines: some Sequence<String>, folder: String) {
    self.folder = folder
    self.lines = lines.compactMap(Self.line)
  }

  /// Reads a whole `.gitignore`.
  init(_ bytes: [UInt8], folder: String) {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    self.init(lines: lines, folder: folder)
  }

  /// Whether the patterns ignore a path (true), take it back (false) or do not speak of it (nil).
  func verdict(on path: String, isFolder: Bool) -> Bool? {
    guard let relative = TreePath.relative(path, to: folder) else { return nil }
    return lines.last { (isFolder || !$0.onlyFolders) && $0.pattern.matches(relative) }?.ignores
  }

  private static func line(_ text: String) -> Line? {
    var bytes = Array(text.utf8)
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    // Blanks at the end do not count unless a backslash keeps them.
    while bytes.last == UInt8(ascii: " "), bytes.dropLast().last != UInt8(ascii: "\\") { bytes.removeLast() }
    guard let first = bytes.first, first != UInt8(ascii: "#") else { return nil }
    let isTakenBack = first == UInt8(ascii: "!")
    if isTakenBack { bytes.removeFirst() }
    let onlyFolders = bytes.last == UInt8(ascii: "/")
    if onlyFolders { bytes.removeLast() }
    guard !bytes.isEmpty else { return nil }
    let pattern = GlobPattern(String(decoding: bytes, as: UTF8.self))
    return Line(pattern: pattern, ignores: !isTakenBack, onlyFolders: onlyFolders)
  }
}

extension [IgnorePatterns] {
  /// Whether a path is ignored: the deepest folder's patterns that speak of it decide.
  func ignores(_ path: String, isFolder: Bool) -> Bool {
    for patterns in reversed() {
      if let verdict = patterns.verdict(on: path, isFolder: isFolder) { return verdict }
    }
    return false
  }
}
