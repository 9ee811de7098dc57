/// What the `[Install]` sections of a unit and of its drop-ins say, as systemd reads them (systemd.unit(5), systemd.syntax(7)).
struct UnitInstallation {
  /// The names that links to the unit may have.
  private(set) var aliases: [String] = []
  /// Whether a file has a line that systemd refuses the unit for.
  private(set) var isBroken = false
  /// The words of each list that a link is made for: `WantedBy`, `RequiredBy`, `UpheldBy`.
  private var lists: [String: [String]] = [:]

  /// Whether there is something to enable it by; `UpheldBy` counts where systemd knows it.
  func hasRules(knowsUpholding: Bool) -> Bool {
    !aliases.isEmpty
      || lists.contains { list, words in !words.isEmpty && (knowsUpholding || list != "UpheldBy") }
  }

  var asksForUpholding: Bool { lists["UpheldBy"]?.isEmpty == false }

  /// Takes a file; what it says stands behind what earlier ones said.
  mutating func take(_ bytes: [UInt8]) {
    var section = ""
    for line in Self.lines(bytes) {
      if line.first == "[" {
        guard line.last == "]" else {
          isBroken = true
          return
        }
        section = String(line.dropFirst().dropLast())
      } else if section == "Install", let equals = line.firstIndex(of: "=") {
        let key = Self.trimmed(line[..<equals])
        set(String(key), Self.words(Self.trimmed(line[line.index(after: equals)...])))
      }
    }
  }

  private mutating func set(_ key: String, _ words: [String]) {
    switch key {
    // An empty value takes back what was said before.
    case "WantedBy", "RequiredBy", "UpheldBy": lists[key] = words.isEmpty ? [] : (lists[key] ?? []) + words
    case "Alias": aliases = words.isEmpty ? [] : aliases + words
    default: break
    }
  }

  /// The lines that say something, without blanks around them; those that a backslash continues are one.
  private static func lines(_ bytes: [UInt8]) -> [Substring.UnicodeScalarView] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = String(decoding: bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    var lines: [String.UnicodeScalarView] = []
    var begun: String.UnicodeScalarView?
    for part in text.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" || $0 == "\0" }) {
      let line = part.drop(while: isBlank)
      if line.first == "#" || line.first == ";" { continue }
      let isContinued = line.last == "\\" && line.reversed().prefix { $0 == "\\" }.count % 2 == 1
      var whole = begun ?? String.UnicodeScalarView()
      whole.append(contentsOf: isContinued ? line.dropLast() : line)
      if isContinued {
        whole.append(" ")
        begun = whole
      } else {
        begun = nil
        lines.append(whole)
      }
    }
    if let begun { lines.append(begun) }
    return lines.map { trimmed($0[...]) }
  }

  private static func trimmed(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
    var text = text.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  /// The words of a list; quotes hold one together.
  private static func words(_ text: Substring.UnicodeScalarView) -> [String] {
    var words: [String] = []
    var word: String.UnicodeScalarView?
    var quote: Unicode.Scalar?
    for scalar in text {
      if let open = quote {
        if scalar == open { quote = nil } else { word?.append(scalar) }
      } else if scalar == "\"" || scalar == "'" {
        quote = scalar
        word = word ?? String.UnicodeScalarView()
      } else if isBlank(scalar) {
        if let ended = word { words.append(String(ended)) }
        word = nil
      } else {
        word = word ?? String.UnicodeScalarView()
        word?.append(scalar)
      }
    }
    if let word { words.append(String(word)) }
    return words
  }
}
