/// How files look of which a layer has several names: each of its headers says it anew.
extension LayerRecord {
  private static let capability = "security.capability"

  /// The record and its attributes after one more name: as docker unpacks it, the last header counts for all names.
  func dressed(
    by entry: TarEntry, _ attributes: [ExtendedAttribute]
  ) -> (record: LayerRecord, attributes: [ExtendedAttribute]) {
    var record = self
    record.owner = entry.owner
    record.group = entry.group
    if kind != .symlink {
      record.mode = entry.mode
      record.modified = Int64(entry.modified)
    }
    let names = Set(entry.attributes.map(\.name))
    // The kernel takes capabilities away where an owner is set.
    let kept = attributes.filter { $0.name != Self.capability && !names.contains($0.name) }
    return (record, (kept + entry.attributes).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
  }

  mutating func takeLooks(of other: LayerRecord) {
    mode = other.mode
    owner = other.owner
    group = other.group
    modified = other.modified
    attributes = other.attributes
  }
}
