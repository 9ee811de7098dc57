import RubyEvaluation

/// Reads the options with which a cookbook declares a property.
struct PropertyOptions {
  private let compiler: RecipeCompiler

  init(_ compiler: RecipeCompiler) { self.compiler = compiler }

  /// The property of a call `property :name, Type, option: …`; raises what Chef refuses of it while the class is loaded.
  func property(_ call: CoreCall) throws(Unwinding) -> ResourceProperty? {
    guard let name = compiler.spelling(of: call[0]) else { return nil }
    let property = ResourceProperty(name)
    var rest = Array(call.arguments.dropFirst())
    var options: RubyHash?
    if case .hash(let hash)? = rest.last {
      options = hash
      rest.removeLast()
    }
    if let type = rest.first { property.kinds = list(type, property) }
    if let options { try apply(options, to: property, call) }
    try PropertyDeclaration(compiler, property, call).check()
    return property
  }

  func apply(_ options: RubyHash, to property: ResourceProperty, _ call: CoreCall) throws(Unwinding) {
    for entry in options.entries {
      guard let key = compiler.spelling(of: entry.key) else { continue }
      let value = entry.value.settled
      switch key {
      case "is", "kind_of": property.kinds += list(value, property)
      case "equal_to": property.equals = list(try listed(value, call), property)
      case "regex": property.patterns = list(value, property)
      case "callbacks": if case .hash(let hash) = value { property.callbacks = hash }
      case "coerce": if case .procedure(let block) = value { property.coercion = .procedure(block) }
      case "default": property.fallback = fallback(value)
      case "name_property", "name_attribute": property.isName = value.truth ?? true
      case "sensitive": property.isSensitive = value.truth ?? true
      case "required": property.need = need(value)
      case let other: if !Self.further.contains(other) { property.strangeOptions.append(other) }
      }
    }
  }

  /// Options that say nothing of the values that are taken, or that are not followed.
  private static let further: Set<String> = [
    "cannot_be", "declared_in", "default_description", "deprecated", "description", "desired_state",
    "identity",
    "instance_variable_name", "introduced", "name", "nillable", "respond_to", "skip_docs",
    "validation_message",
  ]

  private func fallback(_ value: RubyValue) -> ResourceProperty.Fallback {
    compiler.lazyBlock(value).map { .lazy($0) } ?? .value(value)
  }

  private func need(_ value: RubyValue) -> PropertyFacts.Need {
    guard case .array(let array) = value else { return value.truth == true ? .always : .never }
    return .forActions(array.elements.compactMap { compiler.spelling(of: $0) })
  }

  /// `Array(value)`.
  private func listed(_ value: RubyValue, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    switch value {
    case .hash, .object, .range:
      guard compiler.run.knows(compiler.run.symbol("to_a"), of: value) else { return value }
      return try compiler.run.call(value, compiler.run.symbol("to_a"), at: call.place).settled
    default: return value
    }
  }

  private func list(_ value: RubyValue, _ property: ResourceProperty) -> [RubyValue] {
    switch value.settled {
    case .array(let array):
      if array.elements.contains(where: { $0.doubt != nil }) { property.isOpen = true }
      return property.isOpen ? [] : array.elements
    case .unknown:
      property.isOpen = true
      return []
    case let single: return [single]
    }
  }
}
