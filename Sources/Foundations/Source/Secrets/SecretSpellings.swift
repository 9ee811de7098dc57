/// The ways in which a secret is written in texts of other forms: what hides it has to know them all.
package enum SecretSpellings {
  /// A shorter spelling that is not the secret itself stands everywhere.
  private static let leastCount = 4

  /// The secret, its lines and their other spellings.
  package static func all(of secret: String) -> [String] {
    let texts = [secret] + secret.split(whereSeparator: \.isNewline).map(String.init)
    let spellings = texts.flatMap { forms(of: $0) }
    // What holds one of them may itself be shown within quotes.
    let quotedOnes = spellings.map { spelled($0, quoted) }
    return texts + Set(spellings + quotedOnes).filter { $0.utf8.count >= leastCount }.sorted()
  }

  private static func forms(of text: String) -> [String] {
    // JSON and what is like it: letters beyond ASCII, signs of HTML and slashes may be escaped as well.
    let quotedForms = [
      spelled(text, quoted),
      spelled(text) { $0.isASCII ? quoted($0) : number($0) },
      spelled(text) { $0.isASCII ? quoted($0) : capitalNumber($0) },
      spelled(text) { $0 == "/" ? "\\/" : $0.isASCII ? quoted($0) : number($0) },
      spelled(text) { isMarkup($0) ? number($0) : quoted($0) },
    ]
    let markupForms = quotesOfMarkup.map { quotes in
      spelled(text) { markup[$0] ?? quotes[$0] }
    }
    let addressForms = [
      spelled(text, percent),
      spelled(text) { percent($0)?.lowercased() },
      spelled(text) { $0 == "/" ? nil : percent($0) },
      spelled(text) { $0 == " " ? "+" : percent($0) },
    ]
    // Patterns of paths, the two kinds of quotes of a shell, and those of YAML.
    let otherForms = [
      asPath(text),
      spelled(text) { isAny($0, of: "*?[]{}\\") ? "\\" + String($0) : nil },
      spelled(text) { isAny($0, of: "\"\\$`") ? "\\" + String($0) : nil },
      spelled(text) { $0 == "'" ? "'\\''" : nil },
      spelled(text) { $0 == "'" ? "''" : nil },
    ]
    return [text] + quotedForms + markupForms + addressForms + otherForms
  }

  private static func spelled(_ text: String, _ spelling: (Unicode.Scalar) -> String?) -> String {
    text.unicodeScalars.map { spelling($0) ?? String($0) }.joined()
  }

  private static func isAny(_ scalar: Unicode.Scalar, of scalars: String) -> Bool {
    scalars.unicodeScalars.contains(scalar)
  }

  /// As JSON, Go and others write it within quotes.
  private static func quoted(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: return scalar.value < 0x20 || scalar.value == 0x7F ? number(scalar) : nil
    }
  }

  /// `\u00e9`, twice where UTF-16 has two units.
  private static func number(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit -> String in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }.joined()
  }

  private static func capitalNumber(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit -> String in
      let digits = String(unit, radix: 16, uppercase: true)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }.joined()
  }

  private static let markup: [Unicode.Scalar: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;"]
  private static let quotesOfMarkup: [[Unicode.Scalar: String]] = [
    [:], ["\"": "&quot;"], ["\"": "&quot;", "'": "&apos;"], ["\"": "&quot;", "'": "&#39;"],
    ["\"": "&quot;", "'": "&#x27;"], ["\"": "&#34;", "'": "&#39;"],
  ]

  private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool { markup[scalar] != nil }

  /// As addresses write what is not theirs.
  private static func percent(_ scalar: Unicode.Scalar) -> String? {
    let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    if isLetter || ("0"..."9").contains(scalar) || isAny(scalar, of: "-._~") { return nil }
    return String(scalar).utf8.map { byte -> String in
      (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  /// As a path is shown that was written as a pattern: a backslash there says that a mark is meant as it stands, and slashes that
  /// say nothing are left out.
  private static func asPath(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      isEscaped = scalar == "\\" && !isEscaped
      if !isEscaped, scalar != "/" || kept.last != "/" { kept.append(scalar) }
    }
    while kept.last == "/" { kept.removeLast() }
    return String(kept)
  }
}
