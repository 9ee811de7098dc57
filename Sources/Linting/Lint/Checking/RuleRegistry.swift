import Diagnostics
import Project
package import RuleCatalog
import Source

/// The checks of a run, by what they look at.
package struct RuleRegistry: Sendable {
  package var fileRules: [any FileRule]
  package var templateRules: [any TemplateRule]
  package var projectRules: [any ProjectRule]
  package var planRules: [any PlanRule]
  package var specRules: [any SpecRule]
  package var predictionRules: [any PredictionRule]

  package init(
    fileRules: [any FileRule] = [], templateRules: [any TemplateRule] = [],
    projectRules: [any ProjectRule] = [], planRules: [any PlanRule] = [], specRules: [any SpecRule] = [],
    predictionRules: [any PredictionRule] = []
  ) {
    self.fileRules = fileRules
    self.templateRules = templateRules
    self.projectRules = projectRules
    self.planRules = planRules
    self.specRules = specRules
    self.predictionRules = predictionRules
  }

  /// Every check.
  package var all: [any Rule] {
    fileRules + templateRules + projectRules + planRules + specRules + predictionRules
  }

  /// Where the secrets stand that rules find which are not asked.
  func secretPlaces(in template: LintedTemplate, _ project: Project, unasked: (RuleID) -> Bool) -> [Location]
  {
    func places(_ rule: any Rule, _ check: (inout Findings) -> Void) -> [Location] {
      guard type(of: rule).findsSecrets, unasked(type(of: rule).id) else { return [] }
      var findings = Findings(of: type(of: rule).id)
      check(&findings)
      return findings.diagnostics.flatMap(\.secrets)
    }
    return templateRules.flatMap { rule in places(rule) { rule.check(template, &$0) } }
      + projectRules.flatMap { rule in places(rule) { rule.check(project, &$0) } }
  }

  /// The checks that belong to a profile, as their pages say.
  package func members(of profile: RuleProfile) -> RuleRegistry {
    func belongs(_ rule: any Rule) -> Bool {
      RuleCatalog.page(type(of: rule).id)?.profiles.contains(profile) ?? false
    }
    return RuleRegistry(
      fileRules: fileRules.filter(belongs), templateRules: templateRules.filter(belongs),
      projectRules: projectRules.filter(belongs), planRules: planRules.filter(belongs),
      specRules: specRules.filter(belongs), predictionRules: predictionRules.filter(belongs))
  }
}
