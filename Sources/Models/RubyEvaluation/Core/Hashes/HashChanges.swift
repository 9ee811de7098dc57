/// `Hash`: changing it in place.
enum HashChanges {
  static func define(in hashes: KindTable<RubyHash>) {
    hashes.define("[]=", "store", arity: 2, unknowns: .taken) { (hash, call) throws(Unwinding) in
      try call.change(hash)
      try call.reserve(elements: 2)
      hash[call[0].settled.asKey] = call[1]
      return call[1]
    }
    hashes.define("delete", arity: 1) { (hash, call) throws(Unwinding) in
      try call.change(hash)
      guard let value = hash[call[0]] else {
        if let other = HashAccess.unknownKey(of: hash) { return .unknown(other) }
        return call.block == nil ? .nil : try call.yield(call[0])
      }
      hash[call[0]] = nil
      return value
    }
    hashes.define("clear") { (hash, call) throws(Unwinding) in
      try call.change(hash)
      hash.removeAll()
      return call.receiver
    }
    hashes.define("replace", "initialize_copy", arity: 1) { (hash, call) throws(Unwinding) in
      let other = try call.hash(0)
      try call.change(hash)
      hash.replace(by: other)
      return call.receiver
    }
    hashes.define("shift") { (hash, call) throws(Unwinding) in
      try call.change(hash)
      guard let first = hash.entries.first else { return hash.fallback }
      hash[first.key] = nil
      return call.make([first.key, first.value])
    }
    defineKept(hashes)
    defineTransformations(hashes)
  }

  /// Methods that delete the entries that a block says.
  private static func defineKept(_ hashes: KindTable<RubyHash>) {
    let rules: [(names: [String], keeping: Bool, nilWhereEqual: Bool)] = [
      (["select!", "filter!"], true, true), (["keep_if"], true, false), (["reject!"], false, true),
      (["delete_if"], false, false),
    ]
    for rule in rules {
      for name in rule.names {
        hashes.define(name) { (hash, call) throws(Unwinding) in
          guard call.block != nil else { return call.enumerator() }
          try call.change(hash)
          guard let kept = try HashFilters.kept(hash, keeping: rule.keeping, call) else {
            hash.doubt = RubyUnknown("what its block says cannot be told", at: call.place)
            return call.undecided
          }
          let isSame = kept.count == hash.count
          hash.replace(by: kept)
          return isSame && rule.nilWhereEqual ? .nil : call.receiver
        }
      }
    }
    hashes.define("compact!") { (hash, call) throws(Unwinding) in
      try call.change(hash)
      guard let kept = HashFilters.compacted(hash) else {
        return call.lost(because: RubyUnknown("which values are nil cannot be told", at: call.place))
      }
      let isSame = kept.count == hash.count
      hash.replace(by: kept)
      return isSame ? .nil : call.receiver
    }
  }

  private static func defineTransformations(_ hashes: KindTable<RubyHash>) {
    hashes.define("transform_values!") { (hash, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      let made = try HashFilters.transformedValues(hash, call)
      try call.change(hash)
      hash.replace(by: made)
      return call.receiver
    }
    hashes.define("transform_keys!", arity: CoreArity(0, 1)) { (hash, call) throws(Unwinding) in
      guard let made = try HashFilters.transformedKeys(hash, call) else {
        return call.lost(because: RubyUnknown("what its block says cannot be told", at: call.place))
      }
      try call.change(hash)
      hash.replace(by: made)
      return call.receiver
    }
  }
}
