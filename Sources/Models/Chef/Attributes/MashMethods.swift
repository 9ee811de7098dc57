import RubyEvaluation

/// The methods of `Mash` and of the hashes of attributes: those of `Hash`, with keys as strings or symbols.
struct MashMethods {
  let classes: AttributeClasses
  let attributes: NodeAttributes?

  func define() {
    let run = classes.run
    reading(CoreTable(run, classes.mash))
    writing(CoreTable(run, classes.mash))
    vivifying(CoreTable(run, classes.vividMash))
    refusing(CoreTable(run, classes.immutableMash), Self.hashMutators)
    refusing(CoreTable(run, classes.immutableArray), Self.arrayMutators)
    plain(CoreTable(run, classes.immutableArray), "to_a", "to_array", "dup")
    plain(CoreTable(run, classes.attributeArray), "dup")
  }

  private func reading(_ table: CoreTable) {
    let classes = classes
    let hashes = table.hashes
    hashes.define("[]", arity: 1) { (hash, call) throws(Unwinding) in
      try classes.resolved(hash[classes.key(call[0])] ?? hash.fallback, call)
    }
    hashes.define("key?", "has_key?", "include?", "member?", "attribute?", arity: 1) { hash, call in
      let value = hash[classes.key(call[0])]
      if let doubt = value?.absence(from: hash) { return .unknown(doubt) }
      return .boolean(value != nil)
    }
    hashes.define("fetch", arity: CoreArity(1, 2)) { (hash, call) throws(Unwinding) in
      if let value = hash[classes.key(call[0])] { return try classes.resolved(value, call) }
      if call.block != nil { return try call.yield(call[0]) }
      if call.count > 1 { return call[1] }
      throw call.raise("KeyError", "key not found: \(try call.inspection(of: call[0]) ?? "?")")
    }
    hashes.define("dig", "read", arity: .from(1)) { (hash, call) throws(Unwinding) in
      try classes.resolved(Self.dig(.hash(hash), call.arguments, classes, call) ?? .nil, call)
    }
    hashes.define("read!", arity: .from(1)) { (hash, call) throws(Unwinding) in
      if let value = Self.dig(.hash(hash), call.arguments, classes, call) {
        return try classes.resolved(value, call)
      }
      // A cookbook that is not here may set it.
      if classes.isVivid(hash), attributes?.furtherDoubt != nil { return call.unknown("who sets it") }
      throw classes.absence(of: call.arguments, call)
    }
    hashes.define("exist?", arity: .from(1)) { (hash, call) throws(Unwinding) in
      let value = Self.dig(.hash(hash), call.arguments, classes, call)
      if let doubt = value?.doubt { return .unknown(doubt) }
      return .boolean(value != nil)
    }
    hashes.define("values_at", arity: .any) { hash, call in
      call.make(call.arguments.map { hash[classes.key($0)] ?? .nil })
    }
    hashes.define("slice", arity: .any) { hash, call in
      let keys = call.arguments.map(classes.key)
      return .hash(
        classes.hash(keys.compactMap { key in hash[key].map { (key, $0) } }, of: classes.mash))
    }
    hashes.define("except", arity: .any) { hash, call in
      let keys = Set(call.arguments.map { RubyKey(classes.key($0)) })
      let rest = hash.entries.filter { !keys.contains(RubyKey($0.key)) }
      return .hash(classes.hash(rest.map { ($0.key, $0.value) }, of: classes.mash))
    }
    hashes.define("to_hash", "to_h") { (hash, call) throws(Unwinding) in
      guard call.block != nil else { return classes.plain(.hash(hash)) }
      let result = RubyHash()
      for entry in hash.entries {
        let pair = try call.yield(entry.key, entry.value)
        if case .array(let pair) = pair, pair.elements.count == 2 {
          result[pair.elements[0]] = pair.elements[1]
        }
      }
      return .hash(result)
    }
    hashes.define("symbolize_keys") { hash, call in
      .hash(
        RubyHash(hash.entries.map { (.symbol(call.run.symbol(classes.spelling($0.key))), $0.value) }))
    }
    hashes.define("dup", "clone", arity: .any) { hash, _ in
      let isLevel = classes.isImmutable(hash) || classes.isVivid(hash)
      let pairs = hash.entries.map { ($0.key, isLevel ? classes.mashed(classes.plain($0.value)) : $0.value) }
      return .hash(classes.hash(pairs, of: classes.mash))
    }
    hashes.define("merge", "deep_merge", arity: .any, unknowns: .taken) { (hash, call) throws(Unwinding) in
      let result = classes.hash(hash.entries.map { ($0.key, $0.value) }, of: classes.mash)
      return try add(call, to: result)
    }
  }

  private func writing(_ table: CoreTable) {
    let classes = classes
    let hashes = table.hashes
    hashes.define("[]=", "store", "regular_writer", arity: 2, unknowns: .taken) {
      (hash, call) throws(Unwinding) in
      try call.change(hash)
      if case .unknown(let doubt) = call[0].settled {
        call.run.lose(hash, doubt)
        return call[1]
      }
      hash[classes.key(call[0])] = converted(call[1], for: hash)
      note(call[0], of: hash, call)
      return call[1]
    }
    hashes.define("initialize", arity: CoreArity(0, 1), unknowns: .taken) { (hash, call) throws(Unwinding) in
      switch call[0].settled {
      case .hash, .unknown: return try add(call, to: hash)
      default:
        hash.fallback = call[0]
        return .nil
      }
    }
    hashes.define("merge!", "update", "deep_merge!", arity: .any, unknowns: .taken) {
      (hash, call) throws(Unwinding) in
      try call.change(hash)
      return try add(call, to: hash)
    }
    hashes.define("replace", arity: 1) { (hash, call) throws(Unwinding) in
      try call.change(hash)
      hash.removeAll()
      return try add(call, to: hash)
    }
    hashes.define("delete", arity: 1) { (hash, call) throws(Unwinding) in
      let key = classes.key(call[0])
      try call.change(hash)
      let old = hash[key]
      hash[key] = nil
      return old ?? .nil
    }
  }

