extension PageHeader {
  /// Whether a name or a method has only the signs that one may have (RFC 9110, 5.6.2).
  package static func isToken(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isOfToken)
  }

  /// Whether a value has no sign that ends a line or stands for itself.
  package static func isValue(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }

  /// Whether it may stand in an answer: blanks in a name are overlooked there, as Go does.
  package var canCome: Bool {
    !name.isEmpty && name.utf8.allSatisfy { Self.isOfToken($0) || $0 == 0x20 } && Self.isValue(value)
  }

  private static func isOfToken(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}
