/// What a password field says, without what it holds (crypt(5), shadow(5)).
struct PasswordState: Sendable, Hashable {
  enum Kind: String, Sendable, CaseIterable {
    /// A password lets one in.
    case set
    /// No password lets one in.
    case locked
    /// Nothing needs to be typed.
    case empty
  }

  let kind: Kind
  /// How a password is hashed, one behind a lock included: `sha512`, `yescrypt`.
  let hash: String?

  init(_ field: ArraySlice<UInt8>) {
    let hash = field.drop { $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "*") }
    self.hash = Self.hash(hash)
    // A method that is not known here may still be known there.
    let mayFit = self.hash != nil || hash.first == UInt8(ascii: "$") || hash.count > 13
    kind = field.isEmpty ? .empty : hash.count < field.count || !mayFit ? .locked : .set
  }

  private static let methods: [(prefix: String, name: String)] = [
    ("$y$", "yescrypt"), ("$gy$", "gost-yescrypt"), ("$7$", "scrypt"), ("$2a$", "bcrypt"), ("$2b$", "bcrypt"),
    ("$2x$", "bcrypt"), ("$2y$", "bcrypt"), ("$sm3$", "sm3"), ("$sm3y$", "sm3-yescrypt"), ("$6$", "sha512"),
    ("$5$", "sha256"), ("$sha1", "sha1"), ("$md5", "sunmd5"),
    ("$1$", "md5"), ("$3$", "nt"), ("_", "bsdi"),
  ]

  /// The names of the methods.
  static let hashes =
    methods.map(\.name).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } } + ["des"]

  /// The method of a hash; nil for what no password can give.
  private static func hash(_ text: ArraySlice<UInt8>) -> String? {
    if let method = methods.first(where: { text.starts(with: $0.prefix.utf8) }) { return method.name }
    let isPlain = text.allSatisfy { byte in
      (0x2E...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    return text.count == 13 && isPlain ? "des" : nil
  }
}
