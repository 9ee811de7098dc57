package import GoTemplate
package import Packer
package import Source

/// A template under check: what is written, what it comes to, and what the catalog says of its components.
package struct LintedTemplate: Sendable {
  package let template: PackerTemplate
  package let evaluation: Evaluation
  /// What is wrong with the options of the components, each once for all builds.
  package let componentFaults: [ComponentFault]
  package let catalog: ComponentCatalog
  package let inputs: TemplateInputs
  /// The Packer that builds the template, where the configuration names it.
  package let packerVersion: PackerVersion?
  /// What build files nearby give to its variables; looked for only where one is missing.
  package let outside: OutsideVariables
  /// What is written as older releases wanted it.
  package let rewrites: [TemplateRewrite]
  private let rewritesByPlace: [Location: Int]
  private let secretSearch: OnDemand<SecretSearch>
  private let parsedExpressions: OnDemand<[GoTemplate]>

  package init(
    template: PackerTemplate, evaluation: Evaluation, componentFaults: [ComponentFault],
    catalog: ComponentCatalog,
    inputs: TemplateInputs, packerVersion: PackerVersion? = nil,
    outside: OutsideVariables = OutsideVariables()
  ) {
    self.template = template
    self.evaluation = evaluation
    self.componentFaults = componentFaults
    self.catalog = catalog
    self.inputs = inputs
    self.packerVersion = packerVersion
    self.outside = outside
    secretSearch = OnDemand { SecretSearch(template, evaluation, catalog) }
    parsedExpressions = OnDemand { template.expressions }
    rewrites = template.rewrites(by: catalog.rewrites)
    var places: [Location: Int] = [:]
    for (index, rewrite) in rewrites.enumerated() {
      for place in rewrite.places where places[place] == nil { places[place] = index }
    }
    rewritesByPlace = places
  }

  /// The secrets in it, looked for when they are first asked for.
  package var secrets: SecretSearch { secretSearch.value }

  /// Every text of variables and components that holds `{{…}}`, parsed, in the order of the template.
  package var expressions: [GoTemplate] { parsedExpressions.value }

  /// What is old at a place.
  package func rewrite(at place: Location) -> TemplateRewrite? { rewritesByPlace[place].map { rewrites[$0] } }

  /// What to do about a variable that a build file gives; nil where none does.
  package func advice(on variable: String) -> String? { outside.advice(on: variable) }
}
