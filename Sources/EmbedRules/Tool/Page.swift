/// A rule's page: its head, parsed, and the text below it.
struct Page {
  /// A fault of a page, with its line.
  struct Fault: Error {
    let line: Int
    let message: String
  }

  let id: String
  private(set) var severity = ""
  private(set) var since = ""
  private(set) var tags: [String] = []
  private(set) var profiles = ["default"]
  private(set) var isPreview = false
  private(set) var aliases: [String] = []
  /// `VERSION SEVERITY` of releases in which the rule weighed something else.
  private(set) var earlierSeverities: [String] = []
  /// The condition of a rule that only compares values: `at`, `when` or `missing`, `message`, `help`.
  private(set) var condition: [String: String] = [:]
  private(set) var summary = ""
  private(set) var body = ""

  /// Parses `---`, `key: value` lines, `---`, `# title`, a line of summary, and the rest.
  init(path: String, text: String) throws(Fault) {
    id = String(path.dropLast(3))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
      throw Fault(line: 1, message: "the page does not begin with a head between `---` lines")
    }
    for number in 1..<end { try readHead(lines[number], line: number + 1) }
    guard ["error", "warning", "info"].contains(severity) else {
      throw Fault(line: 1, message: "`severity` must be error, warning or info")
    }
    guard !since.isEmpty else { throw Fault(line: 1, message: "`since` is missing") }
    let asks = condition["when"] != nil || condition["missing"] != nil
    guard condition.isEmpty || asks && condition["at"] != nil && condition["message"] != nil else {
      throw Fault(line: 1, message: "a condition is `at`, `message`, and `when` or `missing`")
    }
    try readBody(lines, from: end + 1)
  }

  private mutating func readHead(_ line: Substring, line number: Int) throws(Fault) {
    guard let colon = line.firstIndex(of: ":") else {
      throw Fault(line: number, message: "a line of the head is `key: value`")
    }
    let value = line[line.index(after: colon)...].trimmed
    switch line[..<colon] {
    case "severity": severity = String(value)
    case "since": since = String(value)
    case "tags": tags = try list(value, of: "tags", line: number)
    case "profiles":
      profiles = try list(value, of: "profiles", line: number)
      guard profiles.allSatisfy({ ["default", "validate"].contains($0) }) else {
        throw Fault(line: number, message: "`profiles` are default and validate")
      }
    case "aliases": aliases = try list(value, of: "aliases", line: number)
    case "was": earlierSeverities = try list(value, of: "was", line: number)
    case "preview":
      guard value == "true" else { throw Fault(line: number, message: "`preview` is `true`, or left out") }
      isPreview = true
    case let key where ["at", "when", "missing", "message", "help"].contains(key):
      condition[String(key)] = String(value)
    case let key: throw Fault(line: number, message: "the head has no key `\(key)`")
    }
  }

  private func list(_ value: Substring, of key: String, line: Int) throws(Fault) -> [String] {
    guard value.hasPrefix("["), value.hasSuffix("]") else {
      throw Fault(line: line, message: "`\(key)` is a list in brackets")
    }
    return value.dropFirst().dropLast().split(separator: ",").map { String($0.trimmed) }
  }

  private mutating func readBody(_ lines: [Substring], from first: Int) throws(Fault) {
    let name = id.split(separator: "/").last.map(String.init) ?? id
    guard first + 1 < lines.count, lines[first] == "# " + name else {
      throw Fault(line: first + 1, message: "the title must be `# \(name)`, as the file is called")
    }
    let sentence = lines[first + 1]
    guard sentence.hasSuffix("."), !sentence.hasPrefix(" ") else {
      throw Fault(line: first + 2, message: "the summary is one sentence on one line below the title")
    }
    summary = String(sentence)
    body = lines[first...].joined(separator: "\n")
  }
}

extension Substring {
  /// The text without blanks at its ends.
  fileprivate var trimmed: Substring {
    var rest = drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
