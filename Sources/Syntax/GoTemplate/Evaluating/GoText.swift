/// Text that a template makes: literal runs, and parts that only the caller understands (secrets, holes).
package struct GoText<Opaque: Hashable & Sendable>: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case literal(String)
    case opaque(Opaque)
  }

  package let parts: [Part]

  package init(_ parts: [Part]) {
    self.parts = parts.filter { if case .literal("") = $0 { false } else { true } }
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

  package static func + (a: GoText, b: GoText) -> GoText { GoText(a.parts + b.parts) }
}
