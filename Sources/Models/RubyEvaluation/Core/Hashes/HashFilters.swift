/// `Hash`: hashes that are made of another one.
enum HashFilters {
  static func define(in hashes: KindTable<RubyHash>) {
    for (names, keeping) in [(["select", "filter"], true), (["reject"], false)] {
      for name in names {
        hashes.define(name) { (hash, call) throws(Unwinding) in
          guard call.block != nil else { return call.enumerator() }
          return try kept(hash, keeping: keeping, call).map { .hash($0) } ?? call.undecided
        }
      }
    }
    hashes.define("compact") { hash, call in compacted(hash).map { .hash($0) } ?? call.untold }
    hashes.define("slice", arity: .any) { hash, call in
      let result = RubyHash()
      for key in call.arguments { if let value = hash[key] { result[key] = value } }
      return .hash(result)
    }
    hashes.define("except", arity: .any) { hash, call in
      let result = HashMethods.copy(of: hash)
      for key in call.arguments { result[key] = nil }
      return .hash(result)
    }
    hashes.define("invert") { hash, call in
      let result = RubyHash()
      for entry in hash.entries {
        if entry.value.doubt != nil { return call.untold }
        result[entry.value.asKey] = entry.key
      }
      return .hash(result)
    }
    hashes.define("transform_values") { (hash, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      return .hash(try transformedValues(hash, call))
    }
    hashes.define("transform_keys", arity: CoreArity(0, 1)) { (hash, call) throws(Unwinding) in
      guard call.block != nil || call.count == 1 else { return call.enumerator() }
      return try transformedKeys(hash, call).map { .hash($0) } ?? call.undecided
    }
    hashes.define("any?", arity: CoreArity(0, 1)) { (hash, call) throws(Unwinding) in
      guard call.block != nil || call.count == 1 else { return .boolean(!hash.isEmpty) }
      return try call.search { (pair) throws(Unwinding) in try call.holds(pair) }
        .answer(call) { .boolean($0 != nil) }
    }
    hashes.define("filter_map") { (hash, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      var result: [RubyValue] = []
      for entry in hash.entries {
        let value = try call.yield(call.make([entry.key, entry.value]))
        guard let truth = value.truth else { return call.undecided }
        if truth { result.append(value) }
      }
      return call.make(result)
    }
  }

  /// The entries that the block says yes or no to; nil where it cannot be told.
  static func kept(_ hash: RubyHash, keeping: Bool, _ call: CoreCall) throws(Unwinding) -> RubyHash? {
    let result = RubyHash()
    for entry in hash.entries {
      guard let truth = try call.yield(entry.key, entry.value).truth else { return nil }
      if truth == keeping { result[entry.key] = entry.value }
    }
    return result
  }

  static func compacted(_ hash: RubyHash) -> RubyHash? {
    let result = RubyHash()
    for entry in hash.entries {
      if case .unknown = entry.value { return nil }
      if !entry.value.isNil { result[entry.key] = entry.value }
    }
    return result
  }

  static func transformedValues(_ hash: RubyHash, _ call: CoreCall) throws(Unwinding) -> RubyHash {
    let result = RubyHash()
    for entry in hash.entries { result[entry.key] = try call.yield(entry.value) }
    return result
  }

  /// The entries under other keys; nil where one cannot be told.
  static func transformedKeys(_ hash: RubyHash, _ call: CoreCall) throws(Unwinding) -> RubyHash? {
    let names: RubyHash? = if case .hash(let names) = call[0] { names } else { nil }
    let result = RubyHash()
    for entry in hash.entries {
      var key = entry.key
      if let name = names?[key] {
        key = name
      } else if call.block != nil {
        key = try call.yield(key)
      }
      if key.doubt != nil { return nil }
      result[key.asKey] = entry.value
    }
    return result
  }
}
