/// What a host may do to the objects of a run beyond what the program can.
extension RubyInterpreter {
  /// Counts from now on in `watchedChanges` when an instance of a class changes.
  package func watch(_ module: RubyModule) { module.isWatched = true }

  /// Counts a change of an instance of a watched class.
  func noteChange(of object: RubyHeapObject) {
    if object.module?.isWatched == true { watchedChanges += 1 }
  }

  /// Makes an object an instance of a class, which is one for objects of its kind.
  package func setClass(of object: RubyHeapObject, to module: RubyModule) { object.module = module }

  /// Makes the content of a hash one that cannot be told.
  package func lose(_ hash: RubyHash, _ doubt: RubyUnknown) {
    touch(hash)
    hash.doubt = doubt
    noteChange(of: hash)
  }

  /// Mixes a module into a class or module, as `include` does.
  package func include(_ mixin: RubyModule, in module: RubyModule) {
    guard !isA(module, mixin) else { return }
    touch(module)
    module.included.insert(mixin, at: 0)
    methodVersion += 1
  }

  /// The class or module that a name has directly in another one.
  package func constant(_ name: String, in scope: RubyModule) -> RubyModule? {
    if case .module(let module)? = scope.constants[symbol(name)] { module } else { nil }
  }
}
