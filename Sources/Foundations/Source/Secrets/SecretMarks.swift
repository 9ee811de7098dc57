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
  /// Where the names of secret keys of AWS end.
  private(set) var accessKeys: [Int] = []
  /// Where the names of logins in a file of docker end.
  private(set) var logins: [Int] = []

  /// Whether the text holds none.
  var isEmpty: Bool {
    prefixes.isEmpty && addresses.isEmpty && headers.isEmpty && applications.isEmpty && accessKeys.isEmpty
      && logins.isEmpty
  }

  private enum Kind: UInt8 { case none, prefix, address, header, application, accessKey, login }

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
    case .accessKey: if let end = Self.endOfAccessKey(around: offset, of: text) { accessKeys.append(end) }
    case .login:
      let start = offset - Self.login.count + 2
      if start >= 0, text.holds(Self.login, at: start) { logins.append(offset + 1) }
    }
  }

  /// The end of a name such as `aws_secret_access_key` or `SecretAccessKey` around its two `c`.
  private static func endOfAccessKey(around offset: Int, of text: UnsafeBufferPointer<UInt8>) -> Int? {
    func letters(_ word: [UInt8], at start: Int) -> Bool {
      start >= 0 && text.holds(word, at: start, ignoring: 0x20)
    }
    func isJoint(_ place: Int) -> Bool {
      place >= 0 && place < text.count
        && (text[place] == UInt8(ascii: "_") || text[place] == UInt8(ascii: "-"))
    }
    guard letters(access, at: offset - 1) else { return nil }
    let before = offset - 1 - (isJoint(offset - 2) ? 1 : 0)
    guard letters(secret, at: before - secret.count) else { return nil }
    let behind = offset - 1 + access.count
    let start = behind + (isJoint(behind) ? 1 : 0)
    return letters(key, at: start) ? start + key.count : nil
  }

  private static let (secret, access, key) = (Array("secret".utf8), Array("access".utf8), Array("key".utf8))
  private static let login = Array("\"auth\"".utf8)

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
    for first in "cC".utf8 {
      for second in "cC".utf8 { mark(first, second, .accessKey) }
    }
    mark(UInt8(ascii: "h"), UInt8(ascii: "\""), .login)
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
