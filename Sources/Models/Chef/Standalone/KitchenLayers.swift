import Source

/// The settings of one suite on one platform: what all share, the platform's, the suite's, the later over the earlier.
struct KitchenLayers {
  private let layers: [PlainValue]

  /// Each layer is looked into by itself and in its `provisioner`.
  init(_ parts: [PlainValue]) {
    layers = parts.flatMap { part in [part, part["provisioner"]].compactMap(\.self) }
  }

  /// The last value of a setting of the provisioner.
  func value(_ name: String) -> PlainValue? { layers.last { $0[name] != nil }?[name] }

  func text(_ name: String) -> String? { value(name)?.string }

  /// A text inside of another part, as `driver`.
  func text(_ name: String, in part: String) -> String? {
    layers.last { $0[part]?[name] != nil }?[part]?[name]?.string
  }

  /// The run lists of all layers, one after another.
  var runList: WrittenRunList {
    var list = WrittenRunList()
    for value in layers.compactMap({ $0["run_list"] }) {
      let own = WrittenRunList([value])
      list.items += own.items
      list.unknown = list.unknown ?? own.unknown
    }
    return list
  }

  /// The attributes of all layers, laid over each other.
  func attributes(at location: Location) -> PlainValue {
    layers.compactMap { $0["attributes"] }.reduce(PlainValue(.hash([]), at: location)) {
      $0.overlaid(by: $1, 0)
    }
  }
}

extension PlainValue {
  private static let depthLimit = 64

  /// Hashes merged to the depth of both; else the other value.
  fileprivate func overlaid(by other: PlainValue, _ depth: Int) -> PlainValue {
    guard case .hash(var entries) = content, case .hash(let others) = other.content,
      depth < Self.depthLimit
    else {
      if case .null = other.content { return self }
      return other
    }
    var places = Dictionary(entries.indices.map { (entries[$0].key.value, $0) }) { $1 }
    for entry in others {
      guard let index = places[entry.key.value] else {
        places[entry.key.value] = entries.count
        entries.append(entry)
        continue
      }
      entries[index] = Entry(entry.key, entries[index].value.overlaid(by: entry.value, depth + 1))
    }
    return PlainValue(.hash(entries), at: location)
  }
}
