/// The records of a pax extended header that change an entry; absent ones leave the header's own fields.
struct PaxRecords {
  var path: [UInt8]?
  var linkPath: [UInt8]?
  var size: Int?
  var owner: Int?
  var group: Int?
  var modified: Int?
  /// Values by name; an empty one takes a global one back.
  var attributes: [String: [UInt8]] = [:]
  /// What they say of a file with holes.
  var sparse: SparseRecords?

  /// What is wrong with a header, as a clause.
  struct Fault: Error {
    let message: String
  }

  /// Lays the records of `LENGTH KEY=VALUE\n…` over these.
  mutating func apply(_ bytes: [UInt8]) throws(Fault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let digits = rest.prefix { $0 != 0x20 }
      guard digits.count < 10, let length = Int(String(decoding: digits, as: UTF8.self)),
        length > digits.count + 2, length <= rest.count
      else { throw Fault(message: "an extended header is cut wrongly into records") }
      let record = rest[rest.startIndex + digits.count + 1..<rest.startIndex + length]
      guard record.last == 0x0A, let equals = record.firstIndex(of: 0x3D) else {
        throw Fault(message: "an extended header holds a record without `=` or line feed")
      }
      let key = String(decoding: record[..<equals], as: UTF8.self)
      try apply(key, Array(record[record.index(after: equals)...].dropLast()))
      rest = rest.dropFirst(length)
    }
  }

  private mutating func apply(_ key: String, _ value: [UInt8]) throws(Fault) {
    switch key {
    case "path": path = try name(value, key)
    case "linkpath": linkPath = try name(value, key)
    case "size": size = try number(value, key)
    case "uid": owner = try number(value, key)
    case "gid": group = try number(value, key)
    case "mtime": modified = try time(value)
    default:
      if key.hasPrefix(SparseRecords.prefix) {
        if sparse == nil { sparse = SparseRecords() }
        // In its place: there may be many records, each of which adds to a list.
        guard sparse?.apply(key.dropFirst(SparseRecords.prefix.count), value) == true else {
          throw Fault(message: "the extended header `\(key)` of a file with holes is wrong")
        }
      }
      if key.hasPrefix("SCHILY.xattr.") { attributes[String(key.dropFirst(13))] = value }
    }
  }

  private func name(_ value: [UInt8], _ key: String) throws(Fault) -> [UInt8]? {
    guard !value.contains(0) else { throw Fault(message: "the extended header `\(key)` holds a zero byte") }
    return value.isEmpty ? nil : value
  }

  private func number(_ value: [UInt8], _ key: String) throws(Fault) -> Int? {
    if value.isEmpty { return nil }
    guard let number = Int(String(decoding: value, as: UTF8.self)), number >= 0 else {
      throw Fault(message: "the extended header `\(key)` is not a number")
    }
    return number
  }

  /// Seconds, rounded down where a fraction is given.
  private func time(_ value: [UInt8]) throws(Fault) -> Int? {
    if value.isEmpty { return nil }
    let whole = value.prefix { $0 != 0x2E }
    let fraction = value.dropFirst(whole.count + 1)
    guard let seconds = Int(String(decoding: whole, as: UTF8.self)), seconds.magnitude < 1 << 48,
      fraction.allSatisfy({ (0x30...0x39).contains($0) })
    else { throw Fault(message: "the extended header `mtime` is not a time") }
    let isBelow = whole.first == 0x2D && fraction.contains { $0 != 0x30 }
    return isBelow ? seconds - 1 : seconds
  }
}
