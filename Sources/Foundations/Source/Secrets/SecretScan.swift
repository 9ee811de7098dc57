/// Goes through a text once for the tokens and keys in it. What was looked at ahead is kept: the time is linear.
struct SecretScan {
  /// A run of the bytes that tokens consist of.
  private struct Run {
    var end = 0
    /// Its last full stops, the last one first: as many as tell a web token.
    var stops: [Int] = []
  }

  private let text: [UInt8]
  /// The last run of each set of bytes.
  private var runs = SecretForms.Signs.allCases.map { _ in Run() }
  /// Where the word that marks examples stands next; the end of the text where it does no more.
  private var nextExample = -1
  /// Where the next line that ends a key or a certificate does so; the end of the text where there is none.
  private var nextFooterEnd = -1

  /// Where the private part of a key of PuTTY and its checksum stand next; the end of the text where they do no more.
  private var nextPuttyPart = -1
  private var nextPuttyEnd = -1

  private static let puttyPart = Array("Private-Lines:".utf8)
  private static let puttyEnd = Array("Private-MAC:".utf8)
  private static let webToken = Array("eyJ".utf8)
  private static let example = Array("example".utf8)
  private static let footer = Array("-----END ".utf8)
  private static let dashes = Array("-----".utf8)

  init(_ text: [UInt8]) { self.text = text }

  /// The tokens and keys whose prefixes are marked, in their order.
  mutating func shapes(at prefixes: [(offset: Int, form: Int)]) -> [SecretShape] {
    var found: [SecretShape] = []
    var last = 0
    for (offset, index) in prefixes where offset >= last {
      let form = SecretForms.known[index]
      guard let end = end(of: form, from: offset) else { continue }
      found.append(SecretShape(what: form.what, range: ByteRange(offset, end)))
      last = end
    }
    return found
  }

  /// The end of a secret whose prefix stands at an offset; nil where it is none.
  private mutating func end(of form: SecretForms.Form, from offset: Int) -> Int? {
    let start = offset + form.prefix.count
    let end: Int
    switch form.kind {
    case .privateKey:
      guard isPrivateKey(offset) else { return nil }
      end = footerEnd(after: offset)
      // What has an end has something in between, else the form alone is shown.
      guard end == text.count || hasBody(text[offset..<end]) else { return nil }
    case .puttyKey:
      guard let last = endOfPuttyKey(from: start) else { return nil }
      end = last
    case .encodedKey:
      // The head first: what is no key may stand there again and again.
      guard isEncodedKey(text[offset...].prefix(Self.encodedHead)) else { return nil }
      let run = text[offset...].prefix { isBase64($0) }
      guard form.lengths.contains(run.count - form.prefix.count) else { return nil }
      end = endOfLines(after: run)
    case .webToken:
      guard let last = endOfWebToken(form, from: start) else { return nil }
      end = last
    case .token, .plainToken, .undottedToken, .base64Token, .mixedToken, .hexToken:
      let run = run(of: form.kind.signs, at: offset, start)
      let body = text[start..<run.end]
      guard form.lengths.contains(body.count), !SecretBody.isWords(body) else { return nil }
      if form.kind == .mixedToken, !SecretBody.isMixed(body) { return nil }
      if form.kind == .hexToken, !SecretBody.isHexadecimal(body) { return nil }
      end = run.end
    }
    return isExample(from: offset, to: end) ? nil : end
  }

  /// The run of some bytes behind a prefix that stands at an offset.
  private mutating func run(of signs: SecretForms.Signs, at offset: Int, _ start: Int) -> Run {
    guard offset >= runs[signs.rawValue].end else { return runs[signs.rawValue] }
    var run = Run()
    // A prefix may hold a byte that its token may not.
    run.end = text[start...].firstIndex { !signs.contains($0) } ?? text.count
    var rest = text[offset..<run.end]
    while run.stops.count < 3, let stop = rest.lastIndex(of: UInt8(ascii: ".")) {
      run.stops.append(stop)
      rest = rest[..<stop]
    }
    runs[signs.rawValue] = run
    return run
  }

  private func isBase64(_ byte: UInt8) -> Bool {
    SecretForms.isWord(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "=")
  }

  /// How much of a key in Base64 tells what it is.
  private static let encodedHead = 60

  /// Whether the head of a text in Base64 is that of a private key.
  private func isEncodedKey(_ head: ArraySlice<UInt8>) -> Bool {
    guard let head = Base64.decoded(Array(head.prefix { isBase64($0) })) else { return false }
    return String(decoding: head, as: UTF8.self).contains("PRIVATE KEY-----")
  }

  /// Far more than the head and the public part of a key take.
  private static let puttyLimit = 16 << 10

