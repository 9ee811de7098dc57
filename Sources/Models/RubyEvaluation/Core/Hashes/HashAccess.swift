/// `Hash`: reading entries.
enum HashAccess {
  static func define(in hashes: KindTable<RubyHash>) {
    hashes.define("[]", arity: 1) { (hash, call) throws(Unwinding) in try value(of: call[0], in: hash, call) }
    hashes.define("fetch", arity: CoreArity(1, 2)) { (hash, call) throws(Unwinding) in
      try fetch(call[0], in: hash, call)
    }
    hashes.define("dig", arity: .from(1)) { (hash, call) throws(Unwinding) in
      try ArrayAccess.dig(try value(of: call[0], in: hash, call), call)
    }
    hashes.define("key", arity: 1) { (hash, call) throws(Unwinding) in
      for entry in hash.entries {
        guard let isEqual = try call.areEqual(entry.value, call[0]) else { return call.undecided }
        if isEqual { return entry.key }
      }
      return .nil
    }
    hashes.define("keys") { hash, call in call.make(hash.keys) }
    hashes.define("values") { hash, call in call.make(hash.values) }
    hashes.define("values_at", arity: .any) { (hash, call) throws(Unwinding) in
      call.make(try call.arguments.map { (key) throws(Unwinding) in try value(of: key, in: hash, call) })
    }
    hashes.define("fetch_values", arity: .any) { (hash, call) throws(Unwinding) in
      call.make(
        try call.arguments.map { (key) throws(Unwinding) in
          if let value = hash[key] { return value }
          return call.block == nil ? try missing(key, call) : try call.yield(key)
        })
    }
    hashes.define("assoc", arity: 1) { hash, call in
      hash[call[0]].map { call.make([call[0], $0]) } ?? .nil
    }
    hashes.define("to_a") { hash, call in call.make(hash.entries.map { call.make([$0.key, $0.value]) }) }
    hashes.define("flatten", arity: CoreArity(0, 1)) { (hash, call) throws(Unwinding) in
      let depth = call.count == 1 ? try call.integer(0) : 1
      return try ArrayFilters.flattened(
        hash.entries.map { call.make([$0.key, $0.value]) }, depth: depth, call
      ).map { call.make($0) } ?? call.untold
    }
    hashes.define("to_hash") { _, call in call.receiver }
    hashes.define("to_h") { (hash, call) throws(Unwinding) in
      guard call.block != nil else { return call.receiver }
      return try EnumerableMethods.hash(hash.entries.map { call.make([$0.key, $0.value]) }, call)
    }
    hashes.define("to_proc") { hash, call in
      .procedure(
        RubyProcedure(
          .core(
            { (inner) throws(Unwinding) in try value(of: inner[0], in: hash, inner) }, holding: [.hash(hash)]),
          isLambda: true))
    }
  }

  /// What `[]` gives: the value, or what the hash gives for a key that it does not have.
  static func value(of key: RubyValue, in hash: RubyHash, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    if let value = hash[key] { return value }
    if let other = unknownKey(of: hash) { return .unknown(other) }
    if let block = hash.fallbackBlock {
      return try call.run.call(block, [.hash(hash), key], at: call.place)
    }
    return hash.fallback
  }

  /// Why a key that is not found may be there all the same: another key cannot be told.
  static func unknownKey(of hash: RubyHash) -> RubyUnknown? {
    for entry in hash.entries { if case .unknown(let unknown) = entry.key { return unknown } }
    return nil
  }

  private static func fetch(
    _ key: RubyValue, in hash: RubyHash, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    if let value = hash[key] { return value }
    if let other = unknownKey(of: hash) { return .unknown(other) }
    if call.block != nil { return try call.yield(key) }
    if call.count == 2 { return call[1] }
    return try missing(key, call)
  }

  private static func missing(_ key: RubyValue, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    throw call.raise("KeyError", "key not found: \(try call.inspection(of: key) ?? "?")")
  }
}
