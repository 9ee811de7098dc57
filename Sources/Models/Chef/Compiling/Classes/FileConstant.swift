import RubyEvaluation

/// `File` in the code of resources: their class inherits from `Chef::Resource`, among whose constants is the resource
/// `file`, so that Ruby's own `File` is `::File` there.
struct FileConstant {
  private let compiler: RecipeCompiler

  init(_ compiler: RecipeCompiler) { self.compiler = compiler }

  /// Puts Chef's class before Ruby's, as it is from the start in Chef.
  func hideRubys() {
    if let facts = compiler.input.resources.facts("file") { _ = compiler.builtIn(facts) }
  }

  /// Raises where Chef's class is asked what only Ruby's can answer.
  func refuse(_ call: CoreCall, of module: RubyModule) throws(Unwinding) {
    let name = call.run.spelling(of: call.name)
    guard module === call.run.constant("File", in: compiler.classes.resource),
      StandardNames.isOfFiles(name)
    else { return }
    let message = "undefined method `\(name)' for Chef::Resource::File:Class"
    throw call.run.raise(
      "NoMethodError", message,
      RaisedFault(
        .raised(className: "NoMethodError", message: message), in: .head,
        help: "write `::File`: in a resource `File` is the class of the resource `file`"),
      at: call.place)
  }
}
