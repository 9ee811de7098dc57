/// The checks of a run, by what they look at.
package struct RuleRegistry: Sendable {
  package var fileRules: [any FileRule]
  package var templateRules: [any TemplateRule]
  package var projectRules: [any ProjectRule]
  package var planRules: [any PlanRule]

  package init(
    fileRules: [any FileRule] = [], templateRules: [any TemplateRule] = [],
    projectRules: [any ProjectRule] = [],
    planRules: [any PlanRule] = []
  ) {
    self.fileRules = fileRules
    self.templateRules = templateRules
    self.projectRules = projectRules
    self.planRules = planRules
  }

  /// Every check.
  package var all: [any Rule] { fileRules + templateRules + projectRules + planRules }
}
