import FuzzDriver
import RubySyntax
import Source

/// A Ruby text must be read to its end, with every place inside it.
@main struct FuzzRuby {
  static func main() {
    FuzzDriver.run { start, count in
      let file = SourceFile(FileID("input.rb"), bytes: Array(UnsafeBufferPointer(start: start, count: count)))
      let tree = RubyTree.parse(DerivedText(file))
      precondition(tree.faults.allSatisfy { $0.location.range.end <= count }, "a fault lies beyond the end")
      precondition(tree.comments.allSatisfy { $0.end <= count }, "a comment lies beyond the end")
      precondition(tree.location(of: tree.root).range.end <= count, "the tree is longer than the text")
      return 0
    }
  }
}
