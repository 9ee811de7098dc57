/// Where a text may hold secrets of each kind, found in one pass by the first two bytes of their marks: most texts hold none.
struct SecretMarks {
  /// The prefixes of tokens and keys: where each stands, and the index of its form.
  private(set) var prefixes: [(offset: Int, form: Int)] = []
  /// Where what follows the scheme of an address begins.
  private(set) var addresses: [Int] = []
  /// Where what follows the name of a header `Authorization` begins.
  private(set) var headers: [Int] = []
  /// Where the mark within a client secret of Azure stands.
  private(set) var applications: [Int] = []

  /// Whether the text holds none.
  var isEmpty: Bool { prefixes.isEmpty && addresses.isEmpty && headers.isEmpty && applications.isEmpty }

  private enum Kind: UInt8 { case none, prefix, address, header, application }

  init(of text: [UInt8]) {
    text.withUnsafeBufferPointer { text in
      Self.kinds.withUnsafeBufferPointer { kinds in
        var offset = 0
        while offset + 1 < text.count {
          let kind = kinds[Int(text[offset]) << 8 | Int(text[offset + 1])]
          if kind != .none { take(kind, at: offset, of: text) }
          offset += 1
        }
      }
    }
  }

  private mutating func take(_ kind: Kind, at offset: Int, of text: UnsafeBufferPointer<UInt8>) {
    switch kind {
    case .none: break
    case .prefix:
      if let form = SecretForms.known.index(at: offset, of: text) { prefixes.append((offset, form)) }
    case .address:
      let end = offset + Self.scheme.count
      if end < text.count, text.holds(Self.scheme, at: offset) { addresses.append(end) }
    case .header:
      let end = offset + Self.header.count
      if end < text.count, text.holds(Self.header, at: offset, ignoring: 0x20) { headers.append(end) }
    case .application: applications.append(offset)
    }
  }

  private static let scheme = Array("://".utf8)
  private static let header = Array("authorization".utf8)

  /// What two bytes begin, the first one the higher.
  private static let kinds: [Kind] = {
    var kinds = [Kind](repeating: .none, count: 1 << 16)
    func mark(_ first: UInt8, _ second: UInt8, _ kind: Kind) { kinds[Int(first) << 8 | Int(second)] = kind }
    for (first, second) in SecretForms.known.beginnings { mark(first, second, .prefix) }
    mark(scheme[0], scheme[1], .address)
    for first in [header[0], header[0] ^ 0x20] {
      for second in [header[1], header[1] ^ 0x20] { mark(first, second, .header) }
    }
    mark(UInt8(ascii: "Q"), UInt8(ascii: "~"), .application)
    return kinds
  }()
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a word stands at an offset, but for the bits that are to be ignored in the text.
  func holds(_ word: [UInt8], at offset: Int, ignoring bits: UInt8 = 0) -> Bool {
    guard offset + word.count <= count else { return false }
    for index in word.indices where self[offset + index] | bits != word[index] { return false }
    return true
  }
}
