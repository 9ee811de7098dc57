/// A class or module.
package final class RubyModule: RubyObject {
  package let isClass: Bool
  /// The full path, `A::B`; nil for one without a name.
  package internal(set) var name: String?
  /// The class that it inherits from.
  package internal(set) var superclass: RubyModule?
  /// The object whose singleton class it is.
  weak var attached: RubyHeapObject?
  let isSingleton: Bool
  /// The module or class that it is defined in.
  var parent: RubyModule?
  var methods: [RubySymbol: RubyMethodEntry] = [:]
  var constants: [RubySymbol: RubyValue] = [:]
  /// The order in which the constants were defined.
  var constantNames: [RubySymbol] = []
  var classVariables: [RubySymbol: RubyValue] = [:]
  /// The last included first.
  var included: [RubyModule] = []
  /// The last prepended first.
  var prepended: [RubyModule] = []
  /// Why not all of its ancestors are known: a lookup that fails gives `unknown`.
  package internal(set) var doubt: RubyUnknown?
  /// Whether it is of the core, whose methods are not all there: those that Ruby has give `unknown`.
  package internal(set) var isCore = false
  /// Whether it stands for a class of which the host does not tell everything: its objects, and itself, may answer to
  /// more, so that a method which is not there gives `unknown`.
  package var isPartial = false
  /// Whether the host made it and tells only some of what the class itself can be asked: a method of its own that is not
  /// there, and an object made with arguments that nothing takes, are `unknown`. Classes of the program that inherit from
  /// it are held to what is told.
  package var isHosted = false
  /// Whether changes of its instances are counted for the host.
  var isWatched = false
  /// Whether its instances are hashes that are merged key by key where it cannot be told which branch runs.
  package var isMergedByKey = false
  /// The class that `new` makes a value of where that is not a plain object.
  var kind = InstanceKind.object

  /// What `allocate` makes.
  enum InstanceKind { case object, string, array, hash, exception, module, none }

  /// Makes its instances and those of its subclasses, before `initialize`; for classes with a payload.
  package var maker: ((RubyModule) -> RubyValue)?

  var order: [RubyModule] = []
  var cache: [RubySymbol: RubyMethodEntry?] = [:]
  var cacheVersion = -1

  init(name: String?, isClass: Bool, superclass: RubyModule?, module: RubyModule?, isSingleton: Bool = false)
  {
    self.name = name
    self.isClass = isClass
    self.superclass = superclass
    self.isSingleton = isSingleton
    super.init(of: module)
  }

  deinit { letGo() }

  override func surrender(to heir: inout [RubyHeapObject]) {
    heir.take(constants.values)
    heir.take(classVariables.values)
    heir += included as [RubyHeapObject] + prepended
    heir.take(superclass)
    heir.take(parent)
    for entry in methods.values { if case .procedure(let procedure) = entry.body { heir.append(procedure) } }
    (constants, classVariables, methods) = ([:], [:], [:])
    (included, prepended, superclass, parent) = ([], [], nil, nil)
    (order, cache, maker) = ([], [:], nil)
    super.surrender(to: &heir)
  }
}

/// A method as a class holds it.
package final class RubyMethodEntry {
  package enum Visibility: UInt8, Sendable { case `public`, `protected`, `private` }

  package enum Body {
    case core(CoreMethod, CoreArity, CoreUnknowns)
    /// `def`.
    case defined(RubyPlace, scope: LexicalScope)
    /// `define_method`.
    case procedure(RubyProcedure)
    case reader(RubySymbol)
    case writer(RubySymbol)
    /// `undef`: hides those of the ancestors.
    case absent
    /// Defined in a branch that may run: calling it gives `unknown`.
    case unknown(RubyUnknown)
  }

  /// The name under which it was first defined.
  package let name: RubySymbol
  package let owner: RubyModule
  /// Where its body was defined, above which `super` looks: for a second name not the class that has it.
  let origin: RubyModule
  package let body: Body
  package let visibility: Visibility

  init(
    _ name: RubySymbol, in owner: RubyModule, _ body: Body, _ visibility: Visibility = .public,
    origin: RubyModule? = nil
  ) {
    self.name = name
    self.owner = owner
    self.origin = origin ?? owner
    self.body = body
    self.visibility = visibility
  }
}

/// The classes and modules around a piece of text, innermost first: where constants are looked up.
package final class LexicalScope {
  package let module: RubyModule
  package let outer: LexicalScope?

  init(_ module: RubyModule, outer: LexicalScope?) {
    self.module = module
    self.outer = outer
  }
}
