import Project
import Source

/// The call of `template_dir` or `pwd` that a path begins with.
struct FolderCall {
  /// The call as it is written, its braces included.
  let text: String
  /// The whole path as it is written: rendered it would name a folder of this machine.
  let path: String
  /// The byte behind it; nil where the path ends there.
  let following: UInt8?

  /// nil where a path begins otherwise.
  init?(of reference: FileReference, in project: Project) {
    let range = reference.location.range
    guard let bytes = project.sources[reference.location.file]?.bytes, range.end <= bytes.count else {
      return nil
    }
    let path = bytes[range.indices]
    guard path.starts(with: "{{".utf8), let brace = path.firstIndex(of: UInt8(ascii: "}")),
      path[brace...].starts(with: "}}".utf8)
    else { return nil }
    let name = path[(path.startIndex + 2)..<brace].filter { $0 != 0x20 && $0 != 0x09 }
    guard ["template_dir", "pwd"].contains(String(decoding: name, as: UTF8.self)) else { return nil }
    self.path = String(decoding: path, as: UTF8.self)
    text = String(decoding: path[..<(brace + 2)], as: UTF8.self)
    following = path[(brace + 2)...].first
  }
}
