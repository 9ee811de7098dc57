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
  /// Where the names of keys that have a form of their own end.
  private(set) var namedKeys: [(end: Int, name: KeyName)] = []
  /// Where the colon within a token of a bot stands.
  private(set) var bots: [Int] = []
  /// Where what is assigned to the name of a signature begins.
  private(set) var signatures: [Int] = []
  /// Where the mark within a token of Terraform stands.
  private(set) var workspaces: [Int] = []
  /// Where the names of logins in a file of docker end.
  private(set) var logins: [Int] = []

  /// Whether the text holds none.
  var isEmpty: Bool {
    prefixes.isEmpty && addresses.isEmpty && headers.isEmpty && applications.isEmpty && namedKeys.isEmpty
      && logins.isEmpty && bots.isEmpty && signatures.isEmpty && workspaces.isEmpty
  }

  /// What a key is called whose form tells it as one behind its name alone.
  enum KeyName { case secretAccess, sharedAccess, access, account, wireGuard, registry }

  private enum Kind: UInt8 {
    case none, prefix, address, header, application, accessKey, login, bot, signature, workspace
    case wireGuard, registry
  }

  init(of text: [UInt8]) {
    text.withUnsafeBufferPointer { text in
      Self.kinds.withUnsafeBufferPointer { kinds in
        var offset = 0
        while offset + 1 < text.count {
          let kind = kinds[Int(text[offset]) << 8 | Int(text[offset + 1])]
          // Most pairs that begin a prefix stand within words, where none begins.
          if kind != .none, kind != .prefix || SecretForms.mayBegin(at: offset, of: text) {
            take(kind, at: offset, of: text)
          }
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
    case .accessKey: if let key = Self.accessKey(around: offset, of: text) { namedKeys.append(key) }
    case .wireGuard: takeKey(Self.privateKey, at: offset - 6, .wireGuard, of: text)
    case .registry: takeKey(Self.authToken, at: offset, .registry, of: text)
    case .bot: if offset + 2 < text.count, text[offset + 2] == UInt8(ascii: "A") { bots.append(offset) }
    case .signature:
      if offset >= 2, text[offset - 1] == UInt8(ascii: "i"), text[offset - 2] == UInt8(ascii: "s") {
        signatures.append(offset + 2)
      }
    case .workspace: if text.holds(Self.workspace, at: offset) { workspaces.append(offset) }
    case .login:
      let start = offset - Self.login.count + 2
      if start >= 0, text.holds(Self.login, at: start) { logins.append(offset + 1) }
    }
  }

  private mutating func takeKey(
    _ word: [UInt8], at start: Int, _ name: KeyName, of text: UnsafeBufferPointer<UInt8>
  ) {
    if start >= 0, text.holds(word, at: start) { namedKeys.append((start + word.count, name)) }
  }

  /// A name such as `aws_secret_access_key`, `SharedAccessKey` or `AccountKey` around its two `c`.
  private static func accessKey(
    around offset: Int, of text: UnsafeBufferPointer<UInt8>
  ) -> (end: Int, name: KeyName)? {
    func letters(_ word: [UInt8], at start: Int) -> Bool {
      start >= 0 && text.holds(word, at: start, ignoring: 0x20)
    }
    func isJoint(_ place: Int) -> Bool {
      place >= 0 && place < text.count
        && (text[place] == UInt8(ascii: "_") || text[place] == UInt8(ascii: "-"))
    }
    /// The end of the word `key` behind a place.
    func endOfKey(behind place: Int) -> Int? {
      let start = place + (isJoint(place) ? 1 : 0)
      return letters(key, at: start) ? start + key.count : nil
    }
    if letters(account, at: offset - 1) {
      return endOfKey(behind: offset - 1 + account.count).map { ($0, .account) }
    }
    guard letters(access, at: offset - 1), let end = endOfKey(behind: offset - 1 + access.count) else {
      return nil
    }
    let before = offset - 1 - (isJoint(offset - 2) ? 1 : 0)
    if letters(secret, at: before - secret.count) { return (end, .secretAccess) }
    return (end, letters(shared, at: before - shared.count) ? .sharedAccess : .access)
  }

  private static let (secret, access, key) = (Array("secret".utf8), Array("access".utf8), Array("key".utf8))
  private static let (shared, account) = (Array("shared".utf8), Array("account".utf8))
  private static let (privateKey, authToken) = (Array("PrivateKey".utf8), Array("_authToken".utf8))
  static let workspace = Array(".atlasv1.".utf8)
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
    mark(UInt8(ascii: ":"), UInt8(ascii: "A"), .bot)
    mark(UInt8(ascii: "g"), UInt8(ascii: "="), .signature)
    mark(UInt8(ascii: "."), UInt8(ascii: "a"), .workspace)
    mark(UInt8(ascii: "e"), UInt8(ascii: "K"), .wireGuard)
    mark(UInt8(ascii: "_"), UInt8(ascii: "a"), .registry)
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
