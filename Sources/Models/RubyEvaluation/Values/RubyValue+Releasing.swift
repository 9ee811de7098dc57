extension RubyValue {
  /// Whether it holds other values.
  var isNested: Bool {
    switch self {
    case .array, .hash, .object: true
    default: false
    }
  }

  /// Lets go of values one after the other: Swift alone would go down as deep as they hold each other.
  static func release(_ values: inout [RubyValue]) {
    while !values.isEmpty {
      // No other name may hold the object, or it is never the last one.
      guard var object = values.removeLast().heap, isKnownUniquelyReferenced(&object) else { continue }
      switch object {
      case let array as RubyArray:
        values += array.elements
        array.elements = []
      case let hash as RubyHash:
        values += hash.values
        hash.removeAll()
      case let object as RubyObject:
        values += object.variables.map(\.value)
        object.variables = []
      default: continue
      }
    }
  }
}
