/// Paths as names of things: marks of patterns have a meaning there.
enum DraftPath {
  /// A path whose marks are meant as they stand.
  static func literal(_ path: String) -> String {
    var text = ""
    for scalar in path.unicodeScalars {
      if "*?[{\\".unicodeScalars.contains(scalar) { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
