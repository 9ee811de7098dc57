/// A name in a run: equal spellings have equal symbols.
package struct RubySymbol: Hashable, Sendable {
  package let index: Int32

  init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }
}

/// The symbols of a run.
package struct SymbolTable: Sendable {
  private var indices: [String: Int32] = [:]
  private var spellings: [String] = []

  init() {
    // What the core alone defines.
    indices.reserveCapacity(3000)
    spellings.reserveCapacity(3000)
    for name in KnownName.allCases { _ = symbol(name.spelling) }
  }

  /// The symbol with a spelling.
  package mutating func symbol(_ spelling: String) -> RubySymbol {
    if let known = indices[spelling] { return RubySymbol(Int(known)) }
    let index = spellings.count
    spellings.append(spelling)
    indices[spelling] = Int32(truncatingIfNeeded: index)
    return RubySymbol(index)
  }

  package func spelling(of symbol: RubySymbol) -> String { spellings[Int(symbol.index)] }
}
