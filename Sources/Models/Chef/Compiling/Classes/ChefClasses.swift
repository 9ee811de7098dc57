import RubyEvaluation

/// The classes and modules of Chef that cookbooks open, include and inherit from.
final class ChefClasses {
  let run: RubyInterpreter
  let chef: RubyModule
  let recipe: RubyModule
  let resource: RubyModule
  let provider: RubyModule
  let actionClass: RubyModule
  let node: RubyModule
  let exceptions: RubyModule
  let mixins: RubyModule
  /// The modules below `Chef::DSL`.
  let languages: RubyModule
  /// What everything can call: `Chef::DSL::Universal`.
  let universal: RubyModule
  /// What recipes and providers can call: `Chef::DSL::Recipe`.
  let recipeLanguage: RubyModule
  let declaring: RubyModule
  let lazy: RubyModule
  let runContext: RubyModule
  let shellOut: RubyModule
  /// What the block of a definition's use is run on.
  let parameters: RubyModule
  let cookbookVersion: RubyModule
  /// What a request to the server raises.
  let serverError: RubyModule
  let dataBagItem: RubyModule
  /// What `run_context.resource_collection` gives.
  let resourceCollection: RubyModule
  /// Where the exceptions of the system lie.
  let errno: RubyModule
  let noSuchFile: RubyModule
  /// What `Chef::VERSION` is: a text that compares as a version.
  let versionString: RubyModule
  /// The `self` of templates.
  let templateContext: RubyModule
  /// Where the classes of `resources/*.rb` lie, which have no name in Ruby.
  let cookbookResources: RubyModule
  /// `Chef::Config` and `Chef::Log`.
  let configuration: RubyObject
  let log: RubyModule
  let chefUtils: RubyModule
  let attributes: AttributeClasses
  private var errors: [String: RubyModule] = [:]

  init(_ run: RubyInterpreter) {
    self.run = run
    chef = run.makeClass("Chef")
    exceptions = run.makeClass("Exceptions", in: chef)
    mixins = run.makeModule("Mixin", in: chef)
    languages = run.makeModule("DSL", in: chef)
    universal = run.makeModule("Universal", in: languages)
    recipeLanguage = run.makeModule("Recipe", in: languages)
    declaring = run.makeModule("DeclareResource", in: languages)
    shellOut = run.makeModule("ShellOut", in: mixins)
    recipe = run.makeClass("Recipe", in: chef)
    resource = run.makeClass("Resource", in: chef)
    provider = run.makeClass("Provider", in: chef)
    actionClass = run.makeClass("ActionClass", superclass: provider, in: chef)
    node = run.makeClass("Node", in: chef)
    lazy = run.makeClass("DelayedEvaluator", in: chef)
    runContext = run.makeClass("RunContext", in: chef)
    cookbookResources = run.makeModule("CookbookResources", in: chef)
    configuration = run.makeClass("Config", in: chef)
    log = run.makeClass("Log", in: chef)
    chefUtils = run.makeModule("ChefUtils")
    let templates = run.makeModule("Template", in: mixins)
    templates.isPartial = true
    let erubis = run.makeClass("Context", in: run.makeModule("Erubis"))
    templateContext = run.makeClass("TemplateContext", superclass: erubis, in: templates)
    parameters = run.makeClass("DefinitionParameters", in: chef)
    cookbookVersion = run.makeClass("CookbookVersion", in: chef)
    resourceCollection = run.makeClass("ResourceCollection", superclass: run.classes.array, in: chef)
    versionString = run.makeClass("VersionString", superclass: run.classes.string, in: chef)
    let net = run.constant("Net", in: run.classes.object) ?? run.makeModule("Net")
    let protocolError = run.makeClass(
      "ProtoServerError", superclass: run.errorClass("StandardError"), in: net)
    serverError = run.makeClass("HTTPClientException", superclass: protocolError, in: net)
    run.setConstant("HTTPServerException", .module(serverError), in: net)
    let immutable = run.makeClass(
      "ImmutableAttributeModification", superclass: run.errorClass("NoMethodError"), in: exceptions)
    let runtimeError = run.errorClass("RuntimeError")
    let absent = run.makeClass("NoSuchAttribute", superclass: runtimeError, in: exceptions)
    let mismatch = run.makeClass("AttributeTypeMismatch", superclass: runtimeError, in: exceptions)
    attributes = AttributeClasses(
      run, node: node,
      errors: .init(immutable: immutable, absent: absent, mismatch: mismatch))
    errors = [
      "ImmutableAttributeModification": immutable, "NoSuchAttribute": absent,
      "AttributeTypeMismatch": mismatch,
    ]
    dataBagItem = run.makeClass("DataBagItem", superclass: attributes.mash, in: chef)
    errno = run.makeModule("Errno")
    noSuchFile = run.makeClass("ENOENT", superclass: run.errorClass("SystemCallError"), in: errno)
    mix(run)
    for module in [runContext, cookbookVersion, resourceCollection, dataBagItem, chefUtils] {
      module.isPartial = true
    }
    for module in [
      chef, recipe, resource, provider, actionClass, node, exceptions, mixins, languages, universal,
      recipeLanguage,
      declaring, shellOut, lazy, runContext, cookbookVersion, resourceCollection, dataBagItem,
    ] { module.isHosted = true }
  }

