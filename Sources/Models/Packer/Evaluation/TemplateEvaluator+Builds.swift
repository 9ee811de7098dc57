import Diagnostics
import GoTemplate
import Source

extension TemplateEvaluator {
  /// The build of a builder; nil where the command line leaves it out.
  mutating func build(_ builder: TemplateComponent) -> Build? {
    guard let build = context(of: builder) else { return nil }
    let name = build.name
    if !inputs.only.isEmpty, !inputs.only.contains(name) { return nil }
    if inputs.except.contains(name) { return nil }
    let configured = configure(builder, in: build, facts: known(builder, in: name))
    let provisioners = template.provisioners.filter { runs($0, in: build) }
      .compactMap { configureKnown($0, in: build) }
    let cleanup = template.errorCleanupProvisioner.flatMap { configureKnown($0, in: build) }
    return Build(
      name: build.nameText, builder: configured, provisioners: provisioners, errorCleanup: cleanup,
      postProcessors: chains(in: build))
  }

  /// The components whose `only` names no builder, as the build of one sees them.
  mutating func strays(besides builder: TemplateComponent) -> [ConfiguredComponent] {
    let names = Set(builderNames)
    let strays = (template.provisioners + template.postProcessors.joined()).filter { component in
      !component.only.isEmpty && !component.only.contains { names.contains($0.value) }
    }
    guard !strays.isEmpty, let build = context(of: builder) else { return [] }
    return strays.compactMap { configureKnown($0, in: build) }
  }

  /// What the components of one build share.
  struct BuildContext {
    let nameText: RunText
    let writtenName: String
    let type: String
    let facts: Component?

    var name: String { nameText.shown }
  }

  private mutating func context(of builder: TemplateComponent) -> BuildContext? {
    guard let type = builder.type, let written = builder.name else { return nil }
    return BuildContext(
      nameText: renderedName(of: builder, written: written), writtenName: written.value, type: type.value,
      facts: catalog[.builder, type.value])
  }

  private mutating func renderedName(of builder: TemplateComponent, written: Located<String>) -> RunText {
    guard let text = builder.core("name")?.value.text, GoTemplate.hasActions(text.bytes) else {
      return RunText(written.value)
    }
    var renderer = TextRenderer(scope(.builderName))
    var faults: [EvaluationFault] = []
    let rendered = renderer.render(texts.template(text), with: .missing, noting: &faults)
    log.add(faults)
    guard let name = rendered.text.value else { return RunText(written.value) }
    return RunText(
      name.parts.map { part in
        if case .hole(let hole) = part, let value = inputs.clock(hole) { .literal(value) } else { part }
      })
  }

  /// Whether `only` and `except` let a component run in a build.
  private func runs(_ component: TemplateComponent, in build: BuildContext) -> Bool {
    let only = component.only.map(\.value)
    if !only.isEmpty { return only.contains(build.writtenName) }
    return !component.except.map(\.value).contains(build.writtenName)
  }

  private mutating func chains(in build: BuildContext) -> [[ConfiguredComponent]] {
    var chains: [[ConfiguredComponent]] = []
    for chain in template.postProcessors {
      var configured: [ConfiguredComponent] = []
      for component in chain {
        // A post-processor left out by name takes the rest of its chain with it.
        if let name = component.name?.value, inputs.except.contains(name) { break }
        guard runs(component, in: build) else { continue }
        if let component = configureKnown(component, in: build) { configured.append(component) }
      }
      if !configured.isEmpty { chains.append(configured) }
    }
    return chains
  }

  private mutating func configureKnown(_ component: TemplateComponent, in build: BuildContext)
    -> ConfiguredComponent?
  {
    guard component.type != nil else { return nil }
    return configure(component, in: build, facts: known(component, in: build.name))
  }

