import RubyEvaluation

/// `Chef::Config`, `Chef::Log`, and the constants of Chef's own classes that recipes call.
struct ServiceObjects {
  let compiler: RecipeCompiler

  func define() {
    configuration()
    log()
    application()
    fileUtilities()
  }

  private func configuration() {
    let compiler = compiler
    let table = CoreTable(compiler.run, compiler.run.singletonClass(of: compiler.classes.configuration))
    table.define("[]", "key?", "has_key?", arity: 1) { call in
      guard let name = compiler.spelling(of: call[0]) else { return call.unknown("which setting is meant") }
      return setting(name, call)
    }
    table.define("[]=", arity: 2, unknowns: .taken) { call in
      if let name = compiler.spelling(of: call[0]) { note(setting: name) }
      return call[1]
    }
    for name in [
      "file_cache_path", "file_backup_path", "log_level", "solo", "chef_solo", "node_name", "environment",
      "cookbook_path", "cache_path", "why_run", "data_bag_path", "role_path", "local_mode",
      "solo_legacy_mode",
      "encrypted_data_bag_secret", "target_mode", "target_mode?", "fips", "etc_chef_dir", "rubygems_url",
      "http_proxy",
      "https_proxy", "no_proxy", "ssl_verify_mode", "chef_server_url", "client_key", "log_location",
    ] {
      table.define(name, arity: .any) { call in setting(name, call) }
    }
    table.define("method_missing", arity: .any, unknowns: .taken) { call in
      let name = compiler.spelling(of: call[0]) ?? ""
      if name.hasSuffix("=") { note(setting: name) }
      return setting(name, call)
    }
  }

  /// A recipe that sets where the key of encrypted data bags lies has put it there.
  private func note(setting name: String) {
    if name.hasPrefix("encrypted_data_bag_secret") { compiler.mayHaveSecret = true }
  }

  private func setting(_ name: String, _ call: CoreCall) -> RubyValue {
    if let value = compiler.input.facts.configuration[name] { return call.make(value) }
    switch name {
    case "solo", "chef_solo", "local_mode": return .boolean(true)
    case "why_run", "solo_legacy_mode", "target_mode", "target_mode?", "fips": return .boolean(false)
    case "http_proxy", "https_proxy", "no_proxy", "encrypted_data_bag_secret": return .nil
    default: return call.unknown("what `Chef::Config[:\(name)]` holds")
    }
  }

  private func fileUtilities() {
    let (compiler, run) = (compiler, compiler.run)
    guard let utilities = run.constant("FileUtils", in: run.classes.object) else { return }
    CoreTable(run, run.singletonClass(of: utilities)).define(
      "cp_r", "install", "ln_s", "makedirs", "mkdir", "mkdir_p", "mkpath", "mv", arity: .any, unknowns: .taken
    ) { call in
      compiler.mayHaveTouched = true
      return call.unknown("what `FileUtils` finds on the machine")
    }
  }

  private func log() {
    let table = CoreTable(compiler.run, compiler.run.singletonClass(of: compiler.classes.log))
    table.define(
      "debug", "info", "warn", "error", "fatal", "trace", "deprecation", "level", "level=", "add", "debug?",
      "trace?", "info?", arity: .any, unknowns: .taken
    ) { _ in .nil }
    for name in Self.loggerMethods {
      table.define(name, arity: .any, unknowns: .taken) { call in
        call.unknown("what `Chef::Log.\(name)` gives")
      }
    }
  }

  /// What Chef's log and the loggers that it hands on to have besides: it is all that can be called.
  private static let loggerMethods = [
    "<<", "caller_location", "close", "configured?", "datetime_format", "datetime_format=", "debug!",
    "error!", "error?", "fatal!", "fatal?", "formatter", "formatter=", "info!", "init", "log", "logger",
    "logger=",
    "loggers", "metadata", "metadata=", "progname", "progname=", "reopen", "reset!", "setup!", "unknown",
    "unknown?", "use_log_devices", "warn!", "warn?", "with_child",
  ]

  private func application() {
    let compiler = compiler
    let run = compiler.run
    let chef = CoreTable(run, run.singletonClass(of: compiler.classes.chef))
    chef.define("node") { _ in .object(compiler.node) }
    chef.define("run_context") { _ in .object(compiler.runContext) }
    chef.define(
      "deprecated", "event_handler", "set_resource_priority_array", "set_provider_priority_array", arity: .any
    ) {
      _ in .nil
    }
    let application = run.makeClass("Application", in: compiler.classes.chef)
    CoreTable(run, application).defineOnItself("fatal!", "exit!", arity: .any, unknowns: .taken) {
      (call) throws(Unwinding) in
      let words = compiler.spelling(of: call[0]) ?? "the recipe ends the run"
      throw call.raise("SystemExit", words)
    }
    let items = compiler.classes.dataBagItem
    let bags = run.makeClass("DataBag", in: compiler.classes.chef)
    for module in [application, bags] { module.isHosted = true }
    CoreTable(run, items).defineOnItself("load", arity: .from(2)) { (call) throws(Unwinding) in
      try run.call(.object(compiler.node), run.symbol("data_bag_item"), call.arguments, at: call.place)
    }
    CoreTable(run, bags).defineOnItself("load", "list", arity: .any) { call in
      call.unknown("what a data bag holds")
    }
  }
}
