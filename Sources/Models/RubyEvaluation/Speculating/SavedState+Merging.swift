extension SavedState {
  /// Puts the state back.
  func restore(_ object: RubyHeapObject, _ run: RubyInterpreter) {
    switch self {
    case .frame(let values, let match):
      guard let frame = object as? Frame else { return }
      frame.restore(values: values)
      frame.lastMatch = match
    case .string(let saved):
      guard let string = object as? RubyString else { return }
      string.replace(by: saved)
      string.doubt = saved.doubt
    case .array(let elements, let doubt):
      guard let array = object as? RubyArray else { return }
      array.elements = elements
      array.doubt = doubt
      run.noteChange(of: array)
    case .hash(let table, let fallback, let doubt):
      guard let hash = object as? RubyHash else { return }
      run.noteChange(of: hash)
      hash.table = table
      hash.fallback = fallback
      hash.doubt = doubt
    case .object(let variables, let payload):
      guard let object = object as? RubyObject else { return }
      object.variables = variables
      payload?.restore()
    case .module(let state): (object as? RubyModule).map { state.restore($0, run) }
    case .globals(let values): (object as? GlobalTable)?.values = values
    case .nothing: return
    }
  }

  /// Gives the object what is known where it is in its present state or in this one.
  func mergeIntoPresent(of object: RubyHeapObject, _ run: RubyInterpreter, _ doubt: RubyUnknown) {
    run.noteChange(of: object)
    switch self {
    case .frame(let values, let match):
      guard let frame = object as? Frame else { return }
      let now = frame.values
      frame.restore(
        values: now.enumerated().map { position, value in
          Self.merged(position < values.count ? values[position] : .nil, value, doubt)
        })
      frame.lastMatch = Self.merged(match, frame.lastMatch, doubt)
    case .string(let saved):
      guard let string = object as? RubyString else { return }
      if string.bytes != saved.bytes { string.doubt = doubt }
      string.doubt = string.doubt ?? saved.doubt
    case .array(let elements, let earlier):
      guard let array = object as? RubyArray else { return }
      array.doubt = array.doubt ?? earlier
      guard array.elements.count == elements.count else { return array.doubt = array.doubt ?? doubt }
      array.elements = zip(elements, array.elements).map { Self.merged($0, $1, doubt) }
    case .hash(let table, let fallback, let earlier):
      (object as? RubyHash).map { Self.merge(table, fallback, earlier, into: $0, doubt) }
    case .object(let variables, let payload):
      guard let object = object as? RubyObject else { return }
      Self.merge(variables, into: object, doubt)
      payload?.mergeIntoPresent()
    case .module(let state): (object as? RubyModule).map { state.merge(into: $0, run, doubt) }
    case .globals(let values):
      guard let table = object as? GlobalTable else { return }
      table.values = Self.merged(values, table.values, doubt)
    case .nothing: return
    }
  }

  /// What is known of a value that is one of two.
  static func merged(_ first: RubyValue, _ second: RubyValue, _ doubt: RubyUnknown) -> RubyValue {
    if case .unknown = second { return second }
    return RubyKey(first) == RubyKey(second) ? second : .unknown(first.doubt ?? doubt)
  }

  static func merged(
    _ first: [RubySymbol: RubyValue], _ second: [RubySymbol: RubyValue], _ doubt: RubyUnknown
  ) -> [RubySymbol: RubyValue] {
    first.mapValues { _ in RubyValue.unknown(doubt) }
      .merging(second) { _, _ in .unknown(doubt) }
      .reduce(into: [:]) { result, entry in
        guard let one = first[entry.key], let other = second[entry.key] else {
          result[entry.key] = entry.value.doubt == nil ? .unknown(doubt) : entry.value
          return
        }
        result[entry.key] = merged(one, other, doubt)
      }
  }

  private static func merge(
    _ table: RubyHash.Table, _ fallback: RubyValue, _ earlier: RubyUnknown?, into hash: RubyHash,
    _ doubt: RubyUnknown
  ) {
    hash.doubt = hash.doubt ?? earlier
    hash.fallback = merged(fallback, hash.fallback, doubt)
    let former = RubyHash()
    former.table = table
    if hash.module?.isMergedByKey == true { return hash.merge(former, doubt) }
    guard former.count == hash.count else { return hash.doubt = hash.doubt ?? doubt }
    for entry in hash.entries {
      guard let other = former[entry.key] else { return hash.doubt = hash.doubt ?? doubt }
      let value = merged(other, entry.value, doubt)
      if case .unknown = value { hash[entry.key] = value }
    }
  }

  static func merge(
    _ variables: [(name: RubySymbol, value: RubyValue)], into object: RubyObject, _ doubt: RubyUnknown
  ) {
    let former = Dictionary(variables.map { ($0.name, $0.value) }) { first, _ in first }
    for position in object.variables.indices {
      let entry = object.variables[position]
      object.variables[position].value = merged(former[entry.name] ?? .nil, entry.value, doubt)
    }
    for entry in variables where object.variable(entry.name) == nil {
      object.variables.append((entry.name, merged(entry.value, .nil, doubt)))
    }
  }
}

extension SavedState.ModuleState {
  func restore(_ module: RubyModule, _ run: RubyInterpreter) {
    module.variables = variables
    module.methods = methods
    module.constants = constants
    module.constantNames = constantNames
    module.classVariables = classVariables
    module.included = included
    module.prepended = prepended
    module.doubt = doubt
    run.methodVersion += 1
  }

  func merge(into module: RubyModule, _ run: RubyInterpreter, _ doubt: RubyUnknown) {
    SavedState.merge(variables, into: module, doubt)
    for (name, entry) in methods where module.methods[name] !== entry {
      module.methods[name] = RubyMethodEntry(name, in: module, .unknown(doubt))
    }
    for (name, entry) in module.methods where methods[name] == nil {
      module.methods[name] = RubyMethodEntry(name, in: entry.owner, .unknown(doubt))
    }
    module.constants = mergedConstants(module.constants, doubt)
    module.classVariables = SavedState.merged(classVariables, module.classVariables, doubt)
    if !included.elementsEqual(module.included, by: { $0 === $1 })
      || !prepended.elementsEqual(module.prepended, by: { $0 === $1 })
    {
      module.doubt = module.doubt ?? doubt
    }
    module.doubt = module.doubt ?? self.doubt
    run.methodVersion += 1
  }

  /// A class or module that one branch defines is there for whoever asks; other constants are not known.
  private func mergedConstants(
    _ present: [RubySymbol: RubyValue], _ doubt: RubyUnknown
  ) -> [RubySymbol: RubyValue] {
    var merged = SavedState.merged(constants, present, doubt)
    for (name, value) in constants.merging(present, uniquingKeysWith: { first, _ in first }) {
      guard case .module = value, constants[name] == nil || present[name] == nil else { continue }
      merged[name] = value
    }
    return merged
  }
}