  /// The facts of a component's type; notes a type that is not known.
  private mutating func known(_ component: TemplateComponent, in build: String) -> Component? {
    guard let type = component.type else { return nil }
    guard let facts = catalog[component.kind, type.value] else {
      log.add([EvaluationFault(problem(of: type.value, component.kind), at: type.location)], in: build)
      return nil
    }
    if facts.availability == .notInDebian || facts.availability == .later {
      let problem = EvaluationFault.Problem.unavailableComponent(
        component.kind, type.value, facts.availability)
      log.add([EvaluationFault(problem, at: type.location)], in: build)
    }
    return facts
  }

  /// What is wrong with a type that no file of the catalog describes.
  private func problem(of type: String, _ kind: ConfiguredComponent.Kind) -> EvaluationFault.Problem {
    switch catalog.stranger(kind, type) {
    case .plugin(let name)?: .foreignComponent(kind, type, plugin: name)
    case .gone(let replacement)?: .removedComponent(kind, type, replacement: replacement)
    case nil:
      .unknownComponent(
        kind, type, nearest: Suggestion.names(near: type, among: catalog.names(of: kind)))
    }
  }

  private mutating func configure(
    _ component: TemplateComponent, in build: BuildContext, facts: Component?
  ) -> ConfiguredComponent {
    var renderer = OptionRenderer(scope(of: component, in: build, facts: facts), texts: texts)
    var entries = renderer.entries(component.options, of: facts)
    for (name, options) in component.overrides where name.value == build.writtenName {
      let options = renderer.entries(options, of: facts)
      entries = facts.map { OptionOverlay($0).laid(options, over: entries) } ?? entries + options
    }
    log.add(renderer.faults, in: build.name)
    let type = component.type ?? Located("", at: component.location)
    return ConfiguredComponent(
      kind: component.kind, type: type, location: component.location, options: Options(entries),
      position: component.chainPosition ?? component.position,
      pauseBefore: seconds(component.core("pause_before")) ?? 0, timeout: seconds(component.core("timeout")),
      maxRetries: maxRetries(of: component, in: build), keepInputArtifact: keepInput(of: component))
  }

  private func scope(of component: TemplateComponent, in build: BuildContext, facts: Component?)
    -> RenderScope
  {
    let place: TemplateFunction.Place =
      switch component.kind {
      case .builder: .builder
      case .provisioner: .provisioner
      case .postProcessor: .postProcessor
      }
    var scope = scope(place)
    scope.buildName = build.nameText
    scope.buildType = build.type
    scope.nameCleaning = facts?.nameCleaning
    scope.isComponentKnown = facts != nil
    if component.kind != .builder, facts?.knowsBuildValues != false {
      scope.buildValues = RenderScope.commonBuildValues.union(build.facts?.buildValues ?? [])
      scope.laterBuildValues = Set(build.facts?.laterBuildValues ?? [])
    }
    return scope
  }

  private func seconds(_ entry: TemplateEntry?) -> Double? {
    guard let value = entry?.value else { return nil }
    switch value.kind {
    case .text: return value.text.flatMap { GoDuration($0.string)?.seconds }
    case .number: return value.scalar.flatMap { Double($0.string) }.map { $0 / 1e9 }
    default: return nil
    }
  }

  private func keepInput(of component: TemplateComponent) -> Bool? {
    component.kind == .postProcessor ? component.core("keep_input_artifact")?.value.bool : nil
  }

  /// The value of `max_retries`, which is rendered with the variables and must then be a whole number.
  private mutating func maxRetries(of component: TemplateComponent, in build: BuildContext) -> Int {
    guard component.kind == .provisioner, let value = component.core("max_retries")?.value, !value.isNothing,
      let written = value.weakText, !written.isEmpty
    else { return 0 }
    var text = written
    if value.kind == .text, let source = value.text, GoTemplate.hasActions(source.bytes) {
      var renderer = TextRenderer(scope(.builderName))
      var faults: [EvaluationFault] = []
      let rendered = renderer.render(texts.template(source), with: .missing, noting: &faults)
      log.add(faults, in: build.name)
      guard let typical = rendered.text.value?.typical else { return 0 }
      text = typical
    }
    if let number = Int(text) { return number }
    log.add(
      [EvaluationFault(.notInteger(text, key: "max_retries"), at: value.contentLocation)], in: build.name)
    return 0
  }
}
