import RubyEvaluation

extension RecipeCompiler {
  /// A resource of the collection by type and name: the last that was declared so.
  func find(type: RubyValue, name: RubyValue, _ call: CoreCall) throws(Unwinding) -> RubyObject? {
    guard let type = spelling(of: type), let name = try call.text(of: name) else { return nil }
    return find(type: type, name: name, call)
  }

  private func find(type: String, name: [UInt8], _ call: CoreCall) -> RubyObject? {
    scope.last { state in
      guard state.type == type || state.kind.name == type, case .string(let own) = state.name else {
        return false
      }
      return own.bytes == name
    }
  }

  /// What a resource is that is not found: none, or one of those that may be there besides.
  private func absent(_ words: String, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    guard mayHoldMore else { throw notFound(words, call) }
    return call.unknown("`\(words)` may be declared by a cookbook that is not here")
  }

  /// The same, and a fault where there is none.
  func found(type: RubyValue, name: RubyValue, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    if let object = try find(type: type, name: name, call) { return .object(object) }
    guard let word = spelling(of: type), let text = try call.text(of: name) else {
      return call.unknown("which resource is meant")
    }
    return try absent("\(word)[\(String(decoding: text, as: UTF8.self))]", call)
  }

  private func notFound(_ words: String, _ call: CoreCall) -> Unwinding {
    run.raise(
      classes.error("ResourceNotFound"),
      "Cannot find a resource matching \(words) (did you define it first?)",
      at: call.place)
  }

  /// `resources('type[name]')`, `resources(type: 'name')`: one resource, or a list of several.
  func lookUp(_ arguments: [RubyValue], _ call: CoreCall) throws(Unwinding) -> RubyValue {
    var found: [RubyValue] = []
    for argument in arguments {
      switch argument.settled {
      case .string(let string):
        let text = string.string
        guard let open = text.firstIndex(of: "["), text.hasSuffix("]") else { throw notFound(text, call) }
        let type = String(text[..<open])
        for name in text[text.index(after: open)...].dropLast().split(separator: ",") {
          let bytes = Array(name.utf8.drop { $0 == 0x20 })
          if let object = find(type: type, name: bytes, call) {
            found.append(.object(object))
          } else {
            found.append(try absent(text, call))
          }
        }
      case .hash(let hash):
        for entry in hash.entries { found.append(try self.found(type: entry.key, name: entry.value, call)) }
      default: return call.unknown("which resource is meant")
      }
    }
    return found.count == 1 ? found[0] : call.make(found)
  }

  /// A name that is written as a string or symbol.
  func spelling(of value: RubyValue) -> String? {
    switch value.settled {
    case .string(let string): string.string
    case .symbol(let symbol): run.spelling(of: symbol)
    default: nil
    }
  }

  /// The names in lists of names.
  func spellings(in values: [RubyValue]) -> [String] {
    values.flatMap { value -> [String] in
      if case .array(let array) = value.settled { return spellings(in: array.elements) }
      return spelling(of: value).map { [$0] } ?? []
    }
  }
}
