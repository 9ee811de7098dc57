import Expectation
import Image

/// The mode of an entry as the original prints it: in Go's form, which is not that of `ls`.
enum GoMode {
  /// `-rw-r--r--`, `drwxr-xr-x`, `Lrwxrwxrwx`, `urwxr-xr-x`, `dtrwxrwxrwx`.
  static func text(_ entry: ImageEntry) -> String {
    let kind =
      switch entry.kind {
      case .file: ""
      case .directory: "d"
      case .symlink: "L"
      case .blockDevice: "D"
      case .characterDevice: "Dc"
      case .fifo: "p"
      case .socket: "S"
      }
    let marks = [(0o4000, "u"), (0o2000, "g"), (0o1000, "t")]
    let special = marks.filter { entry.mode & UInt32($0.0) != 0 }.map(\.1).joined()
    // Go's order of letters puts the mark of character devices last but one.
    let letters =
      kind == "Dc" ? "D" + special.filter { $0 != "t" } + "c" + special.filter { $0 == "t" } : kind + special
    return (letters.isEmpty ? "-" : letters) + FileMode(bits: entry.mode & 0o777).symbolic
  }

  /// As `ls -l` prints it.
  static func listed(_ entry: ImageEntry) -> String {
    let kind =
      switch entry.kind {
      case .file: "-"
      case .directory: "d"
      case .symlink: "l"
      case .blockDevice: "b"
      case .characterDevice: "c"
      case .fifo: "p"
      case .socket: "s"
      }
    return kind + FileMode(bits: entry.mode).symbolic
  }

  /// Whether a text is an entry's mode in a form that the original does not know: that of `ls`, or octal digits.
  static func isOtherForm(_ text: String, of entry: ImageEntry) -> Bool {
    if text == listed(entry) { return true }
    let isOctal = text.utf8.count < 9
    return isOctal && FileMode(text) == FileMode(bits: entry.mode)
  }
}
