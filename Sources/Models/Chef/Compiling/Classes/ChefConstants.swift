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
    // What lies below a part of Chef that is not told here.
    if scope.name?.hasPrefix("Chef") == true { return unknown("\(scope.name ?? "")::\(name)") }
    return nil
  }

  private func unknown(_ path: String) -> RubyValue {
    .unknown(RubyUnknown("`\(path)` is Chef's own and not read", at: nil))
  }

  private func resource(_ name: String) -> RubyValue? {
    guard let resource = compiler.input.resources.name(ofClass: name),
      let facts = compiler.input.resources.facts(resource)
    else { return nil }
    return .module(compiler.builtIn(facts).module)
  }

  private func ofChef(_ name: String) -> RubyValue? {
    switch name {
    case "VERSION": return text(compiler.version)
    case "DataBagItem", "EncryptedDataBagItem", "DataBag", "Search", "Platform", "VersionConstraint",
      "Version",
      "JSONCompat", "Digester", "Util", "HTTP", "REST", "ServerAPI", "Application", "Client", "Knife",
      "Handler",
      "EventDispatch", "ReservedNames", "Dist", "GuardInterpreter", "FileAccessControl",
      "FileContentManagement",
      "Environment", "Role", "RunList", "Reserved", "ChefFS", "Formatters", "Encrypted", "ResourceReporter",
      "Deprecated", "ResourceResolver", "ProviderResolver", "CookbookLoader", "Shell", "ResourceCollection",
      "ResourceBuilder", "RunLock", "Mash", "ApiClient", "User", "WorkstationConfigLoader", "PathHelper",
      "TokenStore", "Run", "Telemeter", "Telemetry", "Compliance", "Decorator", "NodeMap", "Attribute":
      return unknown("Chef::\(name)")
    default: return nil
    }
  }

  private func outermost(_ name: String) -> RubyValue? {
    switch name {
    case "ChefConfig", "Ohai", "Mixlib", "Chef_Handler", "FFI", "Etc", "Resolv", "IPAddr", "Socket", "Zip",
      "Nokogiri", "Aws", "Win32", "WIN32OLE", "ChefVault", "Poise", "Halite", "RbConfig", "ERB", "Erubis",
      "Gem",
      "OpenSSL", "Digest", "Open3", "FileUtils", "Tempfile", "Timeout", "URI", "Pathname", "StringIO",
      "OpenStruct", "CSV", "REXML", "Zlib", "Benchmark", "PStore", "Logger", "ObjectSpace", "GC", "Kitchen",
      "ChefSpec", "Inspec", "Rake", "Bundler", "Licensing", "Train", "Tomlrb", "TOML", "Plist", "UUIDTools",
      "Addressable", "Augeas", "RSpec", "Serverspec", "Json":
      return .unknown(RubyUnknown("the library `\(name)` is not read", at: nil))
    default: return nil
    }
  }

  private func text(_ text: String) -> RubyValue { .string(RubyString(Array(text.utf8), at: nil)) }
}
