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
      return depth < Self.depthLimit ? merge(a, b, joinsLists: joinsLists, depth: depth) : .hash(b)
    // Either the hash is there and replaces the value, or it is not.
    case (_, .hash(let b)) where b.absence != nil:
      return b.absence.map { .unknown($0) } ?? .nil
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

  private func merge(_ a: RubyHash, _ b: RubyHash, joinsLists: Bool, depth: Int) -> RubyValue {
    let result = classes.immutable(pairs: [])
    if let doubt = a.openness ?? b.openness { result.open(because: doubt) }
    for entry in a.entries {
      guard let other = b[entry.key] else {
        place(entry, of: a, in: result, depth: depth)
        continue
      }
      place(
        entry.key, merge(entry.value, other, joinsLists: joinsLists, depth: depth + 1), in: result)
    }
    for entry in b.entries where result[entry.key] == nil { place(entry, of: b, in: result, depth: depth) }
    // It is there if one of the two is.
    if let doubt = a.absence, b.absence != nil { result.mayBeAbsent(because: doubt) }
    return .hash(result)
  }

  /// Puts an entry that one of two hashes has into what they give together.
  private func place(_ entry: RubyHash.Entry, of holder: RubyHash, in result: RubyHash, depth: Int) {
    if let doubt = holder.absence {
      place(entry.key, .unknown(doubt), in: result)
      result.open(because: doubt)
    } else {
      place(entry.key, frozen(entry.value, depth: depth + 1), in: result)
    }
  }

  /// Puts a value into what reading gives: one that may be absent cannot be told.
  private func place(_ key: RubyValue, _ value: RubyValue, in result: RubyHash) {
    guard case .hash(let hash) = value, let doubt = hash.absence else { return result[key] = value }
    result[key] = .unknown(doubt)
    result.open(because: doubt)
  }

  /// A copy that cannot be changed.
  private func frozen(_ value: RubyValue, depth: Int) -> RubyValue {
    guard depth < Self.depthLimit else { return value }
    switch value.settled {
    case .hash(let hash):
      if classes.isImmutable(hash) { return value }
      let result = classes.immutable(pairs: [])
      if let doubt = hash.openness { result.open(because: doubt) }
      if let doubt = hash.absence { result.mayBeAbsent(because: doubt) }
      for entry in hash.entries { place(entry.key, frozen(entry.value, depth: depth + 1), in: result) }
      return .hash(result)
    case .array(let array):
      if classes.isImmutable(array) { return value }
      return .array(classes.immutable(array.elements.map { frozen($0, depth: depth + 1) }))
    case .string(let text) where classes.freezesTexts && !text.isFrozen:
      let copy = RubyString(copying: text)
      copy.freeze()
      return .string(copy)
    case let settled: return settled
    }
  }
}
