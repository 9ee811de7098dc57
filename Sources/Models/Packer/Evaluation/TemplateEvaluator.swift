import Diagnostics
import GoTemplate
import Host
import Source

/// Makes the builds of a template: variables first, then names, then each component in each build.
struct TemplateEvaluator {
  let template: PackerTemplate
  let inputs: TemplateInputs
  let catalog: ComponentCatalog
  let texts: TemplateTexts
  var log = FaultLog()
  private(set) var variables: [String: Known<RunText>] = [:]
  private let budget = RenderBudget()
  let templateDirectory: String

  init(_ template: PackerTemplate, inputs: TemplateInputs, files: some FileTree, catalog: ComponentCatalog) {
    self.template = template
    self.inputs = inputs
    self.catalog = catalog
    texts = TemplateTexts(of: template)
    templateDirectory = Self.directory(of: template.file.path, in: inputs.workingDirectory)
    resolveVariables(files)
  }

  private mutating func resolveVariables(_ files: some FileTree) {
    let start = Location(template.file, ByteRange(at: template.root.location.range.start))
    let given = VariableFiles(inputs, in: files, at: start)
    log.add(given.faults)
    if inputs.extent == .syntax { return }
    var scope = scope(.variable)
    scope.environment = inputs.environment
    scope.unsetEnvironment = inputs.unsetEnvironment
    let resolver = VariableResolver(template, inputs: inputs, files: given, scope: scope, texts: texts)
    variables = resolver.values
    log.add(resolver.faults)
  }

  /// Everything that the template comes to.
  mutating func evaluation() -> Evaluation {
    checkBuilderNames()
    if inputs.extent == .syntax {
      return Evaluation(builds: [], faults: log.sorted, variables: [:], variableUses: [])
    }
    checkStructure()
    checkVariableUse()
    checkVariableValues()
    let builders = template.builders.filter { $0.type != nil }
    let builds = builders.compactMap { build($0) }
    let strays = builders.first.map { self.strays(besides: $0) } ?? []
    return Evaluation(
      builds: builds, strays: strays, faults: log.sorted, variables: variables,
      variableUses: texts.variableUses)
  }

  /// A scope of a place, without what only a build has.
  func scope(_ place: TemplateFunction.Place) -> RenderScope {
    var scope = RenderScope(place: place)
    scope.budget = budget
    scope.variables = variables
    scope.elsewhere = inputs.elsewhere
    scope.templateDirectory = templateDirectory
    scope.workingDirectory = inputs.workingDirectory
    return scope
  }

  /// Variables that are read and not declared, declared and not read, or called sensitive for nothing.
  private mutating func checkVariableUse() {
    let read = Set(texts.variableUses.map(\.value))
    let names = variables.keys
    let declarations = template.root.entries.named("variables")?.location.range
    for use in texts.variableUses where variables[use.value] == nil {
      if declarations?.contains(use.location.range) == true { continue }
      let problem = EvaluationFault.Problem.undeclaredVariable(
        use.value, nearest: Suggestion.names(near: use.value, among: names))
      log.add([EvaluationFault(problem, at: use.location, isRefused: false)])
    }
    if !texts.readsComputedNames {
      for variable in template.variables where !read.contains(variable.name.value) {
        let problem = EvaluationFault.Problem.unusedVariable(variable.name.value)
        log.add([EvaluationFault(problem, at: variable.name.location, isRefused: false)])
      }
    }
    for name in template.sensitiveVariables where variables[name.value] == nil {
      let problem = EvaluationFault.Problem.unknownSensitiveVariable(
        name.value, nearest: Suggestion.names(near: name.value, among: names))
      log.add([EvaluationFault(problem, at: name.location, isRefused: false)])
    }
  }

  /// Packer gives all variables to every component and renders them there once more.
  private mutating func checkVariableValues() {
    let start = Location(template.file, ByteRange(at: template.root.location.range.start))
    var renderer = TextRenderer(scope(.builder))
    for (name, value) in variables.sorted(by: { $0.key < $1.key }) {
      guard let text = value.value?.complete, GoTemplate.hasActions(Array(text.utf8)) else { continue }
      let place = template.variables.last { $0.name.value == name }?.name.location ?? start
      var builder = DerivedTextBuilder()
      builder.append(generated: Array(text.utf8), by: place)
      var faults: [EvaluationFault] = []
      _ = renderer.render(GoTemplate(builder.text(whole: place)), with: .map([:]), noting: &faults)
      if !faults.isEmpty { log.add([EvaluationFault(.unrenderableVariable(name), at: place)]) }
    }
  }

  /// The folder of the template as Packer gives it: absolute.
  private static func directory(of path: String, in workingDirectory: String) -> String {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    if path.hasPrefix("/") { return folder.isEmpty ? "/" : folder }
    var parts = workingDirectory.split(separator: "/").map(String.init)
    for part in folder.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
