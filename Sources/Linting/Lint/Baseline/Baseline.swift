import DataSyntax
package import Diagnostics
package import Source

/// The findings that were there when the tool came to a repository: they are kept apart, new ones are not.
package struct Baseline: Sendable {
  /// The name that the file has unless the configuration says otherwise.
  package static let fileName = ".ovenproof-baseline.json"
  static let schema = "ovenproof/baseline/1"

  /// Sorted, each key once.
  package private(set) var entries: [BaselineEntry] = []
  /// Where each entry stands in the file that it was read from.
  private(set) var places: [BaselineEntry.Key: Location] = [:]

  init() {}

  /// The baseline that covers findings; paths are made relative to the baseline's folder.
  package init(covering findings: [Diagnostic], _ sources: SourceSet, relative: @escaping (FileID) -> String?)
  {
    var keys = FindingKeys(sources, relative: relative)
    for finding in findings { keys.key(of: finding).map { add($0, finding.message, count: 1) } }
    entries.sort()
  }

  /// How many findings the baseline covers.
  package var count: Int { entries.reduce(0) { $0 + $1.count } }

  /// What is left of this baseline where findings have gone: no entry more, none greater.
  package func pruned(to present: Baseline) -> Baseline {
    let counts = present.counts
    var pruned = Baseline()
    pruned.entries = entries.compactMap { entry in
      guard let count = counts[entry.key], count > 0 else { return nil }
      var entry = entry
      entry.count = min(entry.count, count)
      return entry
    }
    return pruned
  }

  /// The entries of files that `isOutside` names, beside these.
  package func keeping(_ old: Baseline, where isOutside: (String) -> Bool) -> Baseline {
    var kept = self
    for entry in old.entries where isOutside(entry.key.file) {
      kept.add(entry.key, entry.message, count: entry.count)
    }
    kept.entries.sort()
    return kept
  }

  var counts: [BaselineEntry.Key: Int] {
    Dictionary(entries.map { ($0.key, $0.count) }) { $0 + $1 }
  }

  mutating func add(_ key: BaselineEntry.Key, _ message: String, count: Int, at place: Location? = nil) {
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index].count += count
    } else {
      entries.append(BaselineEntry(key: key, message: message, count: count))
    }
    if let place { places[key] = place }
  }
}
