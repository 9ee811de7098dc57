import Source

/// Collects the nodes of a `DataTree` in one pass, without recursion.
struct TreeBuilder {
  private(set) var records: [NodeRecord] = []
  private var edges: [Int32] = []
  private var decoded: [DerivedText] = []
  /// The children of the containers that are open, outermost first.
  private var pending: [Int32] = []
  private var open: [(node: Int32, firstChild: Int)] = []

  /// How many containers are open.
  var depth: Int { open.count }

  /// How many children the innermost open container has so far; keys and values count one each.
  var childCount: Int { pending.count - (open.last?.firstChild ?? 0) }

  /// The children of the innermost open container so far.
  var children: ArraySlice<Int32> { pending[(open.last?.firstChild ?? 0)...] }

  /// Adds a scalar; `value` is its text where that differs from the bytes of `content`.
  mutating func addScalar(
    _ kind: DataNode.Kind, _ range: ByteRange, content: ByteRange, value: DerivedText? = nil
  ) {
    var record = NodeRecord(kind: kind, range: range, content: content)
    if let value {
      record.decoded = Int32(decoded.count)
      decoded.append(value)
    }
    add(record)
  }

  /// Notes what a tag says of a scalar.
  mutating func setTag(_ tag: DataNode.Tag, of node: Int32) {
    if tag != .none { records[Int(node)].tag = tag }
  }

  /// Adds a node that the document left out.
  mutating func addMissing(at offset: Int) {
    add(NodeRecord(kind: .missing, range: ByteRange(at: offset), content: ByteRange(at: offset)))
  }

  /// Adds a finished record as the next child of the innermost open container.
  mutating func add(_ record: NodeRecord) {
    pending.append(Int32(records.count))
    records.append(record)
  }

  /// Opens a sequence or a mapping that starts at an offset.
  mutating func openContainer(_ kind: DataNode.Kind, at start: Int) {
    let node = Int32(records.count)
    add(NodeRecord(kind: kind, range: ByteRange(at: start), content: ByteRange(at: start)))
    open.append((node, pending.count))
  }

  /// Closes the innermost open container at an offset, with the children it has, or with others; gives its node.
  @discardableResult
  mutating func closeContainer(at end: Int, children replacement: [Int32]? = nil) -> Int32? {
    guard let (node, firstChild) = open.popLast() else { return nil }
    let first = edges.count
    edges.append(contentsOf: replacement ?? Array(pending[firstChild...]))
    pending.removeSubrange(firstChild...)
    let start = records[Int(node)].range.start
    records[Int(node)].range = ByteRange(start, max(start, end))
    records[Int(node)].content = records[Int(node)].range
    records[Int(node)].firstEdge = Int32(first)
    records[Int(node)].edgeCount = Int32(edges.count - first)
    return node
  }

  /// The children of a closed container.
  func children(of node: Int32) -> ArraySlice<Int32> {
    let record = records[Int(node)]
    return edges[Int(record.firstEdge)..<Int(record.firstEdge + record.edgeCount)]
  }

  /// The value of a scalar; nil for containers and missing nodes.
  func scalar(_ node: Int32, in text: DerivedText) -> [UInt8]? {
    let record = records[Int(node)]
    switch record.kind {
    case .missing, .sequence, .mapping: return nil
    case .null, .bool, .number, .string:
      return record.decoded >= 0
        ? decoded[Int(record.decoded)].bytes : Array(text.bytes[record.content.indices])
    }
  }

  /// The tree; a root that nobody added is `.missing`.
  mutating func tree(
    of text: DerivedText, as syntax: DataSyntaxKind, comments: [ByteRange], isIntact: Bool
  ) -> DataTree {
    if records.isEmpty { addMissing(at: 0) }
    return DataTree(
      text: text, syntax: syntax, comments: comments, records: records, edges: edges, decoded: decoded,
      isIntact: isIntact)
  }

  /// Forgets everything, for documents that nothing can be said about.
  mutating func clear() { self = TreeBuilder() }
}
