package import RuleCatalog

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

  /// The checks that belong to a profile, as their pages say.
  package func members(of profile: RuleProfile) -> RuleRegistry {
    func belongs(_ rule: any Rule) -> Bool {
      RuleCatalog.page(type(of: rule).id)?.profiles.contains(profile) ?? false
    }
    return RuleRegistry(
      fileRules: fileRules.filter(belongs), templateRules: templateRules.filter(belongs),
      projectRules: projectRules.filter(belongs), planRules: planRules.filter(belongs))
  }
}
