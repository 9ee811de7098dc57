import Matching
import Source

/// The way to a value in a document: `server.port`, `users[0].name`, `users[*].name`, `"a.b".c`.
struct DocumentPath: Sendable, Hashable {
  enum Step: Sendable, Hashable {
    case key(String)
    /// An element of a list; negative ones count from its end.
    case element(Int)
    case all
  }

  private static let deepest = 128

  let steps: [Step]

  /// Reads a path; nil for what is none.
  init?(_ text: String) {
    var steps: [Step] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "["), !steps.isEmpty || index == 0 {
        guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let inside = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        guard let step = inside == "*" ? .all : Int(inside).map({ Step.element($0) }) else { return nil }
        steps.append(step)
        index = end + 1
      } else {
        if !steps.isEmpty {
          guard bytes[index] == UInt8(ascii: ".") else { return nil }
          index += 1
        }
        guard let (key, end) = Self.key(bytes, from: index) else { return nil }
        steps.append(.key(key))
        index = end
      }
    }
    guard !steps.isEmpty, steps.count <= Self.deepest else { return nil }
    self.steps = steps
  }

  /// A key up to the next sign, or within double quotes.
  private static func key(_ bytes: [UInt8], from start: Int) -> (String, Int)? {
    guard start < bytes.count else { return nil }
    if bytes[start] == UInt8(ascii: "\"") {
      guard let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
      return (String(decoding: bytes[(start + 1)..<end], as: UTF8.self), end + 1)
    }
    let end = bytes[start...].firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") } ?? bytes.count
    return end == start ? nil : (String(decoding: bytes[start..<end], as: UTF8.self), end)
  }

  func value(in document: Subject) -> Document.Found {
    Self.value(steps[...], in: document, after: "the document")
  }

  private static func value(_ steps: ArraySlice<Step>, in value: Subject, after place: String)
    -> Document.Found
  {
    guard let step = steps.first else { return .value(value) }
    let rest = steps.dropFirst()
    switch (step, value) {
    case (.key(let key), .map(let entries)):
      // The last one of a key counts, as for those who read such files.
      guard let entry = entries.last(where: { $0.key.isExactly(key) }) else {
        return .nothing("\(place) has \(Document.names(entries.map(\.key), near: key))")
      }
      return Self.value(rest, in: entry.value, after: "`\(key)`")
    case (.element(let number), .list(let items)):
      let index = number < 0 ? items.count + number : number
      guard items.indices.contains(index) else {
        return .nothing("\(place) has \(items.count) element\(items.count == 1 ? "" : "s")")
      }
      return Self.value(rest, in: items[index], after: "`[\(number)]`")
    case (.all, .list(let items)): return all(items, rest)
    case (.all, .map(let entries)): return all(entries.map(\.value), rest)
    case (.key, _): return .nothing("\(place) is no map")
    default: return .nothing("\(place) is no list")
    }
  }

  /// The values of a path in all elements.
  private static func all(_ items: [Subject], _ rest: ArraySlice<Step>) -> Document.Found {
    var found: [Subject] = []
    for (index, item) in items.enumerated() {
      switch value(rest, in: item, after: "element \(index)") {
      case .value(let value): found.append(value)
      case .nothing(let clause): return .nothing(clause)
      }
    }
    return .value(.list(found))
  }
}
