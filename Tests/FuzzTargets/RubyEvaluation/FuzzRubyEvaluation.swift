import FuzzDriver
import RubyEvaluation
import RubySyntax
import Source

/// A program must be run to its end within its bounds, whatever it does.
@main struct FuzzRubyEvaluation {
  /// Knows what a recipe would: everything, and nothing of it for sure.
  private final class Host: RubyHost {
    func missing(_ call: CoreCall, isPrivate: Bool) throws(Unwinding) -> RubyValue? {
      isPrivate ? call.unknown("it is a test") : nil
    }
  }

  static func main() {
    FuzzDriver.run { start, count in
      let file = SourceFile(FileID("input.rb"), bytes: Array(UnsafeBufferPointer(start: start, count: count)))
      let tree = RubyTree.parse(DerivedText(file))
      var limits = RubyLimits()
      limits.steps = 20_000
      limits.memory = 1 << 20
      limits.stack = 512 << 10
      let run = RubyInterpreter(host: Host(), limits: limits)
      let program = run.load(tree, path: "input.rb")
      let result = run.attempt { () throws(Unwinding) in try run.run(program) }
      if case .failed(let failure) = result, let place = failure.place {
        precondition(place.location.range.end <= count, "a failure lies beyond the end")
      }
      run.end()
      return 0
    }
  }
}
