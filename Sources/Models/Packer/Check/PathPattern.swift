/// A path with `*`, `?` or `[` in it, as Packer looks for files by it.
package enum PathPattern {
  /// Whether every `[` of a pattern is closed, with something in between; another is refused, whatever is there.
  package static func isSound(_ text: String) -> Bool {
    var rest = text[...]
    while let open = rest.firstIndex(of: "[") {
      let inner = rest[rest.index(after: open)...]
      guard let close = inner.dropFirst(inner.hasPrefix("^") ? 1 : 0).firstIndex(of: "]"),
        close > inner.startIndex
      else { return false }
      rest = inner[inner.index(after: close)...]
    }
    return !rest.hasSuffix("\\")
  }
}
