import RubyEvaluation

/// The constants that only Chef has: its classes of resources, exceptions, configuration.
struct ChefConstants {
  private let compiler: RecipeCompiler

  init(_ compiler: RecipeCompiler) { self.compiler = compiler }

  private var run: RubyInterpreter { compiler.run }
  private var classes: ChefClasses { compiler.classes }

  /// The value of a constant that the program does not have; nil where Chef has none either.
  func value(_ name: String, in scope: RubyModule?) throws(Unwinding) -> RubyValue? {
    guard let scope else { return outermost(name) }
    if scope === classes.exceptions { return .module(classes.error(name)) }
    if scope === classes.resource || scope.name == "Chef::Resource::User" { return resource(name) }
    if scope === classes.chef { return ofChef(name) }
    if scope === classes.provider, !ProviderNames.have(name) { return nil }
    if ["Net", "Erubis"].contains(scope.name) || scope === classes.errno {
      return unknown("\(scope.name ?? "")::\(name)")
    }
    // What lies below a part of Chef that is not told here; the classes of `resources/*.rb` are the cookbook's own.
    guard let path = scope.name, path.hasPrefix("Chef"), !path.hasPrefix("Chef::CookbookResources::"),
      isOfClient(name)
    else { return nil }
    return unknown("\(path)::\(name)")
  }

  /// Whether some client that the run may have defines a constant; of those before Chef 12 it is not told.
  private func isOfClient(_ name: String) -> Bool {
    ChefConstantNames.have(name) || compiler.input.run.setup.client.judged.isAtLeast(12) != true
  }

  private func unknown(_ path: String) -> RubyValue {
    .unknown(RubyUnknown("`\(path)` is Chef's own and not read", at: nil))
  }

  private func resource(_ name: String) -> RubyValue? {
    if Self.helpers.contains(name) { return unknown("Chef::Resource::\(name)") }
    guard let resource = compiler.input.resources.name(ofClass: name),
      let facts = compiler.input.resources.facts(resource)
    else { return nil }
    return .module(compiler.builtIn(facts).module)
  }

  /// What lies among the classes of resources and is none.
  private static let helpers: Set<String> = [
    "ActionClass", "Conditional", "ConditionalActionNotNothing", "Notification", "ToTextHash",
    "CommonHelpers",
    "CronValidations", "PathHelpers", "Verification",
  ]

  private func ofChef(_ name: String) -> RubyValue? {
    guard name == "VERSION" else {
      return isOfClient(name) ? unknown("Chef::\(name)") : nil
    }
    let version = RubyString(Array(compiler.version.utf8), at: nil)
    run.setClass(of: version, to: classes.versionString)
    return .string(version)
  }

  private func outermost(_ name: String) -> RubyValue? {
    if ForeignConstants.names.contains(name) {
      return .unknown(RubyUnknown("the library `\(name)` is not read", at: nil))
    }
    return ofLanguage(name)
  }

  /// Files of recipes, attributes and resources are evaluated as texts inside of their objects, so that the constants of
  /// the objects' classes are seen.
  private func ofLanguage(_ name: String) -> RubyValue? {
    for module in [classes.recipe, classes.recipeLanguage, classes.universal, classes.node, classes.resource]
    {
      if let found = run.constant(name, in: module) { return .module(found) }
    }
    return nil
  }
}
