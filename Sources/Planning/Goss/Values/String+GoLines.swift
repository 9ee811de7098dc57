extension String {
  /// The parts between line feeds, as Go's `strings.Split` gives them.
  ///
  /// To Swift a carriage return with its line feed is one character, which is no line feed.
  var goLines: [String] {
    utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  }
}
