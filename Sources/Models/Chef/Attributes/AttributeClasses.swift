import RubyEvaluation

/// The classes of hashes and arrays that attributes are made of.
final class AttributeClasses {
  let run: RubyInterpreter
  /// A hash whose keys may be written as strings or symbols.
  let mash: RubyModule
  /// A level: reading a key that is not there makes it.
  let vividMash: RubyModule
  let attributeArray: RubyModule
  /// What reading gives: it cannot be changed.
  let immutableMash: RubyModule
  let immutableArray: RubyModule
  /// What `default_unless` and `default!` give.
  let chainedWriter: RubyModule
  /// Whether the texts that reading gives cannot be changed either, as since Chef 14.
  var freezesTexts = false
  private let errors: Errors

  /// The exceptions of attributes.
  struct Errors {
    /// What was read is changed.
    let immutable: RubyModule
    /// An attribute that must be there is not.
    let absent: RubyModule
    /// Something below a value that holds nothing.
    let mismatch: RubyModule
  }

  /// Makes the classes; `node` is `Chef::Node`.
  init(_ run: RubyInterpreter, node: RubyModule, errors: Errors) {
    self.run = run
    self.errors = errors
    chainedWriter = run.makeClass("ChainedWriter", in: node)
    mash = run.makeClass("Mash", superclass: run.classes.hash)
    mash.isHosted = true
    vividMash = run.makeClass("VividMash", superclass: mash, in: node)
    attributeArray = run.makeClass("AttrArray", superclass: run.classes.array, in: node)
    immutableMash = run.makeClass("ImmutableMash", superclass: mash, in: node)
    immutableArray = run.makeClass("ImmutableArray", superclass: run.classes.array, in: node)
    vividMash.isMergedByKey = true
    run.watch(vividMash)
    run.watch(attributeArray)
  }

  func vivid(_ pairs: [(RubyValue, RubyValue)]) -> RubyHash { hash(pairs, of: vividMash) }

  func immutable(pairs: [(RubyValue, RubyValue)]) -> RubyHash { hash(pairs, of: immutableMash) }

  func immutable(_ elements: [RubyValue]) -> RubyArray {
    let result = RubyArray(elements)
    run.setClass(of: result, to: immutableArray)
    return result
  }

  func hash(_ pairs: [(RubyValue, RubyValue)], of module: RubyModule) -> RubyHash {
    let result = RubyHash(pairs)
    run.setClass(of: result, to: module)
    return result
  }

  /// What is raised where something that was read is changed.
  func refusal(_ call: CoreCall) -> Unwinding {
    run.raise(
      errors.immutable,
      "Node attributes are read-only when you do not specify which precedence level to set. To set an attribute "
        + "use code like `node.default[\"key\"] = \"value\"'",
      RaisedFault(.changedRead, in: .head), at: call.place)
  }

  /// What `read!` and `unlink!` raise for an attribute that is not there, by the keys that end the call's arguments.
  func absence(of path: some Collection<RubyValue>, _ call: CoreCall) -> Unwinding {
    let message = path.map(spelling).joined(separator: ".")
    let kind = ChefFault.Kind.raised(className: "Chef::Exceptions::NoSuchAttribute", message: message)
    return run.raise(
      errors.absent, message, RaisedFault(kind, in: .argument(call.count - 1)), at: call.place)
  }

  /// Raises, as `write!` does, where one of some keys is looked for in a value that holds nothing.
  func refuseMismatch(_ keys: some Collection<RubyValue>, in hash: RubyHash, _ call: CoreCall)
    throws(Unwinding)
  {
    var value = RubyValue.hash(hash)
    for key in keys {
      switch (value.settled, key) {
      case (.hash(let hash), _):
        guard let next = hash[self.key(key)] else { return }
        value = next
      case (.array(let array), .integer(let index)):
        guard array.elements.indices.contains(index) else { return }
        value = array.elements[index]
      case (.unknown, _), (.object, _), (_, .unknown): return
      default:
        let message = "`\(spelling(key))` is to be set below a value that is neither a hash nor a list"
        let kind = ChefFault.Kind.raised(
          className: "Chef::Exceptions::AttributeTypeMismatch", message: message)
        throw run.raise(
          errors.mismatch, message, RaisedFault(kind, in: .text(spelling(key), otherwise: 0)), at: call.place)
      }
    }
  }

