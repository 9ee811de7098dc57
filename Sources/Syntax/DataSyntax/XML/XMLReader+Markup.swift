extension XMLReader {
  /// `<name attribute="value">`, or one that is closed at once.
  mutating func startTag() throws(Fault) -> (XMLElement, isClosed: Bool) {
    let start = index
    index += 1
    let name = try name()
    try note(at: start)
    var attributes: [XMLElement.Attribute] = []
    var names: Set<String> = []
    while true {
      let isApart = skipBlanks()
      switch peek() {
      case UInt8(ascii: ">"):
        index += 1
        return (XMLElement(name: name, attributes: attributes), false)
      case UInt8(ascii: "/"):
        guard peek(1) == UInt8(ascii: ">") else { throw fault("`>` is missing behind `/`") }
        index += 2
        return (XMLElement(name: name, attributes: attributes), true)
      case nil: throw fault("the tag of `\(name)` is not closed", at: start)
      default:
        guard isApart else { throw fault("a blank is missing") }
        let place = index
        let attribute = try self.name()
        guard names.insert(attribute).inserted else {
          throw fault("`\(name)` has `\(attribute)` twice", at: place)
        }
        try note(at: place)
        try sign()
        attributes.append(XMLElement.Attribute(name: attribute, value: try attributeValue()))
      }
    }
  }

  /// The name in `</name>`.
  mutating func endTag() throws(Fault) -> String {
    index += 2
    let name = try name()
    skipBlanks()
    guard peek() == UInt8(ascii: ">") else { throw fault("`>` is missing") }
    index += 1
    return name
  }

  /// The sign between a name and its value, with the blanks around.
  mutating func sign() throws(Fault) {
    skipBlanks()
    guard peek() == UInt8(ascii: "=") else { throw fault("`=` is missing") }
    index += 1
    skipBlanks()
  }

  private mutating func attributeValue() throws(Fault) -> String {
    guard let quote = peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw fault("a quote is missing")
    }
    let start = index
    index += 1
    var value: [UInt8] = []
    while true {
      value += plain { $0 == quote || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
      guard let byte = peek() else { throw fault("a quote is not closed", at: start) }
      switch byte {
      case quote:
        index += 1
        return String(decoding: value, as: UTF8.self)
      case UInt8(ascii: "<"): throw fault("a `<` in a value is written as `&lt;`")
      case UInt8(ascii: "&"): value += try reference()
      case 0x0D where peek(1) == 0x0A: index += 1
      case 0x09, 0x0A, 0x0D:
        value.append(0x20)
        index += 1
      default: value += try character()
      }
    }
  }

  /// The text up to the next sign of a tag.
  mutating func text() throws(Fault) -> [UInt8] {
    var text: [UInt8] = []
    while true {
      text += plain { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "]") }
      switch peek() {
      case nil, UInt8(ascii: "<"): return text
      case UInt8(ascii: "&"): text += try reference()
      case UInt8(ascii: "]") where starts(with: "]]>"): throw fault("`]]>` in a text is written as `]]&gt;`")
      default: text += try character()
      }
    }
  }

  /// The text of `<![CDATA[…]]>`.
  mutating func characterData() throws(Fault) -> [UInt8] {
    let start = index
    index += 9
    var text: [UInt8] = []
    while peek() != nil {
      text += plain { $0 == UInt8(ascii: "]") }
      if starts(with: "]]>") {
        index += 3
        return text
      }
      text += try character()
    }
    throw fault("a CDATA section is not closed", at: start)
  }

  mutating func comment() throws(Fault) {
    let start = index
    index += 4
    while peek() != nil {
      _ = plain { $0 == UInt8(ascii: "-") }
      if starts(with: "--") {
        guard peek(2) == UInt8(ascii: ">") else { throw fault("a comment holds `--`") }
        index += 3
        return
      }
      _ = try character()
    }
    throw fault("a comment is not closed", at: start)
  }

  /// `<?target …?>`, which says something to other programs.
  mutating func instruction() throws(Fault) {
    let start = index
    index += 2
    let target = try name()
    if target.lowercased() == "xml" {
      throw fault("an XML declaration stands at the very beginning", at: start)
    }
    guard starts(with: "?>") || skipBlanks() else { throw fault("a blank is missing") }
    while peek() != nil {
      _ = plain { $0 == UInt8(ascii: "?") }
      if starts(with: "?>") {
        index += 2
        return
      }
      _ = try character()
    }
    throw fault("an instruction is not closed", at: start)
  }
}
