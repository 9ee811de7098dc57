/// Indenting and wrapping of texts.
enum Layout {
  static func indented(_ text: String, by count: Int) -> String {
    let pad = String(repeating: " ", count: min(max(count, 0), 1000))
    return pad + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + pad)
  }

  /// Lines of at most `width` characters, broken at blanks; a longer word is cut where `cuts` says so.
  static func wrapped(_ text: String, at width: Int, by lineBreak: String, cuts: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    let width = max(1, width)
    var result = String.UnicodeScalarView()
    var offset = 0
    while scalars.count - offset > width {
      if scalars[offset] == " " {
        offset += 1
        continue
      }
      let window = scalars[offset..<offset + width + 1]
      if let blank = window.lastIndex(of: " "), blank >= offset {
        result += scalars[offset..<blank]
        offset = blank + 1
      } else if cuts {
        result += scalars[offset..<offset + width]
        offset += width
      } else if let blank = scalars[(offset + width)...].firstIndex(of: " ") {
        result += scalars[offset..<blank]
        offset = blank + 1
      } else {
        result += scalars[offset...]
        offset = scalars.count
        return String(result)
      }
      result += lineBreak.unicodeScalars
    }
    return String(result + scalars[offset...])
  }
}
