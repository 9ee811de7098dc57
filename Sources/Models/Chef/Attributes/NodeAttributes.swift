import RubyEvaluation
import Source

/// The attributes of a node: what each level holds, and what they give together.
///
/// A class because all that runs shares it.
final class NodeAttributes: RubyPayload {
  let run: RubyInterpreter
  let classes: AttributeClasses
  /// What each level holds: hashes of the class `VividMash`.
  private(set) var levels: [RubyHash]
  /// What set a key, by the hash that holds it; a hash that is kept gives its identity to no other.
  private var places: [ObjectIdentifier: (hash: RubyHash, keys: [String: Location])] = [:]
  /// What the levels give together by their first key, as long as nothing changes.
  private var merged: [String: RubyValue] = [:]
  private var mergedVersion = -1

  /// Why what is below a first key may be set by somebody who is not here; nil for all is known.
  var furtherDoubt: ((String) -> RubyUnknown?)?

  init(_ run: RubyInterpreter, _ classes: AttributeClasses) {
    self.run = run
    self.classes = classes
    levels = AttributeLevel.allCases.map { _ in classes.vivid([]) }
  }

  subscript(level: AttributeLevel) -> RubyHash {
    get { levels[level.rawValue] }
    set {
      levels[level.rawValue] = newValue
      run.watchedChanges += 1
    }
  }

  /// Notes what set a key of a hash.
  func note(_ key: String, of hash: RubyHash, at location: Location) {
    places[ObjectIdentifier(hash), default: (hash, [:])].keys[key] = location
  }

  func place(of key: String, in hash: RubyHash) -> Location? { places[ObjectIdentifier(hash)]?.keys[key] }

  /// The merged value of a first key; nil where no level has it.
  func value(_ key: String) -> RubyValue? {
    if mergedVersion != run.watchedChanges {
      merged.removeAll(keepingCapacity: true)
      mergedVersion = run.watchedChanges
    }
    if let known = merged[key] { return known }
    let name = classes.key(key)
    var found = merge { $0[name] }
    if let doubt = lost(besides: self[.automatic][name]) { found = .unknown(doubt) }
    if case .hash(let hash)? = found, let doubt = hash.absence { found = .unknown(doubt) }
    if found == nil, key == "tags" { found = .array(classes.immutable([])) }
    if let furtherDoubt, self[.automatic][name] == nil, let doubt = furtherDoubt(key) {
      found = .unknown(doubt)
    }
    if let found { merged[key] = found }
    return found
  }

  /// Why any key of a level may be set to what is not known; nil where none may, or where a plain automatic attribute
  /// beats them all.
  private func lost(besides automatic: RubyValue?) -> RubyUnknown? {
    switch automatic {
    case nil, .hash: levels.lazy.compactMap { RubyValue.hash($0).doubt }.first
    default: nil
    }
  }

  /// Whether there is an attribute, by its merged value: one that cannot be told may be absent.
  func presence(of value: RubyValue?) -> RubyValue {
    if let doubt = value?.doubt { return .unknown(doubt) }
    return .boolean(value != nil)
  }

  /// Merges what is below a first key anew the next time.
  func forget(_ key: String) { merged[key] = nil }

  /// All first keys, in the order of the levels.
  var keys: [RubyValue] {
    var seen: Set<RubyKey> = []
    return levels.flatMap(\.keys).filter { seen.insert(RubyKey($0)).inserted }
  }

  /// Everything, merged.
  var all: RubyHash {
    let result = classes.immutable(pairs: [])
    for key in keys {
      if let value = value(classes.spelling(key)) { result[key] = value }
    }
    return result
  }

  /// What a group of levels holds, merged: `node.default`'s levels as `combined_default` gives them.
  func value(ofGroup group: [AttributeLevel], _ part: (RubyHash) -> RubyValue?) -> RubyValue? {
    AttributeMerge(classes).join(group.compactMap { part(self[$0]) })
  }

  private func merge(_ part: (RubyHash) -> RubyValue?) -> RubyValue? {
    let groups = AttributeLevel.groups.compactMap { value(ofGroup: $0, part) }
    return AttributeMerge(classes).override(groups)
  }
}
