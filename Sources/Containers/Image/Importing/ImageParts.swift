/// Where the named parts of an image lie: files of a folder, or ranges of a tar.
protocol ImageParts {
  /// The path for messages.
  var path: String { get }
  /// A part by its name; nil where there is none.
  func part(_ name: String) -> ImagePart?
}

extension ImageParts {
  /// A part that must be there.
  func needed(_ name: String, _ why: String) throws(ImageError) -> ImagePart {
    guard let part = part(name) else { throw ImageError(.malformed, "`\(path)` has no `\(name)`, \(why)") }
    return part
  }
}