  /// What reading a value gives: that of `lazy { … }` is made now, by the object that wrote it.
  func resolved(_ value: RubyValue, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    guard case .object(let object) = value, let lazy = object.payload as? LazyValue else { return value }
    return try call.run.call(lazy.block, [], at: call.place)
  }

  /// What a hash of a level holds under a key; a hash is made where there is none.
  func vivify(_ key: RubyValue, in hash: RubyHash, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    let key = self.key(key)
    if let value = hash[key] {
      if case .hash(let inner) = value, inner.absence != nil {
        try call.change(inner)
        inner.confirm()
      }
      return value
    }
    try call.change(hash)
    let made = RubyValue.hash(vivid([]))
    hash[key] = made
    return made
  }

  func isImmutable(_ object: RubyHeapObject) -> Bool {
    object.module === immutableMash || object.module === immutableArray
  }

  func isVivid(_ hash: RubyHash) -> Bool { hash.module === vividMash }

  /// The key as a hash of attributes holds it: strings for symbols.
  func key(_ value: RubyValue) -> RubyValue {
    guard case .symbol(let symbol) = value else { return value }
    return key(run.spelling(of: symbol))
  }

  func key(_ text: String) -> RubyValue { .string(RubyString(Array(text.utf8), at: nil)) }

  /// A key as text: for tables of our own.
  func spelling(_ key: RubyValue) -> String {
    switch key {
    case .string(let string): string.string
    case .symbol(let symbol): run.spelling(of: symbol)
    case .integer(let number): String(number)
    default: ""
    }
  }

  private static let depthLimit = 64

  /// A value as a level holds it: its hashes and lists become those of the level.
  func vivified(_ value: RubyValue, depth: Int = 0) -> RubyValue {
    guard depth < Self.depthLimit else { return value }
    switch value {
    case .hash(let hash) where hash.doubt == nil && !isVivid(hash):
      return .hash(vivid(hash.entries.map { (key($0.key), vivified($0.value, depth: depth + 1)) }))
    case .array(let array) where array.doubt == nil && array.module !== attributeArray:
      let result = RubyArray(array.elements.map { vivified($0, depth: depth + 1) })
      run.setClass(of: result, to: attributeArray)
      return .array(result)
    default: return value
    }
  }

  /// A value as `to_h` and `to_a` give it: ordinary hashes and lists.
  func plain(_ value: RubyValue, depth: Int = 0) -> RubyValue {
    guard depth < Self.depthLimit else { return value }
    switch value {
    case .hash(let hash) where hash.doubt == nil:
      return .hash(RubyHash(hash.entries.map { ($0.key, plain($0.value, depth: depth + 1)) }))
    case .array(let array) where array.doubt == nil:
      return .array(RubyArray(array.elements.map { plain($0, depth: depth + 1) }))
    case .string(let text) where text.isFrozen: return .string(RubyString(copying: text))
    default: return value
    }
  }

  /// A value as a `Mash` holds it.
  func mashed(_ value: RubyValue, depth: Int = 0) -> RubyValue {
    guard depth < Self.depthLimit else { return value }
    switch value {
    case .hash(let hash) where hash.doubt == nil && !run.isA(run.module(of: value), mash):
      return .hash(
        self.hash(hash.entries.map { (key($0.key), mashed($0.value, depth: depth + 1)) }, of: mash))
    case .array(let array) where array.doubt == nil:
      return .array(RubyArray(array.elements.map { mashed($0, depth: depth + 1) }))
    default: return value
    }
  }
}
