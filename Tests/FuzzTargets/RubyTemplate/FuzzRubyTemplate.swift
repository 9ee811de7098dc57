import FuzzDriver
import RubySyntax
import Source

/// An ERB template must be read to its end, with every place inside it.
@main struct FuzzRubyTemplate {
  static func main() {
    FuzzDriver.run { start, count in
      let file = SourceFile(
        FileID("input.erb"), bytes: Array(UnsafeBufferPointer(start: start, count: count)))
      let template = RubyTemplate.parse(DerivedText(file))
      precondition(template.pieces.allSatisfy { $0.end <= count }, "a piece of text lies beyond the end")
      precondition(template.tags.allSatisfy { $0.range.end <= count }, "a tag lies beyond the end")
      precondition(
        template.tree.faults.allSatisfy { $0.location.range.end <= count }, "a fault lies beyond the end")
      return 0
    }
  }
}
