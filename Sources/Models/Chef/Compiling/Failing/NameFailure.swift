import Diagnostics
import RubyEvaluation
import RubySyntax
import Source

/// A name that Ruby does not find, in the words of cookbooks: an attribute that is nil, a resource that nobody provides.
struct NameFailure {
  /// nil where no more is to be said than Ruby says.
  let kind: ChefFault.Kind?
  let location: Location
  var help: String?

  init?(_ state: RubyExceptionState, at place: RubyPlace, _ compiler: RecipeCompiler) {
    guard let symbol = state.name else { return nil }
    let name = compiler.run.spelling(of: symbol)
    let search = NameSearch(compiler)
    let tree = place.program.tree
    guard let receiver = state.receiver else {
      kind = .unknownConstant(name, near: search.constant(near: name, at: place))
      location = place.location
      help = LaterLibrary(compiler).advice(on: name)
      return
    }
    guard case .call(let call) = tree.shape(of: place.node) else {
      kind = nil
      location = place.location
      return
    }
    let isSaid = !call.arguments.isEmpty || call.block != nil
    switch receiver {
    case .nil:
      (kind, location) = Self.nilValue(call, name, place, search)
      if case .nilAttribute = kind, let asked = call.receiver, let read = AttributeRead(asked, in: tree) {
        help = search.unloadedCookbook(settingAttributesOf: read.keys[0], for: place)
      }
    case .object(let object):
      location = place.location(of: .name)
      switch object.payload {
      case let state as ResourceState where isSaid:
        kind = .unknownProperty(
          name, resource: state.type, near: search.property(near: name, of: state, receiver))
      case let state as ResourceState:
        kind = .unknownName(
          name, owner: .resource(state.type), near: search.property(near: name, of: state, receiver))
      case is TemplateState:
        kind = .unknownName(name, owner: .template, near: search.word(near: name, in: object))
      case is RecipeState where isSaid && call.receiver == nil, is ProviderState where isSaid:
        kind = .unknownResource(name, near: search.resource(near: name, of: receiver))
        help = search.unprovided(name) ?? search.unloadedCookbook(withResource: name, for: place)
      case is NodeAttributes where call.receiver == nil:
        kind = .unknownName(name, owner: .recipe, near: search.method(near: name, in: object))
      case is RecipeState, is ProviderState:
        kind = .unknownName(name, owner: .recipe, near: search.resource(near: name, of: receiver))
      default: kind = nil
      }
    default:
      kind = nil
      location = place.location(of: .name)
      help = search.method(near: name, of: receiver).map { "did you mean `\($0)`?" }
    }
  }

  /// What is nil, and where its name stands.
  private static func nilValue(
    _ call: RubyCall, _ name: String, _ place: RubyPlace, _ search: NameSearch
  ) -> (ChefFault.Kind?, Location) {
    let tree = place.program.tree
    guard let asked = call.receiver else { return (nil, place.location(of: .name)) }
    let source = tree.source(of: asked)
    if let read = AttributeRead(asked, in: tree) {
      let kind = ChefFault.Kind.nilAttribute(source, asked: name, near: search.key(near: read.keys))
      return (kind, tree.location(of: read.lastKey))
    }
    if case .instanceVariable = tree.shape(of: asked), place.program.template != nil {
      return (
        .unsetVariable(source, asked: name, near: search.variable(near: source)), tree.location(of: asked)
      )
    }
    return (nil, tree.location(of: asked))
  }
}
