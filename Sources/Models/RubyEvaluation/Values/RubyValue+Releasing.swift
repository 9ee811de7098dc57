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
    while var value = values.popLast() {
      switch value {
      case .array(var array):
        value = .nil
        guard isKnownUniquelyReferenced(&array) else { continue }
        values += array.elements
        array.elements = []
      case .hash(var hash):
        value = .nil
        guard isKnownUniquelyReferenced(&hash) else { continue }
        values += hash.values
        hash.removeAll()
      case .object(var object):
        value = .nil
        guard isKnownUniquelyReferenced(&object) else { continue }
        values += object.variables.map(\.value)
        object.variables = []
      default: continue
      }
    }
  }
}
