import DataSyntax
import Source

/// A JSON document that a test looks into.
struct JSONTree {
  let root: DataNode

  init(_ bytes: [UInt8]) {
    root =
      DataParser.parse(DerivedText(SourceFile(FileID("written.json"), bytes: bytes)), as: .json).tree.root
  }
}
