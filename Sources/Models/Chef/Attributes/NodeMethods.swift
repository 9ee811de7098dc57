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
      .boolean(attributes.value(classes.spelling(call[0])) != nil)
    }
    table.define("read", "dig", arity: .any) { (call) throws(Unwinding) in
      try classes.resolved(value(at: call.arguments, call) ?? .nil, call)
    }
    table.define("read!", arity: .any) { (call) throws(Unwinding) in
      if let value = value(at: call.arguments, call) { return value }
      throw call.raise("NoMethodError", "the attribute is not there")
    }
    table.define("exist?", arity: .any) { call in .boolean(value(at: call.arguments, call) != nil) }
    table.define("fetch", arity: CoreArity(1, 2)) { (call) throws(Unwinding) in
      if let value = attributes.value(classes.spelling(call[0])) { return value }
      if call.block != nil { return try call.yield(call[0]) }
      if call.count > 1 { return call[1] }
      throw call.raise("KeyError", "key not found: \(classes.spelling(call[0]))")
    }
    table.define("attributes", "merged_attributes", "construct_attributes") { call in
      .hash(attributes.all)
    }
    table.define("to_hash", "to_h", "for_json", "as_hash") { call in classes.plain(.hash(attributes.all)) }
    for name in [
      "keys", "values", "each", "each_pair", "each_attribute", "map", "select", "filter", "reject", "any?",
      "size", "length", "empty?", "to_a", "find", "sort_by", "each_key",
    ] {
      table.define(name, arity: .any) { (call) throws(Unwinding) in
        try call.run.call(
          .hash(attributes.all), call.run.symbol(name == "each_attribute" ? "each" : name), call.arguments,
          hasKeywords: call.hasKeywords, block: call.block, at: call.place)
      }
    }
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
        table.define(name + "!", arity: .from(1), unknowns: .taken) { (call) throws(Unwinding) in
          if name.hasPrefix("force_") || call.count > 1 {
            for other in AttributeLevel.groups.first(where: { $0.contains(level) }) ?? [] {
              try remove(call.arguments.dropLast(), from: other, call)
            }
          }
          return try write(call.arguments, to: level, call)
        }
      }
    }
    for (name, level) in [
      ("default_unless", AttributeLevel.defaults), ("normal_unless", .normal),
      ("override_unless", .overrides),
    ] {
      table.define(name, arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
        // A writer that keeps what any level holds already.
        .object(RubyObject(of: unless, payload: UnlessWriter(level: level, path: [])))
      }
    }
  }

  private var unless: RubyModule { classes.unlessWriter }

  /// The hash of a level below a path; keys that are not there are made.
  private func descend(
    _ hash: RubyHash, _ path: [RubyValue], _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    var value = RubyValue.hash(hash)
    for key in path {
      guard case .hash(let inner) = value.settled else { return value }
      let name = classes.key(key)
      if let next = inner[name] {
        value = next
      } else {
        try call.change(inner)
        value = .hash(classes.vivid([]))
        inner[name] = value
      }
    }
    return value
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
    table.define("write", "write!", arity: .from(2), unknowns: .taken) { (call) throws(Unwinding) in
      try write(Array(call.arguments.dropFirst()), to: level(call[0]), call)
    }
    table.define("unlink", "unlink!", arity: .from(2)) { (call) throws(Unwinding) in
      try remove(call.arguments.dropFirst(), from: level(call[0]), call)
      return .nil
    }
    let writer = CoreTable(table.run, unless).payloads(UnlessWriter.self)
    writer.define("[]", arity: 1) { writer, call in
      .object(
        RubyObject(
          of: classes.unlessWriter, payload: UnlessWriter(level: writer.level, path: writer.path + [call[0]]))
      )
    }
    writer.define("[]=", arity: 2, unknowns: .taken) { (writer, call) throws(Unwinding) in
      let path = writer.path + [call[0]]
      if value(at: path, call) != nil { return .boolean(false) }
      return try write(path + [call[1]], to: writer.level, call)
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

/// What `default_unless` gives: it writes only where no level holds a value.
final class UnlessWriter: RubyPayload {
  let level: AttributeLevel
  let path: [RubyValue]

  init(level: AttributeLevel, path: [RubyValue]) {
    self.level = level
    self.path = path
  }

  var held: [RubyValue] { path }
}
