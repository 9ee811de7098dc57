import DataSyntax
import Diagnostics
import FuzzDriver
import Source

/// A JSON text must be read to its end, with every place inside it.
@main struct FuzzJSON {
  static func main() {
    FuzzDriver.run { start, count in
      let file = SourceFile(
        FileID("input.json"), bytes: Array(UnsafeBufferPointer(start: start, count: count)))
      let (tree, diagnostics) = DataParser.parse(DerivedText(file), as: .json)
      precondition(diagnostics.allSatisfy { $0.primary.range.end <= count }, "a fault lies beyond the end")
      precondition(tree.root.location.range.end <= count, "the tree is longer than the text")
      return 0
    }
  }
}
