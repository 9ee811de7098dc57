import RubyEvaluation
import Source

/// The methods of `Chef::Node` that read and write attributes.
struct NodeMethods {
  let attributes: NodeAttributes

  private var classes: AttributeClasses { attributes.classes }

  func define(in table: CoreTable) {
    reading(table)
    levels(table)
    writing(table)
  }

  private func reading(_ table: CoreTable) {
    let attributes = attributes
    let classes = classes
    table.define("[]", arity: 1) { (call) throws(Unwinding) in
      try classes.resolved(attributes.value(classes.spelling(call[0])) ?? .nil, call)
    }
    table.define("key?", "has_key?", "include?", "member?", "attribute?", arity: 1) { call in
      attributes.presence(of: attributes.value(classes.spelling(call[0])))
    }
    table.define("read", "dig", arity: .any) { (call) throws(Unwinding) in
      try classes.resolved(value(at: call.arguments, call) ?? .nil, call)
    }
    table.define("read!", arity: .any) { (call) throws(Unwinding) in
      if let value = value(at: call.arguments, call) { return try classes.resolved(value, call) }
      throw classes.absence(of: call.arguments, call)
    }
    table.define("exist?", arity: .any) { call in
      attributes.presence(of: value(at: call.arguments, call))
    }
    table.define("fetch", arity: CoreArity(1, 2)) { (call) throws(Unwinding) in
      if let value = attributes.value(classes.spelling(call[0])) { return value }
      if call.block != nil { return try call.yield(call[0]) }
      if call.count > 1 { return call[1] }
      throw call.raise("KeyError", "key not found: \(classes.spelling(call[0]))")
    }
    table.define("attributes", "attribute", "construct_attributes") { call in .hash(attributes.all) }
    table.define("merged_attributes", arity: .any) { (call) throws(Unwinding) in
      try classes.resolved(value(at: call.arguments, call) ?? .nil, call)
    }
    for (name, group) in [("combined_default", 0), ("combined_override", 2)] {
      table.define(name, arity: .any) { call in combined(AttributeLevel.groups[group], call) }
    }
    table.define("to_hash", "to_h", "for_json", "as_hash") { call in classes.plain(.hash(attributes.all)) }
    table.define("each_attribute", "each") { (call) throws(Unwinding) in
      try call.run.call(
        .hash(attributes.all), call.run.symbol("each"), [], hasKeywords: false, block: call.block,
        at: call.place)
    }
  }

  /// What a node that has no method of the name is asked: its merged attributes answer; nil where they do not either.
  static func forwarded(_ call: CoreCall, _ attributes: NodeAttributes) throws(Unwinding) -> RubyValue? {
    let all = RubyValue.hash(attributes.all)
    guard call.run.knows(call.name, of: all) else { return nil }
    return try call.run.call(
      all, call.name, call.arguments, hasKeywords: call.hasKeywords, block: call.block, at: call.place)
  }

  /// What the levels of a group hold together below a path.
  private func combined(_ group: [AttributeLevel], _ call: CoreCall) -> RubyValue {
    guard let first = call.arguments.first else {
      let result = classes.immutable(pairs: [])
      for level in group {
        for key in attributes[level].keys where result[key] == nil {
          result[key] = attributes.value(ofGroup: group) { $0[key] }
        }
      }
      return .hash(result)
    }
    let key = classes.key(first)
    guard let value = attributes.value(ofGroup: group, { $0[key] }) else { return .nil }
    return MashMethods.dig(value, Array(call.arguments.dropFirst()), classes, call) ?? .nil
  }

  private func value(at path: [RubyValue], _ call: CoreCall) -> RubyValue? {
    guard let first = path.first else { return .hash(attributes.all) }
    guard let value = attributes.value(classes.spelling(first)) else { return nil }
    return MashMethods.dig(value, Array(path.dropFirst()), classes, call)
  }

  private static let words: [(names: [String], level: AttributeLevel)] = [
    (["default", "default_attrs"], .defaults), (["normal", "normal_attrs"], .normal),
    (["override", "override_attrs"], .overrides), (["automatic", "automatic_attrs"], .automatic),
    (["force_default"], .forcedDefaults), (["force_override"], .forcedOverrides),
    (["role_default"], .roleDefaults), (["env_default"], .environmentDefaults),
    (["role_override"], .roleOverrides), (["env_override"], .environmentOverrides),
  ]

  private func levels(_ table: CoreTable) {
    let attributes = attributes
    let classes = classes
    for (names, level) in Self.words {
      for name in names {
        table.define(name, arity: .any) { (call) throws(Unwinding) in
          try descend(attributes[level], call.arguments, call)
        }
        table.define(name + "=", arity: 1) { call in
          if case .hash(let hash) = classes.vivified(call[0]) { attributes[level] = hash }
          return call[0]
        }
        table.define(name + "!", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
          if call.count == 0 { return .object(writer(.replacing, level)) }
          return try replace(call.arguments, at: level, call)
        }
      }
    }
    for (name, level) in [
      ("default_unless", AttributeLevel.defaults), ("normal_unless", .normal),
      ("override_unless", .overrides),
    ] {
      table.define(name, arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
        if call.count == 0 { return .object(writer(.absent, level)) }
        return try write(
          call.arguments, to: level, where: value(at: Array(call.arguments.dropLast()), call), call)
      }
    }
  }

