import Image
import Source

/// What an image says of the passwords of its users (shadow(5)); the hashes themselves never leave it.
struct ShadowFile: Sendable {
  private static let limit = 1 << 24

  private let accounts: [ExactText: Account]

  init(_ bytes: [UInt8]) {
    var accounts: [ExactText: Account] = [:]
    for line in bytes.split(separator: 0x0A).map({ $0.drop { $0 == 0x20 || $0 == 0x09 } })
    where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard let account = Account(fields) else { continue }
      // The first line of a name counts, as for getspnam(3).
      let name = ExactText(account.name)
      if accounts[name] == nil { accounts[name] = account }
    }
    self.accounts = accounts
  }

  static func read(from image: any ImageView) throws(ImageError) -> Known<ShadowFile> {
    try image.read("/etc/shadow", limit: limit).map(ShadowFile.init(_:))
  }

  func account(_ name: String) -> Account? { accounts[ExactText(name)] }

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

    /// nil for a line that the C library passes over: one of another number of fields, or with a day that is no number.
    fileprivate init?(_ fields: [ArraySlice<UInt8>]) {
      // The oldest form ends behind the longest age; the newest has a field in reserve.
      guard [5, 8, 9].contains(fields.count) else { return nil }
      var numbers = [Int?](repeating: nil, count: 9)
      for (index, field) in fields.enumerated().dropFirst(2) where !field.isEmpty {
        guard let number = Self.number(field) else { return nil }
        numbers[index] = number
      }
      name = String(decoding: fields[0], as: UTF8.self)
      password = PasswordState(fields[1])
      changed = numbers[2]
      least = numbers[3]
      most = numbers[4]
      warning = numbers[5]
      inactive = numbers[6]
      expires = numbers[7]
    }

    /// A number as the C library reads it there; one below 0 is none.
    private static func number(_ field: ArraySlice<UInt8>) -> Int? {
      let text = String(decoding: field.drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
      return UInt32(text).map(Int.init)
    }
  }
}
