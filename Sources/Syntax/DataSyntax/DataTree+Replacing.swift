package import Source

extension DataTree {
  /// What stands in the place of a scalar.
  package enum Replacement: Sendable {
    /// Another scalar; its kind is one of null, truth value, number and text.
    case scalar(DataNode.Kind, DerivedText)
    /// A list of texts; within a list its texts stand among the others.
    case list([DerivedText])
  }

  /// The same document with other values for some of its scalars, which keep their places in the text.
  package func replacing(_ replacement: (DataNode) -> Replacement?) -> DataTree {
    var records = records
    var edges = edges
    var decoded = decoded
    var lists: Set<Int32> = []
    for index in self.records.indices where self.records[index].kind == .string {
      let node = DataNode(tree: self, index: Int32(index))
      switch replacement(node) {
      case nil: continue
      case .scalar(let kind, let text):
        records[index].kind = kind
        records[index].decoded = Int32(decoded.count)
        decoded.append(text)
      case .list(let texts):
        let first = edges.count
        for text in texts {
          edges.append(Int32(records.count))
          var record = NodeRecord(kind: .string, range: node.range, content: self.records[index].content)
          record.decoded = Int32(decoded.count)
          records.append(record)
          decoded.append(text)
        }
        records[index].kind = .sequence
        records[index].decoded = -1
        records[index].firstEdge = Int32(first)
        records[index].edgeCount = Int32(texts.count)
        lists.insert(Int32(index))
      }
    }
    func items(of node: NodeRecord) -> ArraySlice<Int32> {
      edges[Int(node.firstEdge)..<Int(node.firstEdge + node.edgeCount)]
    }
    for index in self.records.indices where !lists.isEmpty && self.records[index].kind == .sequence {
      let own = items(of: records[index])
      guard own.contains(where: lists.contains) else { continue }
      let spread = own.flatMap { lists.contains($0) ? Array(items(of: records[Int($0)])) : [$0] }
      records[index].firstEdge = Int32(edges.count)
      records[index].edgeCount = Int32(spread.count)
      edges += spread
    }
    return DataTree(
      text: text, syntax: syntax, comments: comments, records: records, edges: edges, decoded: decoded,
      isIntact: isIntact)
  }
}
