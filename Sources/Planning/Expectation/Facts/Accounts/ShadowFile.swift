import Image
import Source

/// What an image says of the passwords of its users (shadow(5)); the hashes themselves never leave it.
struct ShadowFile: Sendable {
  private static let limit = 1 << 24

  private let accounts: [String: Account]

  init(_ bytes: [UInt8]) {
    var accounts: [String: Account] = [:]
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard fields.count >= 2 else { continue }
      let account = Account(fields)
      // The first line of a name counts, as for getspnam(3).
      if accounts[account.name] == nil { accounts[account.name] = account }
    }
    self.accounts = accounts
  }

  static func read(from image: any ImageView) throws(ImageError) -> Known<ShadowFile> {
    try image.read("/etc/shadow", limit: limit).map(ShadowFile.init(_:))
  }

  func account(_ name: String) -> Account? { accounts[name] }

  /// One line of it.
  struct Account: Sendable {
    let name: String
    let password: PasswordState
    /// Days since 1970 on which it was changed; 0 where it must be changed at the next login.
    let changed: Int?
    let least: Int?
    let most: Int?
    let warning: Int?
    let inactive: Int?
    /// Days since 1970 on which the account ends.
    let expires: Int?

    fileprivate init(_ fields: [ArraySlice<UInt8>]) {
      func number(_ index: Int) -> Int? {
        index < fields.count ? Int(String(decoding: fields[index], as: UTF8.self)) : nil
      }
      name = String(decoding: fields[0], as: UTF8.self)
      password = PasswordState(fields[1])
      changed = number(2)
      least = number(3)
      most = number(4)
      warning = number(5)
      inactive = number(6)
      expires = number(7)
    }
  }
}