  /// Puts the languages where Chef does.
  private func mix(_ run: RubyInterpreter) {
    for name in Self.emptyLanguages { run.makeModule(name, in: languages).isPartial = true }
    for name in Self.emptyMixins { run.makeModule(name, in: mixins).isPartial = true }
    run.include(shellOut, in: universal)
    run.include(universal, in: recipeLanguage)
    run.include(declaring, in: recipeLanguage)
    for module in [recipe, provider] { run.include(recipeLanguage, in: module) }
    run.include(universal, in: node)
    run.include(universal, in: templateContext)
    run.include(universal, in: resource)
    run.include(declaring, in: resource)
    run.include(universal, in: run.singletonClass(of: chefUtils))
    for module in [resource, provider] { run.include(universal, in: run.singletonClass(of: module)) }
    for base in [resource, provider] { run.makeClass("LWRPBase", superclass: base, in: base).isHosted = true }
    _ = run.makeModule("InlineResources", in: provider)
  }

  /// Modules that bring no method that matters while compiling.
  private static let emptyLanguages = [
    "IncludeRecipe", "IncludeAttribute", "PlatformIntrospection", "DataQuery", "Definitions", "Resources",
    "RebootPending", "RegistryHelper", "Powershell", "ChefVault", "Secret", "Compliance", "ReaderHelpers",
    "RenderHelpers", "CoreUtils",
  ]
  private static let emptyMixins = [
    "Which", "PowershellOut", "PowershellExec", "ParamsValidate", "FromFile", "Securable", "Checksum",
    "ConvertToClassName", "Command", "Language", "LanguageIncludeRecipe", "RecipeDefinitionDSLCore",
    "EnforceOwnershipAndPermissions", "XMLEscape", "PathSanity", "DefaultPaths", "Unformatter",
    "WindowsEnvHelper", "CreatePath", "FileClass", "Deprecation", "Properties", "Provides", "NotifyingBlock",
    "GetSourceFromPackage", "HomebrewUser", "UserContext", "WindowsArchitectureHelper", "ProxifiedSocket",
    "OpenSSL", "OpenSSLHelper", "TrainOrShell", "ChefUtilsWiring", "DeepMerge",
  ]

  /// An exception of `Chef::Exceptions`.
  func error(_ name: String) -> RubyModule {
    if let known = errors[name] { return known }
    let parent = Self.parents[name] ?? "RuntimeError"
    let made = run.makeClass(name, superclass: run.errorClass(parent), in: exceptions)
    errors[name] = made
    return made
  }

  private static let parents = [
    "ValidationFailed": "ArgumentError", "InvalidDataBagPath": "ArgumentError",
    "CannotDetermineNodeName": "RuntimeError",
    "NoSuchResourceType": "NameError", "RecipeNotFound": "ArgumentError",
    "AttributeNotFound": "ArgumentError",
    "CookbookNotFound": "RuntimeError", "ResourceNotFound": "RuntimeError",
    "InvalidResourceSpecification": "ArgumentError",
    "UnsupportedAction": "RuntimeError",
  ]
}
