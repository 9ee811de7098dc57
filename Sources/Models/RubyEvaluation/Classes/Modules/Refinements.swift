extension RubyInterpreter {
  /// `refine Class do … end`: where the refinement is in use is not followed, so that what its methods give is unknown.
  func refine(_ call: CoreCall) throws(Unwinding) -> RubyValue {
    let refinement = born(RubyModule(name: nil, isClass: false, superclass: nil, module: classes.module))
    guard let block = call.block else { throw call.raise("ArgumentError", "no block given") }
    _ = try self.call(block, as: .module(refinement), definee: refinement, at: call.place)
    guard case .module(let refined) = call[0] else { return .module(refinement) }
    let doubt = RubyUnknown("refinements are not followed", at: call.place)
    for name in refinement.methods.keys {
      add(RubyMethodEntry(name, in: refined, .unknown(doubt)), as: name, to: refined)
    }
    return .module(refinement)
  }
}
