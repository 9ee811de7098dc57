import Source

/// The passwords in a `.netrc`, from which ftp, curl and git take logins (netrc(5)).
enum NetworkLogins {
  static func isFile(_ path: String) -> Bool { path.hasSuffix("/.netrc") || path.hasSuffix("/_netrc") }

  /// Where the passwords begin that are written out.
  static func passwords(in text: [UInt8]) -> [Int] {
    var found: [Int] = []
    var place = 0
    var isPassword = false
    while let start = text[place...].firstIndex(where: { $0 > 0x20 }) {
      place = text[start...].firstIndex { $0 <= 0x20 } ?? text.count
      let word = String(decoding: text[start..<place], as: UTF8.self)
      if word.hasPrefix("#"), !isPassword {
        place = text[start...].firstIndex(of: 0x0A) ?? text.count
      } else if isPassword, SecretShape.isLiteral(word) {
        found.append(start)
      }
      isPassword = !isPassword && word == "password"
    }
    return found
  }
}
