import RubyEvaluation
import Source

/// What the node says of the run beside its attributes: run list, environment, state.
struct NodeLanguage {
  let compiler: RecipeCompiler

  func define() {
    let compiler = compiler
    let table = CoreTable(compiler.run, compiler.classes.node)
    table.define("node") { _ in .object(compiler.node) }
    table.define("name", arity: .any) { call in
      let name = compiler.fact(["fqdn"])
      return compiler.input.facts.nodeName.map { call.make($0) } ?? name
    }
    table.define("chef_environment", "environment", arity: .any) { call in
      switch compiler.input.run.environment {
      case .absent: call.make("_default")
      case .value(let environment): call.make(environment.name)
      case .unknown(let reason): call.unknown(reason.text)
      }
    }
    table.define("policy_name", "policy_group", arity: .any) { _ in .nil }
    table.define("run_state") { _ in .hash(compiler.runState) }
    table.define("run_context") { _ in .object(compiler.runContext) }
    table.define("cookbook_name") { call in .symbol(call.run.symbol(compiler.cookbook)) }
    table.define("include_attribute", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      for name in call.arguments { try compiler.includeAttributes(name, call) }
      return .nil
    }
    table.define("include_recipe", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      for name in call.arguments { try compiler.include(name, call) }
      return .nil
    }
    table.define("recipe?", arity: 1) { call in
      guard let name = compiler.spelling(of: call[0]) else { return call.unknown("which recipe is meant") }
      let wanted = RecipeName(name)
      let listed = compiler.input.run.runList.entries.contains { $0.recipe == wanted }
      if listed || compiler.loadedRecipes.contains(wanted) { return .boolean(true) }
      return compiler.input.run.runList.unknowns.isEmpty ? .boolean(false) : call.unknown("the run list")
    }
    table.define("role?", arity: 1) { call in
      guard let name = compiler.spelling(of: call[0]) else { return call.unknown("which role is meant") }
      return .boolean(compiler.input.run.runList.roles.contains { $0.name == name })
    }
    for name in Self.untold {
      table.define(name, arity: .any) { call in call.unknown("what `\(name)` of the node gives") }
    }
    for (name, level) in Self.takers {
      table.define(name, arity: .any, unknowns: .taken) { call in
        let doubt = call.arguments.lazy.compactMap(\.doubt).first
        call.run.lose(
          compiler.attributes[level],
          doubt ?? RubyUnknown("what `\(name)` sets is not followed", at: call.place))
        return call.unknown("what `\(name)` of the node gives")
      }
    }
    table.define("save", "tag", "untag", "reset_defaults_and_overrides", arity: .any) { _ in .nil }
    table.define("to_s", "inspect") { call in call.make("node[box]") }
    table.define("loaded_recipe", arity: .any) { _ in .nil }
    table.define("debug_value", "debug_attribute", arity: .any) { call in
      call.unknown("the levels of an attribute")
    }
  }

  /// What sets attributes in a way that is not followed, and their level.
  private static let takers: [(String, AttributeLevel)] = [
    ("apply_expansion_attributes", .roleDefaults), ("attributes=", .normal), ("consume_attributes", .normal),
    ("consume_external_attrs", .normal), ("consume_ohai_data", .automatic), ("from_file", .defaults),
    ("update_from!", .normal),
  ]

  /// What `Chef::Node` answers to besides; what is not among these fails.
  private static let untold = [
    "add_tag", "attributes", "chef_environment=",
    "chef_server_rest",
    "consume_run_list",
    "cookbook_collection", "cookbook_collection=", "create", "destroy", "display_hash", "expand!", "for_json",
    "logger", "name=", "override_runlist", "override_runlist=", "policy_group=", "policy_name=",
    "primary_runlist", "run_context=", "run_list", "run_list=", "run_list?", "select_run_list",
    "set_cookbook_attribute",
  ]
}
