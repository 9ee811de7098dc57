import RubyEvaluation

/// What recipes, resources, providers and the node can all call.
struct UniversalLanguage {
  let compiler: RecipeCompiler

  func define() {
    let run = compiler.run
    let table = CoreTable(run, compiler.classes.universal)
    let compiler = compiler
    PlatformLanguage(compiler: compiler).define(in: table)
    DataBagLanguage(compiler: compiler).define(in: table)
    table.define("node") { _ in .object(compiler.node) }
    table.define("lazy", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      // Only what has properties has it.
      if case .object(let object) = call.receiver, object.payload is RecipeState {
        let words = try call.inspection(of: call.receiver) ?? "the recipe"
        throw call.raise("NoMethodError", "undefined method `lazy' for \(words)")
      }
      return try compiler.lazyValue(call)
    }
    table.define("local_mode?") { _ in .boolean(true) }
    table.define("with_secret_service", "with_secret_config", arity: .any, unknowns: .taken) {
      (call) throws(Unwinding) in
      call.block == nil ? .nil : try call.yield()
    }
    for name in Self.machineQuestions + UntoldMethods.ofEverything {
      table.define(name, arity: .any, unknowns: .taken) { call in
        call.unknown("what `\(name)` gives on the machine")
      }
    }
    // A gem that Ohai loads gives it to every object.
    CoreTable(run, run.classes.object).define("IPAddress", arity: 1, unknowns: .taken) { call in
      call.unknown("the address")
    }
    let shell = CoreTable(run, compiler.classes.shellOut)
    for name in Self.commands {
      shell.define(name, arity: .any, unknowns: .taken) { call in
        compiler.mayHaveTouched = true
        return call.unknown("what a command says on the machine")
      }
    }
    // Recipes that mix the module into themselves call it on any object.
    CoreTable(run, run.singletonClass(of: compiler.classes.shellOut))
      .define("shell_out", "shell_out!", arity: .any, unknowns: .taken) { call in
        compiler.mayHaveTouched = true
        return call.unknown("what a command says on the machine")
      }
  }

  private static let commands = [
    "shell_out", "shell_out!", "shell_out_compact", "shell_out_compact!", "shell_out_compacted",
    "shell_out_compacted!", "shell_out_with_timeout", "shell_out_with_timeout!", "shell_out_raw!",
    "shell_out_with_systems_locale", "shell_out_with_systems_locale!",
  ]

  private static let machineQuestions = [
    "which", "where", "powershell_out", "powershell_out!", "powershell_exec", "powershell_exec!",
    "registry_key_exists?", "registry_get_values", "registry_has_subkeys?", "registry_get_subkeys",
    "registry_value_exists?", "registry_data_exists?", "reboot_pending?", "chef_vault_item", "chef_vault",
    "chef_vault_item_for_environment", "secret", "ps_credential", "parse_file", "parse_json", "parse_yaml",
    "parse_toml", "render_json", "render_toml", "render_yaml", "has_systemd_service_unit?",
    "has_systemd_unit?", "cloud?", "ec2?", "gce?", "rackspace?", "eucalyptus?", "euca?", "linode?",
    "openstack?", "azure?", "digital_ocean?", "digitalocean?", "softlayer?", "guest?", "virtual?",
    "hypervisor?", "physical?", "vagrant?", "kvm_host?", "lxc_host?", "vbox_host?", "vmware_host?",
  ]
}
