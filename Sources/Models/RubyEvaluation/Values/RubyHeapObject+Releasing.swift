extension RubyHeapObject {
  /// Lets go of objects one after the other: Swift alone would go down as deep as they hold each other.
  static func release(_ objects: inout [RubyHeapObject]) {
    while !objects.isEmpty {
      // No other name may hold the object, or it is never the last one.
      var object = objects.removeLast()
      if isKnownUniquelyReferenced(&object) { objects += object.surrender() }
    }
  }
}

extension RubyValue {
  /// The object behind it, where that may hold others.
  var holder: RubyHeapObject? {
    switch self {
    case .array, .hash, .object, .range, .procedure: heap
    default: nil
    }
  }
}
