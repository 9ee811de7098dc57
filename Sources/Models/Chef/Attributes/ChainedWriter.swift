import RubyEvaluation

/// What `default_unless` and `default!` give without arguments: keys are put behind it until a value is assigned.
final class ChainedWriter: RubyPayload {
  enum Manner {
    /// It writes only where no level holds a value.
    case absent
    /// It writes in place of what the level's group holds.
    case replacing
  }

  let manner: Manner
  let level: AttributeLevel
  let path: [RubyValue]

  init(_ manner: Manner, level: AttributeLevel, path: [RubyValue]) {
    self.manner = manner
    self.level = level
    self.path = path
  }

  var held: [RubyValue] { path }
}
