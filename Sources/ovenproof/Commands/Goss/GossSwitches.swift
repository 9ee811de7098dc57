import Source

/// The switches of goss, or of one of its commands, read as the library reads them on which goss stands: by the rules of Go's
/// `flag`, under several names, and from variables, whose values have to be sound where they are set at all.
struct GossSwitches: Sendable {
  enum Kind: Sendable { case truth, text, list, count, duration }

  struct Switch: Sendable {
    let names: [String]
    let kind: Kind
    let variable: String?

    init(_ names: String..., kind: Kind = .text, variable: String? = nil) {
      self.names = names
      self.kind = kind
      self.variable = variable
    }
  }

  private let command: String
  private let known: [Switch]
  /// What variables and the command line give, under the first name of each switch.
  private var values: [String: [String]] = [:]
  /// How the command line spells the switches that it gives.
  private var spellings: [String: String] = [:]

  init(
    _ known: [Switch], of command: String, environment: [String: String]
  ) throws(GossUsageFault) {
    self.command = command
    self.known = known + [Switch("help", "h", kind: .truth)]
    for one in known {
      guard let name = one.variable, let text = environment[name] else { continue }
      if one.kind == .list {
        values[one.names[0]] = text.split(separator: ",", omittingEmptySubsequences: false).map(Self.trimmed)
      } else if one.kind != .truth || !text.isEmpty {
        try Self.check(text, one.kind, of: name)
        values[one.names[0]] = [text]
      }
    }
  }

  func text(_ name: String) -> String? { values[name]?.last }

  func list(_ name: String) -> [String] { values[name] ?? [] }

  func isOn(_ name: String) -> Bool { text(name).flatMap { Self.truths[$0] } ?? false }

  func duration(_ name: String) -> GoDuration? { text(name).flatMap { GoDuration($0) } }

  /// Takes switches up to the first word that is none; gives what follows.
  mutating func take(_ words: [String]) throws(GossUsageFault) -> ArraySlice<String> {
    var rest = words[...]
    while let word = rest.first, word.utf8.first == UInt8(ascii: "-"), word != "-" {
      rest.removeFirst()
      if word == "--" { break }
      let (name, given) = Self.parts(word, dashes: word.utf8.starts(with: "--".utf8) ? 2 : 1)
      guard let one = known.first(where: { $0.names.contains(name) }) else {
        throw GossUsageFault(
          "`\(command)` has no switch `\(word)`", help: "`ovenproof goss --help` lists them")
      }
      let other = spellings.updateValue(name, forKey: one.names[0])
      if let other, other != name {
        throw GossUsageFault("`\(name)` and `\(other)` are the same switch", help: "write one of them")
      }
      guard let value = given ?? (one.kind == .truth ? "true" : rest.popFirst()) else {
        throw GossUsageFault("`\(word)` needs a value")
      }
      try Self.check(value, one.kind, of: word)
      // What the command line lists takes the place of what the variable lists.
      let isFurther = one.kind == .list && other != nil
      values[one.names[0]] = isFurther ? list(one.names[0]) + [value] : [value]
    }
    return rest
  }

  /// The words with all switches, and what may be their values, before the rest, as they are read behind a command.
  func reordered(_ words: [String]) -> [String] {
    var switches: [String] = []
    var others: [String] = []
    var mayBeValue = false
    for (index, word) in words.enumerated() {
      if mayBeValue, !isKnown(word) {
        mayBeValue = false
        switches.append(word)
      } else if word == "--" {
        others = ["--"] + others + words[(index + 1)...]
        break
      } else if isKnown(word) {
        switches.append(word)
        mayBeValue = !word.utf8.contains(UInt8(ascii: "="))
      } else {
        others.append(word)
      }
    }
    return switches + others
  }

  private func isKnown(_ word: String) -> Bool {
    guard word.utf8.first == UInt8(ascii: "-") else { return false }
    let dashes = min(3, word.utf8.prefix { $0 == UInt8(ascii: "-") }.count)
    let name = Self.parts(word, dashes: dashes).name
    return known.contains { $0.names.contains(name) }
  }

  private static func parts(_ word: String, dashes: Int) -> (name: String, value: String?) {
    let body = word.utf8.dropFirst(dashes)
    // A name has at least one letter.
    guard let end = body.dropFirst().firstIndex(of: UInt8(ascii: "=")) else {
      return (String(decoding: body, as: UTF8.self), nil)
    }
    return (
      String(decoding: body[..<end], as: UTF8.self),
      String(decoding: body[end...].dropFirst(), as: UTF8.self)
    )
  }

  private static func check(
    _ value: String, _ kind: Kind, of name: String
  ) throws(GossUsageFault) {
    switch kind {
    case .truth where truths[value] == nil:
      throw GossUsageFault("`\(name)` is true or false, not `\(value)`")
    case .count where GoInteger(value)?.isInRange != true:
      throw GossUsageFault("`\(value)` is no whole number", help: "`\(name)` takes one, as 10")
    case .duration where GoDuration(value) == nil:
      throw GossUsageFault("`\(value)` is no length of time", help: "write it as `30s` or `1m30s`")
    default: break
    }
  }

  /// What Go's `strconv.ParseBool` takes.
  private static let truths = [
    "1": true, "t": true, "T": true, "true": true, "TRUE": true, "True": true,
    "0": false, "f": false, "F": false, "false": false, "FALSE": false, "False": false,
  ]

  private static func trimmed(_ text: Substring) -> String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let scalars = text.unicodeScalars.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }
}
