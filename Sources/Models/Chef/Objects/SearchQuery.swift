import Source

/// What a search asks of the items of a data bag, in the words of Solr as Chef's server in memory reads them: fields with
/// values, `*` and `?` in both, `AND`, `OR`, `NOT` and parentheses.
struct SearchQuery {
  private indirect enum Node {
    case field(name: String, value: Node)
    case term(String)
    case not(Node)
    case all(Node, Node)
    case any(Node, Node)
  }

  private let root: Node

  /// nil for a query in other words.
  init?(_ text: String) {
    guard let tokens = Self.tokens(of: text) else { return nil }
    var reader = Reader(tokens: tokens[...])
    guard let root = reader.expression(), reader.tokens.isEmpty else { return nil }
    self.root = root
  }

  /// Whether an item is found; nil where that cannot be told.
  func matches(_ item: PlainValue) -> Bool? { matches(root, Document(item)) }

  private func matches(_ node: Node, _ document: Document) -> Bool? {
    switch node {
    case .field(name: "*", value: .term("*")): true
    case .field(let name, let value):
      document.values(of: name).flatMap { matches(value, values: $0) }
    case .term: nil
    case .not(let node): matches(node, document).map { !$0 }
    case .all(let left, let right): Self.both(matches(left, document), matches(right, document))
    case .any(let left, let right): Self.either(matches(left, document), matches(right, document))
    }
  }

  private func matches(_ node: Node, values: [String]) -> Bool? {
    switch node {
    case .field: nil
    case .term(let term): values.contains { Self.matches(term, $0) }
    case .not(let node): matches(node, values: values).map { !$0 }
    case .all(let left, let right): Self.both(matches(left, values: values), matches(right, values: values))
    case .any(let left, let right): Self.either(matches(left, values: values), matches(right, values: values))
    }
  }

  private static func both(_ left: Bool?, _ right: Bool?) -> Bool? {
    if left == false || right == false { return false }
    return left == nil || right == nil ? nil : true
  }

  private static func either(_ left: Bool?, _ right: Bool?) -> Bool? {
    if left == true || right == true { return true }
    return left == nil || right == nil ? nil : false
  }

  /// Whether a term is one of the words of a value, or all of them for `*`.
  private static func matches(_ term: String, _ value: String) -> Bool {
    let pattern = Array(term.lowercased().utf8)
    let words = value.lowercased().utf8.split(omittingEmptySubsequences: false) { !isWord($0) }
    return words.contains { matches(pattern[...], $0) }
  }

  private static func matches(_ pattern: ArraySlice<UInt8>, _ word: Substring.UTF8View) -> Bool {
    guard let first = pattern.first else { return word.isEmpty }
    let rest = pattern.dropFirst()
    switch first {
    case UInt8(ascii: "*"):
      return matches(rest, word) || (!word.isEmpty && matches(pattern, word.dropFirst()))
    case UInt8(ascii: "?"): return !word.isEmpty && matches(rest, word.dropFirst())
    default: return word.first == first && matches(rest, word.dropFirst())
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "@._':-".utf8.contains(byte)
    }
  }

  /// Words, `:` and parentheses; nil where there is more.
  private static func tokens(of text: String) -> [String]? {
    var tokens: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", ":", "(", ")":
        if !word.isEmpty { tokens.append(word) }
        word = ""
        if scalar != " " { tokens.append(String(scalar)) }
      case "-" where word.isEmpty: return nil
      case "*", "?", "-": word.unicodeScalars.append(scalar)
      default:
        guard scalar.isASCII, isWord(UInt8(scalar.value)) else { return nil }
        word.unicodeScalars.append(scalar)
      }
    }
    return word.isEmpty ? tokens : tokens + [word]
  }

  private struct Reader {
    var tokens: ArraySlice<String>

    private static let operators: Set<String> = ["AND", "OR", ":", ")"]

    /// Terms side by side are alternatives; `AND` binds closer than `OR`.
    mutating func expression() -> Node? {
      guard var result = single() else { return nil }
      while let token = tokens.first, token != ")" {
        let isBinary = token == "AND" || token == "OR"
        if isBinary { tokens.removeFirst() }
        guard let next = single() else { return nil }
        switch (token == "AND", result) {
        case (true, .any(let left, let right)): result = .any(left, .all(right, next))
        case (true, _): result = .all(result, next)
        case (false, _): result = .any(result, next)
        }
      }
      return result
    }

    private mutating func single() -> Node? {
      guard let token = tokens.popFirst(), !Self.operators.contains(token) else { return nil }
      switch token {
      case "NOT": return single().map { .not($0) }
      case "(":
        guard let inner = expression(), tokens.popFirst() == ")" else { return nil }
        return inner
      default:
        guard tokens.first == ":" else { return .term(token) }
        tokens.removeFirst()
        return single().map { .field(name: token, value: $0) }
      }
    }
  }

  /// An item as it is searched: its values by their keys, those further in by their path, too.
  private struct Document {
    private var entries: [(key: String, value: String)] = []
    /// Keys that hold what is not written out here.
    private var openKeys: Set<String> = []

    /// What the server adds to every item.
    private static let ownKeys: Set<String> = ["chef_type", "data_bag", "json_class", "name", "raw_data"]

    init(_ item: PlainValue) {
      for entry in item.entries { take(entry.value, keys: [entry.key.value]) }
    }

    private mutating func take(_ value: PlainValue, keys: Set<String>) {
      switch value.content {
      case .hash(let inner):
        openKeys.formUnion(keys)
        for entry in inner {
          take(entry.value, keys: Set(keys.map { "\($0)_\(entry.key.value)" } + [entry.key.value]))
        }
      case .array(let items): for item in items { take(item, keys: keys) }
      default:
        guard let text = value.searchText else { return openKeys.formUnion(keys) }
        entries += keys.map { ($0, text) }
      }
    }

    /// The values of a field; nil where they cannot be told.
    func values(of name: String) -> [String]? {
      let isPattern = name.contains { $0 == "*" || $0 == "?" }
      guard !isPattern, !openKeys.contains(name), !Self.ownKeys.contains(name) else { return nil }
      return entries.filter { $0.key == name }.map(\.value)
    }
  }
}

extension PlainValue {
  /// A plain value as it is searched.
  fileprivate var searchText: String? {
    switch content {
    case .string(let text): text
    case .integer(let number): String(number)
    case .bool(let value): String(value)
    case .null: ""
    default: nil
    }
  }
}
