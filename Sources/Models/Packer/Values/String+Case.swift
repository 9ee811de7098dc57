extension String {
  /// Whether two names differ in the case of their letters at most.
  func equalsInAnyCase(_ other: String) -> Bool {
    if utf8.count == other.utf8.count, zip(utf8, other.utf8).allSatisfy({ $0.lowered == $1.lowered }) {
      return true
    }
    // Only beyond ASCII can more than that differ in case.
    return !utf8.allSatisfy { $0 < 0x80 } && lowercased() == other.lowercased()
  }
}

extension String {
  /// The text in upper case as Go makes it: letter by letter, so that none becomes two.
  var uppercasedByLetter: String { mapped { $0.properties.uppercaseMapping.unicodeScalars } }

  /// The text in lower case as Go makes it, which does not look at the letters around.
  var lowercasedByLetter: String { mapped { $0.properties.lowercaseMapping.unicodeScalars.prefix(1) } }

  private func mapped<Scalars: Collection<Unicode.Scalar>>(_ mapping: (Unicode.Scalar) -> Scalars) -> String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let mapped = mapping(scalar)
      text.append(mapped.count == 1 ? mapped.first ?? scalar : scalar)
    }
    return String(text)
  }
}

extension UInt8 {
  /// An ASCII letter in lower case, any other byte as it is.
  fileprivate var lowered: UInt8 { 0x41...0x5A ~= self ? self | 0x20 : self }
}