  /// Where a key of PuTTY ends, with the line of its checksum; nil where no private part follows.
  private mutating func endOfPuttyKey(from start: Int) -> Int? {
    let limit = min(start + Self.puttyLimit, text.count)
    if nextPuttyPart < start { nextPuttyPart = place(from: start) { $0.starts(with: Self.puttyPart) } }
    guard nextPuttyPart < limit else { return nil }
    if nextPuttyEnd < nextPuttyPart {
      nextPuttyEnd = place(from: nextPuttyPart) { $0.starts(with: Self.puttyEnd) }
    }
    guard nextPuttyEnd < limit else { return limit }
    return text[nextPuttyEnd...].firstIndex { $0 == 0x0A } ?? text.count
  }

  /// Where the rest of a JSON Web Token ends, those with the other signs of Base64 and its padding among them; nil where it is none.
  private mutating func endOfWebToken(_ form: SecretForms.Form, from start: Int) -> Int? {
    // The narrower run goes first: behind a token a path may go on.
    for signs in [SecretForms.Signs.dotted, .base64] {
      let run = run(of: signs, at: start - form.prefix.count, start)
      guard form.lengths.contains(run.end - start), isWebToken(run, from: start) else { continue }
      return text[run.end...].firstIndex { !isBase64($0) && !SecretForms.Signs.undotted.contains($0) }
        ?? text.count
    }
    return nil
  }

  /// Whether the rest of a JSON Web Token is one: three parts, the second of JSON as well.
  private func isWebToken(_ run: Run, from start: Int) -> Bool {
    guard run.stops.count >= 2, run.stops[1] >= start, run.stops.count == 2 || run.stops[2] < start else {
      return false
    }
    return text[(run.stops[1] + 1)..<run.stops[0]].starts(with: Self.webToken)
      && run.end - run.stops[0] > 16
  }

  /// Where a text in Base64 ends that may go on over lines, all but the last of which are as long as the first.
  private func endOfLines(after first: ArraySlice<UInt8>) -> Int {
    var line = first
    while line.count == first.count, line.last != UInt8(ascii: "="),
      let start = nextLine(after: line.endIndex)
    {
      let next = text[start...].prefix { isBase64($0) }
      // A line with more in it is another setting.
      let isWhole =
        next.endIndex == text.count || text[next.endIndex] <= 0x20
        || "\\\"'".utf8.contains(text[next.endIndex])
      guard !next.isEmpty, next.count <= first.count, isWhole else { break }
      line = next
    }
    return line.endIndex
  }

  /// Where the text of the next line begins, behind what indents it; lines may be written with escapes.
  private func nextLine(after end: Int) -> Int? {
    var rest = text[end...]
    var isNext = false
    if rest.first == 0x0D { rest = rest.dropFirst() }
    if rest.first == 0x0A {
      (rest, isNext) = (rest.dropFirst(), true)
    } else {
      for escape in ["\\r", "\\n"] where rest.starts(with: escape.utf8) {
        (rest, isNext) = (rest.dropFirst(2), true)
      }
    }
    return isNext ? rest.firstIndex { $0 != 0x20 && $0 != 0x09 } : nil
  }

  /// Whether a PEM header is that of a private key.
  private func isPrivateKey(_ offset: Int) -> Bool {
    let head = String(decoding: text[offset...].prefix(64), as: UTF8.self)
    return head.contains("PRIVATE KEY-----") || head.contains("PRIVATE KEY BLOCK-----")
  }

  /// Whether something in base64 is in a key's block, which takes more than its words.
  private func hasBody(_ block: ArraySlice<UInt8>) -> Bool {
    var length = 0
    for byte in block {
      let isLetter = (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      length = isLetter || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") ? length + 1 : 0
      if length >= 16 { return true }
    }
    return false
  }

  /// Whether a part of the text says that it is an example.
  private mutating func isExample(from start: Int, to end: Int) -> Bool {
    let word = Self.example
    if nextExample < start {
      nextExample = place(from: start) { rest in
        rest.count >= word.count && zip(rest, word).allSatisfy { $0 | 0x20 == $1 }
      }
    }
    return nextExample + word.count <= end
  }

  /// Where a key that begins at an offset ends: with its footer, or with the text.
  private mutating func footerEnd(after start: Int) -> Int {
    guard nextFooterEnd <= start else { return nextFooterEnd }
    let footer = place(from: start) { $0.starts(with: Self.footer) }
    let name = min(footer + Self.footer.count, text.count)
    nextFooterEnd = min(place(from: name) { $0.starts(with: Self.dashes) } + Self.dashes.count, text.count)
    return nextFooterEnd
  }

  /// The first place at which the rest of the text is as asked for; the end of the text where there is none.
  private func place(from start: Int, where isSuch: (ArraySlice<UInt8>) -> Bool) -> Int {
    (start..<text.count).first { isSuch(text[$0...]) } ?? text.count
  }
}
