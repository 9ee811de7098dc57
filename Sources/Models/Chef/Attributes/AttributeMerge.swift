import RubyEvaluation

/// The two ways in which Chef merges what several levels hold; the result cannot be changed.
struct AttributeMerge {
  private let classes: AttributeClasses
  private static let depthLimit = 64

  init(_ classes: AttributeClasses) { self.classes = classes }

  /// Within the default levels, and within the override levels: hashes are merged, lists are joined.
  func join(_ values: [RubyValue]) -> RubyValue? { fold(values, joinsLists: true) }

  /// From one group of levels to the next: hashes are merged, all else is replaced.
  func override(_ values: [RubyValue]) -> RubyValue? { fold(values, joinsLists: false) }

  private func fold(_ values: [RubyValue], joinsLists: Bool) -> RubyValue? {
    guard let first = values.first else { return nil }
    if values.count == 1 { return frozen(first, depth: 0) }
    return values.dropFirst().reduce(first) { merge($0, $1, joinsLists: joinsLists, depth: 0) }
  }

  private func merge(_ old: RubyValue, _ new: RubyValue, joinsLists: Bool, depth: Int) -> RubyValue {
    switch (old.settled, new.settled) {
    case (.hash(let a), .hash(let b)):
      guard depth < Self.depthLimit else { return .hash(b) }
      let result = classes.immutable(pairs: [])
      for entry in a.entries {
        result[entry.key] = b[entry.key] == nil ? frozen(entry.value, depth: depth) : entry.value
      }
      for entry in b.entries {
        result[entry.key] =
          result[entry.key].map { merge($0, entry.value, joinsLists: joinsLists, depth: depth + 1) }
          ?? frozen(entry.value, depth: depth)
      }
      return .hash(result)
    case (.array(let a), .array(let b)) where joinsLists:
      var seen: Set<RubyKey> = []
      let union = (a.elements + b.elements).filter { seen.insert(RubyKey($0)).inserted }
      return frozen(.array(RubyArray(union)), depth: depth)
    // Either the whole is replaced or a hash or list is joined to what cannot be told.
    case (.unknown(let doubt), .hash): return .unknown(doubt)
    case (.unknown(let doubt), .array) where joinsLists: return .unknown(doubt)
    default: return frozen(new, depth: depth)
    }
  }

  /// A copy that cannot be changed.
  private func frozen(_ value: RubyValue, depth: Int) -> RubyValue {
    guard depth < Self.depthLimit else { return value }
    switch value.settled {
    case .hash(let hash):
      if classes.isImmutable(hash) { return value }
      return .hash(
        classes.immutable(pairs: hash.entries.map { ($0.key, frozen($0.value, depth: depth + 1)) }))
    case .array(let array):
      if classes.isImmutable(array) { return value }
      return .array(classes.immutable(array.elements.map { frozen($0, depth: depth + 1) }))
    case let settled: return settled
    }
  }
}
