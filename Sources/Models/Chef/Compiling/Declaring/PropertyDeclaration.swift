import Diagnostics
import RubyEvaluation

/// What Chef refuses of a property while it loads the class that declares it.
struct PropertyDeclaration {
  private let compiler: RecipeCompiler
  private let property: ResourceProperty
  private let call: CoreCall

  init(_ compiler: RecipeCompiler, _ property: ResourceProperty, _ call: CoreCall) {
    self.compiler = compiler
    self.property = property
    self.call = call
  }

  func check() throws(Unwinding) {
    // Older clients only warn of most of it.
    guard compiler.input.run.setup.client.judged.isAtLeast(13) == true, !property.isOpen else { return }
    try checkName()
    guard case .value(let value) = property.fallback else { return }
    if property.isName {
      throw call.raise(
        "ArgumentError",
        "A property cannot be both a name_property/name_attribute and have a default value. Use one or the other on "
          + "property \(property.name)")
    }
    guard property.coercion == nil, !value.isNil, value.doubt == nil else { return }
    try check(value)
    try refuseStrangeOptions()
  }

  /// Raises for options that Chef does not know, as it does with each value that the property is given.
  func refuseStrangeOptions() throws(Unwinding) {
    guard let option = property.strangeOptions.first else { return }
    let near = Suggestion.nearest(to: option, among: Self.options)
    throw compiler.run.raise(
      compiler.run.constant("ArgumentError", in: compiler.run.classes.object)
        ?? compiler.run.classes.exception,
      "Validation map has unknown check: \(option)",
      RaisedFault(
        .raised(
          className: "ArgumentError",
          message: "property `\(property.name)` has an option `\(option)` that Chef does not know"),
        in: .head, help: near.map { "did you mean `\($0)`?" }), at: call.place)
  }

  private static let options: Set<String> = [
    "callbacks", "coerce", "default", "deprecated", "description", "desired_state", "equal_to", "identity",
    "introduced", "is", "kind_of", "name_property", "regex", "required", "respond_to", "sensitive",
  ]

  /// A property may not hide a method that every object has.
  private func checkName() throws(Unwinding) {
    guard Self.ownMethods.contains(property.name), compiler.spelling(of: call[0]) != nil else { return }
    throw call.raise(
      "ArgumentError",
      "Property `\(property.name)` overwrites an existing method. A different name should be used for this property."
    )
  }

  private static let ownMethods: Set<String> = [
    "class", "clone", "display", "dup", "extend", "freeze", "hash", "inspect", "itself", "method", "methods",
    "object_id", "send", "tap", "then", "to_enum", "to_s",
  ]

  /// Whether the property takes its own default.
  private func check(_ value: RubyValue) throws(Unwinding) {
    guard !property.kinds.isEmpty || !property.equals.isEmpty else { return }
    for kind in property.kinds {
      if case .nil = kind { continue }
      guard case .module = kind else { return }
    }
    guard case .module(let module) = call.receiver else { return }
    let state = ResourceState(ResourceKind(compiler.classes.resource, parent: nil), name: .nil)
    let path = call.place?.program.path ?? ""
    state.type =
      compiler.kind(of: module)?.name
      ?? (path.contains("/resources/")
        ? call.place.map { compiler.resourceName(of: $0.program) } : module.name) ?? ""
    let object = RubyObject(of: compiler.classes.resource, payload: state)
    try PropertyCheck(compiler, property, state, object, call, part: .option("default")).check(value)
  }
}
