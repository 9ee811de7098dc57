/// Attributes that are set in one of two branches: which keys there are is known for each key alone.
extension RubyHash {
  /// Why not all of its entries are there for certain; nil where they are.
  package var openness: RubyUnknown? {
    guard let doubt = table.openness else { return nil }
    return entries.contains { if case .unknown = $0.value.settled { true } else { false } } ? doubt : nil
  }

  /// Why it may be absent from the hash that holds it.
  package var absence: RubyUnknown? { table.absence }

  /// Says that entries whose value cannot be told may be absent.
  package func open(because doubt: RubyUnknown) { table.openness = table.openness ?? doubt }

  /// Says that the hash itself may be absent.
  package func mayBeAbsent(because doubt: RubyUnknown) { table.absence = table.absence ?? doubt }

  /// Says that the hash is there: where it was not, it is made, and has none of its entries.
  package func confirm() {
    guard let doubt = table.absence else { return }
    table.absence = nil
    for entry in entries { self[entry.key] = Self.possible(entry.value, because: doubt) }
    if !isEmpty { open(because: doubt) }
  }

  /// A value that may be absent: a hash of attributes says so itself.
  static func possible(_ value: RubyValue, because doubt: RubyUnknown) -> RubyValue {
    guard case .hash(let hash) = value, hash.doubt == nil, hash.module?.isMergedByKey == true else {
      return .unknown(value.doubt ?? doubt)
    }
    hash.mayBeAbsent(because: doubt)
    return value
  }

  /// Gives the hash what is known where it is in its present state or in a former one, key by key.
  func merge(_ former: RubyHash, _ doubt: RubyUnknown, depth: Int = 0) {
    for entry in former.entries where self[entry.key] == nil {
      self[entry.key] = Self.possible(entry.value, because: doubt)
      open(because: doubt)
    }
    for entry in entries {
      guard let other = former[entry.key] else {
        self[entry.key] = Self.possible(entry.value, because: doubt)
        open(because: doubt)
        continue
      }
      self[entry.key] = Self.united(other, entry.value, doubt, depth: depth)
    }
    if let earlier = former.table.openness { open(because: earlier) }
    if let earlier = former.table.absence { mayBeAbsent(because: earlier) }
  }

  private static let depthLimit = 64

  /// What is known of a value that is one of two: hashes of attributes that both branches made are merged.
  private static func united(
    _ first: RubyValue, _ second: RubyValue, _ doubt: RubyUnknown, depth: Int
  ) -> RubyValue {
    guard case .hash(let one) = first, case .hash(let other) = second, one !== other, one.doubt == nil,
      other.doubt == nil, one.module?.isMergedByKey == true, other.module?.isMergedByKey == true,
      depth < depthLimit
    else { return SavedState.merged(first, second, doubt) }
    let result = RubyHash()
    result.module = other.module
    result.table = other.table
    result.merge(one, doubt, depth: depth + 1)
    return .hash(result)
  }
}