  private func writer(
    _ manner: ChainedWriter.Manner, _ level: AttributeLevel, _ path: [RubyValue] = []
  ) -> RubyObject {
    RubyObject(of: classes.chainedWriter, payload: ChainedWriter(manner, level: level, path: path))
  }

  /// Sets a value in place of what the level's whole group holds there.
  private func replace(
    _ arguments: [RubyValue], at level: AttributeLevel, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    for other in AttributeLevel.groups.first(where: { $0.contains(level) }) ?? [] {
      try remove(arguments.dropLast(), from: other, call)
    }
    return try write(arguments, to: level, call)
  }

  /// The hash of a level below a path; keys that are not there are made.
  private func descend(
    _ hash: RubyHash, _ path: [RubyValue], _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    var value = RubyValue.hash(hash)
    for key in path {
      guard case .hash(let inner) = value.settled else { return value }
      value = try classes.vivify(key, in: inner, call)
    }
    return value
  }

  /// Sets a value where nothing is set yet: maybe, where that cannot be told.
  private func write(
    _ arguments: [RubyValue], to level: AttributeLevel, where present: RubyValue?, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    guard let present else { return try write(arguments, to: level, call) }
    guard let doubt = present.doubt else { return .boolean(false) }
    return try call.run.maybe(because: doubt) { () throws(Unwinding) in
      try write(arguments, to: level, call)
    }
  }

  private func write(
    _ arguments: [RubyValue], to level: AttributeLevel, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    guard arguments.count > 1, let value = arguments.last else { return .nil }
    let keys = arguments.dropLast()
    let holder = try descend(attributes[level], Array(keys.dropLast()), call)
    guard case .hash(let hash) = holder, let key = keys.last else { return .nil }
    try call.change(hash)
    if case .unknown(let doubt) = key.settled {
      call.run.lose(hash, doubt)
      return value
    }
    hash[classes.key(key)] = classes.vivified(value)
    if let place = call.place { attributes.note(classes.spelling(key), of: hash, at: place.location) }
    return value
  }

  private func remove(
    _ path: ArraySlice<RubyValue>, from level: AttributeLevel, _ call: CoreCall
  ) throws(Unwinding) {
    var value = RubyValue.hash(attributes[level])
    for key in path.dropLast() {
      guard case .hash(let hash) = value.settled, let next = hash[classes.key(key)] else { return }
      value = next
    }
    guard case .hash(let hash) = value.settled, let last = path.last else { return }
    try call.change(hash)
    hash[classes.key(last)] = nil
  }

  private static let removers: [(name: String, levels: [AttributeLevel])] = [
    ("rm", AttributeLevel.allCases), ("rm_default", AttributeLevel.groups[0]),
    ("rm_normal", [.normal]), ("rm_override", AttributeLevel.groups[2]),
  ]

  private func writing(_ table: CoreTable) {
    let attributes = attributes
    let classes = classes
    table.define("[]=", arity: 2, unknowns: .taken) { (call) throws(Unwinding) in
      throw classes.refusal(call)
    }
    for (name, levels) in Self.removers {
      table.define(name, arity: .from(1)) { (call) throws(Unwinding) in
        let old = value(at: call.arguments, call)
        for level in levels { try remove(call.arguments[...], from: level, call) }
        return old ?? .nil
      }
    }
    for name in ["write", "write!"] {
      table.define(name, arity: .from(2), unknowns: .taken) { (call) throws(Unwinding) in
        let given = call.arguments.dropFirst()
        if name == "write!" {
          let keys = call.block == nil ? given.dropLast() : given
          try classes.refuseMismatch(keys, in: attributes[level(call[0])], call)
        }
        return try write(Array(given), to: level(call[0]), call)
      }
    }
    for name in ["unlink", "unlink!"] {
      table.define(name, arity: .from(2)) { (call) throws(Unwinding) in
        let path = call.arguments.dropFirst()
        let old = MashMethods.dig(.hash(attributes[level(call[0])]), Array(path), classes, call)
        if name == "unlink!", old == nil, attributes.furtherDoubt == nil {
          throw classes.absence(of: path, call)
        }
        try remove(path, from: level(call[0]), call)
        return old ?? .nil
      }
    }
    let writers = CoreTable(table.run, classes.chainedWriter).payloads(ChainedWriter.self)
    writers.define("[]", arity: 1) { chain, call in
      .object(writer(chain.manner, chain.level, chain.path + [call[0]]))
    }
    writers.define("[]=", arity: 2, unknowns: .taken) { (chain, call) throws(Unwinding) in
      let path = chain.path + [call[0]]
      switch chain.manner {
      case .replacing: return try replace(path + [call[1]], at: chain.level, call)
      case .absent:
        return try write(path + [call[1]], to: chain.level, where: value(at: path, call), call)
      }
    }
    table.define("tags") { call in
      guard case .hash(let normal) = RubyValue.hash(attributes[.normal]) else { return .nil }
      if let tags = normal[classes.key("tags")] { return tags }
      let tags = classes.vivified(.array(RubyArray([])))
      normal[classes.key("tags")] = tags
      return tags
    }
  }

  private func level(_ value: RubyValue) -> AttributeLevel {
    let word = classes.spelling(value)
    return Self.words.first { $0.names.contains(word) }?.level ?? .defaults
  }
}
