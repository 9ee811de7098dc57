extension RubyHeapObject {
  /// Lets go of what it holds, one object after the other: Swift alone would go down as deep as they hold each other.
  ///
  /// Called at the end of an object, by each class whose objects hold others.
  final func letGo() {
    var held: [RubyHeapObject] = []
    surrender(to: &held)
    Self.release(&held)
  }

  static func release(_ objects: inout [RubyHeapObject]) {
    while !objects.isEmpty {
      // No other name may hold the object, or it is never the last one.
      var object = objects.removeLast()
      if isKnownUniquelyReferenced(&object) { object.surrender(to: &objects) }
    }
  }
}

extension [RubyHeapObject] {
  /// Takes the object behind a value, where that may hold others.
  mutating func take(_ value: RubyValue) {
    switch value {
    case .nil, .boolean, .integer, .float, .symbol, .unknown: return
    case .string(let string): if string.module != nil { append(string) }
    case .pattern(let pattern): if pattern.module != nil { append(pattern) }
    case .array(let object): append(object)
    case .hash(let object): append(object)
    case .range(let object): append(object)
    case .procedure(let object): append(object)
    case .object(let object): append(object)
    case .module(let object): append(object)
    }
  }

  mutating func take(_ values: some Sequence<RubyValue>) { for value in values { take(value) } }

  mutating func take(_ object: RubyHeapObject?) { if let object { append(object) } }
}
