extension SecretShape {
  /// What is assigned to the names of secrets in a text: `TOKEN=…`, `password = …`, `"password": "…"`, `password: …`.
  package static func assigned(in text: [UInt8]) -> [ByteRange] {
    var found: [ByteRange] = []
    var index = 0
    while index < text.count {
      guard isNameByte(text[index]) else {
        index += 1
        continue
      }
      let end = text[index...].firstIndex { !isNameByte($0) } ?? text.count
      let isNamed =
        isSign(behind: end, in: text) && hidesValue(String(decoding: text[index..<end], as: UTF8.self))
      // What is no secret is passed over, too: a value that is looked at again for each name in it takes quadratic time.
      index = end
      guard isNamed, let value = value(assignedAt: end, in: text) else { continue }
      index = max(end, value.end)
      if isSecret(value: text[value.indices]) { found.append(value) }
    }
    return found
  }

  /// The logins of registries in a `config.json` of docker: user and password in Base64.
  static func logins(in text: [UInt8], after names: [Int]) -> [SecretShape] {
    names.compactMap { end in
      guard let value = value(assignedAt: end, in: text, limit: 4096), value.count >= 8,
        text[value.indices].allSatisfy({ isLetterOrDigit($0) || "/+=".utf8.contains($0) }),
        let login = Base64.decoded(Array(text[value.indices])),
        let colon = login.firstIndex(of: UInt8(ascii: ":")), colon > 0, isWritten(login[(colon + 1)...])
      else { return nil }
      return SecretShape(what: "the login of a registry", range: value)
    }
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// The value behind a name that ends at an offset: what a quote encloses, else all up to a blank.
  static func value(
    assignedAt end: Int, in text: [UInt8], limit: Int = .max
  ) -> ByteRange? {
    var start = skipQuote(end, text)
    while start < text.count, isBlank(text[start]) { start += 1 }
    guard start < text.count, text[start] == UInt8(ascii: "=") || text[start] == UInt8(ascii: ":") else {
      return nil
    }
    let isColon = text[start] == UInt8(ascii: ":")
    start += 1
    let sign = start
    while start < text.count, isBlank(text[start]) { start += 1 }
    let open = start
    start = skipQuote(start, text)
    guard start < text.count, !isColon || start > sign else { return nil }
    let quote = start > open ? text[start - 1] : nil
    let isEscaped = start == open + 2
    var stop = start
    while stop < text.count, stop - start < limit, !isEnd(stop, of: text, quote) {
      // An escaped quote ends what an escaped one has opened, and belongs to the value elsewhere.
      if text[stop] == UInt8(ascii: "\\"), quote != nil {
        if isEscaped, stop + 1 < text.count, text[stop + 1] == quote { break }
        stop += 1
      }
      stop += 1
    }
    stop = min(stop, text.count)
    // What closes a sentence or a list around it is no part of a value without quotes.
    while quote == nil, stop > start, "\"'`,;)]}".utf8.contains(text[stop - 1]) { stop -= 1 }
    return ByteRange(start, stop)
  }

  /// Whether a sign that assigns may stand behind a name.
  private static func isSign(behind end: Int, in text: [UInt8]) -> Bool {
    guard end < text.count else { return false }
    return "=: \t\"'\\".utf8.contains(text[end])
  }

  private static func isEnd(_ offset: Int, of text: [UInt8], _ quote: UInt8?) -> Bool {
    if let quote { return text[offset] == quote }
    return text[offset] <= 0x20 || text[offset...].starts(with: "…".utf8)
  }

  /// The offset behind a quote, one that JSON escapes among them; the same offset where none stands there.
  private static func skipQuote(_ offset: Int, _ text: [UInt8]) -> Int {
    var next = offset
    if next + 1 < text.count, text[next] == UInt8(ascii: "\\") { next += 1 }
    return next < text.count && "\"'".utf8.contains(text[next]) ? next + 1 : offset
  }

  /// Whether what is assigned is worth hiding: flags and small numbers say how a secret must be.
  private static func isSecret(value: ArraySlice<UInt8>) -> Bool {
    let isNumber = value.allSatisfy { (0x30...0x39).contains($0) }
    // What stands behind the scheme of a login is told by its own form.
    let isScheme = ["bearer", "basic", "token"].contains(String(decoding: value, as: UTF8.self).lowercased())
    return !(isNumber && value.count < 4) && !isScheme && isWritten(value)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
