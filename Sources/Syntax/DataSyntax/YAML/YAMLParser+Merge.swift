import Source

extension YAMLParser {
  /// The children of a mapping with its merge keys (`<<`) carried out; nil where it has none.
  ///
  /// By YAML's merge type an entry of the mapping itself wins over a merged one, and of several sources the earlier
  /// wins. Since readers of a tree take the last entry of a key, a merged entry whose key is there already is left
  /// out, rather than put somewhere: the rest follow the mapping's own entries, and no key is there twice that is
  /// not written twice. The nodes are those of the source: a finding on them points where they are written.
  mutating func mergedChildren(of frame: inout Frame) -> [Int32]? {
    guard !frame.merges.isEmpty else { return nil }
    if merging == .laterFirst { return childrenMergedInOrder(of: &frame) }
    var children: [Int32] = []
    var sources: [Int32] = []
    let all = Array(builder.children)
    let merges = Set(frame.merges)
    for index in stride(from: 0, to: all.count - 1, by: 2) {
      if merges.contains(all[index]) {
        sources += mergeSources(all[index + 1])
      } else {
        children += all[index...index + 1]
      }
    }
    var seen = Set(stride(from: 0, to: children.count, by: 2).map { keyBytes(children[$0]) })
    for source in sources where frame.size.aliased <= Self.maximumAliased {
      let entries = Array(builder.children(of: source))
      frame.size.aliased += entries.count
      for index in stride(from: 0, to: entries.count - 1, by: 2)
      where seen.insert(keyBytes(entries[index])).inserted {
        children += entries[index...index + 1]
      }
    }
    return children
  }

  /// The same where what is written later wins, own or merged; a key that is written twice stays there twice.
  private mutating func childrenMergedInOrder(of frame: inout Frame) -> [Int32] {
    var children: [Int32] = []
    // Where the value of each key stands, and whether `<<` brought it.
    var places: [[UInt8]: (index: Int, isMerged: Bool)] = [:]
    func take(_ key: Int32, _ value: Int32, isMerged: Bool) {
      let name = keyBytes(key)
      guard let place = places[name], isMerged || place.isMerged else {
        places[name] = (children.count, isMerged)
        return children += [key, value]
      }
      children.replaceSubrange(place.index...place.index + 1, with: [key, value])
      places[name] = (place.index, isMerged && place.isMerged)
    }
    let all = Array(builder.children)
    let merges = Set(frame.merges)
    for index in stride(from: 0, to: all.count - 1, by: 2) {
      guard merges.contains(all[index]) else {
        take(all[index], all[index + 1], isMerged: false)
        continue
      }
      // Of several sources the earlier wins.
      for source in mergeSources(all[index + 1]).reversed() where frame.size.aliased <= Self.maximumAliased {
        let entries = Array(builder.children(of: source))
        frame.size.aliased += entries.count
        for index in stride(from: 0, to: entries.count - 1, by: 2) {
          take(entries[index], entries[index + 1], isMerged: true)
        }
      }
    }
    return children
  }

  private func keyBytes(_ key: Int32) -> [UInt8] { builder.scalar(key, in: text) ?? [] }

  /// The mappings that a value of `<<` names.
  private mutating func mergeSources(_ value: Int32) -> [Int32] {
    let record = builder.records[Int(value)]
    switch record.kind {
    case .mapping: return [value]
    case .sequence:
      let items = Array(builder.children(of: value))
      if items.allSatisfy({ builder.records[Int($0)].kind == .mapping }) { return items }
    case .missing: return []
    case .null, .bool, .number, .string: break
    }
    faults.add(
      "`<<` takes a mapping, or a list of mappings", at: record.range,
      help: "name an anchor of a mapping: `<<: *name`")
    return []
  }
}
