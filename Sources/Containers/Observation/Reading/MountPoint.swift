/// A file system as it is mounted in a container.
package struct MountPoint: Sendable, Hashable {
  package let path: String
  /// `proc`, `overlay`, `/dev/sda1`.
  package let source: String
  /// Its type: `proc`, `tmpfs`.
  package let fileSystem: String
  /// Of the mount: `rw`, `nosuid`.
  package let options: [String]
  /// Of the file system itself.
  package let fileSystemOptions: [String]

  package init(
    path: String, source: String, fileSystem: String, options: [String], fileSystemOptions: [String] = []
  ) {
    self.path = path
    self.source = source
    self.fileSystem = fileSystem
    self.options = options
    self.fileSystemOptions = fileSystemOptions
  }

  /// Those in the text of a `mountinfo` (proc(5)).
  package static func all(in mountinfo: String) -> [MountPoint] {
    mountinfo.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count > 6, let dash = fields[6...].firstIndex(of: "-"), dash + 3 < fields.count else {
        return nil
      }
      return MountPoint(
        path: unescaped(fields[4]), source: unescaped(fields[dash + 2]), fileSystem: String(fields[dash + 1]),
        options: fields[5].split(separator: ",").map(String.init),
        fileSystemOptions: fields[dash + 3].split(separator: ",").map(unescaped))
    }
  }

  /// Blanks and the like are written as a backslash and three octal digits there.
  private static func unescaped(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var plain: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let digits = bytes[place...].dropFirst().prefix(3)
      if bytes[place] == UInt8(ascii: "\\"), digits.count == 3,
        let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        plain.append(byte)
        place += 4
      } else {
        plain.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
