/// A pattern of one name in a folder: `*`, `?`, `[a-z]`, `[!x]`, and `\` before a mark that is meant as it stands.
package struct NamePattern: Sendable, Hashable {
  private enum Atom: Hashable {
    case byte(UInt8)
    /// One character of UTF-8.
    case anyCharacter
    case anyRun
    /// Characters of UTF-8.
    case choice([ClosedRange<UInt32>], isInverse: Bool)
  }

  private let atoms: [Atom]
  private static let slash = UInt8(ascii: "\\")

  package init(_ text: [UInt8]) {
    var atoms: [Atom] = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == Self.slash, index + 1 < text.count {
        atoms.append(.byte(text[index + 1]))
        index += 2
      } else if byte == UInt8(ascii: "["), let (choice, end) = Self.choice(text, from: index) {
        atoms.append(choice)
        index = end
      } else {
        if byte == UInt8(ascii: "*") {
          if atoms.last != .anyRun { atoms.append(.anyRun) }
        } else {
          atoms.append(byte == UInt8(ascii: "?") ? .anyCharacter : .byte(byte))
        }
        index += 1
      }
    }
    self.atoms = atoms
  }

  /// The one name that fits, where there is no mark.
  var literal: [UInt8]? {
    let bytes = atoms.compactMap { if case .byte(let byte) = $0 { byte } else { nil } }
    return bytes.count == atoms.count ? bytes : nil
  }

  /// Whether a name fits: on a mismatch the last `*` takes one byte more, so time is at worst the product of the lengths.
  package func matches(_ name: [UInt8]) -> Bool {
    var atom = 0
    var index = 0
    var retry: (atom: Int, index: Int)?
    while index < name.count || atom < atoms.count {
      if atom < atoms.count, atoms[atom] == .anyRun {
        retry = (atom + 1, index)
        atom += 1
      } else if atom < atoms.count, let count = width(of: atoms[atom], in: name, at: index) {
        atom += 1
        index += count
      } else if let (after, from) = retry, from < name.count {
        retry = (after, from + 1)
        atom = after
        index = from + 1
      } else {
        return false
      }
    }
    return true
  }

  /// How many bytes an atom takes, or nil where it does not fit.
  private func width(of atom: Atom, in name: [UInt8], at index: Int) -> Int? {
    guard index < name.count else { return nil }
    switch atom {
    case .byte(let byte): return name[index] == byte ? 1 : nil
    case .anyCharacter: return 1 + name[(index + 1)...].prefix { $0 & 0xC0 == 0x80 }.count
    case .choice(let ranges, let isInverse):
      let (scalar, width) = Self.scalar(name, at: index)
      return ranges.contains { $0.contains(scalar) } != isInverse ? width : nil
    case .anyRun: return nil
    }
  }

  /// Reads `[…]`; nil where no bracket closes it, so that `/usr/bin/[` stays a path.
  private static func choice(_ text: [UInt8], from start: Int) -> (Atom, end: Int)? {
    var index = start + 1
    let isInverse =
      index < text.count && (text[index] == UInt8(ascii: "!") || text[index] == UInt8(ascii: "^"))
    if isInverse { index += 1 }
    var ranges: [ClosedRange<UInt32>] = []
    let first = index
    while index < text.count {
      if text[index] == UInt8(ascii: "]"), index > first {
        return (.choice(ranges, isInverse: isInverse), index + 1)
      }
      let (low, width) = scalar(text, at: index)
      index += width
      if index + 1 < text.count, text[index] == UInt8(ascii: "-"),
        text[index + 1] != UInt8(ascii: "]")
      {
        let (high, width) = scalar(text, at: index + 1)
        ranges.append(min(low, high)...max(low, high))
        index += 1 + width
      } else {
        ranges.append(low...low)
      }
    }
    return nil
  }

  /// The character at a place; a byte that begins none stands for itself, beyond all characters.
  private static func scalar(_ text: [UInt8], at index: Int) -> (value: UInt32, width: Int) {
    if text[index] < 0x80 { return (UInt32(text[index]), 1) }
    var decoder = UTF8()
    var bytes = text[index...].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else {
      return (0x11_0000 + UInt32(text[index]), 1)
    }
    return (scalar.value, UTF8.width(scalar))
  }
}
