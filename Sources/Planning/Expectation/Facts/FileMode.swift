/// The permission bits of a file, with setuid, setgid and sticky.
package struct FileMode: Sendable, Hashable {
  package let bits: UInt32

  package init(bits: UInt32) { self.bits = bits & 0o7777 }

  /// Reads `640`, `0640`, `0o640` or `rw-r-----`; nil for anything else.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    if bytes.count == 9 {
      guard let bits = Self.symbolic(bytes[...]) else { return nil }
      self.init(bits: bits)
      return
    }
    let digits = text.hasPrefix("0o") ? text.dropFirst(2) : text[...]
    guard (3...5).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x37).contains($0) }),
      let bits = UInt32(digits, radix: 8), bits <= 0o7777
    else { return nil }
    self.init(bits: bits)
  }

  /// Reads what `ls -l` shows, `drwxr-xr-x`: the word for the type of the file, and its mode; nil for anything else.
  package static func listed(_ text: String) -> (type: String, mode: FileMode)? {
    guard text.utf8.count == 10, let letter = text.first, let mode = FileMode(String(text.dropFirst())) else {
      return nil
    }
    return FileType.letters[letter].map { ($0, mode) }
  }

  /// At least four octal digits, as goss compares them.
  package var octal: String {
    let digits = String(bits, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// As `ls -l` shows it: `rwsr-xr-t`.
  package var symbolic: String {
    var text = ""
    for (shift, special, mark) in [(6, 0o4000, "s"), (3, 0o2000, "s"), (0, 0o1000, "t")] {
      let triple = bits >> UInt32(shift) & 7
      text += triple & 4 != 0 ? "r" : "-"
      text += triple & 2 != 0 ? "w" : "-"
      let executable = triple & 1 != 0
      if bits & UInt32(special) != 0 {
        text += executable ? mark : mark.uppercased()
      } else {
        text += executable ? "x" : "-"
      }
    }
    return text
  }

  private static func symbolic(_ text: ArraySlice<UInt8>) -> UInt32? {
    let special: [UInt32] = [0o4000, 0o2000, 0o1000]
    var bits: UInt32 = 0
    for (index, byte) in text.enumerated() {
      let bit = UInt32(0o400) >> UInt32(index)
      let mark = UInt8(ascii: index == 8 ? "t" : "s")
      switch (byte, index % 3) {
      case (UInt8(ascii: "-"), _): break
      case (UInt8(ascii: "r"), 0), (UInt8(ascii: "w"), 1), (UInt8(ascii: "x"), 2): bits |= bit
      case (mark, 2): bits |= bit | special[index / 3]
      case (mark & ~0x20, 2): bits |= special[index / 3]
      default: return nil
      }
    }
    return bits
  }
}
