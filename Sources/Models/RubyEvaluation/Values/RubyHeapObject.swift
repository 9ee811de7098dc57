/// What Ruby shares by reference: a class because its identity is part of the language.
package class RubyHeapObject {
  /// Its class where that is not the one of its kind: a subclass of `String`, a singleton class.
  package internal(set) var module: RubyModule?
  package internal(set) var isFrozen = false
  /// The speculation in which its state has been saved already.
  var stamp = 0
  /// The speculation that was the last to be opened when it was made: what is made in a branch needs no saving there.
  var birth = 0

  init(module: RubyModule? = nil) { self.module = module }

  /// Forbids changes, of an object that the host has just made.
  package func freeze() { isFrozen = true }

  /// Gives away the objects that it holds, once nobody needs it.
  func surrender(to heir: inout [RubyHeapObject]) {
    guard let own = module, own.isSingleton else { return }
    module = nil
    heir.append(own)
  }
}
