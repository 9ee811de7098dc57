import Chef
import DataSyntax
import Diagnostics
import Expectation
import Goss
import Host
import Packer
import Plan
import Prediction
import Project
import Source
import Sprig

/// Lints one template: reads it, evaluates it, asks every rule, takes out what exceptions cover.
struct TemplateRun {
  let path: String
  /// The path of the spec that belongs to it; nil where there is none.
  let specPath: String?
  let tree: any FileTree
  let registry: RuleRegistry
  let components: ComponentShelf
  let chef: ChefCatalog
  let standIns: StandInRequest
  let bases: BaseImages
  let settings: ConfigurationLoader.Loaded
  /// The ways in which the template is meant to be built.
  let sets: [TemplateSet]

  /// Everything that can be said about the template.
  func outcome() -> TemplateOutcome {
    var outcome = TemplateOutcome(configuration: settings.configuration)
    do throws(HostError) {
      lint(SourceFile(FileID(path), bytes: try tree.read(path, limit: Linter.sizeLimit)), into: &outcome)
    } catch {
      outcome.failure = error
    }
    return outcome
  }

  private func lint(_ file: SourceFile, into outcome: inout TemplateOutcome) {
    outcome.template = file.id
    outcome.sources.insert(file)
    outcome.sources.merge(settings.sources)
    var files = settings.files
    var findings = settings.diagnostics
    if EmbeddedCode.first(in: file) != nil {
      // What it comes to stands elsewhere: its faults, and what it lacks, say nothing.
      outcome.isComplete = false
      files.append(LintedFile(file, tree: nil, role: .template))
      return outcome.take(findings + rules.check(files), files: files)
    }
    let (template, faults) = PackerTemplate.read(file)
    findings += faults
    // Where nothing could be read, there is no tree either.
    files.append(LintedFile(file, tree: template?.tree, role: .template))
    if let template, template.isIntact {
      let spec = spec(into: &outcome)
      var found = SetFindings()
      for set in sets {
        found.add(
          check(template, of: file, against: spec?.spec, with: set, into: &outcome, &files), with: set)
      }
      findings += found.merged
      if let spec {
        findings += (spec.spec.dialect == .goss ? [] : spec.faults) + spec.findings(by: rules)
        files += spec.files
      }
    } else {
      // Where much may be lost, the absence of a thing means nothing.
      outcome.isComplete = false
      if let template { outcome.sources.conceal(secrets(of: template)) }
    }
    outcome.take(findings + rules.check(files), files: files)
  }

  /// The places of secrets in a template that is too broken to be checked.
  private func secrets(of template: PackerTemplate) -> Set<Location> {
    let catalog = components.catalog(for: template, with: settings.components)
    let inputs = sets.first?.inputs ?? TemplateInputs(workingDirectory: tree.workingDirectory)
    let evaluation = template.evaluate(inputs: inputs, files: tree, catalog: catalog)
    return SecretSearch(template, evaluation, catalog).concealed
  }

  /// The spec of the template; nil where there is none, or none that can be read.
  private func spec(into outcome: inout TemplateOutcome) -> SpecRun? {
    guard let path = specPath else { return nil }
    // What a goss file is to get from its variables is not known here.
    let machine = TemplateMachine(
      environment: sets.first?.inputs.environment ?? [:], now: 0, readFile: TemplateMachine.none.readFile)
    let options = GossOptions(machine: machine, compatibility: .mended)
    do throws(HostError) {
      let run = try SpecRun(path, in: tree, options)
      for source in run.sources { outcome.sources.insert(source) }
      return run
    } catch {
      outcome.failure = error
      return nil
    }
  }

  /// What is wrong with the template and the files that it names when it is built in one way.
  private func check(
    _ template: PackerTemplate, of file: SourceFile, against spec: LintedSpec?, with set: TemplateSet,
    into outcome: inout TemplateOutcome,
    _ files: inout [LintedFile]
  ) -> [Diagnostic] {
    let analysis = TemplateAnalysis(
      template, of: file, tree: tree, catalog: components.catalog(for: template, with: settings.components),
      chef: chef, standIns: settings.configuration.standIns.standIns(over: { .embedded }, standIns), set: set,
      packerVersion: settings.configuration.packerVersion?.value)
    outcome.analysis = analysis
    outcome.sources.merge(analysis.project.sources)
    outcome.sources.conceal(secretsOf: analysis.linted)
    outcome.isComplete = outcome.isComplete && analysis.isComplete
    let (referenced, faults) = analysis.referencedFiles()
    let known = Set(files.map(\.source.id))
    files += referenced.filter { !known.contains($0.source.id) }
    let mask = SecretMask(
      analysis.linted.evaluation, of: template, in: file, given: set.inputs, analysis.project.sources)
    outcome.sources.concealPaths(besides: file.id) { mask.masked($0) }
    let found = faults + check(analysis, against: spec)
    // Lines are shown with findings only.
    if !found.isEmpty {
      outcome.sources.conceal(
        registry.secretPlaces(in: analysis.linted, analysis.project) { !settings.configuration.asks($0) })
    }
    return found.map { mask.masked($0) }
  }

  private func check(_ analysis: TemplateAnalysis, against spec: LintedSpec?) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for rule in registry.templateRules {
      found += rules.findings(of: rule) { rule.check(analysis.linted, &$0) }
    }
    found += rules.check(analysis.project)
    let project = analysis.project
    let planRules = registry.planRules.filter { settings.configuration.asks(type(of: $0).id) }
    let asserting = spec.flatMap { $0.isAsserting ? $0 : nil }
    let plan = Plan.make(for: project) { build in
      asserting != nil || planRules.contains { $0.concerns(build, of: project) }
    }
    if !plan.builds.isEmpty {
      for rule in planRules { found += rules.findings(of: rule) { rule.check(plan, of: project, &$0) } }
      if let asserting { found += check(asserting, against: plan, of: project) }
    }
    return found + checkValues(analysis.linted)
  }

  /// What of a spec cannot come true.
  private func check(_ spec: LintedSpec, against plan: Plan, of project: Project) -> [Diagnostic] {
    let predictions = plan.builds.map { build in
      Prediction(of: build, in: project) { bases.base(of: build) }
    }
    return registry.predictionRules.flatMap { rule in
      rules.findings(of: rule) { rule.check(spec, against: predictions, &$0) }
    }
  }

  /// What the rules find that only compare values: those of the catalog and the user's own.
  private func checkValues(_ template: LintedTemplate) -> [Diagnostic] {
    let rules = ValueRule.embedded + settings.configuration.ownRules.map { ValueRule($0) }
    let asked = rules.filter { settings.configuration.asks($0.id) }
    guard !asked.isEmpty else { return [] }
    let values = RenderedValues(template.evaluation)
    return asked.flatMap { rule in
      var findings = Findings(of: rule.id, rule.severity)
      rule.check(template, values, &findings)
      return findings.diagnostics
    }
  }

  private var rules: RuleAsking {
    RuleAsking(registry: registry, configuration: settings.configuration)
  }
}
