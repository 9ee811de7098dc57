extension String {
  /// The text, or of a longer one as many scalars as are allowed, the last of them `…`.
  func cut(to length: Int) -> String {
    let scalars = unicodeScalars
    guard scalars.prefix(length + 1).count > length else { return self }
    return String(String.UnicodeScalarView(scalars.prefix(length - 1))) + "…"
  }
}
