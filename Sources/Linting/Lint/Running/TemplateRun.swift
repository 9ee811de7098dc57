import DataSyntax
import Diagnostics
import Host
import Packer
import Project
import Source

/// Lints one template: reads it, evaluates it, asks every rule, takes out what exceptions cover.
struct TemplateRun {
  let path: String
  let tree: any FileTree
  let registry: RuleRegistry
  let components: [ComponentFile]
  let inputs: TemplateInputs
  let settings: ConfigurationLoader.Loaded

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
    var files: [LintedFile] = []
    var findings = settings.diagnostics
    if let configuration = settings.file {
      outcome.sources.insert(configuration.source)
      files.append(configuration)
    }
    if EmbeddedCode.first(in: file) != nil {
      // What it comes to stands elsewhere: its faults, and what it lacks, say nothing.
      outcome.isComplete = false
      files.append(LintedFile(file, tree: nil, role: .template))
      return outcome.take(findings + check(files), files: files)
    }
    let (template, faults) = PackerTemplate.read(file)
    findings += faults
    // Where nothing could be read, there is no tree either.
    files.append(LintedFile(file, tree: template?.tree, role: .template))
    if let template, template.isIntact {
      let analysis = TemplateAnalysis(template, of: file, tree: tree, components: components, inputs: inputs)
      outcome.sources.merge(analysis.project.sources)
      outcome.isComplete = analysis.isComplete
      files += analysis.referencedFiles()
      findings += analysis.syntaxFaults(in: files) + check(analysis)
    } else {
      // Where much may be lost, the absence of a thing means nothing.
      outcome.isComplete = false
    }
    outcome.take(findings + check(files), files: files)
  }

  private func check(_ analysis: TemplateAnalysis) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for rule in registry.templateRules {
      found += findings(of: rule) { rule.check(analysis.linted, &$0) }
    }
    for rule in registry.projectRules {
      found += findings(of: rule) { rule.check(analysis.project, &$0) }
    }
    for rule in registry.planRules {
      found += findings(of: rule) { rule.check(analysis.plan, of: analysis.project, &$0) }
    }
    return found
  }

  private func check(_ files: [LintedFile]) -> [Diagnostic] {
    registry.fileRules.flatMap { rule in
      findings(of: rule) { findings in
        for file in files { rule.check(file, &findings) }
      }
    }
  }

  /// What a rule finds; one that is off is not asked.
  private func findings(of rule: any Rule, _ check: (inout Findings) -> Void) -> [Diagnostic] {
    let id = type(of: rule).id
    guard settings.configuration.levels[id] != .off else { return [] }
    var findings = Findings(of: id)
    check(&findings)
    return findings.diagnostics
  }
}
