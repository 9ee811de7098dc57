/// A word of a command, taken apart into what is written and the variables in it: `$NAME`, `${NAME}`, `$(NAME)`,
/// `${NAME:-default}`, `${env.NAME}`.
struct CommandText {
  private enum Part {
    case written(String)
    case variable(name: String, fallback: String?, written: String)
  }

  private var parts: [Part] = []

  init(_ word: String) {
    let signs = Array(word.unicodeScalars)
    var written = ""
    var offset = 0
    while offset < signs.count {
      if signs[offset] == "$", let (part, end) = Self.variable(in: signs, at: offset) {
        if !written.isEmpty { parts.append(.written(written)) }
        written = ""
        parts.append(part)
        offset = end
      } else {
        written.unicodeScalars.append(signs[offset])
        offset += 1
      }
    }
    if !written.isEmpty { parts.append(.written(written)) }
  }

  /// The names of the variables.
  var names: [String] {
    parts.compactMap { if case .variable(let name, _, _) = $0 { name } else { nil } }
  }

  /// Whether it is a variable and nothing else.
  var isVariable: Bool {
    if case .variable? = parts.first { parts.count == 1 } else { false }
  }

  /// The word with values in the places of variables; one without a value has its default, or stays.
  func replaced(by values: [String: String]) -> String {
    parts.map { part in
      switch part {
      case .written(let text): text
      case .variable(let name, let fallback, let written): values[name] ?? fallback ?? written
      }
    }.joined()
  }

  /// Whether a text can be the name of a variable.
  static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return text.utf8.allSatisfy(isNameByte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_")
  }

  /// The variable at a `$`, and where it ends; nil where none is.
  private static func variable(in signs: [Unicode.Scalar], at start: Int) -> (Part, end: Int)? {
    guard start + 1 < signs.count else { return nil }
    let closing: [Unicode.Scalar: Unicode.Scalar] = ["{": "}", "(": ")"]
    guard let close = closing[signs[start + 1]] else {
      let name = signs[(start + 1)...].prefix { $0.isASCII && isNameByte(UInt8($0.value)) }
      guard isName(text(name)) else { return nil }
      return (.variable(name: text(name), fallback: nil, written: "$" + text(name)), name.endIndex)
    }
    guard let end = signs[start...].firstIndex(of: close) else { return nil }
    let written = text(signs[start...end])
    var inner = text(signs[(start + 2)..<end])
    if inner.hasPrefix("env.") { inner = String(inner.dropFirst(4)) }
    let name = Substring(inner.utf8.prefix(while: isNameByte))
    var fallback: String?
    if name.utf8.count < inner.utf8.count {
      let rest = inner.dropFirst(name.count)
      let mark = [":-", "-"].first(where: rest.hasPrefix)
      guard let mark, close == "}", !rest.contains("$") else { return nil }
      fallback = String(rest.dropFirst(mark.count))
    }
    // An argument of the script has a default as well, and no name.
    guard isName(name) || fallback != nil else { return nil }
    return (.variable(name: String(name), fallback: fallback, written: written), end + 1)
  }

  private static func text(_ signs: some Sequence<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: signs)
    return text
  }

  /// A line of a batch file with its variables as words of a shell: `%NAME%` is `${NAME}`.
  static func withoutPercentSigns(_ line: String) -> String {
    var parts = line.components(partedBy: "%")[...]
    var result = parts.popFirst() ?? ""
    while let part = parts.popFirst() {
      if isName(part), let rest = parts.popFirst() {
        result += "${\(part)}" + rest
      } else {
        result += "%" + part
      }
    }
    return result
  }

  /// A line with the expressions of GitHub's workflows as words of a shell: `${{ env.NAME }}` is `${NAME}`.
  static func withoutExpressions(_ line: String) -> String {
    var parts = line.components(partedBy: "${{")
    guard parts.count > 1 else { return line }
    var result = parts.removeFirst()
    for part in parts {
      let sides = part.components(partedBy: "}}")
      let inner = sides[0].filter { $0 != " " }
      let name = inner.hasPrefix("env.") ? String(inner.dropFirst(4)) : ""
      result += isName(name) ? "${\(name)}" : "${{\(inner)}}"
      result += sides.dropFirst().joined(separator: "}}")
    }
    return result
  }
}

extension String {
  /// The parts between the places of a mark.
  fileprivate func components(partedBy mark: String) -> [String] {
    split(separator: mark, omittingEmptySubsequences: false).map(String.init)
  }
}
