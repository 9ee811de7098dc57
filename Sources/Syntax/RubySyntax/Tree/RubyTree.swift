package import Source

/// A parsed Ruby text: flat arrays behind integer handles.
///
/// Parsing never fails: what cannot be read is an `error` node among its neighbours and stands in `faults`. A class,
/// since it is handed around a lot and never changes.
package final class RubyTree: Sendable {
  struct Entry: Sendable {
    var shape: RubyShape
    var start: Int32
    var end: Int32
  }

  package let text: DerivedText
  /// All statements of the text, a `statements` node.
  package let root: RubyNode
  /// The comments in order, their marks included.
  package let comments: [ByteRange]
  /// In order of notice: the first is what Ruby would report.
  package let faults: [RubyFault]
  /// Where the text after `__END__` begins, as `DATA` gives it.
  package let dataStart: Int?

  let entries: [Entry]
  let lists: [RubyNode]
  let names: NameTable
  let escapes: [UInt8]

  init(
    text: DerivedText, root: RubyNode, comments: [ByteRange], faults: [RubyFault], dataStart: Int?,
    entries: [Entry], lists: [RubyNode], names: NameTable, escapes: [UInt8]
  ) {
    self.text = text
    self.root = root
    self.comments = comments
    self.faults = faults
    self.dataStart = dataStart
    self.entries = entries
    self.lists = lists
    self.names = names
    self.escapes = escapes
  }

  /// Parses a text; never fails.
  package static func parse(_ text: DerivedText) -> RubyTree {
    var parser = RubyParser(text, kind: .script)
    return parser.tree()
  }

  /// Whether Ruby itself would read the text.
  package var isAccepted: Bool { !faults.contains(where: \.isError) }

  /// How many nodes there are, abandoned ones included.
  package var nodeCount: Int { entries.count }

  /// What a node is.
  package func shape(of node: RubyNode) -> RubyShape { entries[Int(node.index)].shape }

  /// The bytes that a node spans; of a here-document, its opening mark.
  package func range(of node: RubyNode) -> ByteRange {
    let entry = entries[Int(node.index)]
    return ByteRange(Int(entry.start), Int(entry.end))
  }

  /// The place of a node in its file.
  package func location(of node: RubyNode) -> Location { text.location(of: range(of: node)) }

  /// The place of a word in its file.
  package func location(of word: RubyWord) -> Location { text.location(of: word.range) }

  /// The nodes of a list.
  package func nodes(in list: RubyList) -> ArraySlice<RubyNode> {
    lists[Int(list.first)..<Int(list.first) + list.count]
  }

  /// The spelling of a name.
  package func spelling(of name: RubyName) -> String { names.spelling(of: name) }

  /// The spelling of a word's name.
  package func spelling(of word: RubyWord) -> String { names.spelling(of: word.name) }

  /// The number of names; their indices are below it.
  package var nameCount: Int { names.count }

  /// The source of a node as it stands.
  package func source(of node: RubyNode) -> String {
    String(decoding: text.bytes[range(of: node).indices], as: UTF8.self)
  }
}