  /// Adds the entries of the hashes that a call is given.
  private func add(_ call: CoreCall, to hash: RubyHash) throws(Unwinding) -> RubyValue {
    for argument in call.arguments {
      switch argument.settled {
      case .hash(let other):
        for entry in other.entries {
          let key = classes.key(entry.key)
          var value = entry.value
          if let old = hash[key], call.block != nil { value = try call.yield(key, old, value) }
          hash[key] = converted(value, for: hash)
          note(key, of: hash, call)
        }
      case .unknown(let doubt): call.run.lose(hash, doubt)
      default: throw call.noConversion(of: argument, into: "Hash")
      }
    }
    return .hash(hash)
  }

  private func converted(_ value: RubyValue, for hash: RubyHash) -> RubyValue {
    classes.isVivid(hash) ? classes.vivified(value) : classes.mashed(value)
  }

  private func note(_ key: RubyValue, of hash: RubyHash, _ call: CoreCall) {
    guard let attributes, classes.isVivid(hash), let place = call.place else { return }
    attributes.note(classes.spelling(key), of: hash, at: place.location)
  }

  private func vivifying(_ table: CoreTable) {
    let classes = classes
    table.hashes.define("[]", arity: 1, unknowns: .taken) { (hash, call) throws(Unwinding) in
      // Any key may be made.
      if case .unknown(let doubt) = call[0].settled {
        call.run.lose(hash, doubt)
        return .unknown(doubt)
      }
      return try classes.vivify(call[0], in: hash, call)
    }
    for name in ["write", "write!"] {
      table.hashes.define(name, arity: .from(2), unknowns: .taken) { (hash, call) throws(Unwinding) in
        if name == "write!" { try classes.refuseMismatch(call.arguments.dropLast(), in: hash, call) }
        return try write(call, below: hash)
      }
    }
    for name in ["unlink", "unlink!"] {
      table.hashes.define(name, arity: .from(1)) { (hash, call) throws(Unwinding) in
        // A cookbook that is not here may set it.
        if name == "unlink!", attributes?.furtherDoubt == nil,
          Self.dig(.hash(hash), call.arguments, classes, call) == nil
        {
          throw classes.absence(of: call.arguments, call)
        }
        return try unlink(call, from: hash)
      }
    }
  }

  private func write(_ call: CoreCall, below hash: RubyHash) throws(Unwinding) -> RubyValue {
    var level = RubyValue.hash(hash)
    for key in call.arguments.dropLast(2) {
      level = try call.run.call(level, call.run.symbol("[]"), [key], at: call.place)
    }
    return try call.run.call(
      level, call.run.symbol("[]="), Array(call.arguments.suffix(2)), at: call.place)
  }

  private func unlink(_ call: CoreCall, from hash: RubyHash) throws(Unwinding) -> RubyValue {
    let holder = Self.dig(.hash(hash), Array(call.arguments.dropLast()), classes, call)
    guard case .hash(let inner)? = holder?.settled, let key = call.arguments.last.map(classes.key) else {
      return .nil
    }
    try call.change(inner)
    let old = inner[key]
    inner[key] = nil
    return old ?? .nil
  }

  private func refusing(_ table: CoreTable, _ names: [String]) {
    let classes = classes
    for name in names {
      table.define(name, arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
        throw classes.refusal(call)
      }
    }
  }

  private func plain(_ table: CoreTable, _ names: String...) {
    let classes = classes
    for name in names { table.define(name) { call in classes.plain(call.receiver) } }
  }

  /// The value below a path of keys; nil where a key is missing.
  static func dig(
    _ value: RubyValue, _ keys: [RubyValue], _ classes: AttributeClasses, _ call: CoreCall
  ) -> RubyValue? {
    var value = value
    for key in keys {
      switch value.settled {
      case .hash(let hash):
        guard let next = hash[classes.key(key)] else { return nil }
        value = next.absence(from: hash).map { .unknown($0) } ?? next
      case .array(let array):
        guard case .integer(let index) = key else { return nil }
        let position = index < 0 ? array.elements.count + index : index
        guard array.elements.indices.contains(position) else { return nil }
        value = array.elements[position]
      case .unknown: return value
      default: return nil
      }
    }
    return value
  }

  private static let hashMutators = [
    "[]=", "store", "merge!", "update", "deep_merge!", "replace", "delete", "clear", "collect!", "compact!",
    "default=", "delete_if", "keep_if", "map!", "reject!", "select!", "filter!", "shift", "write", "write!",
    "unlink", "unlink!", "transform_values!", "transform_keys!",
  ]
  private static let arrayMutators = [
    "<<", "[]=", "clear", "collect!", "compact!", "concat", "delete", "delete_at", "delete_if", "fill",
    "flatten!", "insert", "keep_if", "map!", "pop", "push", "append", "prepend", "reject!", "replace",
    "reverse!", "rotate!", "select!", "filter!", "shift", "shuffle!", "slice!", "sort!", "sort_by!", "uniq!",
    "unshift",
  ]
}
