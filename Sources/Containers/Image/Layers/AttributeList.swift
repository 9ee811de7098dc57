/// Extended attributes as one run of bytes: for each the length of name and value, then both.
enum AttributeList {
  static func bytes(_ attributes: [ExtendedAttribute]) -> [UInt8] {
    var bytes: [UInt8] = []
    for attribute in attributes {
      let name = Array(attribute.name.utf8)
      for count in [name.count, attribute.value.count] {
        for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
      }
      bytes += name + attribute.value
    }
    return bytes
  }

  /// The attributes of a run; what is cut short is left out.
  static func read<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes) -> [ExtendedAttribute]
  where Bytes.SubSequence == Bytes, Bytes.Index == Int {
    var rest = bytes
    var attributes: [ExtendedAttribute] = []
    while rest.count >= 8 {
      let counts = [0, 4].map { start in
        (0..<4).reduce(0) { $0 | Int(rest[rest.startIndex + start + $1]) << (8 * $1) }
      }
      rest = rest.dropFirst(8)
      guard rest.count >= counts[0] + counts[1] else { break }
      let name = String(decoding: rest.prefix(counts[0]), as: UTF8.self)
      attributes.append(ExtendedAttribute(name, Array(rest.dropFirst(counts[0]).prefix(counts[1]))))
      rest = rest.dropFirst(counts[0] + counts[1])
    }
    return attributes
  }
}
