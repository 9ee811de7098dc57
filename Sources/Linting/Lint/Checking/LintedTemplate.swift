package import Packer

/// A template under check: what is written, what it comes to, and what the catalog says of its components.
package struct LintedTemplate: Sendable {
  package let template: PackerTemplate
  package let evaluation: Evaluation
  /// What is wrong with the options of the components, each once for all builds.
  package let componentFaults: [ComponentFault]
  package let catalog: ComponentCatalog
  package let inputs: TemplateInputs

  package init(
    template: PackerTemplate, evaluation: Evaluation, componentFaults: [ComponentFault],
    catalog: ComponentCatalog,
    inputs: TemplateInputs
  ) {
    self.template = template
    self.evaluation = evaluation
    self.componentFaults = componentFaults
    self.catalog = catalog
    self.inputs = inputs
  }
}
