import DataSyntax
import Source

/// The places of a file that look like code of a template language other than Packer's.
struct CodePlaces {
  /// One such place.
  struct Place {
    let language: EmbeddedCode.Language
    /// From the opening to the end of what closes it, or the opening alone where that is on another line.
    let range: ByteRange
    /// Whether its line of YAML begins with it, so that it cannot be a value.
    let rulesItsLine: Bool
    /// Whether it stands where a text of the template can not.
    let isOutsideTexts: Bool
    /// Whether it may be meant to be read as it is: a name in two braces.
    let isExpression: Bool
  }

  private(set) var all: [Place] = []
  private let file: SourceFile
  private let isYAML: Bool

  /// The words with which statements of Jinja begin.
  private static let statements: Set = [
    "block", "call", "do", "elif", "else", "endblock", "endcall", "endfilter", "endfor", "endif", "endmacro",
    "endraw", "endset", "extends", "filter", "for", "from", "if", "import", "include", "macro", "raw", "set",
    "with",
  ]
  /// A file of so many places is known by the first ones.
  private static let limit = 1000

  init(in file: SourceFile, _ syntax: DataSyntaxKind) {
    self.file = file
    isYAML = syntax == .yaml
    let bytes = file.bytes
    var offset = 0
    while offset + 1 < bytes.count, all.count < Self.limit {
      defer { offset += 1 }
      switch (bytes[offset], bytes[offset + 1]) {
      case (UInt8(ascii: "<"), UInt8(ascii: "%")):
        add(.erb, at: offset, closedBy: UInt8(ascii: "%"), UInt8(ascii: ">"))
      case (UInt8(ascii: "{"), UInt8(ascii: "%")) where isStatement(at: offset + 2):
        add(.jinja, at: offset, closedBy: UInt8(ascii: "%"), UInt8(ascii: "}"))
      case (UInt8(ascii: "{"), UInt8(ascii: "{")) where isForeignExpression(at: offset + 2):
        add(.jinja, at: offset, closedBy: UInt8(ascii: "}"), UInt8(ascii: "}"), isExpression: true)
      default: break
      }
    }
  }

  private mutating func add(
    _ language: EmbeddedCode.Language, at offset: Int, closedBy first: UInt8, _ second: UInt8,
    isExpression: Bool = false
  ) {
    let bytes = file.bytes
    var end = offset + 2
    while end + 1 < bytes.count, bytes[end] != first || bytes[end + 1] != second { end += 1 }
    guard end + 1 < bytes.count else { return }
    let line = file.lines.range(ofLine: file.lines.line(at: offset))
    let before = bytes[line.start..<offset]
    let isFirst = before.allSatisfy { " \t-".utf8.contains($0) }
    let isQuoted = !before.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2)
    let isValue = before.last { $0 != 0x20 }.map { ":-[{,".utf8.contains($0) } ?? false
    all.append(
      Place(
        language: language, range: ByteRange(offset, end + 2 <= line.end ? end + 2 : offset + 2),
        rulesItsLine: isYAML && isFirst && language == .erb,
        isOutsideTexts: isYAML ? isFirst || isExpression && isValue : !isQuoted, isExpression: isExpression))
  }

  /// The word that begins after blanks and the dash or plus with which Jinja cuts them.
  private func word(at offset: Int) -> ArraySlice<UInt8> {
    let start = file.bytes[offset...].drop { "-+ \t".utf8.contains($0) }
    return start.prefix {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
  }

  private func isStatement(at offset: Int) -> Bool {
    Self.statements.contains(String(decoding: word(at: offset), as: UTF8.self))
  }

  /// Whether a name stands there that none of Packer's functions has, by itself or with what Jinja lets follow.
  private func isForeignExpression(at offset: Int) -> Bool {
    let word = word(at: offset)
    guard let first = word.first, !(0x30...0x39).contains(first) else { return false }
    let name = String(decoding: word, as: UTF8.self)
    let next = file.bytes[word.endIndex...].first { $0 != 0x20 }
    return !Self.own.contains(name) && next.map { "}|.[(".utf8.contains($0) } ?? false
  }

  /// What Go's templates and Packer's functions begin with.
  private static let own = Set(TemplateFunction.byName.keys).union(TemplateFunction.removed.keys)
    .union(TemplateFunction.later)
    .union(["and", "else", "end", "if", "index", "len", "not", "or", "print", "printf", "range", "with"])

  /// The first of the places that a variable or an option of a builder holds, of a template that parses.
  static func first(of places: [Place], inValuesOf template: PackerTemplate) -> Place? {
    let values = template.variables.map(\.value) + template.builders.flatMap(\.options).map(\.value)
    let ranges = values.compactMap { value -> (value: TemplateValue, range: ByteRange)? in
      guard value.kind == .text || value.kind == .map else { return nil }
      return (value, value.location.range)
    }
    return places.first { place in
      ranges.contains { value, range in
        // Two braces without quotes are a map in a map for YAML.
        guard let text = value.text else { return place.isExpression && range.start == place.range.start }
        // What has several lines may be a file for others, such as cloud-init.
        return !place.isExpression && range.contains(place.range)
          && (place.language == .erb || !text.bytes.contains(0x0A))
      }
    }
  }
}
