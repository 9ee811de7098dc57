/// The forms of tokens and keys that give themselves away, found by the byte that they begin with.
struct SecretForms {
  struct Form {
    enum Kind {
      case token, webToken, privateKey
      /// One whose prefix is short, so that what follows must be of small and capital letters and digits.
      case mixedToken
    }

    /// What it is, with its article.
    let what: String
    let kind: Kind
    let prefix: [UInt8]
    /// How long what follows the prefix is.
    let lengths: ClosedRange<Int>

    init(_ what: String, _ prefix: String, _ lengths: ClosedRange<Int>, _ kind: Kind = .token) {
      self.what = what
      self.kind = kind
      self.prefix = Array(prefix.utf8)
      self.lengths = lengths
    }
  }

  private let forms: [Form]
  private let byFirstByte: [[Int]]

  private init(_ forms: [Form]) {
    var byFirstByte = [[Int]](repeating: [], count: 256)
    for (index, form) in forms.enumerated() { byFirstByte[Int(form.prefix[0])].append(index) }
    self.forms = forms
    self.byFirstByte = byFirstByte
  }

  subscript(index: Int) -> Form { forms[index] }

  /// The first two bytes of each prefix.
  var beginnings: [(UInt8, UInt8)] { forms.map { ($0.prefix[0], $0.prefix[1]) } }

  /// The index of the form whose prefix stands at an offset; that of a token only where no word goes on.
  func index(at offset: Int, of text: UnsafeBufferPointer<UInt8>) -> Int? {
    let isStart = offset == 0 || !Self.isWord(text[offset - 1])
    return byFirstByte[Int(text[offset])].first { index in
      (isStart || forms[index].kind == .privateKey) && text.holds(forms[index].prefix, at: offset)
    }
  }

  /// The beginnings of tokens that a cut has left, each before the sign of the cut or the quote before that.
  static func cutTokens(in text: [UInt8]) -> [ByteRange] {
    // The first byte of the sign; most texts hold none.
    guard text.contains(0xE2) else { return [] }
    var found: [ByteRange] = []
    var start = 0
    while let sign = text[start...].firstRange(of: Array("…".utf8)) {
      let end = text[..<sign.lowerBound].last == UInt8(ascii: "\"") ? sign.lowerBound - 1 : sign.lowerBound
      let run = text[start..<end].lastIndex { !isTokenByte($0) }.map { $0 + 1 } ?? start
      let isToken = text.withUnsafeBufferPointer { text in
        run < end && known.index(at: run, of: text).map { run + known[$0].prefix.count < end } ?? false
      }
      if isToken { found.append(ByteRange(run, end)) }
      start = sign.upperBound
    }
    return found
  }

  /// Whether a token may hold a byte.
  static func isTokenByte(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  static let known = SecretForms([
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
    Form("an Anthropic key", "sk-ant-", 20...255), Form("an OpenAI key", "sk-proj-", 20...255),
    Form("an OpenAI key", "sk-svcacct-", 20...255), Form("an OpenAI key", "sk-admin-", 20...255),
    Form("an OpenAI key", "sk-", 32...64, .mixedToken),
    Form("a web token", "eyJ", 60...Int.max, .webToken),
    Form("a private key", "-----BEGIN ", 0...Int.max, .privateKey),
  ])
}
