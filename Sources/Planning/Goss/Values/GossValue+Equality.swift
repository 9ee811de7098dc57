extension GossValue {
  /// Whether both are the same to Go's `reflect.DeepEqual`: their types count, and of maps the pairs in whatever order.
  static func == (a: GossValue, b: GossValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.unsigned(let a), .unsigned(let b)): a == b
    case (.float(let a), .float(let b)): a == b
    case (.text(let a), .text(let b)): a == b
    case (.time(let a), .time(let b)): a == b
    case (.list(let a), .list(let b)): a == b
    case (.texts(let a), .texts(let b)): a.elementsEqual(b) { $0.utf8.elementsEqual($1.utf8) }
    case (.map(let a, let isPlain), .map(let b, let otherIsPlain)):
      isPlain == otherIsPlain && pairs(a, are: b)
    default: false
    }
  }

  func hash(into hasher: inout Hasher) {
    // Maps of different keys are seldom compared; a hash that takes no order in would cost more than it saves.
    if case .map(let entries, _) = self { hasher.combine(entries.count) } else { hasher.combine(printed) }
  }

  /// Whether two maps hold the same pairs.
  private static func pairs(_ a: [Entry], are b: [Entry]) -> Bool {
    guard a.count == b.count else { return false }
    var places: [[UInt8]: [Int]] = [:]
    for (place, entry) in b.enumerated() { places[Array(entry.key.utf8), default: []].append(place) }
    return a.allSatisfy { entry in
      places[Array(entry.key.utf8)]?.contains { b[$0] == entry } == true
    }
  }
}
