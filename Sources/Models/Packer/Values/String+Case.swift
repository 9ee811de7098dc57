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

extension UInt8 {
  /// An ASCII letter in lower case, any other byte as it is.
  fileprivate var lowered: UInt8 { 0x41...0x5A ~= self ? self | 0x20 : self }
}
