import RubyEvaluation

/// A property of a resource, from the table or declared by a cookbook.
final class ResourceProperty {
  enum Coercion {
    case fact(PropertyFacts.Coercion)
    case procedure(RubyProcedure)
  }

  enum Fallback {
    case none
    case value(RubyValue)
    case constant(PropertyFacts.Constant)
    case lazy(RubyProcedure)
  }

  let name: String
  /// The facts of one that comes with Chef.
  let facts: PropertyFacts?
  /// What a cookbook's property takes, each compared by `===`; empty for anything.
  var kinds: [RubyValue] = []
  var equals: [RubyValue] = []
  var patterns: [RubyValue] = []
  var callbacks: RubyHash?
  var coercion: Coercion?
  var fallback = Fallback.none
  var need = PropertyFacts.Need.never
  var isName = false
  var isSensitive = false
  /// Options that Chef does not know: it refuses every value then.
  var strangeOptions: [String] = []
  /// Whether nothing can be said about what it takes.
  var isOpen = false

  init(_ name: String, _ facts: PropertyFacts? = nil) {
    self.name = name
    self.facts = facts
    guard let facts else { return }
    need = facts.need
    isName = facts.isName
    isSensitive = facts.isSensitive
    coercion = facts.coercion.map { .fact($0) }
    if let value = facts.defaultValue { fallback = .constant(value) }
  }
}
