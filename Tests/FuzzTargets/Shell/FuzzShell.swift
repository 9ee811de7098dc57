import FuzzDriver
import ShellSyntax
import Source

/// A shell script must be read to its end, with every place inside it.
@main struct FuzzShell {
  static func main() {
    FuzzDriver.run { start, count in
      let file = SourceFile(FileID("input.sh"), bytes: Array(UnsafeBufferPointer(start: start, count: count)))
      let script = ShellScript.parse(DerivedText(file))
      precondition(script.faults.allSatisfy { $0.location.range.end <= count }, "a fault lies beyond the end")
      precondition(script.comments.allSatisfy { $0.range.end <= count }, "a comment lies beyond the end")
      return 0
    }
  }
}
