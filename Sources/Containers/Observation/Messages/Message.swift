package import DataSyntax
import Source

/// A line of JSON and bytes behind it: how questions and answers pass between this program and a child of its own.
package struct Message: Sendable, Hashable {
  package let head: JSONText
  package let body: [UInt8]

  package init(_ head: JSONText, body: [UInt8] = []) {
    self.head = head
    self.body = body
  }

  package var bytes: [UInt8] { head.compact + [0x0A] + body }

  /// The texts of a list in the head of what `bytes` has written.
  package static func texts(of key: String, in bytes: [UInt8]) -> [String]? {
    parts(of: bytes)?.head[key]?.texts
  }

  /// A number in the head of what `bytes` has written.
  package static func number(of key: String, in bytes: [UInt8]) -> Int? {
    parts(of: bytes)?.head[key]?.integer
  }

  /// The two parts of what `bytes` has written.
  static func parts(of bytes: [UInt8]) -> (head: DataNode, body: [UInt8])? {
    guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
    let source = SourceFile(FileID("message"), bytes: Array(bytes[..<end]))
    let (tree, faults) = DataParser.parse(DerivedText(source), as: .json)
    guard faults.isEmpty, tree.root.kind == .mapping else { return nil }
    return (tree.root, Array(bytes[(end + 1)...]))
  }
}

extension DataNode {
  /// The texts of a list.
  var texts: [String] { items.compactMap(\.string) }

  /// A number that is written as a text, since JSON's own have no fixed form.
  var double: Double? { string.flatMap(Double.init) }
}
