/// A hash in the order of insertion.
package final class RubyHash: RubyHeapObject {
  package struct Entry {
    package let key: RubyValue
    package var value: RubyValue
  }

  /// The content; a struct, so that a copy can be kept and put back.
  struct Table {
    /// nil where an entry was deleted.
    var entries: [Entry?] = []
    var count = 0
    /// Positions by key, once there are many.
    var index: [RubyKey: Int]?
    /// Why entries whose value cannot be told may be absent.
    var openness: RubyUnknown?
    /// Why the hash itself may be absent from the one that holds it.
    var absence: RubyUnknown?
  }

  var table = Table()
  /// What a missing key gives.
  package var fallback: RubyValue = .nil
  /// The block of `Hash.new { … }`.
  package var fallbackBlock: RubyProcedure?
  /// Why the content cannot be told.
  package internal(set) var doubt: RubyUnknown?

  private static let linearLimit = 8

  package init() { super.init() }

  deinit { letGo() }

  override func surrender(to heir: inout [RubyHeapObject]) {
    for case let entry? in table.entries {
      heir.take(entry.key)
      heir.take(entry.value)
    }
    heir.take(fallback)
    heir.take(fallbackBlock)
    (table, fallback, fallbackBlock) = (Table(), .nil, nil)
    super.surrender(to: &heir)
  }

  package convenience init(_ pairs: [(RubyValue, RubyValue)]) {
    self.init()
    for (key, value) in pairs { self[key] = value }
  }

  package var count: Int { table.count }
  package var isEmpty: Bool { table.count == 0 }
  /// The entries in order, as they are now.
  package var entries: [Entry] { table.entries.compactMap { $0 } }
  package var keys: [RubyValue] { entries.map(\.key) }
  package var values: [RubyValue] { entries.map(\.value) }

  /// The value of a key, without what a missing one gives. Tell the interpreter before you set: `CoreCall.change`.
  package subscript(key: RubyValue) -> RubyValue? {
    get { position(of: key).flatMap { table.entries[$0]?.value } }
    set {
      guard let newValue else { return remove(key) }
      if let position = position(of: key) {
        table.entries[position]?.value = newValue
        return
      }
      table.entries.append(Entry(key: key, value: newValue))
      table.count += 1
      // Counted first: a chain that is assigned to holds the table while its right side is read.
      let last = table.entries.count - 1
      table.index?[RubyKey(key)] = last
      if table.index == nil, table.entries.count > Self.linearLimit { reindex() }
    }
  }

  package func removeAll() { table = Table() }

  /// Replaces the content by that of another hash.
  package func replace(by other: RubyHash) {
    table = other.table
    table.absence = nil
  }

  private func remove(_ key: RubyValue) {
    guard let position = position(of: key) else { return }
    table.entries[position] = nil
    table.count -= 1
    table.index?[RubyKey(key)] = nil
    guard table.entries.count > 16, table.count * 2 < table.entries.count else { return }
    table.entries.removeAll { $0 == nil }
    reindex()
  }

  private func reindex() {
    var index: [RubyKey: Int] = [:]
    for (position, entry) in table.entries.enumerated() {
      if let entry { index[RubyKey(entry.key)] = position }
    }
    table.index = index
  }

  private func position(of key: RubyValue) -> Int? {
    if let index = table.index { return index[RubyKey(key)] }
    let wanted = RubyKey(key)
    return table.entries.firstIndex { $0.map { RubyKey($0.key) == wanted } ?? false }
  }
}

/// A value as hashes compare it (`eql?`).
package struct RubyKey: Hashable {
  package let value: RubyValue

  package init(_ value: RubyValue) { self.value = value }

  package static func == (a: RubyKey, b: RubyKey) -> Bool {
    var limits = Limits()
    return same(a.value, b.value, &limits)
  }

  package func hash(into hasher: inout Hasher) { Self.add(value, to: &hasher, depth: 0) }

  /// How many values are compared, and how deep, before two are taken for different: structures may hold themselves.
  private struct Limits {
    var comparisons = 20_000
    var depth = 100
  }

  private static func same(_ a: RubyValue, _ b: RubyValue, _ limits: inout Limits) -> Bool {
    limits.comparisons -= 1
    guard limits.comparisons > 0, limits.depth > 0 else { return false }
    limits.depth -= 1
    defer { limits.depth += 1 }
    switch (a, b) {
    case (.nil, .nil): return true
    case (.boolean(let a), .boolean(let b)): return a == b
    case (.integer(let a), .integer(let b)): return a == b
    case (.float(let a), .float(let b)): return a == b
    case (.symbol(let a), .symbol(let b)): return a == b
    case (.string(let a), .string(let b)): return a === b || a.bytes == b.bytes
    case (.array(let a), .array(let b)): return a === b || same(a.elements, b.elements, &limits)
    case (.hash(let a), .hash(let b)): return a === b || same(a, b, &limits)
    case (.range(let a), .range(let b)):
      return a === b || a.isExclusive == b.isExclusive && same([a.low, a.high], [b.low, b.high], &limits)
    case (.pattern(let a), .pattern(let b)): return a.source == b.source && a.options == b.options
    case (.unknown(let a), .unknown(let b)): return a === b
    default:
      guard let first = a.heap, let second = b.heap else { return false }
      return first === second
    }
  }

  private static func same(_ a: [RubyValue], _ b: [RubyValue], _ limits: inout Limits) -> Bool {
    guard a.count == b.count else { return false }
    for (one, other) in zip(a, b) { if !same(one, other, &limits) { return false } }
    return true
  }

  private static func same(_ a: RubyHash, _ b: RubyHash, _ limits: inout Limits) -> Bool {
    guard a.count == b.count else { return false }
    for entry in a.entries {
      guard limits.comparisons > 0, let other = value(of: entry.key, in: b, &limits),
        same(entry.value, other, &limits)
      else { return false }
    }
    return true
  }

  /// The value of a key. One that holds other values is looked for here, since a hash may be a key of its own.
  private static func value(
    of key: RubyValue, in hash: RubyHash, _ limits: inout Limits
  ) -> RubyValue? {
    switch key {
    case .array, .hash, .range:
      for entry in hash.entries where same(entry.key, key, &limits) { return entry.value }
      return nil
    default: return hash[key]
    }
  }

  private static func add(_ value: RubyValue, to hasher: inout Hasher, depth: Int) {
    switch value {
    case .nil: hasher.combine(0)
    case .boolean(let flag): hasher.combine(flag)
    case .integer(let number): hasher.combine(number)
    case .float(let number): hasher.combine(number)
    case .symbol(let symbol): hasher.combine(symbol)
    case .string(let string): hasher.combine(string.bytes)
    case .array(let array):
      hasher.combine(array.elements.count)
      guard depth < 4 else { return }
      for element in array.elements.prefix(8) { add(element, to: &hasher, depth: depth + 1) }
    case .hash(let hash): hasher.combine(hash.count)
    case .range(let range): hasher.combine(range.isExclusive)
    case .pattern(let pattern): hasher.combine(pattern.source)
    case .unknown(let unknown): hasher.combine(ObjectIdentifier(unknown))
    default: if let object = value.heap { hasher.combine(ObjectIdentifier(object)) }
    }
  }
}
