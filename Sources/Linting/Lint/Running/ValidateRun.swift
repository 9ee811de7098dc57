import DataSyntax
import Diagnostics
import Host
import Packer
import Project
import RuleCatalog
import Source

/// Judges one template as `packer validate` 1.6.6 does: in the folder of the run alone, JSON only, without configuration
/// and exceptions; all that is found is an error. Where Packer stops at the first fault, the later ones are found too.
struct ValidateRun {
  let path: String
  let tree: any FileTree
  /// The rules of all profiles.
  let registry: RuleRegistry
  let components: ComponentShelf
  let inputs: TemplateInputs

  /// Everything for which Packer refuses the template.
  func outcome() -> TemplateOutcome {
    var outcome = TemplateOutcome(configuration: LintConfiguration())
    outcome.isComplete = false
    do throws(HostError) {
      let file = SourceFile(FileID(path), bytes: try tree.read(path, limit: Linter.sizeLimit))
      outcome.template = file.id
      outcome.sources.insert(file)
      let (template, faults) = PackerTemplate.read(file, as: .json)
      let data = LintedFile(file, tree: template?.tree, role: .template)
      // What Packer reads without a word is no fault here.
      var found = faults.filter { $0.severity == .error }
      let rules = registry.members(of: .validate)
      if PackerTemplate.syntax(of: file) == .yaml, !found.isEmpty { found = [Self.isYAML(file)] }
      for rule in rules.fileRules { found += findings(of: rule) { rule.check(data, &$0) } }
      if let template, template.isIntact {
        let linted = linted(template, sources: &outcome.sources)
        let mask = SecretMask(
          linted.evaluation, of: template, in: file, given: inputs, outcome.sources)
        for rule in rules.templateRules {
          found += findings(of: rule) { rule.check(linted, &$0) }.map { mask.masked($0) }
        }
        // Lines are shown with findings only.
        if !found.isEmpty { conceal(linted, in: &outcome.sources) }
      }
      outcome.takeRefusals(found, files: [data])
    } catch {
      outcome.failure = error
    }
    return outcome
  }

  /// Hides secrets, also those that only rules of other profiles find.
  private func conceal(_ linted: LintedTemplate, in sources: inout SourceSet) {
    sources.conceal(secretsOf: linted)
    var store = SourceStore(tree, sources: sources)
    let place = ProjectInputs(directory: TreePath.seen(inputs.workingDirectory, in: tree))
    let project = Project.load(linted.template.file, linted.evaluation, with: place, from: &store)
    sources.conceal(registry.secretPlaces(in: linted, project) { _ in true })
  }

  /// One sentence in the place of what a reader of JSON makes of YAML.
  private static func isYAML(_ file: SourceFile) -> Diagnostic {
    let start = file.bytes.firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } ?? 0
    let end = file.bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? file.bytes.count
    return Diagnostic(
      "data/broken-json", .error, "this is YAML, and `packer validate` reads JSON only",
      at: Location(file.id, ByteRange(start, end)),
      help: "turn it into JSON for Packer; without `--profile validate` YAML is linted as it is")
  }

  private func linted(_ template: PackerTemplate, sources: inout SourceSet) -> LintedTemplate {
    // What is wrong in them is shown with their lines; that they are absent, the evaluation tells.
    for path in inputs.variableFiles {
      guard let bytes = try? tree.read(path, limit: Linter.sizeLimit) else { continue }
      sources.insert(SourceFile(FileID(path), bytes: bytes))
    }
    let catalog = components.catalog(for: template)
    var inputs = inputs
    inputs.variableFileSyntax = .json
    let evaluation = template.evaluate(inputs: inputs, files: tree, catalog: catalog).refusals
    let check = ComponentCheck(catalog, environment: inputs.environment, files: tree)
    return LintedTemplate(
      template: template, evaluation: evaluation, componentFaults: check.faults(in: evaluation),
      catalog: catalog, inputs: inputs)
  }

  private func findings(of rule: any Rule, _ check: (inout Findings) -> Void) -> [Diagnostic] {
    var findings = Findings(of: type(of: rule).id)
    check(&findings)
    return findings.diagnostics
  }
}
