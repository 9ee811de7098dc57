/// What pax headers say of a file with holes, in the three forms that GNU tar has for it.
struct SparseRecords {
  /// The form: 0.0 has a record for each number, 0.1 one for all, and 1.0 has them in front of the content.
  private var major: Int?
  private var minor: Int?
  /// The name of the file; the header's own is one for programs that do not know of holes.
  private(set) var name: [UInt8]?
  /// Bytes of the whole file.
  private(set) var size: Int?
  /// Starts and counts by turns; nil where the records have none.
  var numbers: [Int]? { hasNumbers ? listed : nil }

  private var listed: [Int] = []
  private var hasNumbers = false

  static let prefix = "GNU.sparse."

  /// Whether the numbers stand in front of the content; nil for a form that is not known.
  var isMapInContent: Bool? {
    switch (major, minor) {
    case (nil, nil), (0, 0), (0, 1): false
    case (1, 0): true
    default: nil
    }
  }

  /// Takes a record whose key has the prefix; false for a value that is none.
  mutating func apply(_ key: Substring, _ value: [UInt8]) -> Bool {
    switch key {
    case "major": return Self.take(value, &major)
    case "minor": return Self.take(value, &minor)
    case "size", "realsize": return Self.take(value, &size)
    case "name":
      name = value
      return !value.isEmpty && !value.contains(0)
    case "offset", "numbytes":
      var number: Int?
      let isTurn = listed.count.isMultiple(of: 2) == (key == "offset")
      guard isTurn, Self.take(value, &number), let number else { return false }
      return append([number])
    case "map":
      guard !hasNumbers else { return false }
      if value.isEmpty { return append([]) }
      let parts = value.split(separator: 0x2C, omittingEmptySubsequences: false).map(Self.number)
      return parts.allSatisfy { $0 != nil } && append(parts.compactMap(\.self))
    default: return true
    }
  }

  private mutating func append(_ more: [Int]) -> Bool {
    hasNumbers = true
    listed += more
    return listed.count <= 2 * SparseMap.limit
  }

  private static func take(_ value: [UInt8], _ field: inout Int?) -> Bool {
    field = number(value[...])
    return field != nil
  }

  /// A number without a sign.
  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
