package import Expectation
import Diagnostics
package import Goss
import Host
import Source

extension Linter {
  /// Lints specs by themselves; the dialect is told by the words of each unless it is given.
  package func lintSpecs(
    _ paths: [String], as dialect: Outcome.Dialect? = nil, _ options: GossOptions
  ) -> LintResult {
    var merger = OutcomeMerger()
    for path in paths { merger.add(outcome(ofSpec: path, dialect, options)) }
    var result = LintResult()
    merger.finish(&result)
    return result
  }

  private func outcome(
    ofSpec path: String, _ dialect: Outcome.Dialect?, _ options: GossOptions
  ) -> TemplateOutcome {
    let settings = settings(above: path)
    var outcome = TemplateOutcome(configuration: settings.configuration)
    outcome.sources.merge(settings.sources)
    let rules = RuleAsking(registry: registry, configuration: settings.configuration)
    do throws(HostError) {
      let run = try SpecRun(path, as: dialect, in: tree, options)
      for source in run.sources { outcome.sources.insert(source) }
      outcome.take(
        settings.diagnostics + run.faults + run.findings(by: rules), files: settings.files + run.files)
    } catch {
      outcome.failure = error
    }
    return outcome
  }
}
