extension PageHeader {
  /// What tells a server who asks (RFC 7617); `login` is `USER:PASSWORD`.
  package static func login(_ login: String) -> PageHeader {
    PageHeader("Authorization", "Basic " + base64(Array(login.utf8)))
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = Array(bytes[start..<min(start + 3, bytes.count)])
      let padded = group + [UInt8](repeating: 0, count: 3 - group.count)
      let number = padded.reduce(0) { $0 << 8 | Int($1) }
      let four = [18, 12, 6, 0].map { digits[number >> $0 & 63] }
      text += four.prefix(group.count + 1) + [UInt8](repeating: UInt8(ascii: "="), count: 3 - group.count)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
