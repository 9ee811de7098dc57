import Source

extension XMLReader {
  /// All that stands before the first element.
  mutating func prolog() throws(Fault) {
    let start = index
    if Encoding.verdict(on: bytes) == .utf16 {
      throw refusal("it is written in UTF-16 or UTF-32; only UTF-8 is read", at: 0)
    }
    var encoding: (name: String, offset: Int)?
    if starts(with: "<?xml"), let next = peek(5), Self.isBlank(next) { encoding = try declaration() }
    try validate(as: encoding, from: start)
    try miscellany()
    if starts(with: "<!DOCTYPE") {
      try documentType()
      try miscellany()
      if starts(with: "<!DOCTYPE") { throw fault("there is a second document type") }
    }
  }

  /// Comments, instructions and blanks.
  mutating func miscellany() throws(Fault) {
    while true {
      skipBlanks()
      if starts(with: "<!--") {
        try comment()
      } else if starts(with: "<?") {
        try instruction()
      } else {
        return
      }
    }
  }

  /// `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
  private mutating func declaration() throws(Fault) -> (name: String, offset: Int)? {
    index += 5
    var found: (name: String, offset: Int)?
    for name in ["version", "encoding", "standalone"] {
      let before = index
      skipBlanks()
      guard starts(with: name) else {
        if name == "version" { throw fault("the declaration says no version") }
        index = before
        continue
      }
      guard index > before else { throw fault("a blank is missing") }
      index += name.utf8.count
      try sign()
      let offset = index + 1
      let value = try quoted()
      switch name {
      case "version":
        guard value.hasPrefix("1."), value.utf8.count > 2, value.utf8.dropFirst(2).allSatisfy(\.isDigit)
        else {
          throw fault("`\(value)` is no version of XML", at: offset)
        }
      case "encoding": found = (value, offset)
      default:
        guard value == "yes" || value == "no" else {
          throw fault("`\(value)` is neither yes nor no", at: offset)
        }
      }
    }
    skipBlanks()
    guard starts(with: "?>") else { throw fault("`?>` is missing") }
    index += 2
    return found
  }

  /// Encodings that have the same bytes as UTF-8 for all of ASCII.
  private static let supersets = [
    "iso-8859-", "iso_8859-", "windows-", "latin", "us-ascii", "ascii", "koi8-", "cp125",
  ]

  /// Refuses texts that are no UTF-8 or not said to be such; what holds nothing but ASCII is the same in many encodings.
  private func validate(as encoding: (name: String, offset: Int)?, from start: Int) throws(Fault) {
    let name = encoding?.name.lowercased() ?? "utf-8"
    if let encoding, name != "utf-8", name != "utf8" {
      let isASCII = bytes[start...].allSatisfy { $0 < 0x80 }
      guard isASCII, Self.supersets.contains(where: name.hasPrefix) else {
        throw refusal("it is said to be in `\(encoding.name)`; only UTF-8 is read", at: encoding.offset)
      }
    }
    if let bad = Encoding.invalidRanges(in: bytes, limit: 1).first {
      throw fault("this is no UTF-8", at: bad.start)
    }
  }

  /// A document type that names what is outside; nothing of it is read.
  private mutating func documentType() throws(Fault) {
    let start = index
    index += 9
    guard skipBlanks() else { throw fault("a blank is missing") }
    _ = try name()
    let isApart = skipBlanks()
    for (word, texts) in [("PUBLIC", 2), ("SYSTEM", 1)] where starts(with: word) {
      guard isApart else { throw fault("a blank is missing") }
      index += word.utf8.count
      for _ in 0..<texts {
        guard skipBlanks() else { throw fault("a blank is missing") }
        _ = try quoted()
      }
      skipBlanks()
      break
    }
    if peek() == UInt8(ascii: "[") {
      throw refusal("the document type declares things of its own, and these are never followed", at: index)
    }
    guard peek() == UInt8(ascii: ">") else {
      throw fault(peek() == nil ? "it is not closed" : "`>` is missing", at: peek() == nil ? start : nil)
    }
    index += 1
  }

  /// A text in quotes of either kind, in which nothing stands for anything else.
  private mutating func quoted() throws(Fault) -> String {
    guard let quote = peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw fault("a quote is missing")
    }
    let start = index
    index += 1
    while let byte = peek() {
      if byte == quote {
        index += 1
        return String(decoding: bytes[(start + 1)..<(index - 1)], as: UTF8.self)
      }
      index += 1
    }
    throw fault("a quote is not closed", at: start)
  }
}
