import Expectation

/// A type and a mode in Go's form: `-rw-r--r--`, `drwxr-xr-x`, `Lrwxrwxrwx`, `urwxr-xr-x`, `dtrwxrwxrwx`.
struct GoPermissions {
  let type: String
  let mode: FileMode

  init(type: String, mode: FileMode) {
    self.type = type
    self.mode = mode
  }

  init?(_ text: String) {
    guard text.utf8.count >= 10, let base = FileMode(String(text.suffix(9))), base.bits < 0o1000 else {
      return nil
    }
    var type = "file"
    var bits = base.bits
    for letter in text.dropLast(9) {
      switch letter {
      case "-": break
      case "d": type = "directory"
      case "L": type = "symlink"
      case "p": type = "pipe"
      case "D": type = type == "character-device" ? type : "block-device"
      case "c": type = "character-device"
      case "u": bits |= 0o4000
      case "g": bits |= 0o2000
      case "t": bits |= 0o1000
      default: return nil
      }
    }
    self.init(type: type, mode: FileMode(bits: bits))
  }

  /// The text; nil for types that container-structure-test does not see.
  var text: String? {
    let letters = ["file": "", "directory": "d", "symlink": "L"]
    guard let letter = letters[type] else { return nil }
    let marks = [(UInt32(0o4000), "u"), (0o2000, "g"), (0o1000, "t")]
    let special = letter + marks.filter { mode.bits & $0.0 != 0 }.map(\.1).joined()
    return (special.isEmpty ? "-" : special) + FileMode(bits: mode.bits & 0o777).symbolic
  }
}
