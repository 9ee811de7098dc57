import GoTemplate
import Source

/// Writes values as yaml.v3 does: blocks indented to columns that are multiples of four.
struct GossYAML {
  private static let indentStep = 4
  private static let longestPlainKey = 128

  private var text = ""
  private var column = 0
  private var indent = -1
  /// Whether nothing but blanks and the marks of blocks stands on the line.
  private var isAtStart = true
  /// Whether a blank stands before what comes.
  private var isBehindBlank = true

  static func text(of value: GossValue) -> String {
    var writer = GossYAML()
    writer.write(value, inList: false)
    return writer.column > 0 ? writer.text + "\n" : writer.text
  }

  private mutating func write(_ value: GossValue, inList: Bool) {
    let outer = indent
    defer { indent = outer }
    indent = indent < 0 ? 0 : inList ? indent + 2 : Self.indentStep * (indent / Self.indentStep + 1)
    switch value {
    case .map(let entries, let hasPlainKeys) where !entries.isEmpty:
      for entry in entries { write(hasPlainKeys ? .text(entry.key) : entry.typedKey, entry.value) }
    case .list(let items) where !items.isEmpty: for item in items { write(item: item) }
    case .texts(let texts) where !texts.isEmpty: for text in texts { write(item: .text(text)) }
    default: write(scalar: GossYAMLScalar(value, inKey: false))
    }
  }

  private mutating func write(item: GossValue) {
    startLine()
    mark("-")
    write(item, inList: true)
  }

  /// A key that is long or has more than one line stands behind a question mark.
  private mutating func write(_ key: GossValue, _ value: GossValue) {
    startLine()
    let word = GossYAMLScalar(key, inKey: true)
    if word.isOneLine, word.source.utf8.count <= Self.longestPlainKey {
      write(scalar: word)
      put(":")
      isBehindBlank = false
    } else {
      mark("?")
      write(key, inList: false)
      startLine()
      mark(":")
    }
    write(value, inList: false)
  }

  private mutating func write(scalar: GossYAMLScalar) {
    if !isBehindBlank { put(" ") }
    isBehindBlank = false
    isAtStart = false
    put(scalar.text)
    guard let lines = scalar.lines else { return }
    // A first line feed only ends the line of the mark: yaml.v3 loses it.
    var isNewLine = true
    for scalar in lines.unicodeScalars {
      if scalar == "\n" {
        endLine()
      } else {
        if isNewLine { startLine() }
        put(String(scalar))
        isAtStart = false
      }
      isNewLine = scalar == "\n"
    }
  }

  /// The mark of a block: what is inside may go on behind it.
  private mutating func mark(_ mark: String) {
    if !isBehindBlank { put(" ") }
    put(mark)
    isBehindBlank = false
  }

  private mutating func startLine() {
    if !isAtStart || column > indent || (column == indent && !isBehindBlank) { endLine() }
    put(String(repeating: " ", count: max(0, indent - column)))
    isBehindBlank = true
  }

  private mutating func endLine() {
    text += "\n"
    column = 0
    isAtStart = true
  }

  private mutating func put(_ part: String) {
    text += part
    column += part.unicodeScalars.count
  }
}
