/// Repeating, indenting and wrapping of texts.
enum Layout {
  /// How many bytes a text may come to, so that a template ends.
  static let sizeLimit = 1 << 20

  static func repeated(_ text: String, _ count: Int) -> Answer {
    guard count >= 0 else { return .failure("strings: negative Repeat count") }
    let (size, isBeyond) = text.utf8.count.multipliedReportingOverflow(by: count)
    guard !isBeyond, size <= sizeLimit else { return tooLong }
    return .text(text.isEmpty ? "" : String(repeating: text, count: count))
  }

  /// A text whose lines begin with blanks, behind another.
  static func indented(_ text: String, by count: Int, after head: String) -> Answer {
    guard count >= 0 else { return .failure("strings: negative Repeat count") }
    let lines = Cutting.split(text, at: "\n")
    let (size, isBeyond) = lines.count.multipliedReportingOverflow(by: count)
    guard !isBeyond, size <= sizeLimit else { return tooLong }
    let pad = String(repeating: " ", count: count)
    return .text(head + pad + lines.joined(separator: "\n" + pad))
  }

  static var tooLong: Answer { .failure("it comes to more than \(sizeLimit >> 20) MiB") }

  /// Texts with a mark between them.
  static func joined(_ texts: some Sequence<String>, by mark: String) -> Answer {
    var text = ""
    for (place, part) in texts.enumerated() {
      text += place == 0 ? part : mark + part
      guard text.utf8.count <= sizeLimit else { return tooLong }
    }
    return .text(text)
  }

  /// Lines of at most `width` characters, broken at blanks; a longer word is cut where `cuts` says so.
  static func wrapped(_ text: String, at width: Int, by lineBreak: String, cuts: Bool) -> Answer {
    let scalars = Array(text.unicodeScalars)
    let width = max(1, width)
    // Of two lines together, one is longer than half of the width.
    let (room, isBeyond) = lineBreak.utf8.count.multipliedReportingOverflow(by: scalars.count / width * 2 + 2)
    guard !isBeyond, room <= sizeLimit * 4 else { return tooLong }
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
        return .text(String(result))
      }
      result += lineBreak.unicodeScalars
    }
    return .text(String(result + scalars[offset...]))
  }
}
