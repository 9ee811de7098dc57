/// The forms of tokens and keys that give themselves away, found by the byte that they begin with.
struct SecretForms {
  struct Form {
    enum Kind {
      case token, webToken, privateKey
      /// One of letters and digits alone: a dash or a line ends it.
      case plainToken
      /// One without full stops.
      case undottedToken
      /// One in Base64, whose padding may stand in its middle.
      case base64Token
      /// One whose prefix is short, so that what follows must be of small and capital letters and digits.
      case mixedToken
      /// One of hexadecimal digits, and dashes and lines between them.
      case hexToken
      /// A file of PuTTY's with a private key.
      case puttyKey
      /// A private key that is in Base64 once more, as in files of logins to clusters, on one line or on several.
      case encodedKey

      /// What a token of this kind consists of.
      var signs: Signs {
        switch self {
        case .plainToken: .plain
        case .undottedToken: .undotted
        case .base64Token: .base64
        default: .dotted
        }
      }
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

  /// The bytes that tokens consist of, each set with those of the one before.
  enum Signs: Int, CaseIterable {
    /// Letters and digits.
    case plain
    /// Dashes and lines as well.
    case undotted
    /// Full stops as well.
    case dotted
    /// The other signs of Base64 and its padding as well.
    case base64

    func contains(_ byte: UInt8) -> Bool {
      if SecretForms.isWord(byte) { return true }
      switch byte {
      case UInt8(ascii: "_"), UInt8(ascii: "-"): return self != .plain
      case UInt8(ascii: "."): return self == .dotted || self == .base64
      case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): return self == .base64
      default: return false
      }
    }
  }

  private let forms: [Form]
  /// By the first two bytes of the prefixes, in groups; of other pairs the group is the empty one, 0.
  private let groups: [[Int]]
  private let groupOfPair: [UInt8]

  init(_ forms: [Form]) {
    let pairs = Dictionary(grouping: forms.indices) { Self.pair(forms[$0].prefix[0], forms[$0].prefix[1]) }
    var groupOfPair = [UInt8](repeating: 0, count: 1 << 16)
    var groups: [[Int]] = [[]]
    for (pair, indices) in pairs {
      groupOfPair[pair] = UInt8(groups.count)
      groups.append(indices)
    }
    self.forms = forms
    self.groups = groups
    self.groupOfPair = groupOfPair
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first) << 8 | Int(second) }

  subscript(index: Int) -> Form { forms[index] }

  /// The first two bytes of each prefix.
  var beginnings: [(UInt8, UInt8)] { forms.map { ($0.prefix[0], $0.prefix[1]) } }

  /// Whether a prefix may begin at an offset: no word goes on there, or it begins with a dash, as headers of keys do.
  static func mayBegin(at offset: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    offset == 0 || !isWord(text[offset - 1]) || text[offset] == UInt8(ascii: "-")
  }

  /// The index of the form whose prefix stands at an offset; that of a token only where no word goes on.
  func index(at offset: Int, of text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard offset + 1 < text.count else { return nil }
    let isStart = offset == 0 || !Self.isWord(text[offset - 1])
    // Words of a text begin like tokens; what stands within them does not. A header begins with a dash.
    guard isStart || text[offset] == UInt8(ascii: "-") else { return nil }
    return groups[Int(groupOfPair[Self.pair(text[offset], text[offset + 1])])].first { index in
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
  static func isTokenByte(_ byte: UInt8) -> Bool { Signs.dotted.contains(byte) }

  static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
