/// `Hash`; what it shares with all collections is in `Enumerable`.
enum HashMethods {
  static func define(in table: CoreTable) {
    defineCreation(table)
    defineWalks(table.hashes)
    defineQuestions(table.hashes)
    HashAccess.define(in: table.hashes)
    HashChanges.define(in: table.hashes)
    HashFilters.define(in: table.hashes)
    HashMerging.define(in: table.hashes)
  }

  private static func defineCreation(_ table: CoreTable) {
    table.hashes.define("initialize", arity: CoreArity(0, 1), unknowns: .taken) { hash, call in
      hash.fallback = call[0]
      hash.fallbackBlock = call.block
      return .nil
    }
    table.defineOnItself("[]", arity: .any) { (call) throws(Unwinding) in
      if call.count == 1, case .hash(let other) = call[0] { return call.instance(.hash(copy(of: other))) }
      if call.count == 1, case .array(let pairs) = call[0] {
        return call.instance(try EnumerableMethods.hash(pairs.elements, call))
      }
      guard call.count.isMultiple(of: 2) else {
        throw call.raise("ArgumentError", "odd number of arguments for Hash")
      }
      let hash = RubyHash()
      for index in stride(from: 0, to: call.count, by: 2) {
        hash[call[index].asKey] = call[index + 1]
      }
      return call.instance(.hash(hash))
    }
  }

  /// A hash with the same entries; without its class, frozen mark and fallback.
  static func copy(of hash: RubyHash) -> RubyHash {
    let copy = RubyHash()
    copy.replace(by: hash)
    return copy
  }

  private static func defineWalks(_ hashes: KindTable<RubyHash>) {
    hashes.define("each", "each_pair") { (hash, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      for entry in hash.entries { _ = try call.yield(call.make([entry.key, entry.value])) }
      return call.receiver
    }
    hashes.define("each_key") { (hash, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      for key in hash.keys { _ = try call.yield(key) }
      return call.receiver
    }
    hashes.define("each_value") { (hash, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      for value in hash.values { _ = try call.yield(value) }
      return call.receiver
    }
  }

  private static func defineQuestions(_ hashes: KindTable<RubyHash>) {
    hashes.define("length", "size") { hash, _ in .integer(hash.count) }
    hashes.define("empty?") { hash, _ in .boolean(hash.isEmpty) }
    hashes.define("key?", "has_key?", "include?", "member?", arity: 1) { hash, call in
      .boolean(hash[call[0]] != nil)
    }
    hashes.define("value?", "has_value?", arity: 1) { (hash, call) throws(Unwinding) in
      var isDoubtful = false
      for value in hash.values {
        switch try call.areEqual(value, call[0]) {
        case true?: return .boolean(true)
        case nil: isDoubtful = true
        case false?: break
        }
      }
      return isDoubtful ? call.undecided : .boolean(false)
    }
    hashes.define("==", "eql?", arity: 1) { (hash, call) throws(Unwinding) in
      guard case .hash(let other) = call[0] else { return .boolean(false) }
      return call.boolean(try isSubset(hash, other, call, sameSize: true))
    }
    hashes.define("<=", arity: 1) { (hash, call) throws(Unwinding) in
      call.boolean(try isSubset(hash, try call.hash(0), call, sameSize: false))
    }
    hashes.define(">=", arity: 1) { (hash, call) throws(Unwinding) in
      call.boolean(try isSubset(try call.hash(0), hash, call, sameSize: false))
    }
    hashes.define("inspect", "to_s") { (_, call) throws(Unwinding) in
      try call.ownInspection(of: call.receiver).map { call.make($0) } ?? call.untold
    }
    hashes.define("compare_by_identity", "compare_by_identity?", "rehash") { _, call in
      call.unknown("comparing by identity is not followed")
    }
    hashes.define("default", arity: CoreArity(0, 1)) { hash, _ in hash.fallback }
    hashes.define("default_proc") { hash, _ in hash.fallbackBlock.map { .procedure($0) } ?? .nil }
    hashes.define("default=", arity: 1, unknowns: .taken) { (hash, call) throws(Unwinding) in
      try call.change(hash)
      hash.fallback = call[0]
      hash.fallbackBlock = nil
      return call[0]
    }
    hashes.define("default_proc=", arity: 1) { (hash, call) throws(Unwinding) in
      try call.change(hash)
      if case .procedure(let block) = call[0] { hash.fallbackBlock = block } else { hash.fallbackBlock = nil }
      return call[0]
    }
  }

  private static func isSubset(
    _ a: RubyHash, _ b: RubyHash, _ call: CoreCall, sameSize: Bool
  ) throws(Unwinding) -> Bool? {
    if a === b { return true }
    guard sameSize ? a.count == b.count : a.count <= b.count else { return false }
    var isDoubtful = false
    for entry in a.entries {
      guard let other = b[entry.key] else { return false }
      switch try call.areEqual(entry.value, other) {
      case false?: return false
      case nil: isDoubtful = true
      case true?: break
      }
    }
    return isDoubtful ? nil : true
  }
}
