extension String {
  /// What stands behind the last slash of a path, slashes at its end left out; empty where nothing else is in it.
  package var fileName: Substring {
    let slash = UInt8(ascii: "/")
    guard let last = utf8.lastIndex(where: { $0 != slash }) else { return "" }
    let start = utf8[..<last].lastIndex(of: slash).map(utf8.index(after:)) ?? startIndex
    return self[start...last]
  }

  /// Whether the text ends in the bytes of another: `hasSuffix` compares characters, and takes its time for it.
  package func ends(inBytesOf ending: String) -> Bool {
    utf8.count >= ending.utf8.count && utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
