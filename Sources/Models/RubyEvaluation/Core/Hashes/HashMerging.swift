/// `Hash`: merging.
enum HashMerging {
  static func define(in hashes: KindTable<RubyHash>) {
    hashes.define("merge", arity: .any) { (hash, call) throws(Unwinding) in
      let result = HashMethods.copy(of: hash)
      result.fallback = hash.fallback
      result.fallbackBlock = hash.fallbackBlock
      try merge(into: result, call)
      // What is merged is a copy: of the same class, without what was defined for the one object.
      if hash.module != nil { call.run.setClass(of: result, to: call.run.plainClass(of: call.receiver)) }
      return .hash(result)
    }
    hashes.define("merge!", "update", arity: .any, unknowns: .taken) { (hash, call) throws(Unwinding) in
      try call.change(hash)
      if let doubt = call.arguments.lazy.compactMap(\.doubt).first {
        hash.doubt = doubt
        return .unknown(doubt)
      }
      try merge(into: hash, call)
      return call.receiver
    }
  }

  private static func merge(into result: RubyHash, _ call: CoreCall) throws(Unwinding) {
    for index in call.arguments.indices {
      for entry in try call.hash(index).entries {
        try call.reserve(elements: 2)
        if call.block != nil, let old = result[entry.key] {
          result[entry.key] = try call.yield(entry.key, old, entry.value)
        } else {
          result[entry.key] = entry.value
        }
      }
    }
  }
}
