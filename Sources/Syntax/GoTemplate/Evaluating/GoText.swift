/// Text that a template makes: literal runs, and parts that only the caller understands (secrets, holes).
package struct GoText<Opaque: Hashable & Sendable>: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case literal(String)
    case opaque(Opaque)
  }

  package private(set) var parts: [Part] = []

  package init(_ parts: [Part]) {
    self.parts.reserveCapacity(parts.count)
    for part in parts { append(part) }
  }

  package init(_ text: String) { self.init([.literal(text)]) }

  /// The parts that only the caller understands.
  package var opaque: [Opaque] {
    parts.compactMap { if case .opaque(let part) = $0 { part } else { nil } }
  }

  /// The bytes of its literal parts; of any other what its place takes in memory, about.
  var size: Int {
    parts.reduce(0) { sum, part in
      if case .literal(let text) = part { sum + text.utf8.count } else { sum + 32 }
    }
  }

  package static func + (a: GoText, b: GoText) -> GoText {
    var sum = a
    sum += b
    return sum
  }

  package static func += (a: inout GoText, b: GoText) {
    for part in b.parts { a.append(part) }
  }

  /// Adds a part; literal ones that follow each other are one.
  private mutating func append(_ part: Part) {
    guard case .literal(let new) = part else { return parts.append(part) }
    if new.isEmpty { return }
    guard case .literal(var old)? = parts.last else { return parts.append(part) }
    parts.removeLast()
    old += new
    parts.append(.literal(old))
  }
}
