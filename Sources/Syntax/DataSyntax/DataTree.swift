package import Source

/// One JSON or YAML document as flat arrays: the same shape for both, comments and duplicate keys kept.
///
/// A node is an index into the arrays; a container's children are a slice of `edges` (for mappings key, value, key,
/// value …). A YAML alias is a node of its own range that shares its anchor's children, so that a hostile document
/// cannot grow in memory. A class only so that handles into it are one reference.
package final class DataTree: Sendable {
  /// The text that was parsed.
  package let text: DerivedText
  package let syntax: DataSyntaxKind
  /// The comments in order, their marks included.
  package let comments: [ByteRange]
  /// Whether the whole document was read; where not, the absence of a key or an element means nothing.
  package let isIntact: Bool
  let records: [NodeRecord]
  let edges: [Int32]
  /// Decoded scalars that cannot be taken from the text byte for byte; see `NodeRecord.decoded`.
  let decoded: [DerivedText]

  init(
    text: DerivedText, syntax: DataSyntaxKind, comments: [ByteRange], records: [NodeRecord],
    edges: [Int32], decoded: [DerivedText], isIntact: Bool
  ) {
    self.text = text
    self.syntax = syntax
    self.comments = comments
    self.records = records
    self.edges = edges
    self.decoded = decoded
    self.isIntact = isIntact
  }

  /// The root; a `.missing` node where the document holds none.
  package var root: DataNode { DataNode(tree: self, index: 0) }
}

package enum DataSyntaxKind: String, Sendable {
  case json, yaml
}

/// What a node of the tree stores.
struct NodeRecord: Sendable {
  var kind: DataNode.Kind
  /// What a tag says of a scalar beyond its kind.
  var tag = DataNode.Tag.none
  /// The whole node: quotes and brackets included.
  var range: ByteRange
  /// A scalar's content: inside its quotes.
  var content: ByteRange
  /// The index in `DataTree.decoded` of a scalar whose value differs from its content's bytes, or -1.
  var decoded: Int32 = -1
  /// Where the children start in `DataTree.edges`, and how many edges there are.
  var firstEdge: Int32 = 0
  var edgeCount: Int32 = 0
}
