package import Source

/// A handle to one node of a `DataTree`.
package struct DataNode: Sendable {
  package enum Kind: Sendable, Hashable {
    /// A value that the document left out, or that could not be read.
    case missing
    case null
    case bool
    /// A number, kept as it is written.
    case number
    case string
    case sequence
    case mapping
  }

  /// A tag of YAML that makes a scalar something else than its letters say: `!!str 2026-01-02`, `!!float 1`.
  package enum Tag: Sendable, Hashable { case none, text, fraction }

  package let tree: DataTree
  let index: Int32

  init(tree: DataTree, index: Int32) {
    self.tree = tree
    self.index = index
  }

  var record: NodeRecord { tree.records[Int(index)] }

  package var kind: Kind { record.kind }
  package var tag: Tag { record.tag }
  /// The bytes of the whole node in the parsed text, quotes and brackets included.
  package var range: ByteRange { record.range }
  /// The place of the whole node in its file.
  package var location: Location { tree.text.location(of: record.range) }
  /// The place of a scalar's content, inside its quotes.
  package var contentLocation: Location { tree.text.location(of: record.content) }

  /// The elements of a sequence; empty for anything else.
  package var items: [DataNode] { kind == .sequence ? edges.map(node) : [] }

  /// The entries of a mapping in the order of the document, duplicates included; empty for anything else.
  package var entries: [DataEntry] {
    guard kind == .mapping else { return [] }
    let edges = edges
    return stride(from: edges.startIndex, to: edges.endIndex, by: 2).map { entry(at: $0, of: edges) }
  }

  /// The value of a key: the last one where the key is written twice, as decoders take it.
  package subscript(key: String) -> DataNode? { entry(key)?.value }

  /// The entry of a key: the last one where the key is written twice.
  ///
  /// Keys are compared by their bytes, as decoders do: `String` would take letters for equal that Unicode composes
  /// differently.
  package func entry(_ key: String) -> DataEntry? {
    guard kind == .mapping else { return nil }
    let edges = edges
    let place = stride(from: edges.endIndex - 2, through: edges.startIndex, by: -2).first {
      node(edges[$0]).reads(key)
    }
    return place.map { entry(at: $0, of: edges) }
  }

  /// A scalar's value: of a string its decoded text, of another scalar what is written; nil for containers.
  package var string: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

  /// The bytes of a scalar's value; nil for containers and missing values.
  var bytes: ArraySlice<UInt8>? {
    switch kind {
    case .missing, .sequence, .mapping: nil
    case .null, .bool, .number, .string:
      record.decoded >= 0
        ? tree.decoded[Int(record.decoded)].bytes[...] : tree.text.bytes[record.content.indices]
    }
  }

  /// A scalar's value with the places of its bytes; nil for containers and missing values.
  package var scalar: DerivedText? {
    switch kind {
    case .missing, .sequence, .mapping: nil
    case .null, .bool, .number, .string:
      record.decoded >= 0 ? tree.decoded[Int(record.decoded)] : tree.text.slice(record.content)
    }
  }

  /// Whether a scalar's value is a text, byte by byte.
  package func reads(_ text: String) -> Bool {
    guard let bytes, bytes.count == text.utf8.count else { return false }
    return bytes.elementsEqual(text.utf8)
  }

  /// Whether a scalar's value is a text but for the case of letters; beyond ASCII case is not looked at.
  package func readsInAnyCase(_ text: String) -> Bool {
    guard let bytes, bytes.count == text.utf8.count else { return false }
    return zip(bytes, text.utf8).allSatisfy { $0 == $1 || ($0 ^ $1 == 0x20 && 0x61...0x7A ~= $0 | 0x20) }
  }

  /// Whether a scalar's value holds nothing beyond ASCII.
  package var isASCII: Bool { bytes?.allSatisfy { $0 < 0x80 } ?? true }

  /// Whether a part stands in a scalar's value.
  package func mentions(_ part: String) -> Bool { bytes?.mentions(part) == true }

  /// The truth value of a `.bool` node.
  package var bool: Bool? { kind == .bool ? string?.lowercased() == "true" : nil }

  /// The value of a `.number` node without fraction that fits; `0x1f` and `0o17` are numbers of YAML.
  package var integer: Int? {
    guard kind == .number, let string else { return nil }
    if string.hasPrefix("0x") { return Int(string.dropFirst(2), radix: 16) }
    if string.hasPrefix("0o") { return Int(string.dropFirst(2), radix: 8) }
    return Int(string)
  }

  /// Whether this is a scalar of any kind.
  package var isScalar: Bool {
    switch kind {
    case .missing, .sequence, .mapping: false
    case .null, .bool, .number, .string: true
    }
  }

  /// Whether this is a scalar without quotes, also where an alias repeats it.
  package var isPlain: Bool {
    guard isScalar else { return false }
    if record.content == record.range { return true }
    let before = record.content.start - 1
    guard before >= 0, !tree.text.bytes.isEmpty else { return false }
    let isQuoted = [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(tree.text.bytes[before])
    let isBlock = record.range.start < record.content.start
    return !isQuoted && !isBlock
  }

  /// The children of a container; of a mapping key, value, key, value …
  private var edges: ArraySlice<Int32> {
    let first = Int(record.firstEdge)
    return tree.edges[first..<first + Int(record.edgeCount)]
  }

  private func node(_ index: Int32) -> DataNode { DataNode(tree: tree, index: index) }

  /// The entry whose key stands at a place of the edges.
  private func entry(at place: Int, of edges: ArraySlice<Int32>) -> DataEntry {
    DataEntry(key: node(edges[place]), value: node(edges[place + 1]))
  }
}

extension DataNode: Hashable {
  package static func == (a: DataNode, b: DataNode) -> Bool { a.tree === b.tree && a.index == b.index }
  package func hash(into hasher: inout Hasher) { hasher.combine(index) }
}

/// A key of a mapping with its value.
package struct DataEntry: Sendable, Hashable {
  package let key: DataNode
  package let value: DataNode

  /// The place of key and value together.
  package var location: Location { key.tree.text.location(of: key.range.union(value.range)) }
}
