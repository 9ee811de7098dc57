import RubyEvaluation

/// What the Ruby in a template can call.
struct TemplateLanguage {
  let compiler: RecipeCompiler

  func define() {
    let table = CoreTable(compiler.run, compiler.classes.templateContext)
    let compiler = compiler
    // Erubis takes the variables of a template here.
    table.define("initialize", arity: CoreArity(0, 1), unknowns: .taken) { _ in .nil }
    table.payloads(TemplateState.self).define("render", arity: CoreArity(1, 2)) {
      (state, call) throws(Unwinding) in
      try state.renderer.partial(call, depth: state.depth)
    }
    table.define("node") { call in
      guard case .object(let object) = call.receiver else { return .object(compiler.node) }
      return object.variable(call.run.symbol("@node")) ?? .object(compiler.node)
    }
    table.define("recipe_line_string", "recipe_path", "recipe_line", "template_name", "template_path") {
      call in
      call.unknown("where the template lies")
    }
    for name in ["cookbook_name", "recipe_name"] {
      table.define(name) { call in
        guard case .object(let object) = call.receiver else { return .nil }
        return object.variable(call.run.symbol("@" + name)) ?? .nil
      }
    }
  }
}
