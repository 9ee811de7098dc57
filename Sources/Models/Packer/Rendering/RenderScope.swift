import Source

/// What the functions of a template answer from, in one place of it.
struct RenderScope: Sendable {
  let place: TemplateFunction.Place
  /// The values of the variables; those that are missing render as an empty text in components.
  var variables: [String: Known<RunText>] = [:]
  /// The variables of the environment, for `env`.
  var environment: [String: String] = [:]
  var unsetEnvironment = TemplateInputs.UnsetEnvironment.empty
  /// The variables that are unknown and not empty where they are missing.
  var elsewhere = TemplateInputs.Elsewhere.none
  var buildName: RunText?
  var buildType: String?
  var templateDirectory = "."
  var workingDirectory = "."
  /// The keys that `{{build "KEY"}}` has here.
  var buildValues: Set<String> = []
  /// Those that only newer releases have.
  var laterBuildValues: Set<String> = []
  var nameCleaning: Component.NameCleaning?
  /// Whether anything is known of the component: one of a plugin may bring `clean_resource_name`.
  var isComponentKnown = true
  /// How much all texts of the template may come to; nil where nothing of it can grow.
  var budget: RenderBudget?

  init(place: TemplateFunction.Place) { self.place = place }

  /// The scope of a component's own defaults, which call nothing.
  static let empty = RenderScope(place: .provisioner)

  /// The values that every builder gives.
  static let commonBuildValues: Set<String> = [
    "ID", "Host", "Port", "User", "Password", "ConnType", "PackerRunUUID", "PackerHTTPPort", "PackerHTTPIP",
    "PackerHTTPAddr", "SSHPublicKey", "SSHPrivateKey", "WinRMPassword",
  ]

  /// The functions that a text may call here; a call of one that has no place here fails when it is rendered.
  func knows(_ function: String) -> Bool {
    guard let facts = TemplateFunction.byName[function] else { return false }
    return facts.name != "clean_resource_name" || nameCleaning != nil || !isComponentKnown
  }
}
