/// What an object holds besides its variables: the state of a class that is written in Swift.
///
/// Cast it back with `as?`. One whose state can change under a branch that may run asks `RubyInterpreter.certainty`
/// before it writes, or conforms to `RubyMutablePayload`.
package protocol RubyPayload: AnyObject {
  /// Values of the program that it alone may hold, and that may hold others.
  var held: [RubyValue] { get }
  /// Why instance variables may be set that are not told; nil where one that nothing sets is nil.
  var doubtOfUnset: RubyUnknown? { get }
}

extension RubyPayload {
  package var held: [RubyValue] { [] }
  package var doubtOfUnset: RubyUnknown? { nil }
}

/// A payload whose state is put back and merged like that of Ruby's own objects, where both branches of an unknown
/// condition run. Call `RubyInterpreter.willChange(payloadOf:)` before each change.
package protocol RubyMutablePayload: RubyPayload {
  associatedtype State
  var state: State { get set }
  /// What is known where either may be the state.
  static func merged(_ first: State, _ second: State) -> State
  /// Gives up what is known of the content.
  func lose(because doubt: RubyUnknown)
}

extension RubyMutablePayload {
  package func lose(because doubt: RubyUnknown) {}
}

/// An object with variables: an instance of a class of the program, of the core, or of the host.
package class RubyObject: RubyHeapObject {
  /// `@name` and the like, in order of assignment. Change them by `RubyInterpreter.setVariable`.
  package internal(set) var variables: [(name: RubySymbol, value: RubyValue)] = []
  package var payload: (any RubyPayload)?

  package init(of module: RubyModule?, payload: (any RubyPayload)? = nil) {
    self.payload = payload
    super.init(module: module)
  }

  deinit {
    var held: [RubyHeapObject] = []
    // Not the method of a subclass, whose own part is gone by now.
    surrenderVariables(to: &held)
    Self.release(&held)
  }

  override func surrender(to heir: inout [RubyHeapObject]) { surrenderVariables(to: &heir) }

  private func surrenderVariables(to heir: inout [RubyHeapObject]) {
    for entry in variables { heir.take(entry.value) }
    if let payload { heir.take(payload.held) }
    (variables, payload) = ([], nil)
    super.surrender(to: &heir)
  }

  /// The value of an instance variable; nil for one that was never assigned.
  package func variable(_ name: RubySymbol) -> RubyValue? {
    for entry in variables where entry.name == name { return entry.value }
    return nil
  }
}
