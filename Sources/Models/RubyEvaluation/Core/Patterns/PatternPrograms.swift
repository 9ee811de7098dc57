/// What patterns were compiled to: a loop, and the check of a property, make the same pattern again and again.
///
/// A class because everything that an interpreter runs shares it.
final class PatternPrograms {
  private struct Key: Hashable {
    let source: [UInt8]
    let options: RubyPattern.Options
  }

  /// Patterns that a text makes anew each time must not fill the memory.
  private static let limit = 1_000

  private var known: [Key: Result<CompiledPattern, CompiledPattern.Refusal>] = [:]

  /// A pattern as RE2 takes it.
  func program(of pattern: RubyPattern) -> Result<CompiledPattern, CompiledPattern.Refusal> {
    let key = Key(source: pattern.source, options: pattern.options)
    if let program = known[key] { return program }
    if known.count == Self.limit { known = [:] }
    let program = Result { () throws(CompiledPattern.Refusal) in
      try CompiledPattern(pattern.source, pattern.options)
    }
    known[key] = program
    return program
  }
}
