/// Which keys of JSON are one to Go, whatever the case of their letters.
enum GoFolding {
  /// Whether a name of ASCII is a key: two letters beyond ASCII fold into it, the long s and the sign of the kelvin.
  static func equal(_ name: String, _ key: String) -> Bool {
    name.utf8.map(lowered).elementsEqual(key.unicodeScalars.flatMap(folded))
  }

  private static func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar {
    case "\u{017F}": [UInt8(ascii: "s")]
    case "\u{212A}": [UInt8(ascii: "k")]
    default: String(scalar).utf8.map(lowered)
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
