/// Goes through a text once for the tokens and keys in it. What was looked at ahead is kept: the time is linear.
struct SecretScan {
  /// A run of the bytes that tokens consist of.
  private struct Run {
    var end = 0
    /// Its last full stops, the last one first: as many as tell a web token.
    var stops: [Int] = []
  }

  private let text: [UInt8]
  private var run = Run()
  /// Where the word that marks examples stands next; the end of the text where it does no more.
  private var nextExample = -1

  private static let webToken = Array("eyJ".utf8)
  private static let example = Array("example".utf8)

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
      end = text.count
    case .token, .webToken, .mixedToken:
      readRun(at: offset)
      guard form.lengths.contains(run.end - start) else { return nil }
      if form.kind == .webToken, !isWebToken(from: start) { return nil }
      if form.kind == .mixedToken, !isMixed(text[start..<run.end]) { return nil }
      end = run.end
    }
    return isExample(from: offset, to: end) ? nil : end
  }

  private mutating func readRun(at offset: Int) {
    guard offset >= run.end else { return }
    run.end = text[offset...].firstIndex { !SecretForms.isTokenByte($0) } ?? text.count
    run.stops = []
    var rest = text[offset..<run.end]
    while run.stops.count < 3, let stop = rest.lastIndex(of: UInt8(ascii: ".")) {
      run.stops.append(stop)
      rest = rest[..<stop]
    }
  }

  /// Whether bytes are letters of both sizes and digits, and nothing else.
  private func isMixed(_ bytes: ArraySlice<UInt8>) -> Bool {
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let isSmall = { (byte: UInt8) in (0x61...0x7A).contains(byte) }
    let isCapital = { (byte: UInt8) in (0x41...0x5A).contains(byte) }
    return bytes.contains(where: isDigit) && bytes.contains(where: isSmall)
      && bytes.contains(where: isCapital)
      && bytes.allSatisfy { isDigit($0) || isSmall($0) || isCapital($0) }
  }

  /// Whether the rest of a JSON Web Token is one: three parts, the second of JSON as well.
  private func isWebToken(from start: Int) -> Bool {
    guard run.stops.count >= 2, run.stops[1] >= start, run.stops.count == 2 || run.stops[2] < start else {
      return false
    }
    return text[(run.stops[1] + 1)..<run.stops[0]].starts(with: Self.webToken)
      && run.end - run.stops[0] > 16
  }

  /// Whether a PEM header is that of a private key.
  private func isPrivateKey(_ offset: Int) -> Bool {
    let head = String(decoding: text[offset...].prefix(64), as: UTF8.self)
    return head.contains("PRIVATE KEY-----") || head.contains("PRIVATE KEY BLOCK-----")
  }

  /// Whether a part of the text says that it is an example.
  private mutating func isExample(from start: Int, to end: Int) -> Bool {
    let word = Self.example
    if nextExample < start {
      nextExample =
        (start..<text.count).first { place in
          place + word.count <= text.count && zip(text[place...], word).allSatisfy { $0 | 0x20 == $1 }
        } ?? text.count
    }
    return nextExample + word.count <= end
  }
}
