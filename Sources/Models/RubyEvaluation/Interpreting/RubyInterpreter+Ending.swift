import RubySyntax

/// Stands in for the host once a run is over.
private final class Nobody: RubyHost {}

extension RubyInterpreter {
  /// What code gives that lies deeper than it is followed: a method that takes nothing, and that the same few calls have
  /// led to again and again, ends as Ruby ends it.
  func tooDeep(at place: RubyPlace?) throws(Unwinding) -> RubyValue {
    guard certainty == .sure, let home = current?.home, let method = home.method,
      !home.arguments.isOpen, home.arguments.values.isEmpty || callsItself(method, with: home.arguments),
      callers.count >= Self.runawayDepth,
      Set(callers.suffix(Self.runawayDepth).compactMap { $0?.location }).count <= Self.runawayRound
    else { return .unknown(RubyUnknown("calls lie too deep in each other", at: place)) }
    // The call that leads there again: where in its body the stack ends is chance.
    throw raise("SystemStackError", "stack level too deep", at: callers.last ?? place)
  }

  /// Whether a method comes to the call in it that led here whatever it is given. A value that cannot be told may end it
  /// by an exception on the way.
  private func callsItself(_ method: RubyMethodEntry, with arguments: CallArguments) -> Bool {
    guard case .defined(let definition, _) = method.body, let caller = callers.last ?? nil else {
      return false
    }
    let tree = definition.program.tree
    guard case .method(let written) = tree.shape(of: definition.node), caller.program === definition.program
    else { return false }
    return !arguments.values.contains { $0.doubt != nil } && tree.surelyReaches(caller.node, in: written.body)
  }

  /// How many calls must be the same few before no end is expected, and how many those are at most.
  private static let runawayDepth = 48
  private static let runawayRound = 6

  /// Ends the run: lets go of all that its classes and global variables hold, much of which holds itself, and of the
  /// host. Nothing of its values may be used any more.
  package func end() {
    host = Nobody()
    current = nil
    var open: [RubyHeapObject] = [classes.object, mainObject]
    open.take(globals.values.values)
    globals.values = [:]
    // Each object is kept until all have let go, so that none is asked twice.
    var seen: [ObjectIdentifier: RubyHeapObject] = [:]
    while let object = open.popLast() {
      guard seen.updateValue(object, forKey: ObjectIdentifier(object)) == nil else { continue }
      object.surrender(to: &open)
    }
  }
}
