extension RubyInterpreter {
  /// Gives up what is known of the content of a collection.
  func lose(_ value: RubyValue, because doubt: RubyUnknown) {
    guard let object = value.heap, !object.isFrozen else { return }
    touch(object)
    noteChange(of: object)
    switch value {
    case .array(let array): array.doubt = array.doubt ?? doubt
    case .hash(let hash): hash.doubt = hash.doubt ?? doubt
    case .string(let string): string.doubt = string.doubt ?? doubt
    case .object(let object): (object.payload as? any RubyMutablePayload)?.lose(because: doubt)
    default: return
    }
  }

  /// Whether a method changes its receiver: reading a hash that fills itself does, too.
  func mayChange(_ receiver: RubyValue, by name: RubySymbol) -> Bool {
    let spelling = spelling(of: name)
    if case .hash(let hash) = receiver, hash.fallbackBlock != nil, spelling == "[]" { return true }
    if case .object = receiver, spelling == "merge" || spelling == "subtract" { return true }
    return Mutations.change(spelling)
  }

  /// Gives up what is known of the collections that a method which cannot be told is given: it may change them.
  ///
  /// What only reads them in every class of Ruby does not, and what cookbooks read of the node nobody changes.
  func handOver(_ arguments: CallArguments, to name: RubySymbol, because doubt: RubyUnknown) {
    guard !arguments.values.isEmpty else { return }
    let spelling = spelling(of: name)
    let fills = Mutations.fillArguments(spelling)
    for value in arguments.values {
      switch value {
      case .array(let array) where array.module == nil:
        if fills || !StandardNames.isOfValues(spelling) { lose(value, because: doubt) }
      case .hash(let hash) where hash.module == nil:
        if fills || !StandardNames.isOfValues(spelling) { lose(value, because: doubt) }
      case .string(let string) where string.module == nil && fills: lose(value, because: doubt)
      default: continue
      }
    }
  }

  /// Runs the block of a method whose answer cannot be told, as one that may run.
  ///
  /// The methods of the host run blocks with a `self` of their own, which is not known here.
  func runUntold(
    _ block: RubyProcedure, of owner: RubyModule, because doubt: RubyUnknown, _ place: RubyPlace?
  ) throws(Unwinding) {
    guard case .block = block.body else { return }
    if owner.isCore || (owner.attached as? RubyModule)?.isCore == true {
      return try runMaybe(block, because: doubt, place)
    }
    openRounds += 1
    _ = try maybe(because: doubt) { () throws(Unwinding) in
      try call(block, as: .unknown(doubt), [.unknown(doubt)], at: place)
    }
  }

  /// What an instance variable holds that nothing has set: where the class inherits from one that is not known, that one
  /// may have set it.
  func unset(of object: RubyObject) -> RubyValue {
    let doubt = object.payload?.doubtOfUnset ?? doubt(of: module(of: value(of: object)))
    return doubt.map { .unknown($0) } ?? .nil
  }
}
