import Source

extension PageHeader {
  /// What tells a server who asks (RFC 7617); `login` is `USER:PASSWORD`.
  package static func login(_ login: String) -> PageHeader {
    PageHeader("Authorization", "Basic " + String(decoding: Base64.encoded(Array(login.utf8)), as: UTF8.self))
  }
}
