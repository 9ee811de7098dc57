/// What a piece of running code sees: its local variables, `self`, and the method that it belongs to.
///
/// A class because blocks share it with the code around them.
package final class Frame: RubyHeapObject {
  package let program: RubyProgram
  package let receiver: RubyValue
  /// Where `def` defines and constants are looked up.
  let scope: LexicalScope
  /// Where `def` defines if that is not the innermost class of the text: `class_eval`, `instance_eval`.
  var definee: RubyModule?
  /// The frame around a block.
  let outer: Frame?
  var names: [RubySymbol] = []
  var values: [RubyValue] = []

  /// The method that runs, and what it was given: only of the frame of a method, file or class.
  var method: RubyMethodEntry?
  var arguments: [RubyValue] = []
  var hasKeywords = false
  var block: RubyProcedure?
  /// The visibility that `def` gives here.
  var visibility = RubyMethodEntry.Visibility.public
  var lastMatch: RubyValue = .nil
  /// Whether `return` leaves this frame: methods, lambdas, files.
  var isHome: Bool

  init(
    _ program: RubyProgram, receiver: RubyValue, scope: LexicalScope, outer: Frame? = nil, isHome: Bool
  ) {
    self.program = program
    self.receiver = receiver
    self.scope = scope
    self.outer = outer
    self.isHome = isHome
    super.init()
  }
}
