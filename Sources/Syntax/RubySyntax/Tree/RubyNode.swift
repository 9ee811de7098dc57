package import Source

/// A node of a `RubyTree`: a handle, which means something only together with its tree.
package struct RubyNode: Hashable, Sendable {
  let index: Int32

  init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }
}

/// Nodes in order, which a `RubyTree` gives out.
package struct RubyList: Hashable, Sendable {
  let first: Int32
  private let length: Int32

  init(first: Int, count: Int) {
    self.first = Int32(truncatingIfNeeded: first)
    self.length = Int32(truncatingIfNeeded: count)
  }

  static let empty = RubyList(first: 0, count: 0)

  package var count: Int { Int(length) }
  package var isEmpty: Bool { length == 0 }
}

/// A name, the same for the same spelling within one tree; `RubyTree` spells it.
package struct RubyName: Hashable, Sendable {
  /// Counts from 0, so that a reader can keep a table of its own by it.
  package let index: Int32
}

/// A name with its place in the text.
package struct RubyWord: Hashable, Sendable {
  package let name: RubyName
  private let start: Int32
  private let end: Int32

  init(_ name: RubyName, _ start: Int, _ end: Int) {
    self.name = name
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  package var range: ByteRange { ByteRange(Int(start), Int(end)) }
}

/// A piece of a string that is the same in every run.
package struct RubyText: Hashable, Sendable {
  /// Where the bytes lie that the piece stands for: in the text itself, or among the decoded escapes.
  enum Home: Hashable, Sendable {
    case text
    case escapes(from: Int32, count: Int32)
  }

  let home: Home

  /// Whether the piece stands in the text byte for byte.
  package var isVerbatim: Bool { home == .text }
}
