import RubyEvaluation

/// What a class of resources declares: its properties and actions.
///
/// A class because classes of the program are opened again and again, and inherit from each other.
final class ResourceKind {
  /// The resource's own name: `apt_package`, `nginx_site`.
  var name: String?
  let module: RubyModule
  let parent: ResourceKind?
  /// The facts of one that comes with Chef.
  let facts: ResourceFacts?
  private var properties: [String: ResourceProperty] = [:]
  private var aliases: [String: String] = [:]
  private(set) var actions: [String] = []
  private var ownDefault: [String]?
  /// The call that says what its default action is.
  var defaultPlace: RubyPlace?
  /// Whether it may have properties that are not told: of a name that cannot be told, or from code that is not read.
  var isOpen = false
  /// Whether the program wrote actions, or methods for them, into the class.
  var hasActionClass = false
  private var ownLoader: RubyProcedure?
  private var ownUnification: Bool?

  init(_ module: RubyModule, parent: ResourceKind?, facts: ResourceFacts? = nil) {
    self.module = module
    self.parent = parent
    self.facts = facts
    name = facts?.name
    if let facts {
      actions = facts.actions
      ownDefault = facts.defaultAction
    }
  }

  func add(_ property: ResourceProperty) { properties[property.name] = property }

  /// Lets a property go by a second name.
  func add(alias name: String, of target: String) { aliases[name] = target }

  /// A property under its name or another one that it goes by.
  func property(_ name: String) -> ResourceProperty? { own(aliases[name] ?? name) }

  private func own(_ name: String) -> ResourceProperty? {
    if let property = properties[name] { return property }
    if let found = facts?.property(name) {
      let property = ResourceProperty(found.name, found.facts)
      properties[name] = property
      return property
    }
    return parent?.property(name)
  }

  /// All properties that the program declared, the ancestors' first.
  var declaredProperties: [ResourceProperty] {
    (parent?.declaredProperties ?? []) + properties.values.sorted { $0.name < $1.name }
  }

  /// The names of all properties, second names among them.
  var propertyNames: Set<String> {
    var names = parent?.propertyNames ?? []
    names.formUnion(facts?.properties.keys.map(\.self) ?? [])
    return names.union(properties.keys).union(aliases.keys)
  }

  /// Whether a class of the program surely has no property of a name: all that declares its properties was read.
  func lacks(property name: String, _ run: RubyInterpreter) -> Bool {
    guard name != "name", property(name) == nil else { return false }
    var current: ResourceKind? = self
    while let kind = current {
      if kind.facts != nil || kind.isOpen { return false }
      current = kind.parent
    }
    return !run.ancestors(of: module).contains { $0.doubt != nil }
  }

  /// Properties that come with Chef and must be given, sorted by name: those of an ancestor where the class is the
  /// program's.
  private(set) lazy var requiredFacts: [(String, PropertyFacts)] = {
    guard let facts else { return parent?.requiredFacts ?? [] }
    return facts.properties.filter {
      $0.value.need != .never && !$0.value.isName && $0.value.defaultValue == nil
    }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }()

  /// Properties that come with Chef, stand for the name and do not take every one, sorted.
  private(set) lazy var pickyNames: [String] = (facts?.properties ?? [:]).filter { entry in
    let facts = entry.value
    return facts.isName && facts.alias == nil
      && (!facts.patterns.isEmpty || !facts.equals.isEmpty || facts.check != nil)
  }.keys.sorted()

  func add(action: String) {
    if !allowedActions.contains(action) { actions.append(action) }
  }

  var allowedActions: [String] {
    let inherited = parent?.allowedActions ?? []
    return inherited.isEmpty ? actions : inherited + actions.filter { !inherited.contains($0) }
  }

  var defaultAction: [String] {
    get { ownDefault ?? parent?.defaultAction ?? ["nothing"] }
    set {
      ownDefault = newValue
      for action in newValue { add(action: action) }
    }
  }

  /// Whether it is declared without a name: `apt_update`.
  var isNameless: Bool { facts?.properties["name"] != nil || (parent?.isNameless ?? false) }

  /// Whether the resources of an action are taken as soon as they are declared.
  var isUnified: Bool {
    get { ownUnification ?? parent?.isUnified ?? false }
    set { ownUnification = newValue }
  }

  /// The block of `load_current_value`, its own or an ancestor's.
  var currentValueLoader: RubyProcedure? {
    get { ownLoader ?? parent?.currentValueLoader }
    set { ownLoader = newValue }
  }
}
