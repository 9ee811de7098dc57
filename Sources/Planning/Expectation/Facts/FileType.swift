package import Image

/// The words for kinds of files, as goss has them.
package enum FileType {
  package static let words = [
    "file", "directory", "symlink", "pipe", "socket", "character-device", "block-device",
  ]

  /// Other words for the same kinds.
  static let synonyms = [
    "fifo": "pipe", "link": "symlink", "folder": "directory", "dir": "directory", "regular": "file",
  ]

  /// The letters that `ls -l` has for them.
  static let letters: [Character: String] = [
    "-": "file", "d": "directory", "l": "symlink", "p": "pipe", "s": "socket", "c": "character-device",
    "b": "block-device",
  ]

  package static func word(for kind: ImageEntry.Kind) -> String {
    switch kind {
    case .fifo: "pipe"
    default: kind.rawValue
    }
  }

  /// The kind with its article, for sentences.
  static func words(for kind: ImageEntry.Kind) -> String {
    switch kind {
    case .file: "a file"
    case .directory: "a directory"
    case .symlink: "a symbolic link"
    case .fifo: "a pipe"
    case .socket: "a socket"
    case .characterDevice, .blockDevice: "a device"
    }
  }
}
