extension UInt8 {
  /// Lets a byte be compared with a character literal.
  @inline(__always) static func == (byte: UInt8, scalar: Unicode.Scalar) -> Bool {
    byte == UInt8(truncatingIfNeeded: scalar.value)
  }

  @inline(__always) static func != (byte: UInt8, scalar: Unicode.Scalar) -> Bool { !(byte == scalar) }

  /// Lets a `switch` over bytes have character literals as its cases.
  @inline(__always) static func ~= (scalar: Unicode.Scalar, byte: UInt8) -> Bool { byte == scalar }

  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isUpper: Bool { self &- 0x41 < 26 }
  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Whether a name can begin with the byte.
  @inline(__always) var isNameStart: Bool { (self | 0x20) &- 0x61 < 26 || self == 0x5F || self >= 0x80 }
  @inline(__always) var isNameByte: Bool { isNameStart || isDigit }
  /// Blank, tab, line end and the like.
  @inline(__always) var isSpace: Bool { self == 0x20 || self &- 9 < 5 }
}
