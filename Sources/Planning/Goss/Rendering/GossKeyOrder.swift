import Source

extension GossValue {
  /// The value with the keys of its maps in yaml.v3's order.
  var ordered: GossValue {
    switch self {
    case .list(let items): .list(items.map(\.ordered))
    case .map(let entries, true):
      .map(
        entries.map { Entry(key: $0.typedKey, value: $0.value.ordered) }.sorted { $0.key.isBefore($1.key) },
        hasPlainKeys: true)
    case .map(let entries, false):
      .map(
        entries.map { Entry(key: $0.typedKey, value: $0.value.ordered) }.sorted { $0.isBefore($1) },
        hasPlainKeys: false)
    default: self
    }
  }
}

extension GossValue.Entry {
  /// Nothing comes first, then numbers and truth values by their size, then texts.
  fileprivate func isBefore(_ other: GossValue.Entry) -> Bool {
    switch (Self.number(typedKey), Self.number(other.typedKey)) {
    case (let a?, let b?): a < b
    case (nil, nil):
      typedKey == .null || other.typedKey == .null ? typedKey == .null : key.isBefore(other.key)
    case (_?, nil): other.typedKey != .null
    case (nil, _?): typedKey == .null
    }
  }

  private static func number(_ key: GossValue) -> Double? {
    switch key {
    case .integer(let number): Double(number)
    case .unsigned(let number): Double(number)
    case .float(let number): number
    case .bool(let flag): flag ? 1 : 0
    default: nil
    }
  }
}

extension String {
  /// yaml.v3's order of keys: `a2` before `a10`, and letters behind all else.
  func isBefore(_ other: String) -> Bool {
    let a = Array(unicodeScalars)
    let b = Array(other.unicodeScalars)
    var isInNumber = false
    for place in 0..<min(a.count, b.count) {
      if a[place] == b[place] {
        isInNumber = a[place].isDigit
        continue
      }
      switch (a[place].properties.isAlphabetic, b[place].properties.isAlphabetic) {
      case (true, true): return a[place] < b[place]
      case (true, false): return isInNumber
      case (false, true): return !isInNumber
      case (false, false): break
      }
      let (first, firstEnd) = Self.number(in: a, at: place, other: b)
      let (second, secondEnd) = Self.number(in: b, at: place, other: a)
      if first != second { return first < second }
      return firstEnd != secondEnd ? firstEnd < secondEnd : a[place] < b[place]
    }
    return a.count < b.count
  }

  /// The number whose digits begin at a place, and their end; behind a digit other than zero, a zero counts.
  private static func number(
    in scalars: [Unicode.Scalar], at place: Int, other: [Unicode.Scalar]
  ) -> (Int, Int) {
    var number = 0
    if scalars[place] == "0" || other[place] == "0" {
      let digits = scalars[..<place].reversed().prefix { $0.isDigit }
      if digits.contains(where: { $0 != "0" }) { number = 1 }
    }
    var end = place
    while end < scalars.count, scalars[end].isDigit {
      number = number &* 10 &+ Int(scalars[end].value &- 0x30)
      end += 1
    }
    return (number, end)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { properties.generalCategory == .decimalNumber }
}
