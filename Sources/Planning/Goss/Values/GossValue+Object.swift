import GoTemplate

extension GossValue {
  /// The value with its type, as goss shows what a matcher cannot take: `<string>: a`, four blanks in front.
  var object: String { "    <\(objectType)>: \(objectValue(depth: 1, isTop: true))" }

  private var objectType: String {
    switch self {
    case .null: "nil"
    case .list(let items): "\(type) | len:\(items.count), cap:\(items.count)"
    case .texts(let texts): "\(type) | len:\(texts.count), cap:\(texts.count)"
    case .map(let entries, _): "\(type) | len:\(entries.count)"
    default: type
    }
  }

  private func objectValue(depth: Int, isTop: Bool) -> String {
    switch self {
    case .null: return "nil"
    case .text:
      guard isTop else { return GoQuotedText.quoted(printed) }
      return printed.goLines.joined(separator: "\n    ")
    case .list(let items):
      return Self.joined(
        items.map { $0.inner(depth: depth + 1) }, "[", "]", depth)
    case .texts([]): return "nil"
    case .texts(let texts): return Self.joined(texts.map { GoQuotedText.quoted($0) }, "[", "]", depth)
    case .map:
      return Self.joined(
        sortedEntries.map {
          "\(GoQuotedText.quoted($0.key)): \($0.value.inner(depth: depth + 1))"
        }, "{", "}", depth)
    case .time(let time): return time.json
    case .bool, .integer, .unsigned, .float: return printed
    }
  }

  /// The value within a list or a map; nothing has no type there.
  private func inner(depth: Int) -> String {
    self == .null ? "nil" : "<\(objectType)>\(objectValue(depth: depth, isTop: false))"
  }

  /// On one line, or with a line for each part where one is longer than 20 characters.
  private static func joined(_ parts: [String], _ open: String, _ close: String, _ depth: Int) -> String {
    guard parts.contains(where: { $0.utf8.count > 20 }) else {
      return open + parts.joined(separator: ", ") + close
    }
    let indent = String(repeating: "    ", count: depth)
    return "\(open)\n\(indent)    \(parts.joined(separator: ",\n\(indent)    ")),\n\(indent)\(close)"
  }
}
