/// What secrets look like.
package struct SecretShape {
  /// What it is, with its article.
  package let what: String
  package let range: ByteRange

  /// The tokens and keys in a text whose form gives them away.
  package static func all(in text: [UInt8]) -> [SecretShape] {
    var found: [SecretShape] = []
    var offset = 0
    while offset < text.count {
      let form = forms.first { text[offset...].starts(with: $0.prefix) }
      guard let form, offset == 0 || !isWord(text[offset - 1]) || form.isHeader else {
        offset += 1
        continue
      }
      let rest = text[(offset + form.prefix.count)...].prefix { form.isHeader ? true : isTokenByte($0) }
      let isExample = String(decoding: rest, as: UTF8.self).uppercased().contains("EXAMPLE")
      let isWhole =
        form.isHeader ? isPrivateKey(text[offset...]) : form.prefix != webToken || isWebToken(rest)
      if form.lengths.contains(rest.count), !isExample, isWhole {
        found.append(
          SecretShape(what: form.what, range: ByteRange(offset, offset + form.prefix.count + rest.count)))
        offset += form.prefix.count + rest.count
      } else {
        offset += 1
      }
    }
    return found + addresses(in: text)
  }

  /// Whether a text is written out, and not a reference, a placeholder or a name that everybody knows.
  package static func isLiteral(_ text: String) -> Bool {
    let lowered = text.lowercased()
    guard !text.isEmpty, !["vagrant", "packer", "none", "null", "true", "false"].contains(lowered) else {
      return false
    }
    let references = ["{{", "${", "$(", "<", "%{"]
    if references.contains(where: { text.contains($0) }) || text.hasPrefix("$") { return false }
    let placeholders = [
      "changeme", "change-me", "change_me", "placeholder", "redacted", "example", "your", "xxxx", "dummy",
    ]
    if placeholders.contains(where: { lowered.contains($0) }) { return false }
    return Set(lowered.utf8).count > 1
  }

  /// Whether a key or variable is named as one that holds a secret.
  package static func isSecretName(_ name: String) -> Bool {
    let lowered = name.lowercased().replacing(UInt8(ascii: "-"), with: UInt8(ascii: "_"))
    if ["file", "path", "name", "_id", "url", "policy", "length"].contains(where: { lowered.hasSuffix($0) }) {
      return false
    }
    let words = [
      "password", "passwd", "passphrase", "secret", "token", "api_key", "apikey", "access_key", "private_key",
    ]
    return words.contains { lowered.contains($0) }
  }

  /// Whether a text is too irregular for a word: long enough, letters and digits, no path and no blank.
  package static func isRandom(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      !text.contains("/") || bytes.count >= 32
    else {
      return false
    }
    let letters = bytes.contains { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    return letters && bytes.contains { (0x30...0x39).contains($0) } && Set(bytes).count >= 6
  }

  private struct Form {
    let what: String
    let prefix: [UInt8]
    let lengths: ClosedRange<Int>
    let isHeader: Bool

    init(_ what: String, _ prefix: String, _ lengths: ClosedRange<Int>, isHeader: Bool = false) {
      self.what = what
      self.prefix = Array(prefix.utf8)
      self.lengths = lengths
      self.isHeader = isHeader
    }
  }

  private static let forms = [
    Form("an AWS access key", "AKIA", 16...16), Form("an AWS access key", "ASIA", 16...16),
    Form("a GitHub token", "ghp_", 36...255), Form("a GitHub token", "gho_", 36...255),
    Form("a GitHub token", "ghs_", 36...255), Form("a GitHub token", "ghu_", 36...255),
    Form("a GitHub token", "github_pat_", 22...255), Form("a GitLab token", "glpat-", 20...255),
    Form("a Slack token", "xoxb-", 20...255), Form("a Slack token", "xoxp-", 20...255),
    Form("a Stripe key", "sk_live_", 16...255), Form("a Google API key", "AIza", 35...35),
    Form("a DigitalOcean token", "dop_v1_", 64...64), Form("a Vault token", "hvs.", 20...255),
    Form("an npm token", "npm_", 36...36), Form("a GitHub token", "ghr_", 36...255),
    Form("a GitLab token", "glrt-", 20...255), Form("a GitLab token", "gldt-", 20...255),
    Form("a Slack token", "xoxa-", 20...255), Form("a Slack token", "xapp-", 20...255),
    Form("a Docker Hub token", "dckr_pat_", 20...255), Form("a PyPI token", "pypi-AgE", 40...Int.max),
    Form("a DigitalOcean token", "doo_v1_", 64...64), Form("a SendGrid key", "SG.", 60...72),
    Form("a Stripe key", "rk_live_", 16...255), Form("a Hugging Face token", "hf_", 34...40),
    Form("a web token", "eyJ", 60...Int.max),
    Form("a private key", "-----BEGIN ", 0...Int.max, isHeader: true),
  ]

  private static let webToken = Array("eyJ".utf8)

  /// Whether the rest of a JSON Web Token is one: three parts, the second of JSON as well.
  private static func isWebToken(_ rest: ArraySlice<UInt8>) -> Bool {
    let parts = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 3 && parts[1].starts(with: webToken) && parts[2].count >= 16
  }

  /// Whether a PEM header, at the start of a text, is that of a private key.
  private static func isPrivateKey(_ text: ArraySlice<UInt8>) -> Bool {
    let header = String(decoding: text.prefix(64), as: UTF8.self)
    return header.contains("PRIVATE KEY-----")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}

extension String {
  /// The text with one byte of ASCII in place of another.
  fileprivate func replacing(_ old: UInt8, with new: UInt8) -> String {
    String(decoding: utf8.map { $0 == old ? new : $0 }, as: UTF8.self)
  }
}
